"""Series by month, and tables of money."""

import re

from . import cells
from .sheets import Sheet, key_of, rows_of

SERIES_NAMES = ("series", "title", "unit", "good", "every", "detail", "message", "source", "marking")
_POINT = "a number, with [p], [r] or [e] behind it if it is provisional, revised or estimated"
_KINDS = (
    ("variance", ("variance", "over/", "fav")),
    ("forecast", ("forecast", "projection", "outturn")),
    ("opening", ("opening",)),
    ("closing", ("closing",)),
    ("transfer", ("transfer", "commitment")),
    ("actual", ("actual",)),
    ("budget", ("budget", "original", "revised")),
)
_SETTINGS = {
    "title": None,
    "message": None,
    "detail": None,
    "marking": None,
    "unit": cells.UNITS,
    "variance": ["favourable-positive", "adverse-positive"],
}
_SWITCHES = ("lines left out", "zero in brackets")


def read_series(path, names, faults):
    """series.csv: the month in the first column, then a column for each series."""
    if path is None:
        return []
    rows = [(number, row) for number, row in rows_of(path) if any(row)]
    if not rows:
        faults.add_to_file(path.name, "nothing", "a row of heads")
        return []
    heads = [head for head in rows[0][1]]
    points = {head: [] for head in heads[1:] if head}
    for number, row in rows[1:]:
        at = cells.point_in_time(row[0])
        if at is None:
            faults.add(path.name, number, heads[0], f'"{row[0]}"', "a month such as 2013-04 or Apr-13, a year or a day")
            continue
        for head, cell in zip(heads[1:], row[1:]):
            if head:
                points[head].append(_point(at, cell, (path.name, number, head), faults))
    described = {record.required("series"): record for record in names}
    for name, record in described.items():
        if name not in points:
            record.refuse("series", "a series of series.csv: " + ", ".join(points))
    return [_series(name, points[name], described.get(name)) for name in points]


def _point(at, cell, place, faults):
    found = re.fullmatch(r"(.*?)\s*((?:\[[a-z]+\]\s*)*)", cell)
    flags = re.findall(r"[a-z]+", found[2])
    if found[1] in ("", "–", "-", "n/a"):
        return [at, None, *flags]
    number = cells.number(found[1])
    if number is None:
        faults.add(*place, f'"{cell}"', _POINT)
    return [at, number, *flags]


def _series(name, points, record):
    series = {"id": name, "title": name, "points": points}
    if record:
        for head in SERIES_NAMES[1:]:
            if record.text(head):
                series[head] = record.text(head)
    return series


def kind_of(head):
    for kind, words in _KINDS:
        if any(word in head.lower() for word in words):
            return kind
    return "other"


def _weight(title):
    return "total" if title.lower().startswith(("total", "net ")) else "line"


def read_table(path, faults):
    """table-<id>.csv: rows that begin with # say what the table is; then heads; then its lines."""
    table = {"id": path.stem.lower().removeprefix("table-"), "title": path.stem, "columns": [], "rows": [], "notes": []}
    heads = None
    for number, row in rows_of(path):
        if not any(row):
            continue
        if row[0].startswith("#"):
            _read_setting(table, path.name, number, row, faults)
        elif heads is None:
            heads = row
            table["columns"] = [
                {"title": head, "kind": kind_of(head)} for head in heads[1:] if key_of(head) not in ("ref", "weight", "")
            ]
        else:
            table["rows"].append(_read_row(path.name, number, heads, row, faults))
    if heads is None:
        faults.add_to_file(path.name, "no row of heads", "the line's name, then a head for each column")
    return {key: value for key, value in table.items() if value != []}


def _read_setting(table, name, number, row, faults):
    key = key_of(row[0][1:])
    value = row[1] if len(row) > 1 else ""
    if key == "note":
        table["notes"].append({"ref": value, "text": row[2] if len(row) > 2 else ""})
        if not table["notes"][-1]["text"]:
            faults.add(name, number, row[0], "nothing", "the note's reference, then its text")
    elif key in _SWITCHES:
        table[key.replace(" ", "_")] = cells.truth(value or "yes")
        if table[key.replace(" ", "_")] is None:
            faults.add(name, number, row[0], f'"{value}"', "yes or no")
    elif key not in _SETTINGS:
        known = ", ".join("#" + known for known in [*_SETTINGS, *_SWITCHES, "note"])
        faults.add(name, number, row[0], f'"{row[0]}"', known)
    elif _SETTINGS[key] and value not in _SETTINGS[key]:
        faults.add(name, number, row[0], f'"{value}"', ", ".join(_SETTINGS[key]))
    else:
        table[key] = value


def _read_row(name, number, heads, row, faults):
    made = {"title": row[0], "cells": []}
    if not row[0]:
        faults.add(name, number, heads[0], "nothing", "the name of the line")
    for at, head in enumerate(heads[1:], start=1):
        cell = row[at] if at < len(row) else ""
        key = key_of(head)
        if key == "ref":
            made |= {"ref": cell} if cell else {}
        elif key == "weight":
            if cell and cell.lower() not in ("line", "subtotal", "total"):
                faults.add(name, number, head, f'"{cell}"', "line, subtotal or total")
            made |= {"weight": cell.lower()} if cell else {}
        elif key:
            made["cells"].append(cells.value(cell).get("value") if cell else None)
    made.setdefault("weight", _weight(row[0]))
    return made

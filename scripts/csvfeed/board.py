"""The parts of a board, each from its file."""

import re

from . import cells, tables
from .sheets import Sheet, rows_of

_RATING = "red, amber, green, amber/red, amber/green, blue or grey"
_DATE = "a day such as 2013-09-30 or 30/09/2013"

_BOARD = {
    "organisation": None,
    "title": None,
    "message": None,
    "marking": None,
    "generated at": cells.moment,
    "next due": cells.date,
    "period": None,
    "period from": cells.date,
    "period to": cells.date,
    "previous period": None,
    "commitments total": cells.whole,
}

_FILES = ("board", "priorities", "themes", "kpis", "commitments", "areas", "series", "series-names", "agenda")


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def without_empty(made):
    return {key: value for key, value in made.items() if value not in (None, "", [], {})}


def read(folder, faults):
    """The feed document of the folder; what is wrong goes to `faults`."""
    files = {path.stem.lower(): path for path in sorted(folder.iterdir()) if path.suffix.lower() == ".csv"}
    if not files:
        faults.add_to_file(str(folder), "no CSV file", "at least one of " + ", ".join(_FILES))
    for name, path in files.items():
        if name not in _FILES and not name.startswith("table-"):
            faults.add_to_file(path.name, "a file that is not known", ", ".join(_FILES) + " or table-…")

    def sheet(name, heads):
        return Sheet(files[name], heads, faults).records if name in files else []

    feed = {"format": "bluelamp-board/1"}
    if "board" in files:
        feed |= read_board(files["board"], faults)
    feed["priorities"] = read_plan(sheet)
    feed["kpis"] = [read_kpi(record) for record in sheet("kpis", _KPI)]
    feed["series"] = tables.read_series(files.get("series"), sheet("series-names", tables.SERIES_NAMES), faults)
    feed["commitments"] = [read_commitment(record) for record in sheet("commitments", _COMMITMENT)]
    feed["areas"] = [read_area(record) for record in sheet("areas", _AREA)]
    feed["tables"] = [tables.read_table(path, faults) for name, path in files.items() if name.startswith("table-")]
    feed["agenda"] = read_agenda(sheet("agenda", _MEETING))
    return without_empty(feed)


def read_board(path, faults):
    """board.csv: a key and its value in each row."""
    found = {}
    for number, row in rows_of(path):
        if not any(row):
            continue
        key = row[0].lower().replace("_", " ")
        value = row[1] if len(row) > 1 else ""
        if key == "key":
            continue
        if key not in _BOARD:
            faults.add(path.name, number, "key", f'"{row[0]}"', ", ".join(_BOARD))
        elif value:
            reader = _BOARD[key]
            found[key] = reader(value) if reader else value
            if found[key] is None:
                expected = "a time such as 2023-09-20T09:00:00Z" if reader is cells.moment else _DATE
                faults.add(path.name, number, "value", f'"{value}"', expected)
    period = {"label": found.pop("period", None), "from": found.pop("period from", None)}
    period["to"] = found.pop("period to", None)
    before = {"label": found.pop("previous period", None)}
    made = {key.replace(" ", "_"): value for key, value in found.items()}
    made |= {"period": without_empty(period), "previous_period": without_empty(before)}
    return without_empty(made)


_PRIORITY = ("number", "title", "short", "lead", "message", "headlines", "outcomes", "risks")
_PRIORITY += ("spotlight", "spotlight by", "spotlight on")
_THEME = ("priority", "priority title", "id", "title", "short", "rag", "rag before", "detail")
_THEME += ("headlines", "activities", "indicators", "risks", "commitments")


def read_rag(record):
    now = record.read("rag", cells.rating, _RATING)
    before = record.read("rag before", cells.rating, _RATING)
    return without_empty({"now": now, "before": before})


def read_plan(sheet):
    """priorities.csv and themes.csv; a theme may name a priority that has no row of its own."""
    priorities = {}

    def priority_of(number, title=""):
        made = priorities.setdefault(number, {"id": "p" + slug(number), "title": title or "Priority " + number})
        if number.isdigit():
            made["number"] = int(number)
        return made

    for record in sheet("priorities", _PRIORITY):
        made = priority_of(record.required("number"))
        made["title"] = record.required("title")
        for head in ("short", "lead", "message"):
            made[head] = record.text(head)
        for head in ("headlines", "outcomes", "risks"):
            made[head] = record.texts(head)
        if record.text("spotlight"):
            on = record.read("spotlight on", cells.date, _DATE)
            spotlight = {"text": record.text("spotlight"), "by": record.text("spotlight by"), "on": on}
            made["spotlight"] = without_empty(spotlight)
    for record in sheet("themes", _THEME):
        owner = priority_of(record.required("priority"), record.text("priority title"))
        title = record.required("title")
        theme = {"id": record.text("id") or slug(title), "title": title, "rag": read_rag(record)}
        for head in ("short", "detail"):
            theme[head] = record.text(head)
        for head in ("headlines", "activities", "indicators", "risks", "commitments"):
            theme[head] = record.texts(head)
        owner.setdefault("themes", []).append(without_empty(theme))
    return [without_empty(made) for made in priorities.values()]


_KPI = ("id", "title", "short", "priority", "theme", "role", "value", "unit", "also", "good", "target")
_KPI += ("previous", "previous label", "change", "period", "from", "to", "baseline", "rag", "rag before")
_KPI += ("direction", "direction before", "parent", "series", "flags", "note", "source", "marking")
_KPI += ("rank", "rank of", "rank group", "rank target")
_FIGURE = "a figure such as 19,581, £2.4M, 12.3 mins or -35.3%"


def one_of(*words):
    return lambda text: text.lower() if text.lower() in words else None


def priority_id(record):
    return "p" + slug(record.text("priority")) if record.text("priority") else None


def read_kpi(record):
    title = record.required("title")
    kpi = {"id": record.text("id") or slug(title), "title": title, "priority": priority_id(record)}
    for head in ("short", "theme", "baseline", "parent", "series", "note", "source", "marking"):
        kpi[head] = record.text(head)
    kpi["role"] = record.read("role", one_of("measure", "indicator", "figure"), "measure, indicator or figure")
    kpi |= cells.value(record.text("value")) if record.text("value") else {}
    unit = record.read("unit", one_of(*cells.UNITS), ", ".join(cells.UNITS))
    if unit:
        kpi["unit"] = unit
    kpi["good"] = record.read("good", one_of("up", "down", "neither"), "up, down or neither")
    kpi["target"] = record.read("target", cells.target, 'a target such as "≥ 90%", ↓ or "ADQ."')
    for head in ("also", "change"):
        kpi[head] = record.read(head, cells.figure, _FIGURE)
    previous = record.read("previous", cells.value, _FIGURE) or {}
    kpi["previous"] = without_empty({**previous, "label": record.text("previous label")})
    period = {"label": record.text("period")}
    for head in ("from", "to"):
        period[head] = record.read(head, cells.date, _DATE)
    kpi["period"] = without_empty(period)
    kpi["rag"] = read_rag(record)
    arrows = "an arrow: ↑, ↓, –, up, down or level"
    now = record.read("direction", cells.direction, arrows)
    before = record.read("direction before", cells.direction, arrows)
    kpi["direction"] = without_empty({"now": now, "before": before})
    kpi["flags"] = re.findall(r"[a-z]+", record.text("flags").lower())
    rank = {"group": record.text("rank group")}
    for head, key in (("rank", "place"), ("rank of", "of"), ("rank target", "target")):
        rank[key] = record.read(head, cells.place, "a place such as 3 or 3rd")
    kpi["rank"] = without_empty(rank)
    return without_empty(kpi)


_COMMITMENT = ("number", "title", "priority", "theme", "rag", "rag before", "done")


def read_commitment(record):
    made = {"number": record.required("number"), "title": record.text("title"), "priority": priority_id(record)}
    made |= {"theme": record.text("theme"), "rag": read_rag(record)}
    made["done"] = record.read("done", cells.truth, "yes or no")
    return without_empty(made)


_AREA = ("area", "kpi", "change", "percent", "limits", "rag", "rag before", "note")


def read_area(record):
    made = {"title": record.required("area"), "kpi": record.text("kpi"), "note": record.text("note")}
    for head in ("change", "percent"):
        made[head] = record.read(head, cells.number, _FIGURE)
    words = ("within", "near", "above", "below")
    made["limits"] = record.read("limits", one_of(*words), ", ".join(words))
    made["rag"] = read_rag(record)
    return without_empty(made)


_MEETING = ("date", "meeting", "item", "priority", "status", "lead")


def read_agenda(records):
    """A row for each item; rows of the same date and meeting are one meeting."""
    meetings = {}
    for record in records:
        on = record.read("date", cells.date, _DATE)
        title = record.text("meeting")
        if not on and not title and not record.text("date"):
            record.refuse("meeting", "a name, where there is no date")
        meeting = meetings.setdefault((on, title), without_empty({"on": on, "title": title}))
        if not record.text("item"):
            continue
        status = record.read("status", one_of("proposed", "confirmed"), "proposed or confirmed")
        item = {"title": record.text("item"), "priority": priority_id(record), "status": status}
        meeting.setdefault("items", []).append(without_empty(item | {"lead": record.text("lead")}))
    return list(meetings.values())

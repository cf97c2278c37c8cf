"""The demo boards against the reports that they were made from.

tests/data/reports/NAME.tsv holds the figures of a report, typed from it. `bluelamp explain` says
what the slides of config/demo-NAME.json show. Each figure must stand on its slide, in its row and
column, and no table may show a number that nobody has typed.

Usage: reports_test.py BLUELAMP
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORTS = ["2013-14", "2017-18", "2023-24"]
# The day of the panel. A clock so early is not believed, so that no meeting counts as held.
NOW = "2023-09-28T09:00:00Z"
HALF_YEARS = {"2012/13": ("2012-04", "2012-09"), "2013/14": ("2013-04", "2013-09")}


def explain(report):
    """What the demo board of a report says, read from the feed's file instead of from a server."""
    board = json.loads((ROOT / "config" / f"demo-{report}.json").read_text(encoding="utf-8"))
    board.pop("$schema")
    for feed in board["feeds"]:
        feed["file"] = str(ROOT / "assets/demo" / feed.pop("url").rsplit("/", 1)[1])
    with tempfile.TemporaryDirectory() as folder:
        board["state_directory"] = folder
        settings = pathlib.Path(folder, "board.json")
        settings.write_text(json.dumps(board), encoding="utf-8")
        done = subprocess.run([BLUELAMP, "explain", "--config", settings, "--now", NOW],
                              capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def typed(report):
    """(number of the line, slide, row, column, text) of every line."""
    lines = (ROOT / "tests/data/reports" / f"{report}.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            slide, row, column, text = line.split("\t")
            yield number, slide, row, column, text


def leaves(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for part in value for leaf in leaves(part)]
    return [] if value is None else [str(value)]


def objects(value, columns=()):
    """Every object inside, each with the heads of the table that it stands in."""
    if isinstance(value, dict):
        columns = value.get("columns", columns)
        yield value, columns
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    for part in parts:
        yield from objects(part, columns)


def names_of(thing):
    """What an object is called: its own texts, and those of its head."""
    head = thing.get("head")
    texts = [*thing.values(), *(head.values() if isinstance(head, dict) else [])]
    return {text for text in texts if isinstance(text, str)}


def head_text(head):
    """"Budget", or "Year to date, Budget" where columns stand in groups."""
    if isinstance(head, str):
        return head
    return ", ".join(part for part in (head.get("group"), head.get("title")) if part)


def values_under(thing, key):
    """All that stands under a key of an object, however deep."""
    return [inner[key] for inner, _ in objects(thing) if key in inner]


def in_column(thing, columns, column):
    cells = thing.get("cells", [])
    if cells and isinstance(cells[0], dict) and "head" in cells[0]:
        return [cell for cell in cells if cell["head"] == column]
    heads = [head_text(head) for head in columns]
    if cells and column in heads:
        return [cells[heads.index(column)]]
    return values_under(thing, column)


def says(value, text):
    """Whether some text inside has `text` in it, and not as a part of another number."""
    before = r"(?<![\d.,+−£(])" if text[:1].isdigit() else r"(?<![\d.,])"
    after = r"(?![\d%]|[.,]\d)" if text[-1:].isdigit() else r"(?!\d)"
    return any(re.search(before + re.escape(text) + after, leaf) for leaf in leaves(value))


def is_of(slide, wanted):
    """Of the slide itself, and of those that are made of it: "headlines/p1"."""
    return slide["id"] == wanted or slide["id"].startswith(wanted + "/")


class Reports(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.boards = {report: explain(report) for report in REPORTS}

    def found(self, report, slide, row, column, text):
        for content in self.boards[report]["slides"]:
            if not is_of(content, slide):
                continue
            for thing, columns in objects(content):
                if row not in names_of(thing):
                    continue
                if any(says(value, text)
                       for value in (in_column(thing, columns, column) if column else [thing])):
                    return True
        return False

    def test_each_figure_stands_in_its_place(self):
        for report in REPORTS:
            missing = [f"line {number}: {slide}, {row}, {column or 'anywhere'}: {text}"
                       for number, slide, row, column, text in typed(report)
                       if not self.found(report, slide, row, column, text)]
            with self.subTest(report):
                self.assertEqual(missing, [])

    def test_no_table_shows_a_number_that_is_not_typed(self):
        for report in REPORTS:
            lines = list(typed(report))
            strange = []
            for slide in self.boards[report]["slides"]:
                # A table may stand on a second slide: "outturn", "outturn-variances".
                known = [line[2:] for line in lines if slide["id"].startswith(line[1])]
                for row, head, text in self.cells(slide):
                    if not any(row & {name} and head == column and says([text], figure)
                               for name, column, figure in known):
                        strange.append(f"{slide['id']}, {sorted(row)}, {head}: {text}")
            with self.subTest(report):
                self.assertEqual(strange, [])

    @staticmethod
    def cells(slide):
        """(names of the row, head, text) of each figure in the tables of a slide."""
        if slide["content"]["kind"] not in ("kpi-table", "finance"):
            return
        for thing, columns in objects(slide["content"]):
            for at, cell in enumerate(thing.get("cells", [])):
                head = cell["head"] if isinstance(cell, dict) else head_text(columns[at])
                text = cell["text"] if isinstance(cell, dict) else cell
                if head != "Period" and re.search(r"\d", text):
                    yield names_of(thing), head, text

    def test_shows_every_slide(self):
        for report in REPORTS:
            with self.subTest(report):
                self.assertEqual(self.boards[report]["skipped"], [])

    def test_illustrative_months_add_up_to_the_printed_half_years(self):
        feed = json.loads((ROOT / "assets/demo/2013-14-q2.json").read_text(encoding="utf-8"))
        points = {series["id"]: series["points"] for series in feed["series"]}

        def total(series, first, last):
            return sum(value for month, value in points[series] if first <= month <= last)

        printed = {kpi["series"]: (kpi["previous"]["value"], kpi["value"])
                   for kpi in feed["kpis"] if "series" in kpi}
        self.assertEqual(len(printed), 7)
        for series, sums in printed.items():
            with self.subTest(series):
                self.assertEqual(tuple(total(series, *half) for half in HALF_YEARS.values()), sums)
        for area in feed["areas"]:
            with self.subTest(area["title"]):
                before, now = (total(area["series"], *half) for half in HALF_YEARS.values())
                self.assertEqual(now - before, area["change"])
                self.assertEqual(round(100 * (now - before) / before, 1), area["percent"])
        self.assertEqual(total("ksi", "2012-01", "2012-12"), 393)
        self.assertEqual(total("ksi", "2013-01", "2013-09"), 242)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    BLUELAMP = sys.argv.pop(1)
    unittest.main()

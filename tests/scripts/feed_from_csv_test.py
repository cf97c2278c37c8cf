"""scripts/feed-from-csv: templates, the ways people write figures, and what is wrong by place."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "feed-from-csv"
sys.path.insert(0, str(ROOT / "scripts"))

from csvfeed import cells  # noqa: E402


class Folder(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, data):
        (self.folder / name).write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))

    def run_script(self, folder=None):
        done = subprocess.run([SCRIPT, folder or self.folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def feed(self):
        code, out, err = self.run_script()
        self.assertEqual(code, 0, err)
        return json.loads(out)

    def faults(self):
        code, out, err = self.run_script()
        self.assertEqual(code, 1)
        self.assertEqual(out, "", "nothing is written beside faults")
        return err.splitlines()


class Figures(unittest.TestCase):
    def test_are_read_as_people_write_them(self):
        for text, expected in {
            "19,581": {"value": 19581},
            "1,401.7": {"value": 1401.7, "decimals": 1},
            "£313K": {"value": 313, "unit": "gbp-thousands"},
            "£2.4M": {"value": 2.4, "unit": "gbp-millions", "decimals": 1},
            "£2,124": {"value": 2124, "unit": "gbp"},
            "12.3 mins": {"value": 12.3, "unit": "minutes", "decimals": 1},
            "-35.3%": {"value": -35.3, "unit": "percent", "decimals": 1, "signed": True},
            "\u22125%": {"value": -5, "unit": "percent", "signed": True},
            "+45": {"value": 45, "signed": True},
            "70.0%": {"value": 70.0, "unit": "percent", "decimals": 1},
            "4.1 points": {"value": 4.1, "unit": "points", "decimals": 1},
            "(2,124)": {"value": -2124},
            "3rd": {"value": 3, "unit": "rank"},
            "29 days": {"value": 29, "unit": "days"},
            ".5": {"value": 0.5, "decimals": 1},
        }.items():
            with self.subTest(text):
                self.assertEqual(cells.figure(text), expected)

    def test_are_not_guessed(self):
        for text in ("TBC", "12,3", "1,2345", "(5", "5)", "£", "12 bananas", "1e5", "£5%", "--5", "4 5"):
            with self.subTest(text):
                self.assertIsNone(cells.figure(text))

    def test_stay_text_or_missing(self):
        self.assertEqual(cells.value("TBC"), {"value": "TBC"})
        self.assertEqual(cells.value("–"), {})

    def test_become_targets(self):
        self.assertEqual(cells.target("≥ 25.5%"), {"is": ">=", "value": 25.5, "decimals": 1})
        self.assertEqual(cells.target("<= 2%"), {"is": "<=", "value": 2})
        self.assertEqual(cells.target("95%"), {"is": ">=", "value": 95})
        self.assertEqual(cells.target("↓"), {"is": "down"})
        self.assertEqual(cells.target("ADQ."), {"is": "text", "value": "ADQ."})
        self.assertIsNone(cells.target("≥ many"))

    def test_dates_are_british_or_iso(self):
        for text in ("2013-09-30", "30/09/2013", "30 Sep 2013", "30 September 2013", "30-Sep-13"):
            self.assertEqual(cells.date(text), "2013-09-30", text)
        self.assertIsNone(cells.date("09/30/2013"))
        for text in ("2013-04", "Apr-13", "Apr 2013", "April 2013", "04/2013"):
            self.assertEqual(cells.point_in_time(text), "2013-04", text)
        self.assertEqual(cells.point_in_time("2013"), "2013")


class Sheets(Folder):
    ROWS = "Title,Value,Previous Label\nTotal crime,\"19,581\",2012/13\n"

    def test_may_be_written_by_any_spreadsheet(self):
        expected = [{"id": "total-crime", "title": "Total crime", "value": 19581, "previous": {"label": "2012/13"}}]
        for name, data in {
            "plain": self.ROWS.encode(),
            "byte order mark": b"\xef\xbb\xbf" + self.ROWS.encode(),
            "utf-16": self.ROWS.encode("utf-16"),
            "windows line ends": self.ROWS.replace("\n", "\r\n").encode(),
            "old line ends": self.ROWS.replace("\n", "\r").encode(),
            "semicolons": 'Title;Value;Previous_label\nTotal crime;19,581;2012/13\n'.encode(),
            "tabs": "Title\tVALUE\tprevious label\nTotal crime\t19,581\t2012/13\n".encode(),
            "empty rows and cells": (self.ROWS.replace("\n", ",,\n") + ",,,,\n\n").encode(),
        }.items():
            with self.subTest(name):
                self.write("kpis.csv", data)
                self.assertEqual(self.feed()["kpis"], expected)

    def test_of_the_windows_code_page_keep_their_pounds(self):
        self.write("kpis.csv", "title,value\nSecured,£731k\n".encode("cp1252"))
        self.assertEqual(self.feed()["kpis"][0]["unit"], "gbp-thousands")

    def test_hold_several_texts_in_a_cell(self):
        self.write("themes.csv", 'priority,title,risks\n1,Burglary,"One\nTwo | Three"\n')
        self.assertEqual(self.feed()["priorities"][0]["themes"][0]["risks"], ["One", "Two", "Three"])

    def test_of_series_keep_gaps_and_flags(self):
        self.write("series.csv", "month,ksi\nApr-13,33\n2013-05,\n2013-06,41 [p] [e]\n")
        self.assertEqual(
            self.feed()["series"],
            [{"id": "ksi", "title": "ksi", "points": [["2013-04", 33], ["2013-05", None], ["2013-06", 41, "p", "e"]]}],
        )

    def test_of_tables_keep_brackets_refs_and_totals(self):
        self.write("table-pay.csv", "#unit,gbp-thousands\n#Zero in brackets\nLine,Revised,Variance,Ref\nPay,5,(0),R1\nTotal,5,(3),\n#note,R1,Why\n")
        table = self.feed()["tables"][0]
        self.assertEqual(table["columns"], [{"title": "Revised", "kind": "budget"}, {"title": "Variance", "kind": "variance"}])
        self.assertEqual(table["rows"][0], {"title": "Pay", "cells": [5, 0], "ref": "R1", "weight": "line"})
        self.assertEqual(str(table["rows"][0]["cells"][1]), "-0.0", "a negative that rounds to nothing")
        self.assertTrue(table["zero_in_brackets"])
        self.assertEqual(table["rows"][1]["weight"], "total")
        self.assertEqual(table["notes"], [{"ref": "R1", "text": "Why"}])


class Wrong(Folder):
    def test_cells_are_named_by_file_row_and_column(self):
        self.write("kpis.csv", "id,title,value,target,good,rag\na,A,1,,up,G\nb,,2,≥ many,better,Z\n")
        self.write("series.csv", "month,ksi\nFebruary,1\n2013-03,lots\n")
        self.write("commitments.csv", "number,title,done\n,No number,maybe\n")
        lines = self.faults()
        for place in (
            "kpis.csv: row 3, column title: found nothing",
            'kpis.csv: row 3, column target: found "≥ many"',
            'kpis.csv: row 3, column good: found "better", expected up, down or neither',
            'kpis.csv: row 3, column rag: found "Z"',
            'series.csv: row 2, column month: found "February"',
            'series.csv: row 3, column ksi: found "lots"',
            "commitments.csv: row 2, column number: found nothing",
            'commitments.csv: row 2, column done: found "maybe"',
        ):
            self.assertTrue(any(line.startswith(place) for line in lines), f"{place} in {lines}")
        self.assertEqual(len(lines), 8)

    def test_rows_are_counted_as_a_spreadsheet_does(self):
        self.write("kpis.csv", "title,good\n\nA,up\n\nB,sideways\n")
        self.assertIn("kpis.csv: row 5, column good", self.faults()[0])

    def test_heads_and_files_that_nobody_knows(self):
        self.write("kpis.csv", "title,valeu\nA,1\n")
        self.write("budget.csv", "a,b\n")
        self.assertEqual(len(self.faults()), 2)

    def test_an_empty_folder_and_a_missing_one(self):
        self.assertIn("found no CSV file", self.faults()[0])
        self.assertEqual(self.run_script(self.folder / "none")[0], 64)


class Templates(Folder):
    def test_make_a_feed_that_the_board_takes_as_it_is(self):
        code, out, err = self.run_script(ROOT / "assets" / "templates")
        self.assertEqual(code, 0, err)
        feed = json.loads(out)
        for part in ("priorities", "kpis", "series", "commitments", "areas", "tables", "agenda"):
            self.assertTrue(feed[part], part)
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        schema = json.loads((ROOT / "config" / "bluelamp-feed.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(feed, schema)


if __name__ == "__main__":
    unittest.main()

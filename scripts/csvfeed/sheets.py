"""CSV files as spreadsheets write them, and what is wrong with them, by file, row and column."""

import csv
import io
import re

MOST_FAULTS = 200


class Faults:
    """Collects every fault; falsy while there is none."""

    def __init__(self):
        self._lines = []

    def add(self, file, row, column, found, expected):
        place = f"{file}: row {row}" + (f", column {column}" if column else "")
        self._lines.append(f"{place}: found {found}, expected {expected}")

    def add_to_file(self, file, found, expected):
        self._lines.append(f"{file}: found {found}, expected {expected}")

    def lines(self):
        rest = len(self._lines) - MOST_FAULTS
        return self._lines[:MOST_FAULTS] + ([f"and {rest} more"] if rest > 0 else [])

    def __bool__(self):
        return bool(self._lines)


def key_of(head):
    """Heads are equal whatever their case, spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]+", " ", head.strip().lower())


def text_of(data):
    """Bytes of a file as text; spreadsheets write UTF-8, UTF-16 or the Windows code page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter_of(text):
    """The one that the first line with any of them has most, outside quotes."""
    for line in text.splitlines():
        bare = re.sub(r'"[^"]*"', "", line)
        counts = {mark: bare.count(mark) for mark in ",;\t"}
        if any(counts.values()):
            return max(counts, key=counts.get)
    return ","


def rows_of(path):
    """Every row with its number as a spreadsheet counts it; cells are stripped."""
    text = text_of(path.read_bytes())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    for number, row in enumerate(reader, start=1):
        yield number, [cell.strip() for cell in row]


class Record:
    """One row under its heads. Cells are asked for by head; a reader says what is wrong."""

    def __init__(self, sheet, number, cells):
        self.sheet = sheet
        self.number = number
        self._cells = cells

    def text(self, head):
        at = self.sheet.heads.get(head)
        return self._cells[at] if at is not None and at < len(self._cells) else ""

    def refuse(self, head, expected):
        found = f'"{self.text(head)}"' if self.text(head) else "nothing"
        self.sheet.faults.add(self.sheet.name, self.number, head, found, expected)

    def required(self, head):
        if not self.text(head):
            self.refuse(head, "a text")
        return self.text(head)

    def read(self, head, reader, expected):
        """What `reader` makes of the cell; None where it is empty or wrong."""
        if not self.text(head):
            return None
        value = reader(self.text(head))
        if value is None:
            self.refuse(head, expected)
        return value

    def texts(self, head):
        """Several texts in one cell: a line each, or with " | " between them."""
        return [part.strip() for part in re.split(r"\n|\s\|\s", self.text(head)) if part.strip()]


class Sheet:
    """A file with one head row. `heads` that nobody knows are faults: somebody believes in them."""

    def __init__(self, path, known, faults):
        self.name = path.name
        self.faults = faults
        self.heads = {}
        self.records = []
        rows = [(number, cells) for number, cells in rows_of(path) if any(cells)]
        if not rows:
            faults.add_to_file(self.name, "nothing", "a row of heads")
            return
        number, heads = rows[0]
        for at, head in enumerate(heads):
            key = key_of(head)
            if not key:
                continue
            if key not in known:
                faults.add(self.name, number, head, "a head that is not known", ", ".join(known))
            elif key in self.heads:
                faults.add(self.name, number, head, "a head that stands twice", "each head once")
            else:
                self.heads[key] = at
        self.records = [Record(self, number, cells) for number, cells in rows[1:]]

"""What a cell means: figures as people write them, targets, ratings, arrows, dates.

Each reader gives None for what it does not understand.
"""

import datetime
import re

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_UNITS = {
    "": None,
    "%": "percent",
    "percent": "percent",
    "per cent": "percent",
    "pp": "points",
    "points": "points",
    "percentage points": "points",
    "s": "seconds",
    "sec": "seconds",
    "secs": "seconds",
    "seconds": "seconds",
    "min": "minutes",
    "mins": "minutes",
    "minutes": "minutes",
    "h": "hours",
    "hrs": "hours",
    "hours": "hours",
    "day": "days",
    "days": "days",
    "st": "rank",
    "nd": "rank",
    "rd": "rank",
    "th": "rank",
}
_POUNDS = {
    "": "gbp",
    "k": "gbp-thousands",
    "000s": "gbp-thousands",
    "m": "gbp-millions",
    "mn": "gbp-millions",
    "million": "gbp-millions",
}
UNITS = sorted({unit for unit in _UNITS.values() if unit} | set(_POUNDS.values()) | {"count", "ratio"})
UNITS += ["per-1000", "per-100000"]

_FIGURE = re.compile(
    rf"^(?P<open>\()?\s*(?P<sign>[+\-\u2212\u2013])?\s*(?P<pound>£)?\s*(?P<number>{_NUMBER})\s*"
    r"(?P<unit>[A-Za-z%][A-Za-z ]*|000s)?\s*(?P<close>\))?$"
)


def _number(text):
    bare = text.replace(",", "")
    value = float(bare)
    return int(value) if "." not in bare and value == int(value) else value


def figure(text):
    """{"value", "unit", "decimals", "signed"} of "£2.4M", "12.3 mins", "-35.3%", "(2,124)", "3rd"."""
    found = _FIGURE.match(text)
    if not found or bool(found["open"]) != bool(found["close"]):
        return None
    word = (found["unit"] or "").strip().lower()
    units = _POUNDS if found["pound"] else _UNITS
    if word not in units:
        return None
    value = _number(found["number"])
    negative = bool(found["open"]) or found["sign"] in ("-", "\u2212", "\u2013")
    # "(0)" is a negative that rounds to nothing, which a table may print as such.
    read = {"value": (-value or -0.0) if negative else value}
    if units[word]:
        read["unit"] = units[word]
    decimals = len(found["number"].partition(".")[2])
    if decimals:
        read["decimals"] = decimals
    if found["sign"]:
        read["signed"] = True
    return read


def number(text):
    """A bare number, whatever its unit."""
    read = figure(text)
    return None if read is None else read["value"]


def value(text):
    """A number, or the text that stands where a number would: "TBC". Missing: –, -, n/a."""
    if text in ("–", "-", "—", "n/a", "N/A"):
        return {}
    read = figure(text)
    return read if read is not None else {"value": text}


_ARROWS = {"↑": "up", "▲": "up", "up": "up", "↓": "down", "▼": "down", "down": "down"}
_LEVELS = {"→": "level", "–": "level", "-": "level", "=": "level", "level": "level"}
_COMPARISONS = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<", "=": "="}


def direction(text):
    return {**_ARROWS, **_LEVELS}.get(text.lower())


def target(text):
    """"≥ 25.5%", ">= 90", an arrow, or a text such as "ADQ."; a bare number is "at least"."""
    if text.lower() in _ARROWS or text.lower() in ("→", "level"):
        return {"is": direction(text)}
    found = re.match(r"^(≥|>=|≤|<=|>|<|=)?\s*(.+)$", text)
    read = figure(found[2])
    if read is None:
        return None if found[1] else {"is": "text", "value": text}
    made = {"is": _COMPARISONS[found[1] or ">="], "value": read["value"]}
    if "decimals" in read:
        made["decimals"] = read["decimals"]
    return made


_RATINGS = {
    **{word: word for word in ("red", "amber/red", "amber", "amber/green", "green", "blue", "grey")},
    **{"r": "red", "a": "amber", "g": "green", "b": "blue", "ar": "amber/red", "ag": "amber/green"},
    **{"complete": "blue", "none": "grey", "red/amber": "amber/red", "green/amber": "amber/green"},
}


def rating(text):
    return _RATINGS.get(text.lower())


def truth(text):
    words = {"yes": True, "y": True, "true": True, "1": True, "x": True, "done": True}
    words |= {"no": False, "n": False, "false": False, "0": False}
    return words.get(text.lower())


def whole(text):
    return int(text) if re.fullmatch(r"\d{1,4}", text) else None


def place(text):
    found = re.fullmatch(r"(\d{1,4})(st|nd|rd|th)?", text.lower())
    return int(found[1]) if found else None


def _parsed(text, patterns):
    for pattern in patterns:
        try:
            return datetime.datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return None


def date(text):
    """2013-09-30, 30/09/2013, 30 Sep 2013, 30 September 2013."""
    read = _parsed(text, ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d %b %Y", "%d %B %Y", "%d-%b-%y"))
    return read.isoformat() if read else None


def moment(text):
    """A time with its zone, as the feed has it."""
    ok = re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})", text)
    return text if ok else None


def point_in_time(text):
    """A month (2013-04, Apr-13, Apr 2013, April 2013), a year, or a day."""
    month = _parsed(text, ("%Y-%m", "%b-%y", "%b %Y", "%B %Y", "%b-%Y", "%m/%Y"))
    if month:
        return month.strftime("%Y-%m")
    if re.fullmatch(r"\d{4}", text):
        return text
    return date(text)

#!/usr/bin/env python3
"""Control charts worked out a second time, exactly and slowly, for the tests of app/analysis/xmr.

    tests/data/spc/expect.py          writes the expected values into every *.json beside it
    tests/data/spc/expect.py --check  says which are not as this script finds them

Numbers are fractions, so that nothing is rounded before the end. Each rule is asked of every window
of every point, as a person with a ruler would: nothing here is built like the program that it tests.
"""

import argparse
import datetime
import fractions
import json
import pathlib
import sys

F = fractions.Fraction

MDC = {
    "limit_factor": F("2.66"),
    "screening": "none",
    "min_points": 13,
    "min_points_after_rebase": 12,
    "warn_below": 0,
    "min_baseline": 12,
    "shift_points": 6,
    "trend_points": 6,
    "rules_cross_rebase": True,
    "two_sigma_counts_beyond_limit": False,
    "trend_needs_side": False,
    "conflict": "improvement",
    "target_on_limit": "inclusive",
    "without_limits": None,
}
NHSR = dict(
    MDC,
    screening="ranges",
    min_points=1,
    min_points_after_rebase=1,
    warn_below=12,
    shift_points=7,
    trend_points=7,
    rules_cross_rebase=False,
    conflict="ranked",
    target_on_limit="strict",
    without_limits="hit_or_miss",
)
PROFILES = {"mdc": MDC, "nhsr": NHSR}


def average(numbers):
    numbers = list(numbers)
    return sum(numbers, F(0)) / len(numbers) if numbers else None


def read_points(case):
    """A point is a number, null, or an object with value, ghost, break, date."""
    points = []
    at = datetime.date(2020, 1, 1)
    for item in case["points"]:
        item = item if isinstance(item, dict) else {"value": item}
        if "date" in item:
            at = datetime.date.fromisoformat(item["date"])
        value = item.get("value")
        points.append(
            {
                "at": at,
                "value": None if value is None else F(value),
                "ghost": item.get("ghost", False),
                "break": item.get("break", False),
            }
        )
        at = datetime.date(at.year + at.month // 12, at.month % 12 + 1, 1)
    return points


def months_apart(before, after):
    return (after.year - before.year) * 12 + after.month - before.month


def section_numbers(points, rebase):
    numbers, now = [], 0
    for i, point in enumerate(points):
        if i > 0 and point["at"] in rebase:
            now += 1
        numbers.append(now)
    return numbers


def range_to_the_one_before(i, points, counting, section):
    """The moving range that ends at point i, or None."""
    earlier = [j for j in counting if j < i and section[j] == section[i]]
    if not earlier:
        return None
    if any(points[k]["break"] for k in range(earlier[-1] + 1, i + 1)):
        return None
    return abs(points[i]["value"] - points[earlier[-1]]["value"])


def lines(members, points, ranges, rule):
    """Mean and average range of these points, screened as the rule says."""
    values = [points[i]["value"] for i in members]
    known = [ranges[i] for i in members if ranges[i] is not None]
    mean, average_range = average(values), average(known)
    if average_range is None:
        return mean, None
    bound = F("3.267") * average_range
    if rule["screening"] == "ranges":
        average_range = average(r for r in known if r < bound)
    if rule["screening"] == "points":
        kept = [i for i in members if ranges[i] is None or ranges[i] <= bound]
        mean = average(points[i]["value"] for i in kept)
        average_range = average(ranges[i] for i in kept if ranges[i] is not None)
    return mean, average_range


def chains(counting, points, section, judged, rule):
    """Points that follow one another, cut wherever a rule may not reach over."""
    cut = []
    for place, i in enumerate(counting):
        if place > 0:
            before = counting[place - 1]
            broken = any(points[k]["break"] for k in range(before + 1, i + 1))
            rebased = section[before] != section[i] and not rule["rules_cross_rebase"]
            unlike = judged[section[before]] != judged[section[i]]
            if not (broken or rebased or unlike):
                cut[-1].append(i)
                continue
        cut.append([i])
    return [chain for chain in cut if judged[section[chain[0]]]]


def windows(chain, length):
    return [chain[k : k + length] for k in range(len(chain) - length + 1)]


def flags_of(points, chain_list, line, rule):
    """For each point the set of rules it is part of, and the way of the last trend it is part of."""
    flags = {i: set() for chain in chain_list for i in chain}
    last_trend = {}

    def value(i):
        return points[i]["value"]

    def high(i):
        return value(i) > line[i]["mean"]

    def low(i):
        return value(i) < line[i]["mean"]

    def outside_high(i):
        return line[i]["upper"] is not None and value(i) > line[i]["upper"]

    def outside_low(i):
        return line[i]["lower"] is not None and value(i) < line[i]["lower"]

    def far_high(i):
        if line[i]["upper"] is None or value(i) <= line[i]["upper_two_sigma"]:
            return False
        return rule["two_sigma_counts_beyond_limit"] or not outside_high(i)

    def far_low(i):
        if line[i]["lower"] is None or value(i) >= line[i]["lower_two_sigma"]:
            return False
        return rule["two_sigma_counts_beyond_limit"] or not outside_low(i)

    for chain in chain_list:
        for i in chain:
            if outside_high(i):
                flags[i].add("single_high")
            if outside_low(i):
                flags[i].add("single_low")
        for window in windows(chain, rule["shift_points"]):
            if all(high(i) for i in window):
                for i in window:
                    flags[i].add("shift_high")
            if all(low(i) for i in window):
                for i in window:
                    flags[i].add("shift_low")
        for window in windows(chain, rule["trend_points"]):
            steps = list(zip(window, window[1:]))
            if all(value(b) > value(a) for a, b in steps):
                for i in window:
                    flags[i].add("trend_up")
                    last_trend[i] = "up"
            if all(value(b) < value(a) for a, b in steps):
                for i in window:
                    flags[i].add("trend_down")
                    last_trend[i] = "down"
        for window in windows(chain, 3):
            for on_side, far, name in (
                (high, far_high, "two_sigma_high"),
                (low, far_low, "two_sigma_low"),
            ):
                if all(on_side(i) for i in window) and sum(far(i) for i in window) >= 2:
                    for i in window:
                        if far(i):
                            flags[i].add(name)
    return flags, last_trend


UP = {"single_high", "shift_high", "trend_up", "two_sigma_high"}
DOWN = {"single_low", "shift_low", "trend_down", "two_sigma_low"}
RANKS = [
    {"single_high", "single_low"},
    {"trend_up", "trend_down"},
    {"two_sigma_high", "two_sigma_low"},
    {"shift_high", "shift_low"},
]


def way_of(flags, last_trend, good, conflict):
    ups, downs = flags & UP, flags & DOWN
    if not ups and not downs:
        return None
    if not downs:
        return "up"
    if not ups:
        return "down"
    if good == "neither" or conflict == "ranked":
        for rank in RANKS:
            found = flags & rank
            if found == {"trend_up", "trend_down"}:
                return last_trend
            if found:
                return "up" if found & UP else "down"
    wished = "up" if good == "up" else "down"
    other = "down" if good == "up" else "up"
    return wished if conflict == "improvement" else other


def meaning(way, good):
    if way is None:
        return "common"
    if good == "neither":
        return "neither"
    return "improvement" if way == good else "concern"


def assurance_of(lower, upper, target, good, edge):
    if edge == "inclusive":
        passes = target <= lower if good == "up" else target >= upper
        fails = target >= upper if good == "up" else target <= lower
    else:
        passes = target < lower if good == "up" else target > upper
        fails = target > upper if good == "up" else target < lower
    return "pass" if passes else "fail" if fails else "hit_or_miss"


def expect(case):
    rule = dict(PROFILES[case["profile"]])
    rule.update({key: F(v) if key == "limit_factor" else v for key, v in case.get("rule", {}).items()})
    good = case.get("good", "neither")
    target = F(case["target"]) if case.get("target") is not None else None
    points = read_points(case)
    rebase = [datetime.date.fromisoformat(date) for date in case.get("rebase", [])]
    dates = [point["at"] for point in points]
    doubts = [f"rebase {date} matches no point" for date in rebase if date not in dates]

    section = section_numbers(points, rebase)
    counting = [i for i, p in enumerate(points) if p["value"] is not None and not p["ghost"]]
    ranges = {i: range_to_the_one_before(i, points, counting, section) for i in counting}

    sections, judged, line = [], {}, {}
    for number in sorted(set(section)):
        members = [i for i in counting if section[i] == number]
        least = rule["min_points"] if number == 0 else rule["min_points_after_rebase"]
        judged[number] = len(members) > 0 and len(members) >= least
        used = members
        if number == 0 and case.get("baseline") is not None:
            wanted = case["baseline"]
            if wanted < rule["min_baseline"]:
                doubts.append("baseline too short")
            elif wanted > len(members):
                doubts.append("baseline too long")
            else:
                used = members[:wanted]
        mean, average_range = lines(used, points, ranges, rule)
        if not judged[number]:
            average_range = None
        found = {"mean": mean, "average_range": average_range}
        reach = None if average_range is None else rule["limit_factor"] * average_range
        for name, sign, part in (
            ("lower", -1, F(1)),
            ("upper", 1, F(1)),
            ("lower_two_sigma", -1, F(2, 3)),
            ("upper_two_sigma", 1, F(2, 3)),
        ):
            found[name] = None if reach is None else mean + sign * part * reach
        for i in members:
            line[i] = found
        sections.append(
            {
                "first": section.index(number),
                "count": len(members),
                "short": len(members) < max(least, rule["warn_below"]),
                "judged": judged[number],
                **{key: None if v is None else float(v) for key, v in found.items()},
            }
        )

    flags, last_trend = flags_of(points, chains(counting, points, section, judged, rule), line, rule)
    marks = []
    for i, point in enumerate(points):
        mark = {"section": section[i]}  # what is left out is no, none or nothing
        if i in counting:
            mark["counts"] = True
        valued = [j for j in range(i) if points[j]["value"] is not None]
        if point["value"] is not None and valued:
            if months_apart(points[valued[-1]]["at"], point["at"]) != 1:
                mark["after_gap"] = True
            if any(points[k]["break"] for k in range(valued[-1] + 1, i + 1)):
                mark["after_break"] = True
        if i in counting and ranges[i] is not None:
            mark["range"] = float(ranges[i])
        if i in flags:
            meant = set(flags[i])
            if rule["trend_needs_side"]:
                if not point["value"] > line[i]["mean"]:
                    meant.discard("trend_up")
                if not point["value"] < line[i]["mean"]:
                    meant.discard("trend_down")
            way = way_of(meant, last_trend.get(i), good, rule["conflict"])
            if flags[i]:
                mark["flags"] = sorted(flags[i])
            mark["cause"] = meaning(way, good)
            if way is not None:
                mark["towards"] = way
        marks.append(mark)

    variation = assurance = None
    if counting and judged[section[counting[-1]]]:
        last = marks[counting[-1]]
        variation = last["cause"]
        if variation != "common":
            variation += "_high" if last["towards"] == "up" else "_low"
        if target is not None and good != "neither":
            lower, upper = line[counting[-1]]["lower"], line[counting[-1]]["upper"]
            assurance = (
                rule["without_limits"]
                if lower is None
                else assurance_of(lower, upper, target, good, rule["target_on_limit"])
            )
    return {
        "sections": sections,
        "marks": marks,
        "variation": variation,
        "assurance": assurance,
        "doubts": doubts,
    }


def as_text(cases):
    """A mark a line: a change of one point is then a change of one line."""
    text = []
    for case in cases:
        found = case["expect"]
        given = {key: value for key, value in case.items() if key != "expect"}
        parts = [f"    {json.dumps(key)}: {json.dumps(value)}" for key, value in given.items()]
        inner = []
        for key, value in found.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                rows = ",\n".join("        " + json.dumps(row) for row in value)
                inner.append(f"      {json.dumps(key)}: [\n{rows}\n      ]")
            else:
                inner.append(f"      {json.dumps(key)}: {json.dumps(value)}")
        parts.append('    "expect": {\n' + ",\n".join(inner) + "\n    }")
        text.append("  {\n" + ",\n".join(parts) + "\n  }")
    return "[\n" + ",\n".join(text) + "\n]\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = 0
    for path in sorted(pathlib.Path(__file__).parent.glob("*.json")):
        # Numbers of the points are read as they are written: "0.1" is a tenth.
        exact = json.loads(path.read_text(), parse_float=F)
        cases = json.loads(path.read_text())
        for case, exact_case in zip(cases, exact):
            case["expect"] = expect(exact_case)
        text = as_text(cases)
        if text == path.read_text():
            continue
        stale += 1
        if check:
            print(f"{path}: not as expect.py finds it")
        else:
            path.write_text(text)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())

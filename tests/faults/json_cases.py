"""Row 9: JSON that is none, and all that JSON allows, as the documents of JSONTestSuite ask it.

A document of the suite is the answer of the second round: what is no JSON must be refused as that,
and what is JSON must be read, and then refused for not being a board's. The 35 documents that a
reader may take or leave have our answer beside their names, in support/json_cases.txt.
"""

import pathlib

import npm_data
from bad_server import http
from feed_faults import FeedFault, FeedFaults
from suite import table


def listed():
    """(name, our answer if a reader may choose, else '') of each of the suite's documents."""
    lines = pathlib.Path(npm_data.__file__).with_name("json_cases.txt").read_text(encoding="utf-8")
    for line in lines.splitlines():
        name, _, answer = line.partition("  ")
        yield name, answer.strip()


def document_of(name):
    return lambda peer: peer.answer(http("200 OK", npm_data.json_documents()[name]))


def wanted(name, answer):
    """(outcome, regular expression for its cause)"""
    if name.startswith("y_") or answer == "read":
        return "Not a board feed", r".+"
    if answer:
        return "Answer is not JSON", f".*{answer}.*"
    return ("Answer is not JSON",
            r"line \d+, column \d+: .+|the document is empty|nested more than 64 levels deep")


def cases_of(start, first="", end="~"):
    for name, answer in listed():
        if name.startswith(start) and first <= name[len(start):] < end:
            outcome, cause = wanted(name, answer)
            yield FeedFault(name=name, rows=(9,), answer=document_of(name), outcome=outcome,
                            detail=cause, feed={"every_seconds": 10})


class JsonFaults(FeedFaults):
    missing = ""

    @classmethod
    def setUpClass(cls):
        try:
            npm_data.json_documents()
            super().setUpClass()
        except npm_data.Missing as reason:
            cls.missing = str(reason)

    def setUp(self):
        if self.missing:
            self.skipTest(self.missing)


class Valid(JsonFaults):
    @table(*cases_of("y_"))
    def check(self, case):
        self.check_fault(case)


class NoArrays(JsonFaults):
    @table(*cases_of("n_", "a", "number_i"))
    def check(self, case):
        self.check_fault(case)


class NoNumbersOrObjects(JsonFaults):
    @table(*cases_of("n_", "number_i", "st"))
    def check(self, case):
        self.check_fault(case)


class NoStringsOrStructures(JsonFaults):
    @table(*cases_of("n_", "st"))
    def check(self, case):
        self.check_fault(case)


class OurChoice(JsonFaults):
    @table(*cases_of("i_"))
    def check(self, case):
        self.check_fault(case)

"""Cases of the fault suite: named, numbered by the table of faults, and counted.

A module of tests/faults holds classes of FaultTest. A case is one test that says which rows of the
table of RELIABILITY.md it injects:

    class Store(FaultTest):
        @fault("power cut while the document is renamed", 13)
        def test_rename(self): ...

        @table(Cut(name="full disk", rows=(13,), size=0), ...)      any class derived of Case
        def check(self, cut): ...                                   one test for each of its rows

What a case found out beside its outcome it says with `self.measure(worst_gap_ms=12)`; the measures
stand in the results, and worst_gap_ms in the page. A case that cannot run here calls skipTest with
the reason, which is printed and counted.
"""

import dataclasses
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Case:
    name: str  # unique in its module, in words
    rows: tuple  # of the table of faults


class Place:
    """Where this run finds the programs and may leave things; set by `run` before a case starts."""

    programs = ROOT / "build/release/bin"
    scratch = None  # a folder that goes when the module ends


def fault(name, *rows):
    """One test, one case."""

    def mark(method):
        method.fault_case = Case(name=name, rows=tuple(rows))
        return method

    return mark


def table(*cases):
    """One test for each case; the method gets the case."""

    def mark(method):
        method.fault_table = cases
        return method

    return mark


class FaultTest(unittest.TestCase):
    longMessage = True
    maxDiff = None

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        for attribute, method in list(vars(cls).items()):
            for number, case in enumerate(getattr(method, "fault_table", ())):
                slug = re.sub(r"\W+", "_", case.name)
                setattr(cls, f"test_{attribute}_{number:03}_{slug}", _bound(method, case))

    @classmethod
    def cases(cls):
        """Every case of the class's tables, for what all of them share."""
        methods = (getattr(cls, name) for name in dir(cls) if name.startswith("test"))
        return [method.fault_case for method in methods if hasattr(method, "fault_case")]

    def measure(self, **measures):
        self.__dict__.setdefault("measures", {}).update(measures)

    @property
    def case(self):
        method = getattr(self, self._testMethodName, None)
        return getattr(method, "fault_case", None)


def _bound(method, case):
    def test(self):
        method(self, case)

    test.fault_case = case
    test.__doc__ = None
    return test

"""Row 10: the Big List of Naughty Strings, each in every text of a feed that a real board shows.

That none of them leaves its box on any kind of slide is held by tests/program/hostile_texts_test.cpp.
"""

import unicodedata

import npm_data
from bad_server import bytes_of, http
from board import document
from feed_faults import SECOND, FeedFault, FeedFaults
from suite import table

STRINGS = 485


def document_of(text):
    """A document that says `text` wherever people write."""
    whole = document(82.5, generated_at=SECOND, title=text, organisation=text, message=text,
                     notices=[{"title": text, "text": text}])
    whole["kpis"][0] |= {"title": text, "short": text, "lead": text, "note": text, "source": text}
    return bytes_of(whole)


def answer_with(number):
    return lambda peer: peer.answer(
        http("200 OK", document_of(npm_data.naughty_strings()[number])))


CASES = [FeedFault(name=f"naughty string {number + 1}", rows=(10,), answer=answer_with(number),
                   outcome="Answered", reads=True, feed={"every_seconds": 15})
         for number in range(STRINGS)]


class HostileStrings(FeedFaults):
    missing = ""

    @classmethod
    def setUpClass(cls):
        try:
            if len(npm_data.naughty_strings()) != STRINGS:
                raise AssertionError(f"{len(npm_data.naughty_strings())} strings, not {STRINGS}")
            super().setUpClass()
        except npm_data.Missing as reason:
            cls.missing = str(reason)

    def setUp(self):
        if self.missing:
            self.skipTest(self.missing)

    def is_shown(self, case):
        # A figure whose title is blank is none.
        text = npm_data.naughty_strings()[CASES.index(case)]
        return any(unicodedata.category(char)[0] not in "CZ" for char in text)

    @table(*CASES)
    def check(self, case):
        self.check_fault(case)

"""Most texts ask for no help: a look at their words says so, and never passes over one that does."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.needs import may_ask, need_in, read_needs
from core.understanding.written import Written, read_written

CORPUS = [
    json.loads(line)["text"]
    for name in ("developed", "scored")
    for line in (Path(__file__).parents[2] / "understanding" / f"{name}.jsonl").read_text().splitlines()
    if line.strip()
]
# What the reading of needs looks for, so that chance makes sentences of it that ask, and some that nearly do.
TOLD = """
i we i'll we'd 'd d really still also just now urgently please pls plz need needs needing needed require
requires requiring could would like do with use benefit from welcome appreciate love value be grateful for
really good great if to have get looking asking in of after want crying out hoffwn gael mae angen fyddai'n dda
cael can will a all allwch fedrwch you someone anyone borrow may my manager finance team help chase sort look
sign approve escalate any advice ideas support tips send assistance input is wanted appreciated some more extra
bit on an another second spare pair hands person hand rhywun cymorth the deadline access budget decision no not
don't until longer , . ; but and so IT legal stock Helpu cover push
"""
WORDS = TOLD.split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


def asks_without_its_words(written: Written) -> list[str]:
    """Clauses in which help is found although `may_ask` says that there can be none."""
    return [
        words
        for clause in written.clauses
        if need_in(written.said, clause) is not None and not may_ask(words := written.words_of(clause))
    ]


@given(text=SENTENCES | st.text(max_size=60))
def test_nothing_that_asks_for_help_is_passed_over(text: str):
    assert asks_without_its_words(read_written(text)) == []


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_nothing_that_people_wrote_is_passed_over(text: str):
    assert asks_without_its_words(read_written(text)) == []


def test_the_words_made_up_here_do_ask_for_help_often():
    asked = [f"{who} {verb} help with the form" for who in ("i", "we") for verb in ("need", "could use", "want")]
    assert all(read_needs(read_written(each), ()) for each in asked)


def test_a_text_without_any_of_the_words_has_no_needs():
    written = read_written("Waiting for boiler parts from the supplier since Tuesday")
    assert not may_ask(written.said)
    assert read_needs(written, ()) == []

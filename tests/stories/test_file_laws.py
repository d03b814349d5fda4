"""Laws of files: whatever they are called, a button holds them, and what is kept is what was sent."""

import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.cards.files import shown
from core.model.person import Platform
from core.model.shared_file import FileBatch, SharedFile
from core.services.certificates import evidence_of, kept_evidence, token_of

MOST_IN_A_BUTTON = 200
"""Characters of evidence beside a course and a day."""

NAMES = st.text(min_size=1, max_size=300)
FILES = st.builds(SharedFile, NAMES, link=st.just("https://files.example/1"))
BATCHES = st.builds(
    FileBatch,
    st.just("0" * 32),
    st.just("vale"),
    st.just("amira"),
    st.just(Platform.WEB),
    st.just("demo"),
    st.just(datetime(2026, 11, 20, tzinfo=UTC)),
    st.lists(FILES, min_size=1, max_size=10).map(tuple),
)


def kept(batch: FileBatch | None, evidence: str) -> str:
    async def get(person_id: str, batch_id: str) -> FileBatch | None:
        return batch if batch and batch_id == batch.id else None

    turn: Any = SimpleNamespace(
        person=SimpleNamespace(id="amira"), store=SimpleNamespace(files=SimpleNamespace(get=get))
    )
    return asyncio.run(kept_evidence(turn, evidence))


@given(BATCHES, st.text(max_size=300))
def test_whatever_files_are_called_all_of_them_are_kept(batch: FileBatch, words: str):
    token = token_of(batch, words)
    assert len(token) <= MOST_IN_A_BUTTON
    assert "|" not in token
    assert kept(batch, token).endswith(evidence_of(batch))


@given(BATCHES)
def test_names_are_kept_where_the_links_are_no_longer_known(batch: FileBatch):
    assert kept(None, token_of(batch)) == shown(token_of(batch))


@given(st.text(max_size=200))
def test_words_alone_are_kept_as_they_are(words: str):
    expected = words if words.count(":") < 3 or not words.startswith("files:") else kept(None, words)
    assert kept(None, words) == expected

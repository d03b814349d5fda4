"""The bank of pulse questions, in `pulse.toml`, and whose turn it is."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from core.model.person import Language


@cache
def _bank() -> Mapping[str, Mapping[Language, str]]:
    listed = tomllib.loads((Path(__file__).parent / "pulse.toml").read_text(encoding="utf-8"))["question"]
    return {each["id"]: {language: each[language.value] for language in Language} for each in listed}


def question_ids() -> Sequence[str]:
    """Every question, in the order in which they are asked."""
    return tuple(_bank())


def question_after(asked: int) -> str:
    """The id of the question whose turn it is once `asked` questions were."""
    ids = question_ids()
    return ids[asked % len(ids)]


def question_text(question_id: str, language: Language) -> str:
    """A question as people read it; the id itself where it is in the bank no more."""
    return _bank().get(question_id, {}).get(language, question_id)

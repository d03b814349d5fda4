"""The bank of ready questions, in English and Welsh; the file beside the catalogues says what each field means."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from core.model.checkin import NoteAudience
from core.model.questions import FollowUp, Question, QuestionKind, Trigger, Wording


@cache
def bank() -> Mapping[str, Question]:
    """Every ready question by its key, which is also its id, in the file's order."""
    text = files("core.texts").joinpath("questions.toml").read_text(encoding="utf-8")
    return {entry["key"]: _question(entry) for entry in tomllib.loads(text)["question"]}


def _question(entry: Mapping[str, Any]) -> Question:
    return Question(
        id=entry["key"],
        kind=QuestionKind(entry["kind"]),
        wording=Wording(entry["en"], entry["cy"]),
        options=_options(entry.get("options_en", ()), entry.get("options_cy", ())),
        every_weeks=entry.get("every_weeks", 1),
        audience=NoteAudience.TEAM if entry.get("team") else NoteAudience.MANAGER,
        sensitive=entry.get("sensitive", False),
        follow_up=_follow_up(entry["follow_up"]) if "follow_up" in entry else None,
        bank=entry["key"],
    )


def _options(en: Sequence[str], cy: Sequence[str]) -> tuple[Wording, ...]:
    return tuple(Wording(english, welsh) for english, welsh in zip(en, cy, strict=True))


def _follow_up(entry: Mapping[str, str]) -> FollowUp:
    when = entry["when"]
    trigger = Trigger.AT_MOST if when.startswith("at most ") else Trigger.IS
    return FollowUp(Wording(entry["en"], entry["cy"]), trigger, when.removeprefix("at most "))

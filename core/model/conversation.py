"""A conversation in progress: where someone is in a flow and what they have answered."""

from dataclasses import dataclass, field
from datetime import datetime

from core.model.person import Platform

SENT_IN = "sent in"
"""After every draft, whose `at` begins with a figure."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as given: `text` as typed or chosen, `value` as understood (re-readable by the step's input)."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """One person's passage through one flow, about one subject (a check-in's id, say).

    `step` is the key of the question that was asked last in typed chat, None while a form is used or nothing was
    asked yet. `editing` is the key to come back to after a "change". `answers` are by step key; a step that was
    skipped has an empty `Given`. `form` is the form that answered last, "" when it was typed, and `form_at` its
    newest draft, or `SENT_IN`. `version` guards against two replicas answering the same question.
    """

    person_id: str
    flow: str
    subject: str
    step: str | None = None
    return_to: str | None = None
    answers: dict[str, Given] = field(default_factory=dict)
    platform: Platform | None = None
    active: bool = True
    updated_at: datetime | None = None
    version: int = 0
    form: str = ""
    form_at: str = ""

"""Forms that are open twice, or whose drafts overtake one another on their way through several replicas."""

from collections.abc import Mapping
from dataclasses import replace

from core.chat.event import FormSubmitted
from core.model.conversation import Conversation


def is_overtaken(event: FormSubmitted, conversation: Conversation) -> bool:
    """Whether a draft comes after a newer one of its form, or after the form itself was sent in."""
    is_late = bool(event.at) and event.form == conversation.form and event.at <= conversation.form_at
    return event.draft and is_late


def said_here(event: FormSubmitted, conversation: Conversation) -> Mapping[str, str]:
    """What the form says, without what only stands in it from before where another one has answered meanwhile."""
    if event.form == conversation.form:
        return event.values
    answers = conversation.answers
    before = {key for key in event.untouched if key in answers and answers[key].value}
    return {key: value for key, value in event.values.items() if key not in before}


def heard_from(event: FormSubmitted, conversation: Conversation) -> Conversation:
    """The conversation with this form as the one that answered last."""
    known = conversation.form_at if event.form == conversation.form else ""
    return replace(conversation, form=event.form, form_at=event.at or known)

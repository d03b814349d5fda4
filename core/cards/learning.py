"""What was learned from a missed target and what was agreed, as the person and their line manager see it."""

from datetime import datetime

from core.cards.asking import SEPARATOR
from core.cards.missed import FLOW, Viewpoint, talk_actions
from core.cards.objectives import progress_bar
from core.chat.card import Action, Actions, Card, Fact, Facts, Heading, Paragraph, Part, Tone
from core.model.action import AgreedAction
from core.model.missed_target import MissedTarget, Offer
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def for_person(person: Person, manager: Person | None, found: Offer, action: AgreedAction | None) -> Card:
    """Thanks, what was said, what was agreed, and who sees it."""
    words = words_for(person.language)
    parts = _opening(words, found, Viewpoint.OWN)
    if action is not None:
        doer = words("learned-you") if action.owner_id == person.id else (manager.name if manager else "")
        parts += _agreed(words, action, doer)
    sees = words("learned-seen-by", name=manager.name) if manager else words("learned-seen-by-you")
    parts.append(Paragraph(sees, Tone.SUBTLE))
    change = Action("flow.form", words("learned-change"), SEPARATOR.join((FLOW, found.miss.id)))
    parts.append(Actions((change,)))
    return Card(words("learned-title", name=person.first_name), tuple(parts), words.language)


def for_manager(manager: Person, person: Person, found: Offer, action: AgreedAction | None) -> Card:
    """What a report found out about a missed target, and what was agreed; whether it is for the manager to do."""
    words = words_for(manager.language)
    parts = _opening(words, found, Viewpoint.MANAGER)
    if action is not None:
        own = action.owner_id == manager.id
        parts += _agreed(words, action, words("learned-you") if own else person.name)
        asked = words("learned-asked-of-you") if own else words("learned-asked-of", name=person.first_name)
        parts.append(Paragraph(asked, Tone.SUBTLE))
    parts.append(Paragraph(words("learned-kindly", name=person.first_name), Tone.SUBTLE))
    return Card(words("learned-title-manager", name=person.name), tuple(parts), words.language)


def _opening(words: Words, found: Offer, viewpoint: Viewpoint) -> list[Part]:
    objective = found.objective
    bar = progress_bar(
        words, objective, objective.latest, label=objective.title, miss=found.miss, viewpoint=viewpoint
    )
    said = said_of(words, found.miss, viewpoint)
    return [bar, *(said or [Paragraph(words("learned-nothing-said"), Tone.SUBTLE)])]


def said_of(words: Words, miss: MissedTarget, viewpoint: Viewpoint) -> list[Part]:
    """The answers about a miss, as given; empty when nothing was said or the conversation is not at its end."""
    if miss.answered_at is None:
        return []
    outside = ""
    if miss.outside_control is not None:
        outside = words("yes") if miss.outside_control else words("no")
        if miss.outside_factor:
            outside = words("learned-outside-what", answer=outside, what=miss.outside_factor)
    your = viewpoint is Viewpoint.OWN
    answers = (
        ("learned-happened", miss.happened),
        ("learned-outside-your" if your else "learned-outside-their", outside),
        ("learned-prevention", miss.prevention),
        ("learned-help", miss.help_needed),
    )
    facts = tuple(Fact(words(key), value) for key, value in answers if value)
    return [Facts(facts)] if facts else []


def _agreed(words: Words, action: AgreedAction, doer: str) -> list[Part]:
    when = formats.full_date(action.due_on, words.language) if action.due_on else words("actions-no-date")
    return [
        Heading(words("learned-agreed")),
        Paragraph(action.text),
        Facts((Fact(words("learned-who"), doer), Fact(words("learned-when"), when))),
    ]


def put_off(person: Person, title: str, miss_id: str, at: datetime | None) -> Card:
    """The conversation waits, until the time it comes back if one was understood."""
    words = words_for(person.language)
    text = words("learned-put-off", at=formats.moment(at, person)) if at else words("learned-put-off-unclear")
    return Card(title, (Paragraph(text), talk_actions(words, miss_id)), words.language)


def brought_back(person: Person, title: str, miss_id: str) -> Card:
    """The conversation comes back at the time that was asked for."""
    words = words_for(person.language)
    return Card(title, (Paragraph(words("learned-brought-back")), talk_actions(words, miss_id)), words.language)

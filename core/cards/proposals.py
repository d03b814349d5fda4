"""Objectives on their way to being agreed: sent, to agree, agreed."""

from datetime import date

from core.cards.asking import SEPARATOR
from core.cards.objectives import progress_bar
from core.chat.card import Action, Actions, ActionStyle, Card, Fact, Facts, Paragraph, Part, Tone
from core.model.measure import Direction
from core.model.objective import Objective
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for

FLOW = "add_objective"


def sent(reader: Person, owner: Person, objective: Objective, other: Person | None) -> Card:
    """Confirms a proposal to whoever made it; without `other` it holds already."""
    words = words_for(reader.language)
    if other is None:
        return Card(words("objective-added"), _shown(words, objective), words.language)
    waits = Paragraph(words("proposal-waits", name=other.name))
    own = reader.id == owner.id
    title = words("proposal-sent") if own else words("proposal-sent-for", name=owner.name)
    return Card(title, (waits, *_shown(words, objective)), words.language)


def to_agree(reader: Person, proposer: Person, owner: Person, objective: Objective, subject: str) -> Card:
    """Asks the other to agree, or to suggest a change."""
    words = words_for(reader.language)
    own = reader.id == owner.id
    title = words("proposal-with-you" if own else "proposal-by-report", name=proposer.name)
    asked = (Paragraph(words("proposal-ask")), agree_actions(words, objective, subject))
    return Card(title, (*_shown(words, objective), *asked), words.language)


def agree_actions(words: Words, objective: Objective, subject: str) -> Actions:
    """Agree, or open the form with everything filled in."""
    return Actions(
        (
            Action("objectives.agree", words("proposal-agree"), objective.id, ActionStyle.PRIMARY),
            Action("flow.form", words("proposal-change"), SEPARATOR.join((FLOW, subject))),
        )
    )


def agreed(reader: Person, owner: Person, objective: Objective) -> Card:
    """Confirms to whoever agreed."""
    words = words_for(reader.language)
    own = reader.id == owner.id
    title = words("objective-added") if own else words("objective-added-for", name=owner.name)
    return Card(title, _shown(words, objective), words.language)


def was_agreed(reader: Person, by: Person, owner: Person, objective: Objective) -> Card:
    """Tells whoever proposed that the other agreed."""
    words = words_for(reader.language)
    asked = words("proposal-asked-from-now" if reader.id == owner.id else "proposal-asked-them")
    return Card(
        words("proposal-agreed-by", name=by.name),
        (*_shown(words, objective), Paragraph(asked, Tone.SUBTLE)),
        words.language,
    )


def waiting(words: Words, reader: Person, objective: Objective, other: str, subject: str) -> tuple[Part, ...]:
    """A proposal in a list: by the reader, waiting for `other`, or to be agreed by the reader."""
    bar = progress_bar(words, objective, objective.latest, label=objective.title)
    if objective.proposed_by_id == reader.id:
        return bar, Paragraph(words("proposal-waits", name=other), Tone.SUBTLE)
    proposed_by = Paragraph(words("proposal-to-agree", name=other), Tone.SUBTLE)
    return bar, proposed_by, agree_actions(words, objective, subject)


def _shown(words: Words, objective: Objective) -> tuple[Part, ...]:
    facts = []
    if objective.for_whom:
        facts.append(Fact(words("add-objective-for-whom-label"), objective.for_whom))
    if objective.measure:
        facts.append(Fact(words("add-objective-measure-label"), objective.measure))
    if objective.direction is Direction.WITHIN:
        facts.append(Fact(words("proposal-limits"), _limits(words, objective)))
    if objective.priority:
        facts.append(Fact(words("proposal-serves"), objective.priority))
    if objective.no_aim_reason:
        facts.append(Fact(words("add-objective-no-aim-reason-label"), objective.no_aim_reason))
    facts += [Fact(each.title, _by(words, each.due_on)) for each in objective.milestones]
    if objective.kept_because:
        facts.append(Fact(words("add-objective-kept-because-label"), objective.kept_because))
    bar = progress_bar(words, objective, objective.latest, label=objective.title)
    return (bar, Facts(tuple(facts))) if facts else (bar,)


def _by(words: Words, day: date | None) -> str:
    return words("objective-by", date=formats.full_date(day, words.language)) if day else words("proposal-no-date")


def _limits(words: Words, objective: Objective) -> str:
    def amount(value: float | None) -> str:
        return "" if value is None else formats.quantity(value, objective.unit, words.language)

    if objective.floor is None:
        return words("proposal-at-most", most=amount(objective.target))
    if objective.target is None:
        return words("proposal-at-least", least=amount(objective.floor))
    return words("proposal-between", least=amount(objective.floor), most=amount(objective.target))

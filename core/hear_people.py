"""What people do for one another and learn: kudos, feedback, evidence and training, typed, tapped or chosen.

Every id that comes back is asked about again, and refusals say the same whatever was named.
"""

import re
from collections.abc import Awaitable, Callable

from core import hear_360
from core.cards import greeting
from core.chat.effect import Outcome, reply
from core.chat.event import MessageChosen
from core.commands import SKILL_WORDS
from core.flows import engine
from core.flows.about_objective import begin
from core.flows.add_evidence import ADD_EVIDENCE, from_message, from_recognition, to_objective
from core.flows.change_feedback import CHANGE_FEEDBACK, change_feedback, take_back
from core.flows.flow import Flow
from core.flows.give_feedback import FEEDBACK_NOTE, GIVE_FEEDBACK, ask_more
from core.flows.recognise import LONGEST, RECOGNISE
from core.flows.whom import WHOM, choose_whom, new_subject, read_subject
from core.model.conversation import Given
from core.services import (
    ask_feedback,
    give_feedback,
    give_recognition,
    give_unnamed_feedback,
    own_skills,
    record_training,
)
from core.services.find_colleague import find_colleague
from core.services.hear_update import hear_update
from core.services.name_report import named_report
from core.turn import Turn

FLOWS: tuple[Flow, ...] = (RECOGNISE, ADD_EVIDENCE, GIVE_FEEDBACK, CHANGE_FEEDBACK, FEEDBACK_NOTE)

_RECEIVED = re.compile(r"^(?:mine|received|list|fy rhai i|derbyniwyd|rhestr)$", re.IGNORECASE)
_SKILLS = re.compile(r"^(?:my\s+skills|skills?|fy sgiliau|sgiliau|sgìl|sgil)\b", re.IGNORECASE)
_TO = re.compile(r"^(?:give\s+)?(?:to|for|give|i|rhoi i|at)\s+(?=\S)", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|because|am|oherwydd|about)\s+|\s*[:–]\s+", re.IGNORECASE)
_ASK = re.compile(r"^(?:ask|request|gofyn)\b\s*(?:i\s+)?", re.IGNORECASE)
_ABOUT = re.compile(r"\s+(?:about|on|am|ynghylch)\s+|\s*:\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\ba\b|\bac\b)\s*|\s+(?=@)", re.IGNORECASE)


# --- kudos ----------------------------------------------------------------------------------------------------


async def hear_kudos(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`kudos @someone for ...`; without a name what one was thanked for, or the form from a menu."""
    if _RECEIVED.match(rest) or not (rest or by_menu):
        return await give_recognition.show_received(turn, new_subject())
    name, text = _name_and_words(turn, rest, _FOR)
    return await _begin(turn, RECOGNISE, name, text, by_menu=by_menu)


async def _begin(turn: Turn, flow: Flow, name: str, text: str, *, by_menu: bool) -> Outcome:
    """Begin with what is known: the colleague where it is clear who is meant, else the name as it was typed.

    Where nothing is said, what was begun in a form and not sent goes on.
    """
    if by_menu and not (name or text) and (begun := await _begun(turn, flow)) is not None:
        return await engine.open_form(turn, flow, begun)
    person = (await find_colleague(turn, name)).one if name else None
    given = {"text": Given(text, text)} if text else {}
    if name and person is None:
        given[WHOM] = Given(name, name)
    return await begin(turn, flow, new_subject(person), given, by_form=by_menu)


async def _begun(turn: Turn, flow: Flow) -> str | None:
    """The subject of what was begun last, for nobody in particular, and closed with something filled in."""
    current = await turn.store.conversations.current(turn.person.id)
    if current is None or current.flow != flow.name or current.step is not None or not current.answers:
        return None
    return None if read_subject(current.subject).person_id else current.subject


def _name_and_words(turn: Turn, rest: str, between: re.Pattern[str]) -> tuple[str, str]:
    """Whom it is for, and what was said about it."""
    said = _TO.sub("", rest, count=1)
    mention = turn.mentions[0].text.strip() if turn.mentions else ""
    if mention and mention in said:
        _, _, words = said.partition(mention)
        return mention, re.sub(r"^\s*(?:for|because|am|oherwydd|about|[:,–-])\s*", "", words, flags=re.I).strip()
    parts = between.split(said, maxsplit=1)
    return parts[0].strip(), parts[1].strip() if len(parts) > 1 else ""


# --- feedback -------------------------------------------------------------------------------------------------


async def hear_feedback(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`feedback @person ...`, `feedback ask @a @b about ...`, or what one was told and who asks for more."""
    if _RECEIVED.match(rest) or not (rest or by_menu):
        return await ask_feedback.show_feedback(turn, new_subject())
    if (own := hear_360.ABOUT_ONESELF.match(rest)) is not None:
        return await hear_360.hear_own_360(turn, own["more"].strip())
    if _ASK.match(rest):
        names, _, question = _split(_ABOUT, _ASK.sub("", rest, count=1))
        return await ask_feedback.ask(turn, [each for each in _AND.split(names) if each], question)
    name, text = _name_and_words(turn, rest, _FOR)
    is_named = bool(turn.mentions) or name.startswith("@") or _TO.match(rest) is not None
    if rest and not is_named and (await find_colleague(turn, name)).one is None:
        # "Feedback from tenants is up to 82%" is an update and names nobody.
        update = await hear_update(turn, f"feedback {rest}")
        if update is not None:
            return update
    return await _begin(turn, GIVE_FEEDBACK, name, text, by_menu=by_menu)


def _split(between: re.Pattern[str], text: str) -> tuple[str, str, str]:
    found = between.search(text)
    if found is None:
        return text.strip(), "", ""
    return text[: found.start()].strip(), found.group(), text[found.end() :].strip()


# --- training -------------------------------------------------------------------------------------------------


async def hear_training(turn: Turn, rest: str) -> Outcome:
    """One's own training, a report's, or a completion: `training fire safety on Tuesday`."""
    if not rest or _RECEIVED.match(rest):
        return await record_training.show_training(turn, turn.person)
    if is_about_skills(rest):
        return await own_skills.hear_own(turn, _SKILLS.sub("", rest, count=1).strip())
    if rest.startswith("@") or turn.mentions:
        reports = await named_report(turn, rest)
        if len(reports) == 1:
            return await record_training.show_training(turn, reports[0])
    said = re.sub(r"^(?:add|record|ychwanegu|cofnodi)\s+", "", rest, flags=re.IGNORECASE)
    if (update := await hear_update(turn, f"training {rest}")) is not None:
        return update
    told = await record_training.hear_completion(turn, said, within=True)
    return told or await record_training.show_training(turn, turn.person)


def is_about_skills(rest: str) -> bool:
    """Whether "training …" is of skills, alone or with what is done to them; "skills for carers" is a course."""
    after = _SKILLS.sub("", rest, count=1).split()
    return _SKILLS.match(rest) is not None and (not after or after[0].casefold() in SKILL_WORDS)


# --- messages and buttons -------------------------------------------------------------------------------------


async def hear_message(turn: Turn, event: MessageChosen) -> Outcome:
    """An entry of a message's menu: thank who wrote it, or keep it as evidence."""
    if event.name == "evidence":
        return await from_message(turn, event.text, event.link)
    origin = turn.origin
    author = (
        await turn.store.people.by_account(origin.platform, origin.workspace, event.author)
        if event.author
        else None
    )
    if author is None:
        key = "recognise-unknown-author" if event.author else "recognise-no-author"
        return reply(greeting.said(turn.words, "recognise-card", key))
    text = event.text[:LONGEST]
    return await begin(turn, RECOGNISE, new_subject(author), {"text": Given(text, text)}, by_form=True)


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "recognition.to": lambda turn, value: choose_whom(turn, RECOGNISE, value),
    "recognition.share": give_recognition.share,
    "recognition.keep": give_recognition.keep,
    "recognition.evidence": from_recognition,
    "objective.evidence": to_objective,
    "training.did": record_training.confirm_today,
    "feedback.to": lambda turn, value: choose_whom(turn, GIVE_FEEDBACK, value),
    "feedback.read": give_feedback.read,
    "feedback.open": give_feedback.read_again,
    "feedback.change": change_feedback,
    "feedback.withdraw": take_back,
    "feedback.not_now": ask_feedback.decline,
    "feedback.reports": lambda turn, _: give_unnamed_feedback.show_reports(turn),
    "feedback.thank": give_feedback.thank,
    "feedback.ask": ask_more,
    "training.record": record_training.record,
    "training.confirm": record_training.confirm,
    "training.which": record_training.ask_which_course,
    "training.drop": record_training.drop,
}
"""What each button about these does, by the action's name."""

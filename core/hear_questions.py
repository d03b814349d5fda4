"""What HR and line managers say about the questions of check-ins: after `hr questions` and `team questions`."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from core.cards import question_list as cards
from core.cards.asking import SEPARATOR
from core.chat.card import Option
from core.chat.effect import Outcome, reply
from core.flows import engine
from core.flows.about_objective import begin
from core.flows.keep_question import (
    KEEP_QUESTION,
    TRY_QUESTIONS,
    given_of,
    question_of,
    subject_for,
    try_subject,
)
from core.model.person import Language
from core.model.questions import WELLBEING, FollowUp, Question, QuestionKind, Wording
from core.services import keep_questions as keeping_questions
from core.services.keep_questions import HR, TEAM, Keeping, keeping_of
from core.services.question_bank import bank
from core.turn import Turn
from core.understanding.choices import read_choice
from core.understanding.question_words import read_days, read_question, read_rhythm, read_trigger

_ADD = ("add", "new", "ask", "ychwanegu", "newydd", "gofyn")
_BANK = ("bank", "banc")
_REMOVE = ("remove", "delete", "drop", "dileu", "tynnu")
_MOVE = ("move", "symud")
_CHANGE = ("change", "edit", "newid", "golygu")
_RHYTHM = ("rhythm", "every", "amlder")
_FOLLOW_UP = ("follow-up", "followup", "dilyniant")
_PREVIEW = ("preview", "rhagolwg")
_TRY = ("try", "trio", "profi")
_WELLBEING = ("wellbeing", "well-being", "lles", "llesiant")
_WINDOW = ("window", "ffenestr")
_UNDO = ("undo", "dadwneud")
_OFF = ("off", "remove", "stop", "diffodd", "i ffwrdd")

_NUMBERED = re.compile(r"^#?(?P<number>\d{1,2})\b[\s:.,–-]*(?P<rest>.*)$", re.DOTALL)
_TO = re.compile(
    r"^(?:to|i|at)?\s*(?P<place>\d{1,2}|up|down|top|first|last|i fyny|i lawr|cyntaf|olaf)\s*$", re.IGNORECASE
)
_FROM_BANK = re.compile(r"^(?:from (?:the )?bank|o['’]r banc)\s*[:–-]?\s*", re.IGNORECASE)
_IF = re.compile(r"^(?P<when>(?:if|when|os|pan)\b[^:?]*?)\s*[:,–-]\s*(?P<text>.+)$", re.IGNORECASE | re.DOTALL)


async def hear_hr_questions(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr questions …`: what everyone is asked."""
    return await _hear(turn, HR, rest, by_menu=by_menu)


async def hear_team_questions(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`team questions …`: what one's own reports are asked besides."""
    return await _hear(turn, TEAM, rest, by_menu=by_menu)


async def _hear(turn: Turn, scope: str, rest: str, *, by_menu: bool) -> Outcome:
    keeping = await keeping_of(turn, scope)
    if keeping is None:
        return await keeping_questions.refused(turn)
    word, _, more = rest.strip().partition(" ")
    said, more = word.casefold().strip(":"), more.strip()
    if said in _ADD:
        return await _add(turn, keeping, more, by_menu=by_menu)
    if said in _BANK:
        return await keeping_questions.show_bank(turn, scope)
    if said in _REMOVE:
        found, _ = _which(turn, keeping, more)
        return await (keeping_questions.remove(turn, scope, found.id) if found else _say_which(turn, keeping))
    if said in _MOVE:
        return await _move(turn, keeping, more)
    if said in _CHANGE:
        return await _change(turn, keeping, more, by_menu=by_menu)
    if said in _FOLLOW_UP:
        return await _follow_up(turn, keeping, more)
    if said in _PREVIEW:
        return await keeping_questions.show_preview(turn, scope)
    if said in _TRY:
        return await try_on_me(turn, scope, by_form=by_menu)
    if said in _WELLBEING:
        return await _wellbeing(turn, keeping, more)
    if said in _UNDO:
        return await keeping_questions.undo_last(turn, scope)
    if said in _WINDOW and scope == HR:
        return await keeping_questions.set_window(turn, read_days(more))
    if said in _RHYTHM or _NUMBERED.match(rest.strip()):
        return await _rhythm(turn, keeping, more if said in _RHYTHM else rest.strip())
    if rest.strip():
        return reply(cards.which(turn.person, scope, f"questions-{scope}-how"))
    return await keeping_questions.show(turn, scope)


def _which(turn: Turn, keeping: Keeping, said: str) -> tuple[Question | None, str]:
    """The question that a number, or words of it, name first; and what was said after the number."""
    numbered = _NUMBERED.match(said)
    if numbered is not None:
        number = int(numbered["number"])
        there = 1 <= number <= len(keeping.questions)
        return (keeping.questions[number - 1] if there else None), numbered["rest"].strip()
    options = [Option(each.id, each.wording.read_in(turn.person.language)) for each in keeping.questions]
    named = read_choice(said, options) if said and options else None
    return (keeping.now.question(named) if named else None), ""


async def _say_which(turn: Turn, keeping: Keeping) -> Outcome:
    return reply(cards.which(turn.person, keeping.scope, "questions-which", count=len(keeping.questions)))


async def _add(turn: Turn, keeping: Keeping, said: str, *, by_menu: bool) -> Outcome:
    """A sentence that says it all adds the question at once; what is missing is asked."""
    if (from_bank := _FROM_BANK.match(said)) is not None:
        return await _add_ready(turn, keeping, said[from_bank.end() :])
    subject = subject_for(keeping.scope)
    words = read_question(said)
    if not words.text:
        return await (engine.open_form if by_menu else engine.begin)(turn, KEEP_QUESTION, subject)
    given = given_of(words)
    if words.kind is QuestionKind.CHOICE and len(words.options) < 2:
        given.pop("options", None)
        return await begin(turn, KEEP_QUESTION, subject, given, by_form=by_menu)
    return await keeping_questions.keep(turn, keeping, question_of(turn, subject.rpartition(".")[2], None, given))


async def _add_ready(turn: Turn, keeping: Keeping, said: str) -> Outcome:
    ready = bank()
    options = [Option(key, each.wording.read_in(turn.person.language)) for key, each in ready.items()]
    named = said.casefold() if said.casefold() in ready else read_choice(said, options) if said else None
    if named is None:
        return await keeping_questions.show_bank(turn, keeping.scope)
    return await keeping_questions.add_from_bank(turn, keeping.scope, named)


async def _move(turn: Turn, keeping: Keeping, said: str) -> Outcome:
    found, rest = _which(turn, keeping, said)
    place = _TO.match(rest)
    if found is None or place is None:
        return await _say_which(turn, keeping)
    index = keeping.questions.index(found)
    last = len(keeping.questions) - 1
    places = {
        **dict.fromkeys(("up", "i fyny"), index - 1),
        **dict.fromkeys(("down", "i lawr"), index + 1),
        **dict.fromkeys(("top", "first", "cyntaf"), 0),
        **dict.fromkeys(("last", "olaf"), last),
    }
    where = place["place"].casefold()
    return await keeping_questions.move(
        turn, keeping.scope, found.id, places[where] if where in places else int(where) - 1
    )


async def _change(turn: Turn, keeping: Keeping, said: str, *, by_menu: bool) -> Outcome:
    """`change 2` opens the question; with new words after it they take the old ones' place."""
    found, rest = _which(turn, keeping, said)
    if found is None:
        return await _say_which(turn, keeping)
    if not rest:
        return await change(turn, keeping.scope, found.id, by_form=by_menu)
    words = read_question(re.sub(r"^(?:to|i)\s+", "", rest))
    if not words.text:
        return await _rhythm(turn, keeping, said)
    given = given_of(words)
    new = question_of(turn, found.id, None, given)
    kept = replace(found, wording=new.wording, every_weeks=words.every_weeks or found.every_weeks)
    if words.kind is not None and found.id not in (WELLBEING,) and found.kind is not QuestionKind.PRIORITIES:
        kept = replace(kept, kind=new.kind, options=new.options)
    if words.for_team and not found.sensitive:
        kept = replace(kept, audience=new.audience)
    return await keeping_questions.keep(turn, keeping, kept)


async def _rhythm(turn: Turn, keeping: Keeping, said: str) -> Outcome:
    found, rest = _which(turn, keeping, said)
    weeks = read_rhythm(rest)
    if found is None or weeks is None:
        return await _say_which(turn, keeping)
    return await keeping_questions.keep(turn, keeping, replace(found, every_weeks=weeks))


async def _follow_up(turn: Turn, keeping: Keeping, said: str) -> Outcome:
    """`follow-up 2 if no: What would help?`"""
    found, rest = _which(turn, keeping, said)
    if found is None:
        return await _say_which(turn, keeping)
    parts = _IF.match(rest)
    options = [option.read_in(turn.person.language) for option in found.options]
    when = read_trigger(parts["when"], found.kind, options) if parts else None
    if parts is None or when is None:
        key = f"questions-when-{found.kind.value.replace('_', '-')}"
        return reply(cards.which(turn.person, keeping.scope, key))
    wording = Wording(cy=parts["text"]) if turn.person.language is Language.CY else Wording(parts["text"])
    return await keeping_questions.keep(turn, keeping, replace(found, follow_up=FollowUp(wording, *when)))


async def _wellbeing(turn: Turn, keeping: Keeping, said: str) -> Outcome:
    if said.casefold() in _OFF:
        return await keeping_questions.remove(turn, keeping.scope, WELLBEING)
    return await keeping_questions.add_from_bank(turn, keeping.scope, WELLBEING)


async def change(turn: Turn, scope: str, question_id: str, *, by_form: bool) -> Outcome:
    """Open a question to change it."""
    return await (engine.open_form if by_form else engine.begin)(
        turn, KEEP_QUESTION, subject_for(scope, question_id)
    )


async def try_on_me(turn: Turn, scope: str, *, by_form: bool) -> Outcome:
    """The questions as everyone gets them; nothing is kept of the answers."""
    return await (engine.open_form if by_form else engine.begin)(turn, TRY_QUESTIONS, try_subject(scope))


# --- buttons --------------------------------------------------------------------------------------------------


def _about(handler: Callable[[Turn, str, str], Awaitable[Outcome]]) -> Callable[[Turn, str], Awaitable[Outcome]]:
    """For a button whose value names the scope and a question, or a version."""

    async def handle(turn: Turn, value: str) -> Outcome:
        scope, _, about = value.partition(SEPARATOR)
        return await handler(turn, scope, about)

    return handle


async def _changed_by_button(turn: Turn, scope: str, question_id: str) -> Outcome:
    return await change(turn, scope, question_id, by_form=True)


async def _window_by_button(turn: Turn, days: str) -> Outcome:
    return await keeping_questions.set_window(turn, read_days(days))


async def _added_by_button(turn: Turn, scope: str) -> Outcome:
    return await engine.open_form(turn, KEEP_QUESTION, subject_for(scope))


async def _tried_by_button(turn: Turn, scope: str) -> Outcome:
    return await try_on_me(turn, scope, by_form=True)


ACTIONS: Mapping[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "questions.show": keeping_questions.show,
    "questions.add": _added_by_button,
    "questions.bank": keeping_questions.show_bank,
    "questions.add_bank": _about(keeping_questions.add_from_bank),
    "questions.change": _about(_changed_by_button),
    "questions.up": _about(keeping_questions.move_up),
    "questions.remove": _about(keeping_questions.remove),
    "questions.undo": _about(keeping_questions.undo),
    "questions.preview": keeping_questions.show_preview,
    "questions.try": _tried_by_button,
    "questions.window": _window_by_button,
}

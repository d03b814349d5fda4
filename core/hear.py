"""What typed words mean: an answer, a steering word, a command, or something to ask back about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core import (
    hear_360,
    hear_aims,
    hear_broadcasts,
    hear_hr_training,
    hear_one_to_one,
    hear_people,
    hear_privacy,
    hear_reviews,
    hear_skills,
    keep_up,
)
from core.cards import greeting
from core.cards.help import help_card
from core.cards.missed import nothing_missed
from core.chat.effect import Outcome, Send, ToPerson, reply
from core.commands import (
    ACTIONS,
    AGENDA,
    ASKED_BACK,
    AWAY,
    BACK_AGAIN,
    CHECKIN,
    COMPARE,
    EXPORT,
    FEEDBACK,
    HELP,
    HR,
    KUDOS,
    LEARN,
    OBJECTIVES,
    ONE_TO_ONE,
    PAUSE,
    PRIVACY,
    REVIEW,
    SETTINGS,
    SKILLS,
    TEAM,
    TRAINING,
    WHO,
    WHY,
    Command,
    find_command,
    known_words,
)
from core.flows import engine
from core.flows.add_objective import ADD_OBJECTIVE
from core.flows.align_objective import ALIGN_OBJECTIVE
from core.flows.checkin import CHECK_IN
from core.flows.controls import Control, Steering, read_steering
from core.flows.flow import Flow
from core.flows.import_service import IMPORT_SERVICE
from core.flows.keep_aims import KEEP_AIMS
from core.flows.keep_question import FLOWS as QUESTION_FLOWS
from core.flows.keep_values import KEEP_VALUES
from core.flows.learn import LEARN_FROM_MISS, next_miss
from core.flows.report_progress import REPORT_PROGRESS
from core.flows.set_up import ADD_PEOPLE, SET_SCHEDULE
from core.hear_hr import hear_hr
from core.hear_summary import hear_compare, hear_who, hear_why
from core.hear_team import TEAM_WORDS, hear_team
from core.model.checkin import CheckInState
from core.model.conversation import Conversation, Given
from core.permissions import Right, holds
from core.services import (
    change_settings,
    follow_actions,
    go_away,
    manage_team,
    offer_download,
    own_skills,
    record_training,
    show_check_in,
)
from core.services.answer_check_in import prompt_tag
from core.services.find_summary import is_asked_back
from core.services.hear_update import hear_in_check_in, hear_named_update, hear_update
from core.services.propose_objective import new_subject
from core.services.stand_in import reports_seen_by
from core.turn import Turn
from core.understanding.commands import closest, is_misspelling
from core.understanding.dates import read_absence
from core.understanding.objective_requests import read_request

FLOWS: dict[str, Flow] = {
    flow.name: flow
    for flow in (
        CHECK_IN,
        ADD_OBJECTIVE,
        REPORT_PROGRESS,
        LEARN_FROM_MISS,
        ALIGN_OBJECTIVE,
        *KEEP_AIMS,
        KEEP_VALUES,
        IMPORT_SERVICE,
        SET_SCHEDULE,
        ADD_PEOPLE,
        *QUESTION_FLOWS,
        *keep_up.FLOWS,
        *hear_people.FLOWS,
        *hear_360.FLOWS,
        *hear_broadcasts.FLOWS,
        *hear_one_to_one.FLOWS,
        *hear_hr_training.FLOWS,
        *hear_skills.FLOWS,
        *hear_reviews.FLOWS,
        *hear_privacy.FLOWS,
    )
}

_NEXT_WEEK = re.compile(r"next week|wythnos nesaf", re.IGNORECASE)
_STOP_UNTIL = re.compile(r"^\s*(stop|stopio|pause|saib)\s+(until|till|tan|for|am)\b", re.IGNORECASE)
_ADD = re.compile(
    r"^(add|new|ychwanegu|newydd)\b(\s+((an?|one|my)\s+)?(new\s+)?(objectives?|amcan(ion)?)\s*$)?[\s:–-]*",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"^\s*#?\d{1,2}\s*$")
"""After "objectives": the one that is asked for, and neither words nor a figure that answer a question."""

_FOR = re.compile(r"^\s*(for|i|ar gyfer)\s+", re.IGNORECASE)

LONGEST_COMMAND = 60
"""A longer text without an open question is no misspelt command."""


async def hear_command(turn: Turn, text: str) -> Outcome:
    """A command given as one: from a slash or a menu."""
    found = find_command(text) or _misspelt(text)
    if found is None:
        return not_understood(turn, text)
    command, rest = found
    return await run_command(turn, command, rest, by_menu=True)


async def hear_text(turn: Turn, text: str) -> Outcome:
    """Something typed: the conversation in progress comes first, then commands, then a question back."""
    command = find_command(text)
    if text.lstrip().startswith("/") and command:
        return await run_command(turn, *command)
    if _STOP_UNTIL.match(text):
        return await go_away.pause(turn, _STOP_UNTIL.sub(r"\2", text, count=1))
    if not turn.origin.private:
        return await _command_or_nothing(turn, text)
    asked = read_request(text)
    steering = read_steering(text)
    conversation = await turn.store.conversations.current(turn.person.id)
    is_asked = conversation is not None and conversation.step is not None
    if command and command[0] is BACK_AGAIN and not is_asked:
        # "yn ôl" is "back": a question back where one is asked, elsewhere back from leave.
        return await run_command(turn, *command)
    if (
        conversation is not None
        and (asked is None or engine.takes_any_text(FLOWS[conversation.flow], conversation))
        and not (steering and await _was_asked_since(turn, conversation))
    ):
        outcome = await _hear_in(turn, conversation, text, command)
        if outcome is not None:
            return outcome
    if asked is None and steering is not None and steering.control is not Control.HELP:
        return await _steer_check_in(turn, steering)
    return await _command_or_nothing(turn, text)


async def _hear_in(
    turn: Turn, conversation: Conversation, text: str, command: tuple[Command, str] | None
) -> Outcome | None:
    """Words within a conversation; None when they are a command that leaves it where it is."""
    flow = FLOWS[conversation.flow]
    if command and command[0] in ASKED_BACK and engine.takes_any_text(flow, conversation):
        if await is_asked_back(turn, conversation.updated_at):
            return None
        return await engine.hear(turn, flow, conversation, text)
    if command and command[0] is OBJECTIVES and _NUMBER.match(command[1]):
        return None
    if engine.takes_any_text(flow, conversation):
        if command and command[0] is not HELP and _says_nothing_else(*command):
            return None
    elif _is_absence(turn, text):
        return None
    elif read_steering(text) is None and not await engine.is_an_answer(turn, flow, conversation, text):
        # "team" is a command, but of a note it says who may read it: what answers the question is an answer.
        if command or _misspelt(text) or hear_aims.asks_what_is_served(text):
            return None
        if conversation.step is not None and (update := await hear_named_update(turn, text)) is not None:
            return update
    step, _, about = (conversation.step or "").partition("@")
    if flow is CHECK_IN and step == "progress" and about and read_steering(text) is None:
        outcome = await hear_in_check_in(turn, about, text)
        if outcome is not None:
            return outcome
    return await engine.hear(turn, flow, conversation, text)


def _says_nothing_else(command: Command, rest: str) -> bool:
    """Whether a text is a command alone, such as `team overdue` or `hr courses`, and so no answer in words."""
    said = rest.casefold()
    return not rest or said in command.followed_by or (command is TEAM and said in TEAM_WORDS)


async def _was_asked_since(turn: Turn, conversation: Conversation) -> bool:
    """Whether a prompt or reminder came after this was looked at and before any of its questions was asked."""
    if conversation.step is not None:
        return False
    open_one = await turn.store.checkins.open_for(turn.person.id, turn.now)
    if open_one is None or open_one.id == conversation.subject or conversation.updated_at is None:
        return False
    asked_at = [at for at in (open_one.prompted_at, open_one.reminded_at) if at is not None]
    return any(at > conversation.updated_at for at in asked_at)


async def _steer_check_in(turn: Turn, steering: Steering) -> Outcome:
    """A steering word outside any conversation is about the check-in that is open."""
    checkin = await turn.store.checkins.open_for(turn.person.id, turn.now)
    if checkin is None:
        return reply(greeting.said(turn.words, "nothing-open-title", "nothing-open"))
    return await engine.steer(turn, CHECK_IN, checkin.id, steering)


async def _command_or_nothing(turn: Turn, text: str) -> Outcome:
    if hear_aims.asks_what_is_served(text):
        return await hear_aims.show_own_tree(turn)
    if (asked := read_request(text)) is not None:
        return await keep_up.carry_out(turn, asked)
    if (ticked := await keep_up.hear_done(turn, text)) is not None:
        return ticked
    if turn.origin.private and (told := await record_training.hear_completion(turn, text)) is not None:
        return told
    if _NEXT_WEEK.search(text) and not _is_absence(turn, text):
        return await _check_in(turn, "next week", by_menu=False)
    found = find_command(text)
    if found is None and _is_absence(turn, text):
        return await go_away.go_away(turn, text)
    if found is None and turn.origin.private and (update := await hear_update(turn, text)) is not None:
        return update
    found = found or _misspelt(text)
    if found is not None:
        command, rest = found
        return await run_command(turn, command, rest)
    return not_understood(turn, text)


_ABSENCE = re.compile(
    r"\b(away|off|leave|holiday|annual leave|out of office|ooo|not in|i ffwrdd|gwyliau|ddim i mewn)\b",
    re.IGNORECASE,
)


def _is_absence(turn: Turn, text: str) -> bool:
    """Whether the text both speaks of being away and says for which days."""
    return bool(_ABSENCE.search(text) and read_absence(text, turn.today, turn.person.working_days))


def _misspelt(text: str) -> tuple[Command, str] | None:
    word, _, rest = text.strip().removeprefix("/").partition(" ")
    if len(text) > LONGEST_COMMAND:
        return None
    meant = is_misspelling(word.casefold(), known_words())
    # "review the rota" begins with no misspelt command: what may follow a word is asked of a guess as well.
    found = find_command(f"{meant} {rest}") if meant else None
    # "where is my payslip" is a letter away from "here": what is meant alone is never guessed.
    return found if found and not found[0].alone else None


def not_understood(turn: Turn, text: str) -> Outcome:
    """What is said to words that mean nothing here."""
    word = text.strip().removeprefix("/").partition(" ")[0].casefold()
    return reply(greeting.not_understood(turn.words, _words_like(word)))


def _words_like(word: str) -> Sequence[str]:
    listed = {known: command for known in known_words() if (command := find_command(known))}
    near = [listed[known][0] for known in closest(word, known_words())]
    return list(dict.fromkeys(command.word for command in near if command.listed))


async def run_command(turn: Turn, command: Command, rest: str, *, by_menu: bool = False) -> Outcome:
    """Carry out a command; `by_menu` when it came with a window of its own, so that a form can open at once."""
    match command.word:
        case CHECKIN.word:
            return await _check_in(turn, rest, by_menu=by_menu)
        case OBJECTIVES.word:
            return await _objectives(turn, rest, by_menu=by_menu)
        case ACTIONS.word:
            return await follow_actions.show_actions(turn)
        case KUDOS.word:
            return await hear_people.hear_kudos(turn, rest, by_menu=by_menu)
        case FEEDBACK.word:
            return await hear_people.hear_feedback(turn, rest, by_menu=by_menu)
        case TRAINING.word:
            return await hear_people.hear_training(turn, rest)
        case SKILLS.word:
            return await own_skills.hear_own(turn, rest)
        case LEARN.word:
            return await _learn(turn, by_menu=by_menu)
        case TEAM.word:
            return await hear_team(turn, rest, by_menu=by_menu)
        case WHY.word:
            return await hear_why(turn)
        case WHO.word:
            return await hear_who(turn)
        case COMPARE.word:
            return await hear_compare(turn, rest)
        case ONE_TO_ONE.word:
            return await hear_one_to_one.hear_own(turn, rest, by_menu=by_menu)
        case EXPORT.word:
            return await offer_download.hear_own_export(turn, rest, by_menu=by_menu)
        case PRIVACY.word:
            return await hear_privacy.hear_privacy(turn, rest, by_menu=by_menu)
        case AGENDA.word:
            return await hear_one_to_one.hear_agenda(turn, rest, by_menu=by_menu)
        case REVIEW.word:
            return await hear_reviews.hear_own(turn, rest)
        case AWAY.word:
            return await go_away.go_away(turn, f"{AWAY.word} {rest}")
        case PAUSE.word:
            return await go_away.pause(turn, rest)
        case BACK_AGAIN.word:
            return await go_away.come_back(turn, turn.today)
        case HR.word:
            return await hear_hr(turn, rest, by_menu=by_menu)
        case SETTINGS.word:
            return await change_settings.change_setting(turn, rest)
        case _:
            return await show_help(turn)


async def show_help(turn: Turn) -> Outcome:
    """The commands this person can use."""
    manages = bool(await reports_seen_by(turn.store, turn.person))
    return reply(help_card(turn.words, manages=manages, is_hr=holds(turn.person, Right.OPEN_HR)))


async def _check_in(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    ahead = bool(_NEXT_WEEK.search(rest)) or rest.casefold().startswith(("next", "ahead", "nesaf"))
    checkin = await (show_check_in.next_period_ahead(turn) if ahead else show_check_in.this_period(turn))
    if checkin is None:
        return reply(greeting.said(turn.words, "nothing-open-title", "nothing-due"))
    if by_menu and checkin.state is not CheckInState.ANSWERED:
        return await engine.open_form(turn, CHECK_IN, checkin.id)
    card = await show_check_in.shown(turn, checkin)
    if checkin.state.is_unanswered:
        await engine.look_at(turn, CHECK_IN, checkin.id)
    to = ToPerson(turn.person.id, turn.origin.platform)
    key = f"shown:{turn.origin.platform}:{turn.origin.event_id}"
    return Outcome(durable=(Send(to, card, "check-in", key, prompt_tag(checkin)),))


async def _objectives(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    if _ADD.match(rest):
        return await _add_objective(turn, _ADD.sub("", rest, count=1), by_menu=by_menu)
    if hear_aims.means_tree(rest):
        return await hear_aims.show_own_tree(turn)
    return await keep_up.hear_objectives(turn, rest, by_menu=by_menu)


async def _add_objective(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """Set an objective; what follows “add” names a direct report, or is the first sentence already."""
    name, _, said = _FOR.sub("", rest).partition(":")
    report = await manage_team.report_called(turn, name)
    subject = new_subject(report or turn.person)
    sentence = (said if report else rest).strip()
    if sentence and not by_menu:
        return await engine.begin_with(turn, ADD_OBJECTIVE, subject, "title", sentence)
    if sentence:
        answers = {"title": Given(sentence, sentence)}
        begun = Conversation(turn.person.id, ADD_OBJECTIVE.name, subject, answers=answers, active=False)
        await turn.store.conversations.save(replace(begun, platform=turn.origin.platform, updated_at=turn.now))
    start = engine.open_form if by_menu else engine.begin
    return await start(turn, ADD_OBJECTIVE, subject)


async def _learn(turn: Turn, *, by_menu: bool) -> Outcome:
    miss = await next_miss(turn)
    if miss is None:
        return reply(nothing_missed(turn.words))
    start = engine.open_form if by_menu else engine.begin
    return await start(turn, LEARN_FROM_MISS, miss.id)

"""Files that people attach: a certificate, evidence of an objective, or a list of HR's; what is unclear is asked.

Milepost keeps a file's name and link and leaves the content where it is. Only lists that HR sends are read.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta
from uuid import uuid4

from core.cards import files as cards
from core.cards import greeting
from core.cards.asking import SEPARATOR, gone
from core.chat.card import Card
from core.chat.effect import NOTHING, Outcome, reply
from core.chat.event import ActionChosen, Event, TextReceived
from core.hear import hear_text, not_understood
from core.model.evidence import EvidenceSource
from core.model.objective import Objective
from core.model.shared_file import FileBatch, SharedFile
from core.model.training import CompletionState, Course
from core.permissions import Permission, Right, holds
from core.ports import Store, Wanted
from core.services import import_shared_file, record_training
from core.services.certificates import evidence_of, joined, token_of
from core.services.find_objective import find, meant, standing_of
from core.services.keep_evidence import keep_evidence
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.turn import Turn

SOON = timedelta(hours=1)
"""How long after a completion was spoken of a file is likely to be its certificate."""

_IMPORT = re.compile(r"^\W*(?:(?:please|hr)\s+)?(?:import|mewnforio|mewnforia|mewnforiwch)\b", re.IGNORECASE)
_EVIDENCE = re.compile(
    r"^\W*(?:please\s+)?(?:(?:add|keep|save|use|this is|here is|here.s)\s+)?(?:(?:this|these|it)\s+)?(?:as\s+)?"
    r"evidence(?:\s+(?:for|of|on|about|to|that)\s+(?P<which>.+?))?\W*$"
    r"|^\W*(?:(?:ychwanegu|ychwanegwch|cadw|cadwch|dyma)\s+)?(?:(?:hwn|hyn|rhain)\s+)?(?:fel\s+)?"
    r"(?:t|d|th)ystiolaeth(?:\s+(?:ar gyfer|ar|o|i|am)\s+(?P<pa>.+?))?\W*$",
    re.IGNORECASE,
)


# --- what has to be read --------------------------------------------------------------------------------------


def names_file(event: Event) -> bool:
    """Whether an event may need what is in a file."""
    match event:
        case TextReceived(files=files):
            return event.origin.private and any(each.is_sheet for each in files)
        case ActionChosen(name=name):
            return name == "files.import"
        case _:
            return False


async def wanted(event: Event, store: Store) -> Wanted | None:
    """The list that HR sent, or agreed to import; nobody else's file is ever read."""
    origin = event.origin
    person = await store.people.by_account(origin.platform, origin.workspace, origin.user)
    if person is None or not holds(person, Right.IMPORT):
        return None
    match event:
        case TextReceived(files=files):
            sheet = next((each for each in _usable(files) if each.is_sheet and each.reference), None)
            return Wanted(origin.platform, origin.workspace, sheet) if sheet else None
        case ActionChosen(value=value):
            batch = await store.files.get(person.id, value.partition(SEPARATOR)[0])
            if batch is None or batch.sheet is None:
                return None
            return Wanted(batch.platform, batch.workspace, batch.sheet)
        case _:
            return None


# --- what was sent --------------------------------------------------------------------------------------------


async def hear_files(turn: Turn, text: str, files: Sequence[SharedFile]) -> Outcome:
    """Files with or without words; where others read along, the words alone are heard."""
    if not turn.origin.private:
        return await hear_text(turn, text) if text else reply(_in_private(turn))
    usable = _usable(files)
    notes = cards.reasons(turn.words, [each for each in files if each not in usable])
    if not usable:
        heard = await _heard(turn, text)
        return heard + reply(cards.unusable(turn.words, files))
    batch = _batch(turn, usable)
    await turn.store.files.add(batch)
    if text:
        told = await record_training.hear_completion(turn, text, files=batch)
        if told is not None:
            return told
        asked = _EVIDENCE.match(text)
        if asked is not None:
            return await _evidence(turn, batch, asked["which"] or asked["pa"] or "")
    if turn.read is not None:
        sheets = [each for each in usable if each.is_sheet]
        more = (turn.words("import-one-at-a-time", name=turn.read.file.name),) if len(sheets) > 1 else ()
        offered = await import_shared_file.offer(turn, batch, turn.read, *notes, *more)
        if offered is not None:
            return offered
        notes.append(turn.words("import-unknown", name=turn.read.file.name))
    elif _IMPORT.match(text):
        if not holds(turn.person, Right.IMPORT):
            return await refuse_hr(turn)
        notes.append(turn.words("import-no-list", names=batch.names))
    heard = NOTHING if _IMPORT.match(text) else await _heard(turn, text)
    return heard + await _what_for(turn, batch, notes)


def _usable(files: Sequence[SharedFile]) -> list[SharedFile]:
    """Those of which something can be kept or read."""
    return [each for each in files if each.name and not each.gone and (each.link or each.reference)]


def _batch(turn: Turn, files: Sequence[SharedFile]) -> FileBatch:
    """The files as they are kept: what fetches the content only for what may be imported."""
    importable = holds(turn.person, Right.IMPORT)
    kept = tuple(
        each if importable and each.is_sheet else SharedFile(each.name, each.content_type, each.size, each.link)
        for each in files
    )
    origin = turn.origin
    return FileBatch(
        uuid4().hex, turn.person.tenant_id, turn.person.id, origin.platform, origin.workspace, turn.now, kept
    )


async def _heard(turn: Turn, text: str) -> Outcome:
    """What the words mean beside the files; nothing is said of words that only present them."""
    if not text:
        return NOTHING
    heard = await hear_text(turn, text)
    return NOTHING if heard == not_understood(turn, text) else heard


def _in_private(turn: Turn) -> Card:
    return greeting.said(turn.words, "files-title", "files-in-private")


async def _what_for(turn: Turn, batch: FileBatch, notes: Sequence[str] = ()) -> Outcome:
    own = await _own_objectives(turn)
    told = await _spoken_of(turn)
    return reply(cards.what_for(turn.words, batch, told, has_objectives=bool(own), notes=notes))


async def _spoken_of(turn: Turn) -> tuple[Course, date] | None:
    """The completion that was recorded or shown to be confirmed within the last hour."""
    told = await turn.store.files.told_completion(turn.person.id, turn.now - SOON)
    if told is None:
        return None
    course = next((each for each in await record_training.offered(turn) if each.id == told.course_id), None)
    return (course, told.completed_on) if course else None


# --- what it is for -------------------------------------------------------------------------------------------


async def _own_objectives(turn: Turn) -> list[Objective]:
    return [each for each in await standing_of(turn, turn.person) if each.person_id == turn.person.id]


async def _evidence(turn: Turn, batch: FileBatch, which: str) -> Outcome:
    """Keep it at once where it is clear for which objective; else ask, with every one a tap away."""
    own = await _own_objectives(turn)
    if not own:
        return await _what_for(turn, batch, (turn.words("files-no-objective"),))
    found = meant(own, which)
    if len(found) == 1:
        return await _keep(turn, batch, found[0].id)
    return reply(cards.which_objective(turn.words, batch, found or own))


async def _keep(turn: Turn, batch: FileBatch, objective_id: str) -> Outcome:
    found = await find(turn, objective_id, Permission.ADD_EVIDENCE)
    if found is None:
        return reply(gone(turn.words))
    alone = len(batch.files) == 1
    text = batch.names if alone else "\n".join(each.shown for each in batch.files)
    link = batch.files[0].link if alone else ""
    return await keep_evidence(turn, found, f"{batch.id}.{found.objective.id}", text, link, EvidenceSource.FILE)


_OfBatch = Callable[[Turn, FileBatch, str], Awaitable[Outcome]]


def _for(do: _OfBatch) -> Callable[[Turn, str], Awaitable[Outcome]]:
    """A button about files that the person sent themselves: `<batch>` or `<batch>|...`."""

    async def act(turn: Turn, value: str) -> Outcome:
        batch_id, _, rest = value.partition(SEPARATOR)
        batch = await turn.store.files.get(turn.person.id, batch_id)
        return await do(turn, batch, rest) if batch else reply(gone(turn.words))

    return act


async def _certificate(turn: Turn, batch: FileBatch, rest: str) -> Outcome:
    """The files show a completion: one that is recorded gets them, any other is recorded with them."""
    course_id, _, day = rest.partition(SEPARATOR)
    known = await turn.store.training.completions_of([turn.person.id])
    kept = next(
        (
            each
            for each in known
            if (each.course_id, each.completed_on.isoformat()) == (course_id, day)
            and each.state is not CompletionState.SENT_BACK
        ),
        None,
    )
    if kept is None:
        return await record_training.record(turn, SEPARATOR.join((course_id, day, token_of(batch))))
    evidence = evidence_of(batch)
    if evidence not in kept.evidence:
        await record_training.add_evidence(turn, kept, joined(kept.evidence, evidence))
    return said(turn, greeting.said(turn.words, "files-kept-title", "files-certificate-kept", names=batch.names))


async def _training(turn: Turn, batch: FileBatch, _: str) -> Outcome:
    """A certificate of something that was not spoken of: which course, done today unless it is said otherwise."""
    return await record_training.ask_which_course(turn, SEPARATOR.join((turn.today.isoformat(), token_of(batch))))


async def _drop(turn: Turn, batch: FileBatch, _: str) -> Outcome:
    return reply(greeting.said(turn.words, "files-dropped-title", "files-dropped", names=batch.names))


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "files.certificate": _for(_certificate),
    "files.training": _for(_training),
    "files.evidence": _for(lambda turn, batch, _: _evidence(turn, batch, "")),
    "files.objective": _for(_keep),
    "files.what": _for(lambda turn, batch, _: _what_for(turn, batch)),
    "files.drop": _for(_drop),
    "files.import": import_shared_file.carry_out,
}
"""What each button about files does, by the action's name."""

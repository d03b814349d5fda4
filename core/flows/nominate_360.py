"""Name who is asked in a 360 round: peers by the person, and everyone by who opened it."""

from core.cards import asking
from core.cards import rounds_360 as cards
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome, reply
from core.flows import engine
from core.flows.about_objective import about_of, new_subject, not_yet, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import FreeText
from core.model.anonymity import FEWEST
from core.model.conversation import Given
from core.model.round_360 import MOST_PEERS, RoundState
from core.services.nominate_360 import keep_list, listed, nominating
from core.turn import Turn


async def open_list(turn: Turn, round_id: str) -> Outcome:
    """The list as a form."""
    return await engine.open_form(turn, NOMINATE_360, new_subject(round_id))


async def ask_for_list(turn: Turn, round_id: str) -> Outcome:
    """The list in typed chat."""
    return await engine.begin(turn, NOMINATE_360, new_subject(round_id))


async def _load(turn: Turn, subject: str) -> Scope | None:
    found = await nominating(turn, about_of(subject))
    if found is None:
        return None
    opened, person = found
    words = turn.words
    title = words("round-title-of", name=person.name)
    if opened.state is not RoundState.NOMINATING:
        return Scope(title, closed=cards.short(words, "round-list-closed"))
    is_own = person.id == turn.person.id
    intro = words("round-list-own" if is_own else "round-list-all", most=MOST_PEERS, fewest=FEWEST)
    names = "\n".join(each.name for _, each in await listed(turn, opened))
    return Scope(title, (Paragraph(intro, Tone.SUBTLE),), prefilled={"names": Given(names, "")} if names else {})


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    found = await nominating(turn, about_of(progression.subject))
    if found is None or found[0].state is not RoundState.NOMINATING:
        return reply(asking.gone(turn.words))
    kept = await keep_list(turn, *found, value_of(progression.answers, "names"))
    if isinstance(kept, str):
        return not_yet(turn, NOMINATE_360, progression.subject, progression.scope.title, kept)
    return kept


NOMINATE_360: Flow = Flow(
    "nominate_360",
    (Step("names", FreeText(longest=2_000), "reads-round-list", required=True, essential=True),),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: NOMINATE_360),
)

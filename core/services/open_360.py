"""Open a 360 round about someone, who is told at once what it is, who opened it and who will read what."""

from datetime import date, timedelta
from uuid import uuid4

from core.cards import asking
from core.cards import rounds_360 as cards
from core.cards.asking import SEPARATOR
from core.chat.effect import Durable, Outcome, Send, ToPerson, reply
from core.model.feedback import COMPETENCIES
from core.model.person import Language, Person
from core.model.questions import Wording
from core.model.round_360 import (
    MOST_ASKED,
    MOST_PEERS,
    Group,
    Line,
    Rater,
    Round360,
    RoundState,
    Template,
)
from core.model.timer import Timer, TimerKind
from core.permissions import Relation, may_open_round_360, relation_of
from core.ports import Store
from core.schedule.asking_times import next_morning
from core.services.ask_feedback import by_when
from core.services.find_colleague import find_colleague
from core.services.show_360 import progress_card
from core.services.tell import said, to_person
from core.texts.texts import words_for
from core.turn import Turn

USUAL = timedelta(days=28)
SHORTEST = timedelta(days=7)
LONGEST = timedelta(days=120)


def usual_template() -> Template:
    """What is asked while an organisation has no words of its own."""
    english, welsh = words_for(Language.EN), words_for(Language.CY)

    def line(id_: str, key: str) -> Line:
        return Line(id_, Wording(english(key), welsh(key)))

    return Template(
        tuple(line(str(number), f"round-usual-{each}") for number, each in enumerate(COMPETENCIES, start=1)),
        (line("a", "round-usual-keep"), line("b", "round-usual-change")),
    )


async def template_of(store: Store, tenant_id: str) -> Template:
    """What rounds are opened with."""
    kept = await store.rounds_360.template(tenant_id)
    return kept.template if kept else usual_template()


async def offer(turn: Turn, text: str, *, as_hr: bool) -> Outcome:
    """`@person by 15 January`: what would be opened, to be agreed to; nobody is told yet."""
    name, day = by_when(text, turn.today)
    due_on = day or turn.today + USUAL
    person = (await find_colleague(turn, name)).one
    if as_hr and person is not None and person.id == turn.person.id:
        return reply(cards.short(turn.words, "round-oneself"))
    if person is None or not may_open_round_360(turn.person, person):
        return reply(cards.short(turn.words, "round-unclear" if as_hr else "round-not-yours"))
    if not turn.today + SHORTEST <= due_on <= turn.today + LONGEST:
        return reply(cards.bad_date(turn.person, due_on, SHORTEST.days, LONGEST.days))
    opened = await _new(turn, person, due_on)
    return reply(cards.offer(turn.person, opened, person, await _readers(turn, opened)))


async def open_round(turn: Turn, value: str) -> Outcome:
    """A tap on `<person id>|<ISO date>`."""
    person_id, _, day = value.partition(SEPARATOR)
    person = (await turn.store.people.by_ids([person_id])).get(person_id)
    due_on = _date(day)
    if person is None or due_on is None or not may_open_round_360(turn.person, person):
        return reply(asking.gone(turn.words))
    if not turn.today + SHORTEST <= due_on <= turn.today + LONGEST:
        return reply(cards.bad_date(turn.person, due_on, SHORTEST.days, LONGEST.days))
    if any(each.is_open for each in await turn.store.rounds_360.about(person.id, 1)):
        return reply(cards.short(turn.words, "round-already", name=person.name))
    opened = await _new(turn, person, due_on)
    manager = [Rater(opened.id, opened.manager_id, Group.MANAGER)] if opened.manager_id else []
    reports = [
        Rater(opened.id, each.id, Group.REPORT)
        for each in await turn.store.people.reports_of(person.id)
        if each.employed_on(turn.today) and each.id != opened.manager_id
    ]
    raters = [Rater(opened.id, person.id, Group.SELF), *manager, *reports[: MOST_ASKED - MOST_PEERS]]
    await turn.store.rounds_360.save([opened])
    await turn.store.rounds_360.save_raters(raters)
    closes_at = next_morning(person, due_on)
    await turn.store.timers.set([Timer(TimerKind.ROUND_360_CLOSE, opened.id, opened.tenant_id, closes_at)])
    return await _told(turn, opened, person, has_reports=bool(reports))


async def _told(turn: Turn, opened: Round360, person: Person, *, has_reports: bool) -> Outcome:
    readers = await _readers(turn, opened)
    sends: list[Durable] = [
        Send(
            ToPerson(person.id),
            cards.told(person, opened, turn.person, readers, has_reports=has_reports),
            "360 round",
            f"round-360-opened:{opened.id}",
        )
    ]
    manager = next((each for each in readers if each.id == opened.manager_id), None)
    if manager is not None and manager.id != turn.person.id:
        sends.append(
            to_person(turn, manager, cards.manager_told(manager, opened, person, turn.person), "360 round")
        )
    return said(turn, await progress_card(turn, opened), "360 round") + Outcome(durable=tuple(sends))


async def _new(turn: Turn, person: Person, due_on: date) -> Round360:
    return Round360(
        uuid4().hex,
        person.tenant_id,
        person.id,
        turn.person.id,
        person.manager_id,
        hr_reads=relation_of(turn.person, person) is Relation.HR,
        state=RoundState.NOMINATING,
        opened_at=turn.now,
        due_on=due_on,
        template=await template_of(turn.store, person.tenant_id),
    )


async def _readers(turn: Turn, opened: Round360) -> list[Person]:
    people = await turn.store.people.by_ids(opened.readers)
    return [people[each] for each in opened.readers]


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


async def ask_manager(turn: Turn) -> Outcome:
    """The person asks their line manager to open a round about them."""
    manager_id = turn.person.manager_id
    manager = (await turn.store.people.by_ids([manager_id])).get(manager_id) if manager_id else None
    if manager is None:
        return reply(cards.short(turn.words, "round-no-manager"))
    due_on = turn.today + USUAL
    key = f"round-360-wanted:{turn.person.id}:{turn.today}"
    wanted = Send(ToPerson(manager.id), cards.wanted(manager, turn.person, due_on), "360 round", key)
    confirmed = said(turn, cards.short(turn.words, "round-asked-manager", name=manager.name), "360 round")
    return confirmed + Outcome(durable=(wanted,))

"""Every number of a summary is what plain counting of the stored answers says, whatever a team's weeks were like.

The recount below knows nothing of the services: it goes through what was answered, row by row.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.cards.summary import for_channel, for_lead
from core.chat.plain import plain_text
from core.model.action import ActionState, AgreedAction
from core.model.attention import Reason, attention, attention_in_channel
from core.model.checkin import CheckIn, CheckInState, ProgressUpdate, Schedule
from core.model.measure import Direction
from core.model.objective import Objective, Progress, Status
from core.model.person import Language, Person, Tenant
from core.model.recognition import Recognition, Sharing
from core.model.requirements import Group, Requirement
from core.model.span import Span, SpanKind, span_around
from core.model.training import CompletionState, Course, TrainingCompletion
from core.services.team_summary import HISTORY, Whom, summarise

LONDON = ZoneInfo("Europe/London")
FIRST = date(2026, 9, 7)
WEEKS = 12
NOW = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
TODAY = NOW.date()
SPANS = (
    Span(SpanKind.WEEK, date(2026, 11, 23), date(2026, 11, 29)),
    Span(SpanKind.WEEK, date(2026, 10, 12), date(2026, 10, 18)),
    span_around(SpanKind.MONTH, TODAY),
    span_around(SpanKind.MONTH, date(2026, 10, 5)),
    span_around(SpanKind.QUARTER, TODAY),
)
TEXTS = (
    "",
    "Waiting for boiler parts from the supplier",
    "Boiler parts from the supplier are late again",
    "No access to the CRM, waiting for IT",
    "One vacancy and one colleague off ill",
    "My van was stolen",
)
ANSWERED = (CheckInState.ANSWERED, CheckInState.ANSWERED, CheckInState.ANSWERED, CheckInState.PARTLY_CLOSED)
OTHERS = (CheckInState.MISSED, CheckInState.AWAY, CheckInState.SKIPPED)
_teams = count(1)


@dataclass(frozen=True)
class Told:
    """What one person did with one week's check-in."""

    state: CheckInState
    value: float
    status: Status | None
    confidence: int | None
    text: str
    outside: bool | None


TOLD = st.one_of(
    st.none(),
    st.builds(
        Told,
        st.sampled_from(ANSWERED + OTHERS),
        st.integers(0, 40).map(float),
        st.sampled_from([None, *Status]),
        st.sampled_from([None, 1, 2, 3, 4, 5]),
        st.sampled_from(TEXTS),
        st.sampled_from([None, True, False]),
    ),
)


@dataclass(frozen=True)
class TeamTold:
    """Everything that is drawn of one team: by person and week, and what lies beside the check-ins."""

    weeks: list[list[Told | None]]
    thanks: list[tuple[int, int, int, Sharing]]
    actions: list[tuple[int, int | None, ActionState]]
    held: list[int | None]


@st.composite
def teams(draw: st.DrawFn) -> TeamTold:
    size = draw(st.integers(1, 4))
    weeks = [[draw(TOLD) for _ in range(WEEKS)] for _ in range(size)]
    who = st.integers(0, size - 1)
    thanks = draw(st.lists(st.tuples(who, who, st.integers(0, 83), st.sampled_from(Sharing)), max_size=6))
    day = st.one_of(st.none(), st.integers(-40, 40))
    actions = draw(st.lists(st.tuples(who, day, st.sampled_from(ActionState)), max_size=5))
    held = [draw(st.one_of(st.none(), st.integers(-30, 400))) for _ in range(size)]
    return TeamTold(weeks, thanks, actions, held)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(told=teams(), span=st.sampled_from(SPANS))
async def test_every_number_is_what_plain_counting_says(sqlite_database, told: TeamTold, span: Span):
    name = f"t{next(_teams)}"
    people = [
        Person(f"{name}p{i}", name, f"{name}p{i}@vale.example", f"Person {i}") for i in range(len(told.weeks))
    ]
    ids = [each.id for each in people]
    async with sqlite_database.transaction() as store:
        await _store(store, name, people, told)
    async with sqlite_database.reading() as store:
        summary = await summarise(store, Whom(name, "Repairs", people, LONDON), span, NOW)

    rows = [
        (person_id, FIRST + timedelta(weeks=week), each)
        for person_id, weeks in zip(ids, told.weeks, strict=True)
        for week, each in enumerate(weeks)
        if each is not None
    ]
    in_span = [row for row in rows if span.first <= row[1] <= span.last]

    # Who answered.
    def counted(of):
        states = Counter(each.state for _, _, each in of)
        due = sum(states.values()) - states[CheckInState.AWAY] - states[CheckInState.SKIPPED]
        return states[CheckInState.ANSWERED], states[CheckInState.PARTLY_CLOSED], due

    completion = summary.completion
    assert (completion.answered, completion.partly, completion.due) == counted(in_span)
    # The organisation is this team here.
    assert summary.organisation == completion
    for day, each in (*summary.history, *summary.periods):
        assert (each.answered, each.partly, each.due) == counted([row for row in rows if row[1] == day])
    days = {day for _, day, _ in rows if span.first - HISTORY <= day <= span.last}
    assert {day for day, _ in (*summary.history, *summary.periods)} == days
    last_four = sorted(day for day in days if day < span.first)[-4:]
    answered, _, due = counted([row for row in rows if row[1] in last_four])
    assert summary.usual_rate == (pytest.approx(100 * answered / due) if due else None)
    heard = {p for p, _, each in in_span if each.state in ANSWERED}
    asked = {
        p
        for p, day, each in in_span
        if each.state not in (CheckInState.AWAY, CheckInState.SKIPPED)
        and datetime.combine(day, time(10), tzinfo=UTC) <= NOW - timedelta(days=1)
    }
    assert {each.id for each in summary.silent} == asked - heard

    # How far everyone is; 40 was where they began and 0 is where they want to be.
    spoken = [(p, day, each) for p, day, each in rows if each.state in ANSWERED and day >= span.first - HISTORY]
    found = {week.owner.id: week for week in summary.objectives}
    newest = {p: (day, each) for p, day, each in sorted(spoken, key=lambda row: row[1]) if day <= span.last}
    assert found.keys() == {p for p, (day, _) in newest.items() if day >= span.first}
    for person_id, week in found.items():
        own = sorted((day, each) for p, day, each in spoken if p == person_id and day <= span.last)
        assert week.progress.value == own[-1][1].value and week.said_on == own[-1][0]
        assert week.progress.percent == pytest.approx((40 - own[-1][1].value) / 40 * 100)
        before = [each for day, each in own if day < span.first]
        assert week.percent_before == (pytest.approx((40 - before[-1].value) / 40 * 100) if before else None)
        statuses = [each.status for _, each in own if each.status is not None]
        streak = 0
        while streak < len(statuses) and statuses[-1 - streak] is Status.OFF_TRACK:
            streak += 1
        assert week.off_track == (streak if own[-1][1].status is Status.OFF_TRACK else 0)
        shown = [(day, each) for day, each in own if day > min(span.last - HISTORY, span.first)]
        if len(shown) < 2:
            assert week.trend is None
        else:
            trend = week.trend
            assert (trend.first, trend.newest) == (shown[0][1].value, shown[-1][1].value)
            assert trend.weeks == (shown[-1][0] - shown[0][0]).days // 7
            gained = shown[0][1].value - shown[-1][1].value
            assert trend.move == ("level" if abs(gained) / 40 < 0.01 else "towards" if gained > 0 else "away")

    # How sure they are.
    sure = [(p, day, each.confidence) for p, day, each in spoken if each.confidence is not None]
    now = [value for _, day, value in sure if span.first <= day <= span.last]
    recent = sorted({day for _, day, _ in spoken if day < span.first})[-4:]
    earlier = [value for _, day, value in sure if day in recent]
    assert summary.confidence.now == (pytest.approx(sum(now) / len(now)) if now else None)
    assert summary.confidence.before == (pytest.approx(sum(earlier) / len(earlier)) if earlier else None)
    means: dict[str, dict[bool, list[int]]] = defaultdict(lambda: {True: [], False: []})
    for p, day, value in sure:
        if span.first <= day <= span.last or day in recent:
            means[p][day >= span.first].append(value)
    fallen = {
        p
        for p, each in means.items()
        if each[True]
        and each[False]
        and sum(each[False]) / len(each[False]) - sum(each[True]) / len(each[True]) >= 1 - 1e-9
    }
    assert set(summary.confidence.fallen) == fallen
    assert summary.confidence.people == sum(1 for each in means.values() if each[True])

    # What is in the way.
    blocked = [
        (p, day, each)
        for p, day, each in in_span
        if each.state in ANSWERED and each.text and each.status in (Status.AT_RISK, Status.OFF_TRACK)
    ]
    told_of = sorted((each.owner.id, each.on, each.text) for each in summary.blockers)
    assert told_of == sorted((p, day, each.text) for p, day, each in blocked)
    assert summary.outside == sum(1 for _, _, each in blocked if each.outside)
    in_groups = [blocker for group in summary.groups for blocker in group.blockers]
    assert sorted(map(id, in_groups)) == sorted(map(id, summary.blockers))
    for group in summary.groups:
        texts = {each.text for each in group.blockers}
        assert group.text in texts
        # The two that speak of boiler parts are one obstacle, and everything else is one of its own.
        assert len(texts) == 1 or texts == set(TEXTS[1:3])
        assert [each.id for each in group.people] == sorted({each.owner.id for each in group.blockers})
        assert group.weeks == len({each.on for each in group.blockers})
    assert len(summary.groups) == len({1 if each.text in TEXTS[1:3] else each.text for _, _, each in blocked})

    # Thanks, training and actions.
    def given_in_span(week_day: int) -> bool:
        return span.first <= FIRST + timedelta(days=week_day) <= span.last

    inside = [each for each in told.thanks if given_in_span(each[2])]
    assert len(summary.thanks.shared) == sum(1 for each in inside if each[3] is Sharing.SHARED)
    assert summary.thanks.kept == len(inside) - len(summary.thanks.shared)
    assert summary.training.required == len(people)
    assert summary.training.held == sum(1 for each in told.held if each is not None and each >= 0)
    assert {each.person.id for each in summary.training.late} == {
        person_id for person_id, each in zip(ids, told.held, strict=True) if each is None or each < 0
    }
    is_open = [each for each in told.actions if each[2] is ActionState.OPEN]
    assert summary.actions.open == len(is_open)
    assert len(summary.actions.late) == sum(1 for each in is_open if each[1] is not None and each[1] < 0)

    _check_attention(summary, blocked)
    _check_cards(summary, people, blocked)


def _check_attention(summary, blocked) -> None:
    """At most three, the heaviest first, each resting on as many people as it says."""
    items = attention(summary)
    assert len(items) <= 3
    assert [each.weight for each in items] == sorted((each.weight for each in items), reverse=True)
    met = defaultdict(set)
    for p, _, each in blocked:
        met[1 if each.text in TEXTS[1:3] else each.text].add(p)
    shared = sorted(len(people) for people in met.values() if len(people) > 1)
    told = [len(each.people) for each in items if each.reason is Reason.OBSTACLE]
    assert Counter(told) <= Counter(shared)
    for each in items:
        assert {person.id for person in each.people} == {every.person.id for every in each.evidence}
    # Who is called what changes nothing.
    assert attention(summary) == items


def _check_cards(summary, people, blocked) -> None:
    lead = plain_text(for_lead(summary, Language.EN, "c"))
    channel = plain_text(for_channel(summary, Language.EN, "c"))
    assert plain_text(for_channel(summary, Language.CY, "c")) and plain_text(for_lead(summary, Language.CY, "c"))
    completion = summary.completion
    if completion.due:
        assert f"{completion.answered} of {completion.due} " in lead
    # Nobody's words about what is in the way leave the lead's card, and no name but with something good.
    for _, _, each in blocked:
        assert each.text not in channel
    for item in attention_in_channel(summary):
        assert len(item.people) >= 2 and len(people) >= 3
    named = {each.owner.name for each in summary.wins}
    named |= {person.name for _, giver, receiver in summary.thanks.shared for person in (giver, receiver)}
    for person in people:
        assert (person.name in channel) == (person.name in named)
    if len(people) == 1:
        assert "Only one person" in channel and "have checked in" not in channel


async def _store(store, name: str, people: list[Person], told: TeamTold) -> None:
    tenant = Tenant(name, "Vale Council")
    await store.tenants.add(tenant)
    await store.checkins.save_schedule(Schedule(f"{name}-weekly", name))
    await store.people.save(people)
    began = datetime(2026, 8, 1, tzinfo=UTC)
    objectives = {
        each.id: Objective(
            f"{each.id}-o",
            name,
            each.id,
            "Fewer open cases",
            "open cases",
            "",
            40.0,
            0.0,
            direction=Direction.DOWN,
        )
        for each in people
    }
    await store.objectives.save(objectives.values(), began)
    checkins, updates = [], []
    for person, weeks in zip(people, told.weeks, strict=True):
        for week, each in enumerate(weeks):
            if each is None:
                continue
            period = FIRST + timedelta(weeks=week)
            opens_at = datetime.combine(period, time(10), tzinfo=UTC)
            closes_at = opens_at + timedelta(days=4)
            id_ = f"{person.id}-{period}"
            checkins.append(
                CheckIn(
                    id_,
                    name,
                    person.id,
                    f"{name}-weekly",
                    period,
                    each.state,
                    opens_at,
                    closes_at,
                )
            )
            if each.state in ANSWERED:
                objective = objectives[person.id]
                progress = Progress(
                    each.value,
                    objective.percent_for(each.value),
                    each.status,
                    each.confidence,
                    each.text,
                    each.outside,
                    opens_at,
                )
                updates.append(ProgressUpdate(id_, objective.id, progress))
    await store.checkins.add(checkins)
    await store.checkins.set_progress(updates)
    for number, (giver, receiver, day, sharing) in enumerate(told.thanks):
        at = datetime.combine(FIRST + timedelta(days=day), time(12), tzinfo=UTC)
        await store.recognitions.save(
            Recognition(
                f"{name}-r{number}", name, people[giver].id, people[receiver].id, "Thanks", "", sharing, at
            )
        )
    await store.actions.save(
        AgreedAction(
            f"{name}-a{number}",
            name,
            people[who].id,
            people[who].id,
            "Call them",
            None if day is None else TODAY + timedelta(days=day),
            began,
            state=state,
        )
        for number, (who, day, state) in enumerate(told.actions)
    )
    course = Course(f"{name}-fire", name, "Fire safety", mandatory=True, valid_months=12)
    await store.training.save_courses([course])
    rule = Requirement(f"{name}-rule", name, course.id, Group.EVERYONE, "", 0, date(2026, 1, 1))
    await store.training.set_requirements(course.id, [rule])
    await store.training.save_completions(
        TrainingCompletion(
            f"{person.id}-fire",
            name,
            person.id,
            course.id,
            date(2026, 1, 5),
            TODAY + timedelta(days=until),
            state=CompletionState.RECORDED,
        )
        for person, until in zip(people, told.held, strict=True)
        if until is not None
    )

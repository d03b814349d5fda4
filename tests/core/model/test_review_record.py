"""What is in a review's pack: of any record, only what the person has seen and their line manager may see."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.absence import Absence
from core.model.checkin import CheckIn, CheckInState
from core.model.evidence import Evidence, EvidenceSource
from core.model.feedback import Feedback, ReleasedFeedback, Telling, Visibility
from core.model.measure import Direction
from core.model.missed_target import MissedTarget, MissKind
from core.model.objective import Objective, ObjectiveState, Progress, Status
from core.model.objective_change import ObjectiveChange
from core.model.person import Person
from core.model.recognition import Recognition, Sharing
from core.model.reported import Reported
from core.model.review import NoPeriod, Review, ReviewKind, ReviewStage, next_reminder_on, period_for
from core.model.review_pack import ItemKind, key_of
from core.model.review_record import Record, put_together
from core.model.training import CompletionState, Course, TrainingCompletion

AMIRA = Person("amira", "vale", "amira@vale.example", "Amira Hassan", manager_id="megan")
SINCE, UNTIL, TODAY = date(2026, 4, 1), date(2027, 3, 31), date(2027, 3, 1)
REVIEW = Review(
    "r",
    "vale",
    "amira",
    "amira",
    ReviewKind.ANNUAL,
    SINCE,
    UNTIL,
    UNTIL,
    ReviewStage.PREPARING,
    datetime(2026, 11, 1, tzinfo=UTC),
)
OBJECTIVE = Objective(
    "o", "vale", "amira", "Answer faster", "Days", "days", 15.0, 8.0, UNTIL, direction=Direction.DOWN
)


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def packed(record: Record, today: date = TODAY):
    return put_together(REVIEW, AMIRA, record, today)


INSTANTS = st.builds(at, st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 23))
IDS = st.integers(0, 10**6).map(str)
FEEDBACK = st.builds(
    Feedback,
    id=IDS,
    tenant_id=st.just("vale"),
    giver_id=st.just("ben"),
    receiver_id=st.sampled_from(["amira", "other"]),
    visibility=st.sampled_from(Visibility),
    given_at=INSTANTS,
    read_at=st.none() | INSTANTS,
    receiver_read_at=st.none() | INSTANTS,
    withdrawn_at=st.none() | INSTANTS,
    said=st.just(Telling(text="words")),
)
THANKS = st.builds(
    Recognition,
    id=IDS,
    tenant_id=st.just("vale"),
    giver_id=st.just("ben"),
    receiver_id=st.sampled_from(["amira", "other"]),
    text=st.just("words"),
    value=st.just(""),
    sharing=st.sampled_from(Sharing),
    given_at=INSTANTS,
)
UNNAMED = st.builds(
    ReleasedFeedback,
    id=IDS,
    tenant_id=st.just("vale"),
    receiver_id=st.sampled_from(["amira", "other"]),
    batch_id=st.just("b"),
    month=st.dates(date(2026, 1, 1), date(2027, 12, 1)).map(lambda each: each.replace(day=1)),
    said=st.just(Telling(text="words")),
)


@given(st.lists(FEEDBACK), st.lists(THANKS), st.lists(UNNAMED), st.sets(IDS), st.dates(SINCE, UNTIL))
def test_nothing_is_in_it_that_the_person_has_not_seen_or_the_manager_may_not(
    feedback, thanks, unnamed, left_out, today
):
    out = frozenset(key_of(kind, each) for kind in (ItemKind.FEEDBACK, ItemKind.THANKS) for each in left_out)
    pack, alone = packed(Record(feedback=feedback, thanks=thanks, unnamed=unnamed, left_out=out), today)
    for each in (*pack.feedback, *alone.feedback, *alone.feedback_left_out):
        assert each.receiver_id == "amira" and each.receiver_read_at and each.withdrawn_at is None
        assert SINCE <= each.given_at.astimezone(AMIRA.zone).date() <= today
        assert each.visibility is not Visibility.ANONYMOUS
    assert all(each.visibility is Visibility.PERSON_AND_MANAGER for each in pack.feedback)
    assert all(each.visibility is Visibility.PERSON for each in alone.feedback)
    for each in (*pack.thanks, *alone.thanks):
        assert each.receiver_id == "amira"
    assert all(each.sharing is Sharing.SHARED for each in pack.thanks)
    assert not {each.id for each in (*pack.feedback, *pack.thanks)} & left_out
    # What was released without names stays beside the pack, whole batches as they were released.
    assert all(each.receiver_id == "amira" for each in alone.unnamed)
    assert not any(isinstance(each, ReleasedFeedback) for each in (*pack.feedback, *pack.thanks))


def test_a_result_before_a_change_of_unit_stands_in_its_own_and_is_not_compared():
    changes = [ObjectiveChange("o", "unit", "days", "hours", at(date(2026, 7, 1)), "megan", "finer")]
    reports = [
        Reported("amira", Progress(12.0, 40.0, reported_at=at(date(2026, 6, 1)))),
        Reported("amira", Progress(70.0, 20.0, reported_at=at(date(2026, 8, 1)))),
    ]
    objective = Objective("o", "vale", "amira", "Faster", "Time", "hours", 120.0, 64.0, direction=Direction.DOWN)
    pack, _ = packed(Record([objective], reports={"o": reports}, changes=changes))
    (shown,) = pack.objectives
    assert [each.unit for each in shown.reports] == ["days", "hours"]
    assert [each.progress.value for each in shown.comparable] == [70.0]
    assert shown.comparable[0].progress.percent == objective.percent_for(70.0)
    assert shown.unit_changed_on == date(2026, 7, 1)


def test_a_pause_counts_from_the_day_it_began_to_the_day_before_it_ended():
    changes = [
        ObjectiveChange("o", "state", "active", "paused", at(date(2026, 6, 1))),
        ObjectiveChange("o", "state", "paused", "active", at(date(2026, 7, 1))),
    ]
    pack, _ = packed(Record([OBJECTIVE], changes=changes))
    assert (pack.objectives[0].paused_days, pack.objectives[0].days) == (30, 365)
    still = Objective("o", "vale", "amira", "Faster", "Days", state=ObjectiveState.PAUSED)
    pack, _ = packed(Record([still], changes=changes[:1]))
    assert pack.objectives[0].paused_days == (TODAY - date(2026, 6, 1)).days + 1


def test_an_objective_without_a_date_is_in_it_and_one_that_ended_before_is_not():
    undated = Objective("u", "vale", "amira", "Undated", "Days")
    over = Objective("c", "vale", "amira", "Over", "D", state=ObjectiveState.CLOSED, closed_on=date(2026, 3, 31))
    late = Objective("l", "vale", "amira", "Ended", "D", state=ObjectiveState.CLOSED, closed_on=date(2026, 4, 1))
    waiting = Objective("p", "vale", "amira", "Proposed", "D", state=ObjectiveState.PROPOSED)
    pack, _ = packed(Record([undated, over, late, waiting]))
    assert [each.objective.id for each in pack.objectives] == ["u", "l"]


def test_of_a_shared_objective_the_figures_are_in_it_and_the_partner_s_words_and_evidence_are_not():
    shared = Objective("o", "vale", "ben", "Shared", "Days", latest=Progress(3.0, factors="Ben's words"))
    reports = [
        Reported(
            "ben", Progress(3.0, factors="Ben's words", outside_control=True, reported_at=at(date(2026, 6, 1)))
        ),
        Reported("amira", Progress(4.0, factors="Mine", reported_at=at(date(2026, 6, 8)))),
    ]
    miss = MissedTarget(
        "m", "vale", "ben", "o", MissKind.BELOW_TARGET, TODAY, at(date(2027, 1, 5)), "Ben's story", True, "snow"
    )
    proof = Evidence("e", "vale", "o", "Ben's proof", "", "ben", at(date(2026, 9, 1)), EvidenceSource.TYPED)
    record = Record([shared], {"o": ["amira"]}, {"o": reports}, misses=[miss], evidence=[proof])
    pack, _ = packed(record)
    (one,) = pack.objectives
    assert one.is_shared
    assert [each.progress.value for each in one.reports] == [3.0, 4.0]
    assert "Ben's" not in str(pack) and "snow" not in str(pack)
    assert "Mine" in str(pack)


def test_a_year_without_april_says_so_and_months_away_do_not_count_as_silent():
    def checkin(day: date, state: CheckInState) -> CheckIn:
        return CheckIn(f"c{day}", "vale", "amira", "weekly", day, state, at(day), at(day + timedelta(4)))

    answered = [checkin(date(2026, month, 6), CheckInState.ANSWERED) for month in (5, 6, 8, 9, 10, 11, 12)]
    missed = [checkin(date(2026, 4, 6), CheckInState.MISSED)]
    away = [Absence("a", "vale", "amira", date(2026, 7, 1), date(2026, 7, 31))]
    pack, _ = packed(Record(checkins=[*answered, *missed], absences=away), date(2026, 12, 31))
    assert pack.answering.silent_months == (date(2026, 4, 1),)
    assert (pack.answering.answered, pack.answering.asked, pack.answering.away_days) == (7, 8, 31)
    assert pack.answering.is_long_away


def test_training_counts_once_it_was_recorded_and_in_the_period():
    course = Course("c", "vale", "Fire safety")

    def done(id_: str, day: date, state: CompletionState = CompletionState.RECORDED) -> TrainingCompletion:
        return TrainingCompletion(id_, "vale", "amira", "c", day, state=state)

    completions = [
        done("in", date(2026, 5, 1)),
        done("early", date(2026, 3, 31)),
        done("waits", date(2026, 6, 1), CompletionState.PENDING),
    ]
    pack, _ = packed(Record(completions=completions, courses={"c": course}))
    assert [each.id for each in pack.training] == ["in"]
    pack, alone = packed(
        Record(completions=completions, courses={"c": course}, left_out=frozenset({"training:in"}))
    )
    assert pack.training == () and [each.id for each in alone.training_left_out] == ["in"]


@pytest.mark.parametrize(
    ("today", "since", "until"),
    [
        (date(2027, 3, 31), date(2026, 4, 1), date(2027, 3, 31)),
        (date(2027, 4, 1), date(2026, 4, 1), date(2027, 3, 31)),
        (date(2026, 10, 1), date(2026, 4, 1), date(2027, 3, 31)),
        (date(2026, 9, 30), date(2025, 4, 1), date(2026, 3, 31)),
    ],
)
def test_an_annual_review_is_of_the_financial_year_that_ends_or_has_just_ended(today, since, until):
    period = period_for(ReviewKind.ANNUAL, AMIRA, today)
    assert (period.since, period.until) == (since, until)
    assert period.due_on > today


@given(
    st.sampled_from(ReviewKind),
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.none() | st.dates(date(2020, 1, 1), date(2031, 12, 31)),
    st.none() | st.dates(date(2020, 1, 1), date(2031, 12, 31)),
)
def test_a_period_never_ends_before_it_begins_and_is_due_in_the_future(kind, today, start_on, end_on):
    person = Person("p", "vale", "p@vale.example", "P", start_on=start_on, end_on=end_on)
    if start_on and end_on and end_on < start_on:
        return
    try:
        period = period_for(kind, person, today)
    except NoPeriod as missing:
        assert (kind, missing.field) in {
            (ReviewKind.PROBATION, "start_date"),
            (ReviewKind.CONTRACT_END, "end_date"),
        }
        return
    assert period.since <= period.until
    assert period.due_on > today
    assert start_on is None or period.since >= start_on


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.integers(1, 100))
def test_reminders_lie_ahead_and_before_the_date(due_on, ahead):
    today = due_on - timedelta(days=ahead)
    on = next_reminder_on(due_on, today)
    assert (on is None) == (ahead <= 3)
    assert on is None or today < on < due_on


def test_the_status_at_the_end_is_the_last_that_was_reported_in_the_period():
    reports = [
        Reported("amira", Progress(9.0, status=Status.AT_RISK, reported_at=at(date(2027, 2, 1)))),
        Reported("amira", Progress(8.0, status=Status.ON_TRACK, reported_at=at(date(2027, 4, 5)))),
    ]
    pack, _ = packed(Record([OBJECTIVE], reports={"o": reports}), date(2027, 4, 10))
    assert pack.objectives[0].result == Progress(
        9.0, OBJECTIVE.percent_for(9.0), Status.AT_RISK, reported_at=at(date(2027, 2, 1))
    )

"""The laws of added questions: rhythm, order, the most a week may have, and follow-ups."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.model.questions import (
    MOST_A_WEEK,
    SCALE,
    FollowUp,
    Question,
    QuestionKind,
    QuestionSet,
    Trigger,
    Wording,
    asked_in,
    busiest,
    moved,
    refs_of,
    with_changed,
)
from core.model.wellbeing import LEAST_PEOPLE, week_felt
from core.services.question_bank import bank
from tests.clock import MovableClock

MONDAYS = st.integers(0, 300).map(lambda week: date(2026, 1, 5) + timedelta(weeks=week))
QUESTIONS = st.builds(
    Question,
    id=st.text("abcdef", min_size=1, max_size=3),
    kind=st.sampled_from(QuestionKind),
    wording=st.builds(Wording, st.text(min_size=1, max_size=5)),
    options=st.lists(st.builds(Wording, st.text(min_size=1, max_size=3)), max_size=4).map(tuple),
    every_weeks=st.integers(1, 12),
    first_on=st.none() | MONDAYS,
    follow_up=st.none()
    | st.builds(
        FollowUp, st.just(Wording("Why?")), st.sampled_from(Trigger), st.sampled_from([*SCALE, "yes", "no"])
    ),
)
LISTS = st.lists(QUESTIONS, max_size=9, unique_by=lambda each: each.id).map(tuple)


def a_set(owner: str, questions: tuple[Question, ...], version: int = 1) -> QuestionSet:
    return QuestionSet("vale", owner, version, questions, MovableClock().now(), "someone")


@given(QUESTIONS, MONDAYS)
def test_a_question_comes_back_after_its_weeks_and_not_before(question: Question, monday: date):
    if not question.is_asked_in(monday):
        return
    gap = question.every_weeks if question.first_on else 1
    assert question.is_asked_in(monday + timedelta(weeks=gap))
    assert not any(question.is_asked_in(monday + timedelta(weeks=week)) for week in range(1, gap))


@given(QUESTIONS, MONDAYS, st.integers(0, 6))
def test_every_day_of_a_week_is_the_same_week(question: Question, monday: date, day: int):
    assert question.is_asked_in(monday) == question.is_asked_in(monday + timedelta(days=day))


@given(LISTS, LISTS, MONDAYS)
def test_no_check_in_asks_more_than_a_week_may_have_nor_anything_twice(organisation, team, monday):
    asked = asked_in([a_set("megan", team), a_set("vale", organisation)], monday)
    ids = [each.question.id for each in asked]
    assert len(ids) <= MOST_A_WEEK
    assert len(ids) == len(set(ids))
    wanted = [each.id for each in organisation if each.is_asked_in(monday)][:MOST_A_WEEK]
    assert ids[: len(wanted)] == wanted


@given(LISTS, MONDAYS)
def test_the_busiest_week_has_as_many_as_any(questions, monday):
    weeks = [monday + timedelta(weeks=week) for week in range(12)]
    assert all(len([q for q in questions if q.is_asked_in(week)]) <= busiest(questions, monday) for week in weeks)


@given(LISTS.filter(bool), st.data())
def test_moving_keeps_every_question(questions, data):
    index, to = (data.draw(st.integers(0, len(questions) - 1)) for _ in range(2))
    after = moved(questions, index, to)
    assert after[to] == questions[index]
    assert sorted(each.id for each in after) == sorted(each.id for each in questions)


@given(LISTS, QUESTIONS)
def test_a_follow_up_stays_only_where_an_answer_can_call_for_it(questions, changed):
    kept = next(each for each in with_changed(questions, changed) if each.id == changed.id)
    if kept.follow_up is None:
        return
    numbers = [str(number) for number in range(1, len(kept.options) + 1)]
    answers = {QuestionKind.YES_NO: ["yes", "no"], QuestionKind.SCALE: SCALE, QuestionKind.CHOICE: numbers}
    assert any(kept.follow_up.applies_to(answer) for answer in answers[kept.kind])
    assert not kept.follow_up.applies_to("")


def test_a_version_without_questions_is_not_named_by_a_check_in():
    assert refs_of([a_set("megan", ()), a_set("vale", (bank()["support"],), 3)]) == "vale.3"


def test_every_ready_question_is_whole_in_both_languages():
    for question in bank().values():
        texts = [
            question.wording,
            *question.options,
            *([question.follow_up.wording] if question.follow_up else []),
        ]
        assert all(text.en and text.cy and text.en != text.cy for text in texts)
        assert with_changed((), question) == (question,)
        if question.kind is QuestionKind.SCALE:
            assert len(question.options) == len(SCALE)


@given(st.lists(st.sampled_from(SCALE), max_size=30))
def test_figures_of_how_work_has_felt_need_enough_people_and_say_nothing_before(values):
    week = week_felt(date(2026, 11, 23), values)
    if len(values) < LEAST_PEOPLE:
        assert (week.people, week.average) == (None, None)
    else:
        assert week.people == len(values)
        assert 1 <= week.average <= 5

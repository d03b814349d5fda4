"""What is kept of pulse answers when a question closes, and what reports say of it."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.model.anonymity import FEWEST
from core.model.person import Language
from core.model.pulse import EVERYWHERE, PulseRound, Rhythm, Tally, released, results
from core.schedule.pulse_times import OPEN_FOR, first_opening, opening_after
from core.texts.pulse_questions import question_after, question_ids, question_text

NOW = datetime(2026, 11, 3, 10, 0, tzinfo=UTC)
TALLIES = st.dictionaries(
    st.tuples(st.sampled_from(["", "ann", "ben", "cai", "dee"]), st.integers(1, 5)), st.integers(1, 4)
).map(lambda found: [Tally("r", group, score, count) for (group, score), count in found.items()])


def people_in(tallies):
    found: Counter[str] = Counter()
    for tally in tallies:
        found[tally.group_id] += tally.count
    return found


@given(TALLIES)
def test_what_is_kept_is_of_five_people_or_more_in_every_group(tallies):
    before, kept = people_in(tallies), people_in(released(tallies))
    assert all(count >= FEWEST for count in kept.values())
    for group, count in before.items():
        if group != EVERYWHERE:
            assert kept.get(group, 0) == (count if count >= FEWEST else 0)
    # What is in no report at all is too little to be one.
    assert before.total() - kept.total() < FEWEST


@given(TALLIES)
def test_closing_twice_changes_nothing(tallies):
    assert sorted(map(str, released(released(tallies)))) == sorted(map(str, released(tallies)))


def test_a_question_is_compared_with_the_last_time_it_was_asked():
    first = PulseRound("a", "vale", "clear", NOW, NOW + OPEN_FOR, None, is_closed=True)
    other = PulseRound("b", "vale", "load", NOW + timedelta(7), NOW, None, is_closed=True)
    again = PulseRound("c", "vale", "clear", NOW + timedelta(14), NOW, None, is_closed=True)
    is_open = PulseRound("d", "vale", "clear", NOW + timedelta(21), NOW)
    tallies = [Tally("a", "ann", 2, 5), Tally("c", "ann", 4, 6), Tally("c", "", 1, 6), Tally("d", "ann", 5, 9)]
    found = results([is_open, again, other, first], tallies, "ann")
    assert [(each.people, each.average, each.before) for each in found] == [
        (5, 2.0, None),
        (0, None, None),
        (6, 4.0, 2.0),
    ]
    assert results([again], tallies, None)[0].people == 12


def test_questions_take_turns_and_stand_in_both_languages():
    ids = question_ids()
    assert [question_after(number) for number in range(len(ids) + 1)] == [*ids, ids[0]]
    for each in ids:
        assert question_text(each, Language.EN) != question_text(each, Language.CY)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), st.sampled_from(Rhythm))  # noqa: DTZ001
def test_questions_open_on_tuesdays_after_the_one_before_has_closed(now, rhythm):
    first = first_opening(rhythm, now)
    following = opening_after(rhythm, first)
    for opening in (first, following):
        assert opening.isoweekday() == 2
        assert opening.hour in (9, 10)
    assert now < first <= now + timedelta(days=36 if rhythm is Rhythm.MONTHLY else 8)
    assert first + OPEN_FOR < following
    if rhythm is Rhythm.MONTHLY:
        assert first.day <= 7 and following.day <= 7
        assert (following.month - first.month) % 12 == 1

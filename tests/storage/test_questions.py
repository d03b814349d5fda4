"""Versions of question sets, answers to them and weekly priorities, on each database."""

from datetime import timedelta

import pytest

from core.model.checkin import NoteAudience
from core.model.questions import AnswerPart, QuestionAnswer, QuestionSet
from core.model.week_priority import PriorityState, WeekPriority
from core.ports import Conflict
from core.services.question_bank import bank
from tests.storage.council import MONDAY, NOW, check_in, person, settle_in
from tests.storage.test_query_plans import plan, statements

ANN, BEN = person("Ann Jones"), person("Ben Lloyd", manager_id="ann")


def version(owner: str, number: int, *keys: str) -> QuestionSet:
    return QuestionSet("council", owner, number, tuple(bank()[key] for key in keys), NOW, "ann")


def answer(checkin_id: str, question: str, value: str, **changes: object) -> QuestionAnswer:
    plain = {
        "part": AnswerPart.ANSWER,
        "owner_id": "council",
        "version": 1,
        "audience": NoteAudience.MANAGER,
        "answered_at": NOW,
    }
    return QuestionAnswer(checkin_id, question, value=value, **(plain | changes))  # type: ignore[arg-type]


async def test_every_version_stays_and_the_newest_is_found(database):
    await settle_in(database, ANN, BEN)
    first, second = version("council", 1, "workload"), version("council", 2, "workload", "wellbeing")
    team = version("ann", 1, "priorities")
    async with database.transaction() as store:
        for each in (first, second, team):
            await store.questions.add(each)
    async with database.reading() as store:
        assert await store.questions.newest({"council", "ann", "ben"}) == {"council": second, "ann": team}
        assert await store.questions.newest_of_tenant("council") == [team, second]
        assert await store.questions.version("council", 1) == first
        assert await store.questions.version("council", 3) is None
        assert await store.questions.versions(["council.1", "ann.1", "nobody.4"]) == {
            "council.1": first,
            "ann.1": team,
        }


async def test_two_who_change_the_same_questions_at_once_do_not_both_win(database):
    await settle_in(database, ANN)
    async with database.transaction() as store:
        await store.questions.add(version("council", 1, "workload"))
    with pytest.raises(Conflict):
        async with database.transaction() as store:
            await store.questions.add(version("council", 1, "wellbeing"))


async def test_an_answer_is_replaced_and_only_what_is_shared_is_read_for_the_team(database):
    await settle_in(database, ANN, BEN)
    async with database.transaction() as store:
        await store.checkins.add([check_in("ann", asks="council.1"), check_in("ben")])
        here = f"ann-{MONDAY}"
        await store.questions.keep_answers([answer(here, "workload", "2")])
        await store.questions.keep_answers(
            [answer(here, "workload", "4"), answer(here, "proud", "Us", audience=NoteAudience.TEAM)]
        )
    async with database.reading() as store:
        assert (await store.checkins.by_id(here)).asks == "council.1"
        assert [each.value for each in await store.questions.answers_of([here])] == ["Us", "4"]
        shared = await store.questions.shared_answers_of([here], NoteAudience.TEAM)
        assert [each.value for each in shared] == ["Us"]


async def test_values_are_counted_by_period_without_those_taken_back(database):
    await settle_in(database, ANN, BEN)
    earlier = MONDAY - timedelta(weeks=1)
    async with database.transaction() as store:
        await store.checkins.add([check_in("ann"), check_in("ben"), check_in("ann", earlier)])
        await store.questions.keep_answers(
            [
                answer(f"ann-{MONDAY}", "wellbeing", "4"),
                answer(f"ben-{MONDAY}", "wellbeing", ""),
                answer(f"ann-{earlier}", "wellbeing", "2"),
                answer(f"ann-{earlier}", "workload", "1"),
            ]
        )
    async with database.reading() as store:
        found = await store.questions.values_by_period("council", "wellbeing", earlier, MONDAY)
        assert found == {earlier: ["2"], MONDAY: ["4"]}
        assert await store.questions.values_by_period("elsewhere", "wellbeing", earlier, MONDAY) == {}


async def test_priorities_are_open_until_they_are_settled(database):
    await settle_in(database, ANN)
    one = WeekPriority("one", "council", "ann", f"ann-{MONDAY}", 0, "Train Sam", NOW)
    two = WeekPriority("two", "council", "ann", f"ann-{MONDAY}", 1, "Rota", NOW)
    async with database.transaction() as store:
        await store.checkins.add([check_in("ann")])
        await store.week_priorities.save([two, one])
        await store.week_priorities.save([WeekPriority(**{**_fields(two), "state": PriorityState.DONE})])
    async with database.reading() as store:
        assert await store.week_priorities.open_of("ann") == [one]
        assert [each.id for each in await store.week_priorities.of_check_in(f"ann-{MONDAY}")] == ["one", "two"]
        assert (await store.week_priorities.by_ids(["two"]))["two"].state is PriorityState.DONE


def _fields(priority: WeekPriority) -> dict[str, object]:
    return {name: getattr(priority, name) for name in WeekPriority.__slots__}


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda store: store.questions.newest({"council", "ann"}), "sqlite_autoindex_question_sets_1"),
        (lambda store: store.questions.versions(["council.1"]), "sqlite_autoindex_question_sets_1"),
        (lambda store: store.questions.answers_of(["x"]), "sqlite_autoindex_question_answers_1"),
        (lambda store: store.week_priorities.open_of("ann"), "ix_week_priorities_person_id"),
        (
            lambda store: store.questions.values_by_period("council", "wellbeing", MONDAY, MONDAY),
            "ix_checkins_tenant_id_period_state",
        ),
    ],
)
async def test_they_are_found_by_index(sqlite_database, ask, index):
    async with statements(sqlite_database) as executed, sqlite_database.reading() as store:
        await ask(store)
    plans = [step for each in executed for step in await plan(sqlite_database, *each)]
    assert any(index in step for step in plans), plans
    assert not any(step.startswith(("SCAN question", "SCAN week", "SCAN checkins")) for step in plans), plans

"""The questions asked all day are answered from an index, on SQLite as its planner says."""

from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event

from core.chat.event import Origin, TextReceived
from core.model.delivery import Posted
from core.model.person import Platform
from core.model.traffic import BREAK_AFTER
from core.ports import Claim
from tests.storage.council import MONDAY, NOW, message, person, settle_in


@asynccontextmanager
async def statements(database):
    """Collects what is executed, with its parameters."""
    executed = []

    def listen(connection, cursor, statement, parameters, context, many):
        if not statement.startswith(("PRAGMA", "BEGIN")):
            executed.append((statement, parameters))

    engines = [database._reading.sync_engine, database._writing.sync_engine]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", listen)
    yield executed
    for engine in engines:
        event.remove(engine, "before_cursor_execute", listen)


async def plan(database, statement, parameters):
    async with database.connected_for_reading() as connection:
        explained = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [row.detail for row in explained]


# What was asked for, what a claim or a ranking has found by its index, and a table of a few rows.
NO_WALK = (
    *("SCAN json_each", "SCAN CONSTANT ROW", "SCAN free", "SCAN outbox_holds"),
    *("SCAN in_turn", "SCAN (subquery"),
)


async def claim_beside_a_hold(store):
    await store.traffic.throttled("council", Platform.SLACK, NOW + timedelta(minutes=1), NOW)
    await store.outbox.claim(NOW, 60, 50)


async def begin_the_second(store):
    first, second = (TextReceived(Origin(Platform.SLACK, "T1", "U1", f"Ev{n}", "D1"), "yes") for n in (1, 2))
    await store.inbox.accept(first, NOW, by="us", until=NOW)
    assert await store.inbox.begin(await store.inbox.accept(second, NOW, by="us", until=NOW))


async def claim_beside_an_outage(store):
    for _ in range(BREAK_AFTER):
        await store.traffic.failed("council", Platform.SLACK, NOW)
    await store.outbox.claim(NOW + timedelta(minutes=1), 60, 50)


ALL_DAY = {
    "due_people": (lambda store: store.checkins.due_people(NOW, 50), "ix_enrolments_next_due_at"),
    "due_prompts": (lambda store: store.checkins.due_prompts(["amira"], NOW), "ix_enrolments_person_id"),
    "due_reminders": (lambda store: store.checkins.due_reminders(NOW, 50), "ix_checkins_remind_at"),
    "due_snoozes": (lambda store: store.checkins.due_snoozes(NOW, 50), "ix_checkins_snoozed_until"),
    "due_closings": (lambda store: store.checkins.due_closings(NOW, 50), "ix_checkins_closes_at"),
    "due_summaries": (lambda store: store.summaries.due(NOW, 50), "ix_teams_next_summary_at"),
    "claim": (lambda store: store.outbox.claim(NOW, 60, 50), "ix_outbox_is_run_available_at_seq"),
    "claim beside a hold": (claim_beside_a_hold, "ix_outbox_is_run_available_at_seq"),
    "what waits its turn": (begin_the_second, "ix_inbox_lane_seq"),
    "what is left": (lambda store: store.inbox.something_is_left(NOW), "ix_inbox_available_at"),
    "taking over": (lambda store: store.inbox.take_over("us", NOW, NOW, 50, at_work=[9]), "ix_inbox_available_at"),
    "taking over earlier": (
        lambda store: store.inbox.take_earlier(Claim(2, "amira", 1), "us", NOW, NOW, [9]),
        "ix_inbox_lane_seq",
    ),
    "given up": (lambda store: store.inbox.given_up(10), "ix_inbox_given_up_at"),
    "forgotten": (lambda store: store.inbox.forget(Platform.SLACK, NOW, 50), "ix_inbox_platform_done_at"),
    "claim beside an outage": (claim_beside_an_outage, "ix_outbox_is_run_available_at_seq"),
    "cancel": (
        lambda store: store.outbox.cancel(["amira"], ["t1"], ["check-in prompt"], "answered", NOW),
        "ix_outbox_lane_seq",
    ),
    "sent since": (
        lambda store: store.backlog.sent_since("council", NOW),
        "ix_outbox_tenant_id_state_finished_at",
    ),
    "why given up": (lambda store: store.backlog.reasons("council"), "ix_outbox_tenant_id_state_finished_at"),
    "putting messages right": (
        lambda store: store.traffic.put_right(NOW),
        "ix_outbox_is_run_available_at_seq (is_run=? AND available_at>?)",
    ),
    "putting events right": (lambda store: store.inbox.put_right(NOW), "ix_inbox_available_at (available_at>?)"),
    "forget_idle": (lambda store: store.traffic.forget_idle(NOW), "ix_outbox_lanes_next_free_us"),
    "current": (lambda store: store.checkins.current(["amira"], NOW), "ix_checkins_person_id_opens_at"),
    "of_periods": (
        lambda store: store.checkins.of_periods(["amira"], MONDAY, MONDAY),
        "sqlite_autoindex_checkins_2",
    ),
    "tally": (
        lambda store: store.checkins.tally("council", MONDAY, MONDAY),
        "ix_checkins_tenant_id_period_state",
    ),
    "by_account": (
        lambda store: store.people.by_account(Platform.SLACK, "T1", "U1"),
        "sqlite_autoindex_accounts_1",
    ),
    "by_emails": (
        lambda store: store.people.by_emails("council", ["a@b.example"]),
        "sqlite_autoindex_people_2",
    ),
    "reports_of": (lambda store: store.people.reports_of("megan"), "ix_people_manager_id"),
    "active_for": (lambda store: store.objectives.active_for(["amira"]), "ix_objectives_person_id_created_at"),
    "misses": (
        lambda store: store.missed_targets.of_objectives(["amira-voids"]),
        "sqlite_autoindex_missed_targets_2",
    ),
    "actions about": (lambda store: store.actions.open_for(["amira"]), "ix_agreed_actions_person_id_created_at"),
    "actions of": (lambda store: store.actions.open_for(["amira"]), "ix_agreed_actions_owner_id_created_at"),
    "ended_pauses": (lambda store: store.objectives.ended_pauses(NOW, 50), "ix_objectives_paused_until"),
    "values": (
        lambda store: store.recognitions.values("council"),
        "ix_organisation_values_tenant_id_position",
    ),
    "recognitions": (
        lambda store: store.recognitions.received("amira", 3),
        "ix_recognitions_receiver_id_given_at",
    ),
    "recognitions of a team": (
        lambda store: store.recognitions.received_between(["amira"], NOW, NOW),
        "ix_recognitions_receiver_id_given_at",
    ),
    "what a message was": (
        lambda store: store.outbox.tag_of(Posted(Platform.SLACK, "T1", "D1", "1.2")),
        "ix_posted_messages_conversation_message",
    ),
    "evidence": (lambda store: store.evidence.of_objective("voids", 5), "ix_evidence_objective_id_added_at"),
    "feedback": (lambda store: store.feedback.received("amira", 5), "ix_feedback_receiver_id_given_at"),
    "feedback notes": (lambda store: store.feedback.notes_of("f1"), "ix_feedback_notes_feedback_id_said_at"),
    "feedback requests": (
        lambda store: store.feedback.waiting_for("amira"),
        "ix_feedback_requests_giver_id_asked_at",
    ),
    "feedback asked for": (
        lambda store: store.feedback.asked_by("amira", 24),
        "ix_feedback_requests_asker_id_asked_at",
    ),
    "unnamed waiting": (
        lambda store: store.unnamed_feedback.waiting_for(["amira"]),
        "ix_waiting_feedback_receiver_id",
    ),
    "unnamed released": (
        lambda store: store.unnamed_feedback.released_to("amira"),
        "ix_released_feedback_receiver_id_month_batch_id",
    ),
    "pulse rounds": (lambda store: store.pulse.rounds("council", 9), "ix_pulse_rounds_tenant_id_opens_at"),
    "pulse tallies": (lambda store: store.pulse.tallies(["p1"]), "sqlite_autoindex_pulse_tallies_1"),
    "courses": (lambda store: store.training.courses("council"), "sqlite_autoindex_courses_2"),
    "completions": (
        lambda store: store.training.completions_of(["amira"]),
        "sqlite_autoindex_training_completions_2",
    ),
    "what everyone has of a course": (
        lambda store: store.training.known(["fire"]),
        "COVERING INDEX ix_training_completions_standing",
    ),
    "what HR has still to look at": (
        lambda store: store.training.pending("council", 5),
        "ix_training_completions_tenant_id_completed_on",
    ),
    "requirements": (
        lambda store: store.training.requirements("council"),
        "ix_course_requirements_tenant_id",
    ),
    "skills of roles": (lambda store: store.skills.of_roles("council"), "sqlite_autoindex_role_skills_1"),
    "skills of objectives": (
        lambda store: store.skills.of_objectives(["o"]),
        "sqlite_autoindex_objective_skills_1",
    ),
    "skills of people": (lambda store: store.skills.of_people(["amira"]), "sqlite_autoindex_person_skills_1"),
    "choices about skills": (lambda store: store.skills.choices(["amira"]), "sqlite_autoindex_skill_choices_1"),
    "teachers": (
        lambda store: store.skills.teachers("council", ["excel"]),
        "ix_person_skills_tenant_id_skill_key",
    ),
    "reminded of": (lambda store: store.training.told(["amira"]), "sqlite_autoindex_training_reminders_1"),
    "service feedback known": (
        lambda store: store.service_feedback.known("council", ["Tenant survey"], ["4711"]),
        "sqlite_autoindex_service_feedback_2",
    ),
    "service figures of teams": (
        lambda store: store.service_feedback.figures_of_teams(["repairs"], MONDAY),
        "ix_service_feedback_team_id_received_on",
    ),
    "service figures of objectives": (
        lambda store: store.service_feedback.figures_of_objectives(["voids"], MONDAY),
        "ix_service_feedback_objective_id_received_on",
    ),
    "comments on a team": (
        lambda store: store.service_feedback.comments_on_team("repairs", MONDAY, 3),
        "ix_service_feedback_team_id_received_on",
    ),
    "comments on an objective": (
        lambda store: store.service_feedback.comments_on_objective("voids", MONDAY, 3),
        "ix_service_feedback_objective_id_received_on",
    ),
    "api keys": (lambda store: store.api_keys.all("council"), "ix_api_keys_tenant_id_created_at"),
    "api key": (lambda store: store.api_keys.by_id("0a1b"), "sqlite_autoindex_api_keys_1"),
    "absences": (lambda store: store.absences.of(["amira"], MONDAY, MONDAY), "ix_absences_person_id_ends_on"),
}


@pytest.mark.parametrize("question", ALL_DAY)
async def test_a_question_asked_all_day_uses_its_index_and_walks_over_no_table(sqlite_database, question):
    ask, index = ALL_DAY[question]
    await settle_in(sqlite_database)
    async with statements(sqlite_database) as executed, sqlite_database.transaction() as store:
        await ask(store)
    plans = [step for statement in executed for step in await plan(sqlite_database, *statement)]
    assert any(index in step for step in plans), plans
    assert [step for step in plans if step.startswith("SCAN") and not step.startswith(NO_WALK)] == []


async def test_the_next_instant_is_read_from_seven_indexes(sqlite_database):
    async with statements(sqlite_database) as executed, sqlite_database.reading() as store:
        await store.timers.next_instant()
    (statement,) = executed
    steps = [step for step in await plan(sqlite_database, *statement) if step.startswith(("SEARCH", "SCAN"))]
    read = {step.rpartition("INDEX ")[2].partition(" ")[0] for step in steps if "INDEX" in step}
    assert read == {
        "ix_enrolments_next_due_at",
        "ix_checkins_remind_at",
        "ix_checkins_snoozed_until",
        "ix_checkins_closes_at",
        "ix_teams_next_summary_at",
        "ix_timers_due_at",
        "ix_objectives_paused_until",
    }


async def test_a_claim_takes_as_many_statements_for_fifty_messages_as_for_one(database):
    staff = [person(f"P{number}") for number in range(51)]
    await settle_in(database, *staff)
    taken = []
    for batch in (staff[:1], staff[1:]):
        async with database.transaction() as store:
            await store.outbox.add("council", [message(each.id, each.id) for each in batch], NOW)
        async with statements(database) as executed, database.transaction() as store:
            assert len(await store.outbox.claim(NOW + timedelta(seconds=1), 60, 100)) == len(batch)
        taken.append(len(executed))
    assert taken == [4, 4]

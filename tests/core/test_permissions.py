"""The permission table over random organisations."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.model.person import Access, Person, Team
from core.permissions import (
    Permission,
    Relation,
    Right,
    holds,
    may,
    may_give,
    may_keep_goals,
    may_read_service_feedback,
    may_see_organisation,
    relation_of,
)

IDS = st.sampled_from(["ann", "ben", "cai", "dee", "eve"])
PEOPLE = st.builds(
    Person,
    id=IDS,
    tenant_id=st.sampled_from(["vale", "moor"]),
    email=st.just("someone@vale.example"),
    name=st.just("Someone"),
    manager_id=st.none() | IDS,
    access=st.sampled_from(Access),
)

DELEGATED = {
    Permission.SEE_TEAM_STATUS,
    Permission.READ_CHECK_IN,
    Permission.REMIND,
    Permission.SEE_OBJECTIVES,
}
"""All that whoever stands in for a line manager sees and does."""


@given(PEOPLE, PEOPLE, st.sampled_from(Permission))
def test_only_the_person_and_their_line_manager_are_ever_let_in(
    asker: Person, subject: Person, wanted: Permission
):
    close = asker.id == subject.id or subject.manager_id == asker.id
    assert not may(asker, wanted, subject) or (close and asker.tenant_id == subject.tenant_id)


@given(PEOPLE, PEOPLE, st.sampled_from(Permission))
def test_nobody_reaches_into_another_organisation(asker: Person, subject: Person, wanted: Permission):
    elsewhere = replace(subject, tenant_id=f"not {asker.tenant_id}")
    assert relation_of(asker, elsewhere) is Relation.STRANGER
    assert not may(asker, wanted, elsewhere)


@given(PEOPLE, st.sampled_from(Permission))
def test_hr_and_administrators_read_no_check_in_that_is_not_theirs(subject: Person, wanted: Permission):
    for access in (Access.HR, Access.ADMIN):
        officer = Person("officer", subject.tenant_id, "hr@vale.example", "Officer", access=access)
        assert not may(officer, wanted, subject)


@given(PEOPLE)
def test_nobody_answers_for_another(subject: Person):
    manager = Person(subject.manager_id or "boss", subject.tenant_id, "boss@vale.example", "Boss")
    if manager.id != subject.id:
        assert not may(manager, Permission.ANSWER_CHECK_IN, subject)
    assert may(subject, Permission.ANSWER_CHECK_IN, subject)


@given(PEOPLE)
def test_nobody_confirms_their_own_skills(subject: Person):
    assert not may(subject, Permission.CONFIRM_SKILLS, subject)


def test_a_manager_stops_seeing_a_report_on_the_day_they_move():
    manager = Person("boss", "vale", "boss@vale.example", "Boss")
    report = Person("amira", "vale", "amira@vale.example", "Amira", manager_id="boss")
    assert may(manager, Permission.READ_CHECK_IN, report)
    assert not may(manager, Permission.READ_CHECK_IN, replace(report, manager_id="other"))


@given(PEOPLE, st.sampled_from(Right))
def test_only_hr_and_administrators_act_for_the_organisation(asker: Person, right: Right):
    assert holds(asker, right) == (asker.access in (Access.HR, Access.ADMIN))


@given(PEOPLE, st.none() | IDS, st.sampled_from(["vale", "moor"]))
def test_a_teams_goals_and_service_feedback_are_its_leads_alone(
    asker: Person, lead_id: str | None, tenant_id: str
):
    team = Team("team", tenant_id, "Roads", lead_id)
    leads = asker.id == lead_id and asker.tenant_id == tenant_id
    assert may_keep_goals(asker, team) == leads
    assert may_read_service_feedback(asker, team) == leads


@given(PEOPLE, PEOPLE)
def test_thanks_and_feedback_go_to_colleagues_of_the_same_organisation_and_never_to_oneself(
    asker: Person, receiver: Person
):
    assert may_give(asker, receiver) == (asker.tenant_id == receiver.tenant_id and asker.id != receiver.id)


@given(PEOPLE)
def test_a_line_manager_reads_of_a_person_only_what_was_meant_for_both(subject: Person):
    manager = Person(subject.manager_id or "boss", subject.tenant_id, "boss@vale.example", "Boss")
    subject = replace(subject, manager_id=manager.id)
    if manager.id == subject.id:
        return
    for shared in (Permission.READ_EVIDENCE, Permission.READ_SHARED_FEEDBACK, Permission.READ_TRAINING):
        assert may(manager, shared, subject)
    for own in (Permission.READ_FEEDBACK, Permission.DECIDE_ON_RECOGNITION, Permission.RECORD_TRAINING):
        assert not may(manager, own, subject)
        assert may(subject, own, subject)


def test_evidence_and_service_feedback_are_not_read_by_who_only_shares_the_objective():
    owner, other = Person("a", "vale", "a@vale.example", "A"), Person("b", "vale", "b@vale.example", "B")
    assert may(other, Permission.SEE_OBJECTIVE, owner, ("b",))
    assert not may(other, Permission.READ_EVIDENCE, owner, ("b",))
    assert not may(other, Permission.ADD_EVIDENCE, owner, ("b",))
    assert not may(other, Permission.READ_SERVICE_FEEDBACK, owner, ("b",))


@given(PEOPLE, st.lists(PEOPLE, max_size=4))
def test_the_organisation_is_seen_by_hr_and_by_who_is_at_the_top_of_a_line(asker: Person, reports: list[Person]):
    leads = any(each.manager_id == asker.id and each.tenant_id == asker.tenant_id for each in reports)
    is_hr = asker.access in (Access.HR, Access.ADMIN)
    assert may_see_organisation(asker, reports) == (is_hr or (asker.manager_id is None and leads))


@given(PEOPLE, PEOPLE, st.sampled_from(Permission), st.frozensets(IDS))
def test_a_delegate_is_let_in_to_the_check_in_round_of_that_team_alone(
    asker: Person, subject: Person, wanted: Permission, managers: frozenset[str]
):
    delegate = replace(asker, stands_in_for=managers)
    if may(delegate, wanted, subject) and not may(asker, wanted, subject):
        assert subject.manager_id in managers
        assert subject.tenant_id == asker.tenant_id
        assert wanted in DELEGATED


def test_what_a_delegate_sees_and_does_is_this_and_nothing_else():
    delegate = Person("ben", "vale", "ben@vale.example", "Ben", stands_in_for=frozenset({"boss"}))
    report = Person("amira", "vale", "amira@vale.example", "Amira", manager_id="boss")
    assert relation_of(delegate, report) is Relation.DELEGATE
    assert {each for each in Permission if may(delegate, each, report)} == DELEGATED
    assert not any(may(replace(delegate, stands_in_for=frozenset()), each, report) for each in Permission)

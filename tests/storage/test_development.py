"""Recognition, evidence, feedback and training as they are stored, on both databases."""

from dataclasses import replace
from datetime import date, timedelta

from core.model.evidence import Evidence, EvidenceSource
from core.model.feedback import (
    Feedback,
    FeedbackNote,
    FeedbackRequest,
    ReleasedFeedback,
    Telling,
    Visibility,
    WaitingFeedback,
)
from core.model.pulse import Pulse, PulseRound, Rhythm, Tally
from core.model.recognition import OrganisationValue, Recognition, Sharing
from core.model.requirements import Group, Known, Requirement
from core.model.training import CompletionState, Course, TrainingCompletion
from core.model.training_reminders import Told
from tests.storage.council import NOW, objective, person, settle_in

THANKS = Recognition("r1", "council", "ben", "amira", "The clear letter", "better", Sharing.OFFERED, NOW)
FIRE = Course("c1", "council", "Fire safety", mandatory=True, valid_months=12)
SAID = Feedback(
    "f1", "council", "ben", "amira", Visibility.PERSON, NOW, said=Telling(text="You rang first.", effect="Calm")
)


async def settle(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"))


async def test_thanks_are_listed_newest_first_and_a_decision_is_kept(database):
    await settle(database)
    later = replace(THANKS, id="r2", given_at=NOW + timedelta(hours=1))
    shared = replace(THANKS, sharing=Sharing.SHARED, decided_at=NOW + timedelta(hours=2))
    async with database.transaction() as store:
        await store.recognitions.save(THANKS)
        await store.recognitions.save(later)
        await store.recognitions.save(shared)
    async with database.reading() as store:
        assert await store.recognitions.received("amira", 10) == [later, shared]
        assert await store.recognitions.received("amira", 1) == [later]
        assert await store.recognitions.received("ben", 10) == []
        assert await store.recognitions.by_id("r1") == shared
        assert await store.recognitions.by_id("none") is None


async def test_an_organisation_has_its_own_values_in_their_order(database):
    await settle(database)
    bold, kind = (
        OrganisationValue("b", "council", "Bold", "Beiddgar", 1),
        OrganisationValue("k", "council", "Kind"),
    )
    async with database.transaction() as store:
        await store.recognitions.save_values([bold, kind])
        await store.recognitions.save_values([])
    async with database.reading() as store:
        assert await store.recognitions.values("council") == [kind, bold]
        assert await store.recognitions.values("elsewhere") == []


async def test_evidence_of_one_recognition_is_kept_once_for_an_objective(database):
    await settle(database)
    voids, keys = objective("amira", "voids"), objective("amira", "keys")
    first = Evidence("e1", "council", voids.id, "Thanks", "", "amira", NOW, EvidenceSource.RECOGNITION, "r1")
    typed = Evidence(
        "e2", "council", voids.id, "Audit", "https://x", "ben", NOW + timedelta(1), EvidenceSource.TYPED
    )
    async with database.transaction() as store:
        await store.objectives.save([voids, keys], NOW)
        await store.recognitions.save(THANKS)
        assert await store.evidence.add(first)
        assert not await store.evidence.add(first)
        assert not await store.evidence.add(replace(first, id="e9"))
        assert await store.evidence.add(replace(first, id="e3", objective_id=keys.id))
        assert await store.evidence.add(typed)
        assert await store.evidence.add(replace(typed, id="e4", added_at=NOW - timedelta(1)))
    async with database.reading() as store:
        assert [each.id for each in await store.evidence.of_objective(voids.id, 10)] == ["e2", "e1", "e4"]
        assert await store.evidence.of_objective(voids.id, 1) == [typed]


async def test_feedback_with_its_notes_and_the_request_it_answers(database):
    await settle(database)
    asked = FeedbackRequest("q1", "council", "round", "amira", "ben", "How was it?", NOW)
    other = replace(asked, id="q2", asked_at=NOW - timedelta(1))
    note = FeedbackNote("n1", "council", "f1", "amira", "Which call?", NOW)
    async with database.transaction() as store:
        await store.feedback.save_requests([asked, other])
        assert await store.feedback.waiting_for("ben") == [other, asked]
        await store.feedback.save_requests([replace(asked, answered_at=NOW)])
        await store.feedback.save(replace(SAID, request_id="q1"))
        await store.feedback.save(replace(SAID, request_id="q1", thanked_at=NOW))
        assert await store.feedback.add_note(note)
        assert not await store.feedback.add_note(note)
    async with database.reading() as store:
        assert await store.feedback.waiting_for("ben") == [other]
        assert await store.feedback.waiting_for("amira") == []
        assert await store.feedback.request("q1") == replace(asked, answered_at=NOW)
        kept = replace(SAID, request_id="q1", thanked_at=NOW)
        assert await store.feedback.received("amira", 5) == [kept]
        assert await store.feedback.by_id("f1") == kept
        assert await store.feedback.notes_of("f1") == [note]


async def test_feedback_taken_back_and_requests_declined_are_asked_for_no_more(database):
    await settle(database)
    asked = FeedbackRequest("q1", "council", "round", "amira", "ben", "How was it?", NOW, due_on=date(2026, 3, 6))
    async with database.transaction() as store:
        await store.feedback.save_requests([replace(asked, declined_at=NOW)])
        await store.feedback.save(replace(SAID, withdrawn_at=NOW))
    async with database.reading() as store:
        assert await store.feedback.waiting_for("ben") == []
        assert await store.feedback.received("amira", 5) == []
        assert await store.feedback.asked_by("amira", 5) == [replace(asked, declined_at=NOW)]
        assert await store.feedback.requests(["q1", "q2"]) == [replace(asked, declined_at=NOW)]


async def test_feedback_without_a_name_waits_with_its_giver_and_is_released_without(database):
    await settle(database)
    waits = WaitingFeedback("w1", "council", "ben", "amira", Telling(about="Keys", text="Ring first."))
    out = ReleasedFeedback("r1", "council", "amira", "b1", date(2026, 3, 1), waits.said)
    async with database.transaction() as store:
        await store.unnamed_feedback.save(replace(waits, said=Telling(text="Ring.")))
        await store.unnamed_feedback.save(waits)
        assert await store.unnamed_feedback.waiting_for(["amira", "ben"]) == [waits]
        assert await store.unnamed_feedback.waiting("w1") == waits
        await store.unnamed_feedback.remove(["w1"])
        await store.unnamed_feedback.release([out, replace(out, id="r0", batch_id="b0", month=date(2026, 2, 1))])
    async with database.reading() as store:
        assert await store.unnamed_feedback.waiting("w1") is None
        released = await store.unnamed_feedback.released_to("amira")
        assert [each.id for each in released] == ["r1", "r0"]
        assert released[0] == out


async def test_pulse_counts_scores_and_keeps_who_answered_apart(database):
    await settle(database)
    asked = PulseRound("p1", "council", "tools", NOW, NOW + timedelta(6))
    async with database.transaction() as store:
        assert await store.pulse.of("council") is None
        await store.pulse.save(Pulse("council", Rhythm.WEEKLY))
        await store.pulse.save(Pulse("council", None, 3))
        await store.pulse.save_round(asked)
        await store.pulse.save_round(replace(asked, asked_up_to="ben"))
        assert await store.pulse.mark_answered("p1", "ben")
        assert not await store.pulse.mark_answered("p1", "ben")
        for score in (4, 4, 2):
            await store.pulse.count("p1", "amira", score)
        assert await store.pulse.tallies(["p1"]) == [Tally("p1", "amira", 2, 1), Tally("p1", "amira", 4, 2)]
        await store.pulse.replace_tallies("p1", [Tally("p1", "", 2, 5)])
        await store.pulse.forget_who_answered("p1")
        assert await store.pulse.mark_answered("p1", "ben")
    async with database.reading() as store:
        assert await store.pulse.of("council") == Pulse("council", None, 3)
        assert await store.pulse.round("p1") == replace(asked, asked_up_to="ben")
        assert await store.pulse.rounds("council", 5) == [replace(asked, asked_up_to="ben")]
        assert await store.pulse.tallies(["p1"]) == [Tally("p1", "", 2, 5)]
        found = await store.pulse.people_after("council", "amira", NOW.date(), 1)
        assert [each.id for each in found] == ["ben"]


async def test_a_completion_is_one_of_a_person_a_course_and_a_day(database):
    await settle(database)
    fire = Course("c1", "council", "Fire safety", mandatory=True, valid_months=12)
    done = TrainingCompletion("t1", "council", "amira", "c1", date(2026, 3, 1), date(2027, 3, 1))
    again = replace(done, id="t2", evidence="Certificate 4521")
    async with database.transaction() as store:
        await store.training.save_courses([replace(fire, mandatory=False)])
        await store.training.save_courses([fire])
        await store.training.save_completions([done])
        await store.training.save_completions([again])
        await store.training.save_completions([])
    async with database.reading() as store:
        assert await store.training.courses("council") == [fire]
        assert await store.training.completions_of(["amira", "ben"]) == [replace(again, id="t1")]
        assert await store.training.completions_of([]) == []


async def test_the_rules_of_a_course_are_replaced_together(database):
    await settle(database)
    everyone = Requirement("q1", "council", "c1", Group.EVERYONE, "", 30, date(2026, 3, 1))
    agency = replace(everyone, id="q2", group=Group.EMPLOYMENT, value="agency")
    async with database.transaction() as store:
        await store.training.save_courses([FIRE])
        await store.training.set_requirements("c1", [everyone])
        await store.training.set_requirements("c1", [agency])
        assert await store.training.requirements("council") == [agency]
        assert await store.training.requirements("elsewhere") == []
        await store.training.set_requirements("c1", [])
        assert await store.training.requirements("council") == []


async def test_what_a_whole_organisation_has_of_a_course(database):
    await settle(database)
    done = TrainingCompletion("t1", "council", "amira", "c1", date(2026, 3, 1), date(2027, 3, 1))
    async with database.transaction() as store:
        await store.training.save_courses([FIRE, replace(FIRE, id="c2", title="Manual handling")])
        await store.training.save_completions(
            [
                done,
                replace(done, id="t2", completed_on=date(2025, 3, 1), expires_on=date(2026, 3, 1)),
                replace(done, id="t3", completed_on=date(2026, 4, 1), state=CompletionState.PENDING),
                replace(done, id="t4", person_id="ben", state=CompletionState.SENT_BACK, note="Whose is it?"),
                replace(done, id="t5", course_id="c2", expires_on=None),
            ]
        )
    async with database.reading() as store:
        assert await store.training.known(["c1", "c2", "none"]) == {
            "c1": {"amira": Known(date(2027, 3, 1), date(2026, 3, 1), date(2026, 4, 1))},
            "c2": {"amira": Known(date.max, date(2026, 3, 1), None)},
        }
        assert [each.id for each in await store.training.pending("council", 5)] == ["t3"]
        assert (await store.training.completion("t4")).note == "Whose is it?"
        assert await store.training.completion("none") is None
        learners = await store.training.learners("council")
        assert {each.id for each in learners} == {"amira", "ben"}
        assert [each.id for each in await store.training.people_after("council", "amira", 5)] == ["ben"]


async def test_what_someone_was_reminded_of_last_is_kept(database):
    await settle(database)
    told = Told("amira", "c1", date(2026, 6, 1), date(2026, 5, 2), date(2026, 5, 4))
    async with database.transaction() as store:
        await store.training.save_courses([FIRE])
        await store.training.save_told([told])
        await store.training.save_told([replace(told, manager_told=True)])
        await store.training.save_told([])
        assert await store.training.told(["amira", "ben"]) == [replace(told, manager_told=True)]

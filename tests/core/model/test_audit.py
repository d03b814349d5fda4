"""The audit log's chain: whatever is done to its rows afterwards shows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.audit import (
    EVERYONE,
    Actor,
    ActorKind,
    AuditAction,
    AuditNote,
    Check,
    Fault,
    Finding,
    Head,
    Surface,
    chained,
    detail_of,
    read_head,
)

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

ACTORS = st.builds(
    Actor, st.sampled_from(ActorKind), st.sampled_from(["megan", "rhys", ""]), st.sampled_from(Surface)
)
NOTES = st.builds(
    AuditNote,
    st.just("vale"),
    st.sampled_from(AuditAction),
    st.sampled_from(["amira", "siân", EVERYONE, None]),
    st.sampled_from(["", "table=people rows=3"]),
    ACTORS,
    st.sampled_from(["", "0123456789"]),
)


@st.composite
def chains(draw, least=1):
    """Rows as the log writes them: a few at a time, each time at another instant."""
    entries, head = [], Head()
    for minute, notes in enumerate(
        draw(st.lists(st.lists(NOTES, min_size=1, max_size=3), min_size=least, max_size=5))
    ):
        entries += chained(head, notes, AT + timedelta(minutes=minute))
        head = head_of(entries)
    return entries


def head_of(entries):
    return Head(entries[-1].number, entries[-1].hash) if entries else Head()


def checked(entries, kept, noted=None):
    check = Check(noted)
    check.walk(entries)
    return check.end(kept)


def rehashed(entries, since):
    """What someone does who can write to the database and knows the code: everything from `since` on anew."""
    done = list(entries[:since])
    for entry in entries[since:]:
        actor = Actor(ActorKind(entry.actor_kind), entry.actor_id, Surface(entry.surface))
        note = AuditNote(
            entry.tenant_id, AuditAction(entry.action), entry.subject_id, entry.detail, actor, entry.cause
        )
        done += chained(head_of(done), [note], entry.at)
    return done


@given(chains())
def test_a_chain_that_nobody_touched_is_whole(entries):
    assert checked(entries, head_of(entries)) is None
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))


@given(chains(), st.data())
def test_every_end_noted_on_the_way_is_found_again(entries, data):
    until = data.draw(st.integers(0, len(entries)))
    assert checked(entries, head_of(entries), head_of(entries[:until])) is None


CHANGES = {
    "tenant_id": "other",
    "at": AT - timedelta(days=1),
    "actor_kind": "robot",
    "actor_id": "someone",
    "action": "nothing.read",
    "subject_id": "nobody",
    "detail": "rows=0",
    "surface": "paper",
    "cause": "ffffffffff",
    "previous": "f" * 64,
    "hash": "f" * 64,
}


@given(chains(), st.data(), st.sampled_from(sorted(CHANGES)))
def test_a_changed_field_is_found_at_its_row(entries, data, field):
    at = data.draw(st.integers(0, len(entries) - 1))
    changed = [*entries]
    changed[at] = replace(entries[at], **{field: CHANGES[field]})
    found = checked(changed, head_of(entries))
    assert found == Finding(at + 1, Fault.CHANGED)


@given(chains(least=2), st.data())
def test_a_row_that_was_taken_out_is_missed(entries, data):
    at = data.draw(st.integers(0, len(entries) - 1))
    left = entries[:at] + entries[at + 1 :]
    last = at == len(entries) - 1
    assert checked(left, head_of(entries)) == Finding(at + 1, Fault.CUT_OFF if last else Fault.MISSING)


@given(chains(least=3), st.data())
def test_a_row_that_was_taken_out_and_the_rest_renumbered_does_not_link(entries, data):
    at = data.draw(st.integers(0, len(entries) - 2))
    rest = [replace(entry, number=entry.number - 1) for entry in entries[at + 1 :]]
    assert checked(entries[:at] + rest, head_of(entries)) == Finding(at + 1, Fault.CHANGED)


@given(chains(least=2), st.data())
def test_rows_that_changed_places_are_found_at_the_first(entries, data):
    first = data.draw(st.integers(0, len(entries) - 2))
    second = data.draw(st.integers(first + 1, len(entries) - 1))
    swapped = [*entries]
    swapped[first] = replace(entries[second], number=first + 1)
    swapped[second] = replace(entries[first], number=second + 1)
    assert checked(swapped, head_of(entries)) == Finding(first + 1, Fault.CHANGED)


@given(chains(least=2), st.data())
def test_a_row_that_was_changed_with_its_hash_breaks_the_link_to_the_next(entries, data):
    at = data.draw(st.integers(0, len(entries) - 2))
    forged = rehashed([*entries[:at], replace(entries[at], detail="rows=0", hash="")], at)[: at + 1]
    after = entries[at + 1 :]
    if forged[at] == entries[at]:
        return
    assert checked([*forged, *after], head_of(entries)) == Finding(at + 2, Fault.UNLINKED)


@given(chains(least=2), st.data())
def test_a_chain_cut_off_with_its_end_moved_is_whole_but_for_who_noted_the_end(entries, data):
    until = data.draw(st.integers(0, len(entries) - 1))
    left = entries[:until]
    noted = head_of(entries)
    assert checked(left, head_of(left)) is None
    assert checked(left, head_of(left), noted) == Finding(until + 1, Fault.CUT_OFF)


@given(chains(least=2), st.data())
def test_a_chain_written_anew_is_whole_but_for_who_noted_an_end(entries, data):
    at = data.draw(st.integers(0, len(entries) - 1))
    forged = rehashed([*entries[:at], replace(entries[at], detail="rows=99"), *entries[at + 1 :]], at)
    assert checked(forged, head_of(forged)) is None
    assert checked(forged, head_of(forged), head_of(entries)) == Finding(len(entries), Fault.REWRITTEN)


@given(chains())
def test_rows_added_behind_the_end_do_not_count_as_kept(entries):
    assert checked(entries, head_of(entries[:-1])) == Finding(len(entries), Fault.UNLINKED)


@given(chains())
def test_a_last_row_written_anew_is_not_the_kept_end(entries):
    last = rehashed([*entries[:-1], replace(entries[-1], detail="rows=99")], len(entries) - 1)
    assert checked(last, head_of(entries)) == Finding(len(entries), Fault.REWRITTEN)


@given(NOTES)
def test_the_same_in_two_organisations_has_two_hashes(note):
    (ours,), (theirs,) = chained(Head(), [note], AT), chained(Head(), [replace(note, tenant_id="other")], AT)
    assert ours.hash != theirs.hash


@pytest.mark.parametrize(
    "written", ["a word of what was said", "note=Amira is unwell", "rows=3\nrows=4", "=3", "rows"]
)
def test_no_words_are_kept_in_a_detail(written):
    with pytest.raises(ValueError, match="name=value"):
        AuditNote("vale", AuditAction.READ_TABLE, detail=written)


def test_facts_are_written_by_name():
    assert detail_of(table="check-ins", rows=12, team=None) == "rows=12 table=check-ins team="


def test_a_head_is_read_as_it_was_printed():
    head = Head(17, "9f" * 32)
    assert read_head(f" {head}\n") == head


@pytest.mark.parametrize("written", ["", "17", "x:" + "9f" * 32, "17:9f", "17:" + "9F" * 32])
def test_what_is_no_head_is_refused_with_what_to_give(written):
    with pytest.raises(ValueError, match="milepost audit head"):
        read_head(written)

"""Gather a person's review: what is stored of the period, put together for whoever reads it.

A year takes as many queries as a week.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from functools import cache

from pydantic import TypeAdapter

from core.cards.review_sections import Shown
from core.model.person import Language, Person
from core.model.review import Review, ReviewVersion, Signatures, digest_of
from core.model.review_pack import Alone, Pack
from core.model.review_record import Record, put_together
from core.ports import Store
from core.schedule.working_time import local_instant
from core.services.competencies import competency_labels

_DAY = timedelta(days=1)


@cache
def _json() -> TypeAdapter[Pack]:
    """Packs to and from JSON; made once it is needed, since it takes a moment."""
    return TypeAdapter(Pack)


async def gather(store: Store, review: Review, person: Person, now: datetime) -> tuple[Pack, Alone]:
    """The pack as it stands at `now` (UTC), and what only the person reads."""
    today = now.astimezone(person.zone).date()
    since = local_instant(review.since, time(), person.zone)
    until = local_instant(min(review.until, today) + _DAY, time(), person.zone)
    objectives = (await store.objectives.all_for([person.id])).get(person.id, [])
    ids = [each.id for each in objectives]
    changes = await store.reviews.changes(ids)
    evidence = await store.reviews.evidence(ids, since, until)
    feedback = await store.reviews.feedback(person.id, since, until)
    thanks = await store.reviews.thanks(person.id, since, until)
    actions = await store.reviews.actions(person.id, since, until)
    words = await store.reviews.words_of(review.id)
    named = {
        person.id,
        *(each.by_id for each in changes if each.by_id),
        *(each.by_id for each in evidence),
        *(each.giver_id for each in feedback),
        *(each.giver_id for each in thanks),
        *(each.owner_id for each in actions),
        *(each.by_id for each in words),
        *([person.manager_id] if person.manager_id else []),
    }
    people = await store.people.by_ids(named)
    record = Record(
        objectives,
        await store.objectives.further_owners(ids),
        await store.objectives.reports_on(ids),
        changes,
        await store.missed_targets.of_objectives(ids),
        evidence,
        feedback,
        await store.unnamed_feedback.released_to(person.id),
        thanks,
        await store.training.completions_of([person.id]),
        {each.id: each for each in await store.training.courses(person.tenant_id)},
        actions,
        await store.checkins.of_periods([person.id], review.since, review.until),
        (await store.absences.of([person.id], review.since, review.until)).get(person.id, ()),
        words,
        await store.reviews.left_out(review.id),
        {id_: each.name for id_, each in people.items()},
        await _labels(store, person.tenant_id),
    )
    return put_together(review, person, record, today)


async def _labels(store: Store, tenant_id: str) -> Mapping[str, tuple[str, str]]:
    """Competencies and values by id, in English and Welsh."""
    english = await competency_labels(store, tenant_id, Language.EN)
    welsh = await competency_labels(store, tenant_id, Language.CY)
    return {id_: (label, welsh.get(id_, "")) for id_, label in english.items()}


async def draft(store: Store, review: Review, person: Person, now: datetime, *, alone: bool) -> Shown:
    """What is being written, as it stands; with what only the person reads where they read it."""
    pack, own = await gather(store, review, person, now)
    manager = pack.names.get(person.manager_id or "", "")
    return Shown(pack, person, manager, None, own if alone else None)


async def make_version(store: Store, review: Review, person: Person, now: datetime) -> ReviewVersion:
    """The next version, to be signed: the pack as it stands at `now`, kept with its digest."""
    pack, _ = await gather(store, review, person, now)
    content = _json().dump_python(pack, mode="json")
    version = ReviewVersion(review.id, review.version + 1, content, digest_of(content), now, Signatures())
    await store.reviews.add_version(version)
    return version


async def kept(store: Store, review: Review, person: Person, number: int) -> Shown | None:
    """A version that was made to be signed; None where there is none, or it is not what was made any more."""
    version = await store.reviews.version(review.id, number)
    if version is None or not version.is_whole:
        return None
    pack = _json().validate_python(version.content)
    # Of whom it was to be signed by: who did, or whoever is the line manager now.
    manager_id = version.signatures.manager_id or person.manager_id or ""
    manager = pack.names.get(manager_id, "")
    if not manager and manager_id:
        found = (await store.people.by_ids([manager_id])).get(manager_id)
        manager = found.name if found else ""
    return Shown(pack, person, manager, version)

"""Keep what service users said, from a file or another system: all of it or nothing, and as often as it comes.

An answer is known again by its source and the source's reference: the same again changes nothing, something else
corrects what was kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from core.model.objective import Objective, ObjectiveState
from core.model.service_feedback import (
    LONGEST_REFERENCE,
    LONGEST_SOURCE,
    LONGEST_TEXT,
    Scale,
    ServiceFeedback,
)
from core.ports import Store
from core.services.import_cells import Suggestions, unknown_people
from core.services.import_report import NONE, Problem, Report, Trouble, refused
from core.services.import_teams import name_key

_FURTHEST_AHEAD = timedelta(hours=14)
"""How far the clocks of the zone that is furthest ahead are before UTC; a later day has begun nowhere."""


@dataclass(frozen=True, slots=True)
class ToldByUser:
    """One answer as it was handed in, at `line` of a file or as item `line` of a request.

    It names a `team`, or an `objective` by its title with its owner's `email` in lower case. `text` None leaves
    what is kept of the comment as it is.
    """

    line: int
    source: str
    reference: str
    received_on: date
    score: float
    scale: Scale
    team: str = ""
    email: str = ""
    objective: str = ""
    text: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What it is known again by."""
        return self.source, self.reference


@dataclass(frozen=True, slots=True)
class _Subjects:
    """The ids of the teams and objectives that were named, by how they were named."""

    teams: Mapping[str, str]
    objectives: Mapping[tuple[str, str], str]


async def keep_service_feedback(
    store: Store,
    tenant_id: str,
    told: Sequence[ToldByUser],
    now: datetime,
    *,
    found: Iterable[Problem] = (),
    warnings: Sequence[Problem] = (),
    suggests: bool = True,
    dry_run: bool = False,
) -> Report:
    """Add and correct answers; with any problem, those in `found` too, or in a dry run, save nothing.

    `now` is UTC. Without `suggests` nothing is told of who works here and what they mean to achieve: another
    system may post answers, not look people up.
    """
    problems = [*found, *_wrong_by_themselves(told, now), *_repeated(told)]
    subjects = await _subjects(store, tenant_id, told)
    problems += await _unknown(store, tenant_id, told, subjects, suggests=suggests)
    if problems:
        return refused(problems, warnings, dry_run=dry_run)
    before = await store.service_feedback.known(
        tenant_id, {each.source for each in told}, [each.reference for each in told]
    )
    pairs = [(before.get(each.key), _kept(each, before.get(each.key), subjects, tenant_id)) for each in told]
    if not dry_run:
        await store.service_feedback.save([after for known, after in pairs if known != after])
    labels = [(f"{each.source}: {each.reference}", *pair) for each, pair in zip(told, pairs, strict=True)]
    return Report(
        added=tuple(label for label, known, _ in labels if known is None),
        updated=tuple(label for label, known, after in labels if known is not None and known != after),
        unchanged=tuple(label for label, known, after in labels if known == after),
        warnings=tuple(warnings),
        dry_run=dry_run,
    )


def _kept(
    told: ToldByUser, before: ServiceFeedback | None, subjects: _Subjects, tenant_id: str
) -> ServiceFeedback:
    start = before or ServiceFeedback(
        uuid4().hex, tenant_id, told.source, told.reference, told.received_on, told.score, told.scale
    )
    return replace(
        start,
        received_on=told.received_on,
        score=told.score,
        scale=told.scale,
        text=start.text if told.text is None else told.text,
        team_id=subjects.teams[name_key(told.team)] if told.team else None,
        objective_id=None if told.team else subjects.objectives[told.email, _title_key(told.objective)],
    )


# --- what can be wrong ----------------------------------------------------------------------------------------


def _wrong_by_themselves(told: Sequence[ToldByUser], now: datetime) -> Iterable[Problem]:
    latest = (now + _FURTHEST_AHEAD).date()
    for each in told:
        if each.received_on > latest:
            facts = {"written": each.received_on.isoformat()}
            yield Problem(each.line, "received_on", Trouble.NOT_RECEIVED_YET, facts)
        if not each.scale.lowest <= each.score <= each.scale.highest:
            facts = {
                "written": f"{each.score:g}",
                "lowest": f"{each.scale.lowest:g}",
                "highest": f"{each.scale.highest:g}",
            }
            yield Problem(each.line, "score", Trouble.OFF_SCALE, facts)
        for column, said, most in (
            ("source", each.source, LONGEST_SOURCE),
            ("reference", each.reference, LONGEST_REFERENCE),
            ("text", each.text or "", LONGEST_TEXT),
        ):
            if len(said) > most:
                facts = {"written": str(len(said)), "allowed": str(most)}
                yield Problem(each.line, column, Trouble.TOO_LONG, facts)
        if trouble := _wrong_subject(each):
            yield Problem(each.line, *trouble)


def _wrong_subject(told: ToldByUser) -> tuple[str, Trouble] | None:
    if told.team:
        return ("team", Trouble.TWO_SUBJECTS) if told.objective or told.email else None
    if not told.objective and not told.email:
        return "team", Trouble.NO_SUBJECT
    if not (told.objective and told.email):
        return "email" if told.objective else "objective", Trouble.HALF_SUBJECT
    return None


def _repeated(told: Sequence[ToldByUser]) -> Iterable[Problem]:
    first: dict[tuple[str, str], int] = {}
    for each in told:
        line = first.setdefault(each.key, each.line)
        if line != each.line:
            facts = {"written": each.reference, "first": str(line)}
            yield Problem(each.line, "reference", Trouble.REPEATED_ANSWER, facts)


def _of_teams(told: Sequence[ToldByUser]) -> list[ToldByUser]:
    return [each for each in told if each.team and _wrong_subject(each) is None]


def _of_objectives(told: Sequence[ToldByUser]) -> list[ToldByUser]:
    return [each for each in told if not each.team and _wrong_subject(each) is None]


async def _subjects(store: Store, tenant_id: str, told: Sequence[ToldByUser]) -> _Subjects:
    teams = await store.people.teams(tenant_id) if _of_teams(told) else []
    owners = await store.people.by_emails(tenant_id, {each.email for each in _of_objectives(told)})
    owned = await store.objectives.all_for([each.id for each in owners.values()]) if owners else {}
    return _Subjects(
        {name_key(team.name): team.id for team in reversed(teams)},
        {
            (email, _title_key(each.title)): each.id
            for email, owner in owners.items()
            # The last of the same title counts: one that is not over, where there is one.
            for each in sorted(owned.get(owner.id, ()), key=_is_standing)
        },
    )


def _is_standing(objective: Objective) -> bool:
    return objective.state is not ObjectiveState.CLOSED


async def _unknown(
    store: Store, tenant_id: str, told: Sequence[ToldByUser], subjects: _Subjects, *, suggests: bool
) -> list[Problem]:
    lost = [each for each in _of_teams(told) if name_key(each.team) not in subjects.teams]
    problems = []
    if lost:
        names = Suggestions(sorted(team.name for team in await store.people.teams(tenant_id)) if suggests else [])
        problems += [
            Problem(
                each.line,
                "team",
                Trouble.TEAM_NOT_FOUND,
                {"written": each.team, "nearest": names.nearest(each.team)},
            )
            for each in lost
        ]
    missed = [
        each
        for each in _of_objectives(told)
        if (each.email, _title_key(each.objective)) not in subjects.objectives
    ]
    if missed and not suggests:
        problems += [Problem(each.line, "objective", Trouble.NO_SUCH_OBJECTIVE) for each in missed]
    elif missed:
        emails = {person.email for person in await store.people.all(tenant_id)}
        problems += unknown_people([(each.line, each.email) for each in missed], emails)
        problems += _unknown_titles([each for each in missed if each.email in emails], subjects)
    return problems


def _unknown_titles(missed: Iterable[ToldByUser], subjects: _Subjects) -> list[Problem]:
    titles: dict[str, list[str]] = {}
    for email, title in subjects.objectives:
        titles.setdefault(email, []).append(title)

    def nearest(each: ToldByUser) -> str:
        return _nearest(each.objective, titles.get(each.email, ()))

    return [
        Problem(
            each.line,
            "objective",
            Trouble.OBJECTIVE_NOT_FOUND,
            {"written": each.objective, "email": each.email, "nearest": nearest(each)},
        )
        for each in missed
    ]


def _nearest(title: str, known: Collection[str]) -> str:
    return Suggestions(list(known)).nearest(title) if known else NONE


def _title_key(title: str) -> str:
    return " ".join(title.casefold().split())

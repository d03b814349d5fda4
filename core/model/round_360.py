"""360 rounds: how often someone is seen to do what, by themselves, their manager, peers and reports.

What peers and reports say comes without names. A round is made into one report when it closes, and nothing of it
changes afterwards: each line's scores are one batch, or one of peers and one of reports where both are large
enough, and all comments together are one. No answer is in two batches, and no batch is of two rounds, so that the
rule of `core.model.anonymity` holds for all reports taken together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.model.anonymity import FEWEST, in_no_order, ready
from core.model.questions import Wording

MOST_PEERS = 8
"""Colleagues that the person proposes."""

MOST_ASKED = 24
"""Peers and reports that are asked in one round."""

MOST_A_WEEK = 3
"""People that anyone is asked about within a week, at the most."""

FREQUENCY = ("1", "2", "3", "4", "5")
"""How often something is seen: never, seldom, sometimes, often, nearly always."""

WIDE_GAP = 1.0
"""Between how people see themselves and how others do, from which on it is pointed out."""


class Group(StrEnum):
    """Who someone is to the person a round is about."""

    SELF = "self"
    MANAGER = "manager"
    PEER = "peer"
    REPORT = "report"

    @property
    def is_named(self) -> bool:
        """Whether what they say stands in the report as theirs."""
        return self in (Group.SELF, Group.MANAGER)


class RoundState(StrEnum):
    """How far a round is."""

    NOMINATING = "nominating"
    ASKING = "asking"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that is asked about; `id` is unique within its template."""

    id: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Template:
    """What a round asks: `competencies` on a scale with a comment each, and `open_questions`."""

    competencies: tuple[Line, ...]
    open_questions: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """An organisation's template; a new version leaves the rounds that were opened before as they were."""

    tenant_id: str
    version: int
    template: Template
    by_id: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Average:
    """The mean score of so many people."""

    mean: float
    people: int


@dataclass(frozen=True, slots=True)
class LineResult:
    """What was said of one competency; None where nobody did, or too few without their names."""

    line_id: str
    own: int | None = None
    manager: int | None = None
    others: Average | None = None
    """Peers and reports together."""
    peers: Average | None = None
    reports: Average | None = None

    @property
    def gap(self) -> float | None:
        """How much more often the person sees themselves do it than others do."""
        return None if self.own is None or self.others is None else self.own - self.others.mean


@dataclass(frozen=True, slots=True)
class Comment:
    """What someone wrote about a line."""

    line_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a round. `others` are the comments of peers and reports, in no order.

    `answered` is how many peers and reports did, of those `asked`.
    """

    lines: tuple[LineResult, ...]
    asked: int
    answered: int
    own: tuple[Comment, ...] = ()
    manager: tuple[Comment, ...] = ()
    others: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Round360:
    """A round about `subject_id`. Instants are UTC, `due_on` is local to the subject.

    `manager_id` is the line manager it was opened with, who takes part by name and reads the report; with
    `hr_reads` its opener, who is of HR, reads it too. The subject is told of both when it is opened.
    """

    id: str
    tenant_id: str
    subject_id: str
    opener_id: str
    manager_id: str | None
    hr_reads: bool
    state: RoundState
    opened_at: datetime
    due_on: date
    template: Template
    closed_at: datetime | None = None
    report: Report | None = None

    @property
    def readers(self) -> tuple[str, ...]:
        """Whom the subject was told of as readers of the report, themselves first."""
        hr = (self.opener_id,) if self.hr_reads else ()
        return tuple(each for each in dict.fromkeys((self.subject_id, self.manager_id, *hr)) if each)

    @property
    def is_open(self) -> bool:
        """Whether it is still to come to a report."""
        return self.state in (RoundState.NOMINATING, RoundState.ASKING)


@dataclass(frozen=True, slots=True)
class Rater:
    """Someone who takes part. `asked_at` (UTC) may lie ahead; None: not asked yet, or not at all.

    Whether a peer or a report answered or declined is known only while the round is open.
    """

    round_id: str
    person_id: str
    group: Group
    asked_at: datetime | None = None
    has_answered: bool = False
    has_declined: bool = False

    @property
    def is_waited_for(self) -> bool:
        """Whether an answer is still hoped for."""
        return self.asked_at is not None and not (self.has_answered or self.has_declined)


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """What one person said in a round, kept with them until it closes: scores and comments by line."""

    round_id: str
    person_id: str
    scores: Mapping[str, int] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether anything was filled in."""
        return bool(self.scores or self.comments)


def report_of(
    template: Template, raters: Sequence[Rater], answers: Sequence[RoundAnswer], new_ids: Iterable[str]
) -> Report:
    """The report of a round that closes. `new_ids` are random, one a comment at least, and say the order."""
    group_of = {each.person_id: each.group for each in raters}
    by_group = {group: [each for each in answers if group_of.get(each.person_id) is group] for group in Group}
    others = [*by_group[Group.PEER], *by_group[Group.REPORT]]
    unnamed = [each for each in raters if not each.group.is_named and each.asked_at is not None]
    return Report(
        tuple(_result(line.id, by_group) for line in template.competencies),
        asked=len(unnamed),
        answered=len(others),
        own=_comments(template, by_group[Group.SELF]),
        manager=_comments(template, by_group[Group.MANAGER]),
        others=_shuffled(template, others, new_ids),
    )


def _result(line_id: str, by_group: Mapping[Group, Sequence[RoundAnswer]]) -> LineResult:
    """Peers and reports apart where each are enough for a batch, together where only both are, else not at all."""
    said = {group: [a.scores[line_id] for a in by_group[group] if line_id in a.scores] for group in Group}
    peers, reports = said[Group.PEER], said[Group.REPORT]
    own, manager = (next(iter(said[group]), None) for group in (Group.SELF, Group.MANAGER))
    if len(peers) + len(reports) < FEWEST:
        return LineResult(line_id, own, manager)
    others = _average([*peers, *reports])
    if len(peers) < FEWEST or len(reports) < FEWEST:
        return LineResult(line_id, own, manager, others)
    return LineResult(line_id, own, manager, others, _average(peers), _average(reports))


def _average(scores: Sequence[int]) -> Average:
    return Average(sum(scores) / len(scores), len(scores))


def _comments(template: Template, answers: Sequence[RoundAnswer]) -> tuple[Comment, ...]:
    lines = (*template.competencies, *template.open_questions)
    return tuple(
        Comment(line.id, each.comments[line.id])
        for line in lines
        for each in answers
        if each.comments.get(line.id)
    )


def _shuffled(template: Template, answers: Sequence[RoundAnswer], new_ids: Iterable[str]) -> tuple[Comment, ...]:
    """All comments as one batch, in no order; none where too few different people wrote any."""
    if not ready([each.person_id for each in answers if any(each.comments.values())]):
        return ()
    anew = dict(zip(new_ids, _comments(template, answers), strict=False))
    return tuple(anew[each] for each in in_no_order(anew))

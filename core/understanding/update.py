"""An update in plain words, understood: value, status, what is in the way, whose control that is in, dates.

Precision comes before recall: what could be read two ways is left out and named in `unsure`, so that it can be
asked.
"""

from dataclasses import dataclass
from datetime import date

from core.model.measure import Direction, Measure
from core.understanding.confidence import read_assurance
from core.understanding.control import is_outside_control
from core.understanding.due_changes import read_due_change
from core.understanding.irony import is_ironic
from core.understanding.needs import read_needs
from core.understanding.obstacles import read_obstacles
from core.understanding.progress import read_progress
from core.understanding.standing import Standing, read_standing, tells_of_a_launch
from core.understanding.written import read_written

FIELDS = ("value", "change", "percent", "status", "outside_control", "due_change", "confidence")
"""Fields that may be unsure, in the order in which they are named."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a text says; None or empty where it says nothing, or could mean two things (then it is `unsure`).

    `value` and `change` are in the measure's unit, `percent` is progress towards the target, 0 to 100. A change
    of the due date is a number of days (negative: earlier) or a new day, never both. `blockers` and `needs` are
    as written.
    """

    value: float | None = None
    change: float | None = None
    percent: float | None = None
    status: Standing | None = None
    blockers: tuple[str, ...] = ()
    outside_control: bool | None = None
    due_in_days: int | None = None
    due_on: date | None = None
    confidence: int | None = None
    needs: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


def understand(text: str, today: date, measure: Measure | None = None, title: str = "") -> Update:
    """What an update says of an objective with this measure and title; days are reckoned from `today`."""
    written = read_written(text)
    if not written.clauses:
        return Update()
    measure = measure or Measure()
    due = read_due_change(written, today)
    assurance = read_assurance(written)
    obstacles = read_obstacles(written, f"{title} {measure.name}")
    places = [(each.start, each.end) for each in obstacles]
    progress = read_progress(written, measure, title, [*due.spans, *assurance.spans], places)
    standing = read_standing(written, places, is_downward=measure.direction is Direction.DOWN)
    ironic = is_ironic(written)
    status = None if ironic else standing.standing
    is_short = progress.percent is not None and progress.percent < 100
    is_counted = measure.unit != "" and measure.target is not None
    is_part = is_short or due.on is not None or due.days is not None or (is_counted and tells_of_a_launch(written))
    if status is Standing.DONE and is_part:
        status = None
    blockers = tuple(each.text for each in obstacles)
    outside, is_mixed = is_outside_control(written, blockers)
    unsure = set(progress.unsure)
    unsure |= {"status"} if ironic or standing.is_unsure else set()
    unsure |= {"outside_control"} if is_mixed else set()
    unsure |= {"due_change"} if due.is_unsure else set()
    unsure |= {"confidence"} if assurance.is_unsure else set()
    return Update(
        value=progress.value,
        change=progress.change,
        percent=progress.percent,
        status=status,
        blockers=blockers,
        outside_control=outside,
        due_in_days=due.days,
        due_on=due.on,
        confidence=assurance.level,
        needs=tuple(read_needs(written, due.spans)),
        unsure=tuple(name for name in FIELDS if name in unsure),
    )

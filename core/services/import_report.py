"""What came of an import: what it changed, and every problem with its line, its column and its fix."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

Rows = Sequence[tuple[int, Mapping[str, str]]]
"""A file's rows: the line each begins on (the header is line 1), and its cells by column name."""


class Trouble(StrEnum):
    """What can be wrong with a file; the words are the texts `import-wrong-<value>` and `import-fix-<value>`."""

    # The file as a whole.
    NO_FILE = "no-file"
    EMPTY_FILE = "empty-file"
    NOT_UTF8 = "not-utf8"
    OLD_EXCEL = "old-excel"
    MACROS = "macros"
    OTHER_SHEET = "other-sheet"
    TOO_MANY_ROWS = "too-many-rows"
    DAMAGED = "damaged"
    OPEN_QUOTE = "open-quote"
    NO_HEADER = "no-header"
    NO_ROWS = "no-rows"

    # Its columns.
    MISSING_COLUMN = "missing-column"
    MISSPELT_COLUMN = "misspelt-column"
    UNKNOWN_COLUMN = "unknown-column"
    REPEATED_COLUMN = "repeated-column"

    # A cell.
    MISSING = "missing"
    SPREADSHEET_ERROR = "spreadsheet-error"
    EXTRA_CELL = "extra-cell"
    BAD_EMAIL = "bad-email"
    BAD_DATE = "bad-date"
    BAD_DAYS = "bad-days"
    BAD_NUMBER = "bad-number"
    BAD_WEIGHT = "bad-weight"
    UNKNOWN_CHOICE = "unknown-choice"
    UNKNOWN_ZONE = "unknown-zone"

    # A row, seen with the others and with what is known.
    REPEATED_PERSON = "repeated-person"
    REPEATED_OBJECTIVE = "repeated-objective"
    END_BEFORE_START = "end-before-start"
    UNKNOWN_MANAGER = "unknown-manager"
    OWN_MANAGER = "own-manager"
    CIRCLE = "circle"
    UNKNOWN_PERSON = "unknown-person"
    TARGET_IS_BASELINE = "target-is-baseline"
    WRONG_DIRECTION = "wrong-direction"
    UNKNOWN_PRIORITY = "unknown-priority"

    # A priority's or goal's row.
    LONG_TITLE = "long-title"
    REPEATED_AIM = "repeated-aim"
    UNKNOWN_TEAM = "unknown-team"
    UNKNOWN_AIM = "unknown-aim"
    PRIORITY_SERVES_GOAL = "priority-serves-goal"
    AIM_CIRCLE = "aim-circle"

    # A completion's row.
    IN_FUTURE = "in-future"
    BEFORE_START = "before-start"
    EXPIRES_EARLY = "expires-early"
    REPEATED_COMPLETION = "repeated-completion"
    COURSE_DIFFERS = "course-differs"
    BAD_MONTHS = "bad-months"
    NEARLY_KNOWN_COURSE = "nearly-known-course"

    # A course's row.
    REPEATED_COURSE = "repeated-course"
    BAD_WINDOW = "bad-window"
    BAD_LINK = "bad-link"

    # What a service user said.
    TOO_LONG = "too-long"
    UNKNOWN_SCALE = "unknown-scale"
    OFF_SCALE = "off-scale"
    NOT_RECEIVED_YET = "not-received-yet"
    REPEATED_ANSWER = "repeated-answer"
    NO_SUBJECT = "no-subject"
    TWO_SUBJECTS = "two-subjects"
    HALF_SUBJECT = "half-subject"
    TEAM_NOT_FOUND = "team-not-found"
    OBJECTIVE_NOT_FOUND = "objective-not-found"
    NO_SUCH_OBJECTIVE = "no-such-objective"
    # An outside figure's row.
    UNKNOWN_MEASURE = "unknown-measure"
    BAD_PERIOD = "bad-period"
    PERIOD_TO_COME = "period-to-come"
    SCALE_DIFFERS = "scale-differs"
    SHARE_OF_ONE = "share-of-one"
    REPEATED_BENCHMARK = "repeated-benchmark"
    # A row of what a job title wants.
    BAD_LEVEL = "bad-level"
    LONG_SKILL = "long-skill"
    REPEATED_SKILL = "repeated-skill"
    NEARLY_KNOWN_SKILL = "nearly-known-skill"


NONE = "none"
"""The fact `nearest` where nothing known is like what was written."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a line and column (line 0: the whole file; no column: the whole line).

    `facts` fill in the texts; they quote the file, so they are for whoever imports it and never for logs.
    """

    line: int
    column: str
    trouble: Trouble
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do in a dry run.

    People are named by email, objectives as `email: title`, service users' answers as
    `source: reference`, completions as `email: course, day`, aims and courses
    by title. With `problems` nothing was kept. `warnings` name columns that were ignored, priorities that nobody
    keeps and courses that are nearly others. `left_out` is known to Milepost but not in the file, and stays.
    """

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    new_teams: tuple[str, ...] = ()
    new_priorities: tuple[str, ...] = ()
    new_courses: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    dry_run: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether the file had problems, so that nothing of it was kept."""
        return bool(self.problems)


def refused(problems: Iterable[Problem], warnings: Sequence[Problem] = (), *, dry_run: bool = False) -> Report:
    """The report on a file with problems, in the order of its lines."""
    ordered = sorted(problems, key=lambda problem: problem.line)
    return Report(problems=tuple(ordered), warnings=tuple(warnings), dry_run=dry_run)

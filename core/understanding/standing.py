"""How an objective stands by what is said of it: not started, on track, at risk, off track, done.

Rules, in order:

- Words deny each other: "not done yet" is not done, "isn't slipping" says nothing, "not on track" is off track.
- What was gives way to what is: "was off track, back on track now" is on track.
- Done is the whole only: "12 of 40 finished", "phase 2 complete", "will be done by Friday" are not done.
- What stops things ("stuck", "can't move until") is off track; what slows them ("slipping", "a bit behind") is at
  risk; of the two the worse counts.
- After "but" the worry counts: "on track but tight" is at risk. Where good and bad stand side by side without
  it, none is taken, and the status is unsure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.understanding import standing_words as words
from core.understanding.written import Clause, Written


class Standing(StrEnum):
    """How an objective stands; wider than the status a check-in asks for, since people also say "done" unasked."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class StandingSaid:
    """The standing said, if any; unsure where it was said both ways."""

    standing: Standing | None = None
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Statement:
    standing: Standing
    place: int
    after_but: bool = False
    is_past: bool = False
    is_outright: bool = False
    """Said in the words of a report, "amber", "at risk", rather than by an idiom."""


_Rules = tuple[tuple[Standing, tuple[tuple[re.Pattern[str], bool], ...]], ...]
_WORSE_FIRST = (Standing.OFF_TRACK, Standing.AT_RISK)


def read_standing(
    written: Written, obstacles: Sequence[tuple[int, int]] = (), *, is_downward: bool = False
) -> StandingSaid:
    """The standing that a text tells; `obstacles` are places of what is in the way, of which none is done.

    To be over the target is good, save where the measure should fall (`is_downward`).
    """
    rules = _rules(is_downward)
    statements = [each for clause in written.clauses for each in _statements(written, clause, obstacles, rules)]
    present = [each for each in statements if not each.is_past]
    return _agreed(present) if present else StandingSaid()


def tells_of_a_launch(written: Written) -> bool:
    """Whether something went live or was published: a step, where the objective is to reach a number."""
    return words.LAUNCHED.search(written.said) is not None


def _statements(
    written: Written, clause: Clause, obstacles: Sequence[tuple[int, int]], rules: _Rules
) -> Iterator[_Statement]:
    said = written.words_of(clause)
    after_but = clause.lead in ("but", "although", "though", "however", "ond")
    is_past = words.PAST.search(said) is not None and words.PRESENT.search(said) is None
    taken: list[tuple[int, int]] = []

    def statement(standing: Standing, place: int, outright: bool = False) -> _Statement:
        return _Statement(standing, clause.start + place, after_but, is_past, outright)

    if colour := words.COLOUR.search(said):
        yield statement(_COLOURS[next(filter(None, colour.groups()))], colour.start(), outright=True)
    for match in words.NOT_STARTED.finditer(said):
        if words.OTHERS_START.search(said) or _is_in(clause, match, obstacles):
            continue
        taken.append(match.span())
        yield statement(Standing.NOT_STARTED, match.start())
    for standing, patterns in rules:
        for pattern, is_outright in patterns:
            for match in pattern.finditer(said):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                meant = _meant(standing, said, match)
                if meant is not None:
                    taken.append(match.span())
                    yield statement(meant, match.start(), is_outright)
    if _is_done(written, clause, said) and not any(
        _is_in(clause, match, obstacles) for match in words.DONE.finditer(said)
    ):
        yield _Statement(Standing.DONE, clause.end, after_but)  # what was done stays done


def _is_in(clause: Clause, match: re.Match[str], places: Sequence[tuple[int, int]]) -> bool:
    start = clause.start + match.start()
    return any(first <= start < last for first, last in places)


_COLOURS = {
    "red": Standing.OFF_TRACK, "coch": Standing.OFF_TRACK, "amber": Standing.AT_RISK, "yellow": Standing.AT_RISK,
    "oren": Standing.AT_RISK, "melyn": Standing.AT_RISK, "ambr": Standing.AT_RISK, "green": Standing.ON_TRACK,
    "gwyrdd": Standing.ON_TRACK,
}  # fmt: skip
_PATTERNS = (
    (Standing.ON_TRACK, ((words.BACK_ON_TRACK, True),)),
    (Standing.OFF_TRACK, ((words.OFF_TRACK_OUTRIGHT, True), (words.OFF_TRACK, False))),
    (Standing.AT_RISK, ((words.AT_RISK_OUTRIGHT, True), (words.AT_RISK, False))),
    (Standing.ON_TRACK, ((words.ON_TRACK_OUTRIGHT, True), (words.ON_TRACK, False))),
)


def _rules(is_downward: bool) -> _Rules:
    """The patterns in their order; the first that matches a place has it."""
    over, under = words.OVER_TARGET, words.UNDER_TARGET
    if is_downward:
        over, under = under, over
    return (*_PATTERNS, (Standing.ON_TRACK, ((over, False),)), (Standing.AT_RISK, ((under, False),)))


def _meant(standing: Standing, said: str, match: re.Match[str]) -> Standing | None:
    """What a phrase means with the words before it: denied, hoped for, or feared."""
    left = said[max(0, match.start() - 45) : match.start()]
    if words.SURE_OF.search(left) and standing is Standing.ON_TRACK:
        return None  # a confidence
    if standing is Standing.OFF_TRACK and words.HEDGED.search(left):
        return Standing.AT_RISK
    if words.DENIED.search(left):
        if "ahead" in match.group():
            return None
        if standing is Standing.ON_TRACK:
            return Standing.OFF_TRACK if words.ON_TRACK_OUTRIGHT.match(match.group()) else Standing.AT_RISK
        return None
    if standing is Standing.ON_TRACK:
        return None if words.HOPED.search(left) else standing
    if match.group().startswith("miss ") and not words.DOUBTED.search(left):
        return standing  # "will miss the deadline"
    if words.FEARED.search(left):
        return Standing.AT_RISK
    return standing


def _is_done(written: Written, clause: Clause, said: str) -> bool:
    """Whether the whole objective is said to be done, here and nowhere taken back."""
    found = words.DONE.search(said)
    if found is None:
        return False
    left, right = said[: found.start()], said[found.end() :]
    if words.DENIED.search(left) or words.NOT_WHOLLY.search(left) or words.NOT_DONE_LATER.search(right):
        return False
    if words.PART.search(said) and words.EVERYTHING.search(said) is None:
        return False
    if _counts_a_part(said):
        return False
    rest = written.said[: clause.start] + " | " + written.said[clause.end :]
    return words.MORE_TO_DO.search(rest) is None and words.MORE_TO_DO.search(right) is None


def _counts_a_part(said: str) -> bool:
    """Whether a number says that only so many are done; "all 40" and "40 of 40" are everything."""
    if words.EVERYTHING.search(said):
        return False
    shares = words.SHARE.findall(said)
    if shares:
        return any(part != whole for part, whole in shares)
    return words.COUNTED.search(said) is not None


def _agreed(said: list[_Statement]) -> StandingSaid:
    standings = {each.standing for each in said}
    if len(standings) == 1:
        return StandingSaid(said[0].standing)
    if Standing.DONE in standings:
        return _agreed([each for each in said if each.standing is not Standing.DONE])
    outright = {each.standing for each in said if each.is_outright}
    bad = [each for each in _WORSE_FIRST if each in standings]
    if Standing.ON_TRACK in standings:
        return _agreed_good_and_bad(said, bad, outright)
    if Standing.NOT_STARTED in standings:
        reported = [each for each in bad if each in outright]
        return StandingSaid(reported[0] if reported else Standing.NOT_STARTED)
    if len(outright) == 1:
        return StandingSaid(outright.pop())
    return StandingSaid(bad[0])


def _agreed_good_and_bad(said: list[_Statement], bad: list[Standing], outright: set[Standing]) -> StandingSaid:
    last = max(said, key=lambda each: each.place)
    if last.after_but and last.standing is not Standing.NOT_STARTED:
        is_minor = last.standing is Standing.OFF_TRACK and not last.is_outright
        return StandingSaid(Standing.AT_RISK if is_minor and Standing.ON_TRACK in outright else last.standing)
    if len(outright) == 1:
        return StandingSaid(outright.pop())
    if any(each.after_but for each in said) and bad:
        return StandingSaid(bad[0])
    return StandingSaid(is_unsure=True)

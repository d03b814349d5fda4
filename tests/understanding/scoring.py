"""Score the understanding of labelled updates: precision and recall per field.

Each line of a corpus is `{"text", "expect", ...}` with the objective's context beside the text. A field that
`expect` does not name is expected to be empty; `percent` is only counted where it, or nothing, is expected, since
it follows from a value. Phrases (blockers, needs) count as found when they share most of their words.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from bot.explaining import explain

TODAY = date(2026, 11, 24)
HERE = Path(__file__).parent
FIELDS = (
    "value", "change", "percent", "status", "blockers", "outside_control", "due_change", "confidence", "needs",
    "unsure",
)  # fmt: skip
ALIKE = 70
"""How alike (0 to 100) two phrases must be to be the same."""


@dataclass(slots=True)
class Score:
    """How often a field was right, found though not there, and missed."""

    right: int = 0
    made_up: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.made_up) if self.right + self.made_up else 1.0

    @property
    def recall(self) -> float:
        """The share of what was there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Scores:
    """A score for each field, and what was told wrongly."""

    fields: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})
    wrong: list[str] = field(default_factory=list)
    lines: int = 0


def read_corpus(part: str) -> list[dict[str, Any]]:
    """The lines of `developed` or `scored`."""
    return [json.loads(line) for line in (HERE / f"{part}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def score(part: str) -> Scores:
    """Understand every line of a part, and count."""
    scores = Scores()
    for line in read_corpus(part):
        expected = line.pop("expect")
        told = explain(line, TODAY)
        scores.lines += 1
        for name in FIELDS:
            if name == "percent" and "percent" not in expected and "value" in expected:
                continue
            counts = _count(name, expected.get(name), told[name])
            scores.fields[name].right += counts["right"]
            scores.fields[name].made_up += counts["made up"]
            scores.fields[name].missed += counts["missed"]
            if counts["made up"] or counts["missed"]:
                scores.wrong.append(
                    f"{name}: {line['text']!r} should be {expected.get(name)!r}, is {told[name]!r}"
                )
    return scores


def _count(name: str, expected: Any, told: Any) -> Counter[str]:
    if name in ("blockers", "needs", "unsure"):
        return _count_phrases(expected or [], told)
    if expected is None and told is None:
        return Counter()
    if expected is None:
        return Counter({"made up": 1})
    if told is None:
        return Counter({"missed": 1})
    return Counter({"right": 1}) if _is_same(expected, told) else Counter({"made up": 1, "missed": 1})


def _is_same(expected: Any, told: Any) -> bool:
    if isinstance(expected, int | float) and not isinstance(expected, bool) and isinstance(told, int | float):
        return abs(expected - told) < 0.01 + 1e-4 * abs(expected)
    return bool(expected == told)


def _count_phrases(expected: list[str], told: list[str]) -> Counter[str]:
    left = list(expected)
    counts: Counter[str] = Counter()
    for phrase in told:
        same = next((each for each in left if fuzz.token_set_ratio(each.lower(), phrase.lower()) >= ALIKE), None)
        if same is None:
            counts["made up"] += 1
        else:
            counts["right"] += 1
            left.remove(same)
    counts["missed"] = len(left)
    return counts


def report(part: str, scores: Scores) -> Iterator[str]:
    """The scores of a part as lines of a table."""
    yield f"{part}: {scores.lines} updates"
    for name, each in scores.fields.items():
        yield (
            f"  {name:16} precision {each.precision:5.3f}  recall {each.recall:5.3f}  F1 {each.f1:5.3f}"
            f"  ({each.right} right, {each.made_up} made up, {each.missed} missed)"
        )

"""What stands before and after an amount in its clause, and what that makes of it."""

import re
from dataclasses import dataclass

from core.understanding import amount_context as words


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The clause around an amount: `left` of it and `right` of it."""

    left: str
    right: str

    @property
    def both(self) -> str:
        return f"{self.left} {self.right}"

    @property
    def is_total(self) -> bool:
        """Whether it is said to be everything so far."""
        return words.TOTAL_AFTER.match(self.right) is not None or words.TOTAL_BEFORE.search(self.left) is not None

    @property
    def part(self) -> str:
        """The word that leads to a part of the whole: "for" in "12 days for housing"."""
        found = re.match(
            r"\s*(?:\w+\s+)?(for|in|on|at)\b(?! (?:total|average|all|the moment|present|track|time))", self.right
        )
        return found.group(1) if found else ""

    @property
    def is_alone(self) -> bool:
        return not re.search(r"\w", self.left + self.right)

    def is_elsewhere(self, *, is_time: bool, is_share: bool) -> bool:
        """Whether the amount is a target, a hope, a denied one, a single case, or time gone by."""
        if words.NOT_BEFORE.search(self.left) or words.ONE_CASE_BEFORE.search(self.left):
            return True
        if is_share:  # "21 of the 40 planned"
            return words.FUTURE_BEFORE.search(self.left) is not None
        if self.is_target or self.is_future:
            return True
        if is_time and words.ELAPSED_AFTER.match(self.right):
            return True
        return is_time and self.is_elapsed

    @property
    def is_target(self) -> bool:
        if words.OF_TARGET.match(self.right):
            return False
        if words.TARGET_AFTER.match(self.right):
            return words.TARGET_MET.search(self.both) is None
        return words.TARGET_BEFORE.search(self.left) is not None and words.TARGET_MET.search(self.left) is None

    @property
    def is_future(self) -> bool:
        return (
            words.FUTURE_BEFORE.search(self.left) is not None or words.FUTURE_AFTER.match(self.right) is not None
        )

    @property
    def is_elapsed(self) -> bool:
        found = words.ELAPSED_BEFORE.search(self.left)
        if found is None or words.AS_A_RULE.match(self.right):
            return False
        if found.group().strip().startswith(("in", "within", "after", "mewn", "am", "over", "every")):
            return words.TURNED_ROUND.search(self.left) is None
        return True

    @property
    def is_past(self) -> bool:
        if words.PAST_AFTER.match(self.right):
            return True
        found = words.PAST_BEFORE.search(self.left)
        if found is None:
            return False
        is_report = found.group().startswith(("was", "were", "roedd", "oedd", "yesterday"))
        return not (is_report and words.THIS_TIME.search(self.both))

    @property
    def is_left(self) -> bool:
        return words.LEFT_AFTER.match(self.right) is not None or words.LEFT_BEFORE.search(self.left) is not None

    @property
    def is_current(self) -> bool:
        return words.NOW.search(self.both) is not None

    @property
    def is_vague(self) -> bool:
        return words.VAGUE_BEFORE.search(self.left) is not None

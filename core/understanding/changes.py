"""Whether an amount is a difference ("up 5", "another 4 done", "3 fewer"), and which way it went."""

import re

from core.understanding import change_words as words

_NOT_OURS = re.compile(
    r"\b(?:system|systems|phones?|ɪt|network|server|website|portal|lift|boiler|staff|team|we're"
    r"|we are)\s+(?:is |are |was |were |been )?(?:down|up)\s*$"
)


def change_sign(left: str, right: str, *, is_more: bool, is_downward: bool, is_count: bool) -> int | None:
    """1 or -1 for a difference, 0 for one whose way cannot be told, None where the amount is no difference.

    `left` and `right` are what stands around it, `is_more` whether it was said with "more". A measure that should
    fall falls by what is cleared; better and worse take their sign from it as well.
    """
    better = -1 if is_downward else 1
    if before := words.CHANGE_BEFORE.search(left):
        if words.TO_OR_FROM.search(left) or _NOT_OURS.search(left):
            return None
        return 1 if before.group("up") else -1
    if is_downward and is_count and (words.CLEARED_BEFORE.search(left) or words.CLEARED_AFTER.match(right)):
        return -1
    if words.BY_BEFORE.search(left):
        if words.VERB_DOWN.search(left):
            return -1
        if words.VERB_UP.search(left):
            return 1
        if words.VERB_BETTER.search(left):
            return better
        if words.VERB_WORSE.search(left):
            return -better
        return None
    if re.match(r"\s*off\b(?! (?:sick|ill|work|on|with))", right) and words.TAKEN_OFF.search(left):
        return -1
    if words.ANOTHER_BEFORE.search(left):
        return _sign_of_another(left + right, is_downward)
    if after := words.MORE_AFTER.match(right):
        return _sign_after(after, left, right, better, is_downward, is_count)
    if is_more and (is_count or re.match(r"\s*(?:than|on)\b", right)):
        return _sign_of_another(left + right, is_downward)
    return None


def _sign_after(
    after: re.Match[str], left: str, right: str, better: int, is_downward: bool, is_count: bool
) -> int | None:
    if after.group("better"):
        return better
    if after.group("worse"):
        return -better
    if after.group("down"):
        is_done = is_count and not is_downward and after.group("down") == "down"  # "36 down, 4 to go"
        return None if is_done else -1
    if words.MORE_LEFT.search(right):
        return None
    if after.group("than"):
        return 1
    return _sign_of_another(left + right, is_downward)


def _sign_of_another(around: str, is_downward: bool) -> int:
    return -1 if is_downward and words.CLEARED.search(around) else 1

"""How sure people say they are of getting there, from 1 (not at all) to 5 "
"(certain), in the midst of other words."""

import re
from dataclasses import dataclass, field

from core.understanding.written import Written


@dataclass(slots=True)
class Assurance:
    """A confidence from 1 to 5 and where it was said; None where nothing was, or two levels were."""

    level: int | None = None
    is_unsure: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)


_COUNT = r"(?:[1-5](?:\.\d)?|one|two|three|four|five|un|dau|tri|pedwar|pump)"
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "un": 1,
    "dau": 2,
    "tri": 3,
    "pedwar": 4,
    "pump": 5,
}
_OUT_OF_FIVE = r"(?:\s*/\s*5|\s+out\s+of\s+(?:5|five)|\s+allan\s+o\s+(?:5|bump))"
_FIGURES = re.compile(
    r"\b(?:confidence|confident|hyder|hyderus)(?: (?:level|score|rating|is|at|about|around|of|to|now|still"
    r"|this|week|yw|this week|i'd say|down|up|dropped|remains?|a"
    rf"|lefel))*\s*[:=-]?\s*(?:a )?(?P<after>{_COUNT})\b(?:{_OUT_OF_FIVE})?(?!\s*(?:%|percent|per cent|days"
    rf"|weeks))|\b(?P<before>{_COUNT}){_OUT_OF_FIVE}(?=\s*(?:confiden|sure|hyder|for confiden|on confiden"
    rf"|in confiden))|\b(?P<sure>{_COUNT}){_OUT_OF_FIVE}(?=\s*$)(?<=/5)"
)
_PER_CENT = re.compile(
    r"\b(?P<share>\d{1,3})\s*(?:%|percent|per cent)\s+(?:confident|sure|certain|hyderus|siŵr)"
    r"|\bconfidence(?: is| at| level)*\s*:?\s*(?P<share2>\d{1,3})\s?%"
)
_MAKE_IT = (
    r"(?:we'?ll|we will|i'?ll|i will|it'?ll|it will|this will|they'?ll|whether|if|about|that|of|we can|i can"
    r"|we|it|this|on|in|making|hitting|meeting|getting|the)"
)
_LEVELS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (3, re.compile(
        r"\b(?:50\s?/\s?50|50-50|fifty[ -]fifty|could go either way|toss[- ]up|in two minds"
        r"|so-so on confidence|even chance|evens|medium confidence|moderate(?:ly)? confiden\w+"
        r"|somewhat confident|half confident)\b|\bconfidence(?: is| level| levels?)?:? (?:medium|moderate"
        r"|middling|so-so|fair)\b"
    )),
    (1, re.compile(
        r"\b(?:not|n'?t)(?: \w+)? at all (?:confident|sure|certain|convinced|hopeful)|\bnot (?:confident|sure"
        r"|certain|hopeful|convinced)(?: \w+){0,5}? at all\b|\b(?:no|zero|little|very little"
        r"|absolutely no) (?:chance|confidence|hope)\b|\b(?:very|really|highly|extremely) (?:doubtful|unsure"
        r"|unlikely|uncertain)\b|\bconfidence(?: is| level)?:? (?:very low|zero|nil|rock bottom)\b"
        r"|\bvery low confidence\b|\bcan'?t see (?:us|it|this|how we)\b|\b(?:ddim|dim)(?: yn)? hyderus o gwbl"
        r"|\bno way (?:we|this|it|i)\b"
    )),
    (2, re.compile(
        r"\b(?:not|n'?t)(?: \w+)? (?:very|that|so|too|overly|particularly|really|especially|terribly|all that"
        r"|hugely|feeling|feeling very|feeling that|feeling too) (?:confident|sure|certain|hopeful|optimistic"
        r"|convinced)|\b(?:not|n'?t)(?: feeling| really| entirely| fully| 100%)? confident\b|\b(?:not"
        rf"|n'?t)(?: really| entirely| at)? (?:sure|certain|convinced) {_MAKE_IT}(?: \w+){{0,3}}? (?:make|hit"
        r"|meet|get|reach|finish|manage|do|deliver|achieve|be done|be ready|land|complete)|\b(?:low|less"
        r"|losing|lost) confiden\w+|\bconfidence(?: is| level)?:? (?:quite |fairly |pretty )?low\b"
        r"|\b(?:doubtful|pessimistic|(?<!no )doubt (?:we|it|this|i'll|if|that))\b|\bhave (?:my|our) doubts\b"
        r"|\bddim(?: yn)?(?: rhy| siŵr)? (?:hyderus|siŵr|sicr)|\bansicr\b|\bunsure (?:if|whether|we|of)\b"
    )),
    (5, re.compile(
        r"\b(?:very|really|extremely|highly|totally|completely|absolutely|100%|fully|super|supremely|utterly"
        r"|dead|entirely) (?:confident|sure|certain|optimistic)\b|\b(?:very|really) high confidence\b"
        r"|\bno doubt(?:s)?(?: at all| whatsoever| that| we| about| it| in my)?\b|\bwithout (?:a )?doubt\b"
        r"|\bconfidence(?: is| level)?:? (?:very high|sky high|full|total)\b|\bdefinitely (?:going to|will"
        r"|make|hit|get)\b|\b(?:certain|positive) (?:we|it|this|that we|i)(?:'ll| will)?\b|\bguaranteed\b"
        r"|\b(?:yn )?hyderus iawn\b|\bcwbl hyderus\b|\bsicr iawn\b|\bnailed on\b|\bcan'?t see (?:anything"
        r"|any reason) (?:stopping|why)"
    )),
    (4, re.compile(
        r"\b(?:pretty|fairly|quite|reasonably|rather|mostly|broadly|generally|relatively|still|feeling|am|are"
        r"|i'm|we're|more|remain|feel) (?:confident|hopeful|optimistic)\b|\b(?:pretty|fairly|quite|reasonably"
        r"|mostly) (?:sure|certain)\b|\bhigh confidence\b|\bconfidence(?: is| level| levels?)?:? (?:quite "
        r"|fairly |pretty |still )?(?:high|good)\b|\bconfident\b|\b(?:yn )?(?:eithaf|reit|weddol) (?:hyderus"
        r"|siŵr|sicr)\b|\b(?:dwi'n|rwy'n|yn) hyderus\b|\bshould be (?:confident|fine to make)\b"
        r"|\bfeel(?:ing)? good about (?:it|this|hitting|making|the)|\bhyderus\b"
    )),
)  # fmt: skip


def read_assurance(written: Written) -> Assurance:
    """The confidence said; figures before words, since they leave no doubt."""
    said = written.said
    found = Assurance()
    levels: set[int] = set()
    for match in _FIGURES.finditer(said):
        words = next(filter(None, match.groups()))
        if match.group("sure") and "confiden" not in said:
            continue
        found.spans.append(match.span())
        number = _WORDS.get(words) or float(words)
        if number == int(number):
            levels.add(int(number))
    for match in _PER_CENT.finditer(said):
        found.spans.append(match.span())
        share = int(match.group("share") or match.group("share2"))
        if share <= 100:
            levels.add(max(1, min(5, round(share / 20))))
    if not found.spans:
        levels |= _in_words(said, found)
    if len(levels) == 1:
        found.level = levels.pop()
    else:
        found.is_unsure = bool(levels)
    return found


def _in_words(said: str, found: Assurance) -> set[int]:
    levels: set[int] = set()
    for level, words in _LEVELS:
        for match in words.finditer(said):
            if not any(match.start() < end and start < match.end() for start, end in found.spans):
                found.spans.append(match.span())
                levels.add(level)
    return levels

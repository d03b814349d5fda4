"""A text as it was written and as it is read: lower case, plain quotes, cut into clauses, place by place."""

import re
from dataclasses import dataclass
from functools import cached_property

LONGEST = 2_000
"""Characters read of an update; what comes after is kept by those who store it, and not looked at here."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "−": "-", "“": '"', "”": '"'})
_CAPITAL_IT = re.compile(r"\bIT\b")
_BOUNDARY = re.compile(
    r"(?P<stop>[.!?]+(?=\s|$)|[;\n\r•…]+|\.{2,}|[)(\"]|[\U0001F300-\U0001FAFF☀-➿]+)|(?P<comma>,(?=\s|$|\D)"
    r"|\s-+\s|:(?=\s))|\b(?P<join>but|although|though|however|because|whereas|while|yet(?= still)|and now"
    r"|and then|so(?= (?:we|i|that|it|the))|ond|achos|oherwydd|gan fod|felly)\b"
)
_WELSH = re.compile(
    r"\b(?:wedi|heb|yr|mae|maen|dydd|ers|angen|arall|eto|ddim|tua|hanner|wythnosau?|pythefnos|diwrnod|dyddiau"
    r"|ddiwrnod|"
    r"gyda|oherwydd|aros|nawr|erbyn|newid|dwi|rwy|rydw|rydym|rydyn|cwynion|o'r|bellach|iawn|ar y|yn y|i lawr"
    r"|i fyny)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the text between two stops, commas or joining words; `lead` is what stands before it."""

    start: int
    end: int
    lead: str


@dataclass(frozen=True)
class Written:
    """A text (`written`) beside its reading (`said`), as long: a place in one is a place in the other."""

    written: str
    said: str

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The text's clauses in order, blank ones left out."""
        found: list[Clause] = []
        start, lead = 0, ""
        for boundary in _BOUNDARY.finditer(self.said):
            self._add(found, start, boundary.start(), lead)
            start, lead = boundary.end(), boundary.group()
            if boundary.group("join") is None:
                lead = lead.strip() or "\n"
        self._add(found, start, len(self.said), lead)
        return tuple(found)

    def _add(self, found: list[Clause], start: int, end: int, lead: str) -> None:
        words = self.said[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            found.append(Clause(start, start + len(words.strip()), lead))

    def words_of(self, clause: Clause) -> str:
        """What is said in a clause."""
        return self.said[clause.start : clause.end]

    def clause_at(self, place: int) -> Clause:
        """The clause that holds, or is nearest before, a place in the text."""
        before = [clause for clause in self.clauses if clause.start <= place]
        return before[-1] if before else self.clauses[0]

    def quote(self, start: int, end: int) -> str:
        """A phrase as written, without the space and stops around it."""
        return self.written[start:end].strip(' \t\r\n.,;:!-–—?"()')

    @cached_property
    def is_welsh(self) -> bool:
        """Whether Welsh words are among those used: `pump` is then five, and `cant` a hundred."""
        return _WELSH.search(self.said) is not None


def read_written(text: str) -> Written:
    """The text with its reading."""
    text = text[:LONGEST]
    said = text.lower()
    if len(said) != len(text):  # a letter whose lower case is two would move all places after it
        said = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    said = said.translate(_PLAIN)
    if any(letter.islower() for letter in text):
        said = _with_it_marked(text, said)
    return Written(text, said)


def _with_it_marked(text: str, said: str) -> str:
    """With "IT", the department, told from "it": the one in capitals is spelt `ɪt` here."""
    for found in _CAPITAL_IT.finditer(text):
        said = said[: found.start()] + "ɪt" + said[found.end() :]
    return said

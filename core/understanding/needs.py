"""Help that people ask for, in their own words: "need help with the form", "can someone chase finance".

More time is no such need (it is a change of the date), nor is what people have to do themselves ("need to
finish").
"""

import re
from collections.abc import Sequence

from core.understanding.written import Clause, Written

_HELP = (
    r"(?:help|support|advice|guidance|assistance|hands?|someone|somebody|anyone|sign[- ]?off|approval"
    r"|authori[sz]ation|decision|access|training|coaching|funding|budget|money|cash|resources?|resourcing"
    r"|staff|people|cover|capacity|input|steer|contact|permission|go-?ahead|agreement|information|info|data"
    r"|feedback|laptops?|kit|equipment|licen[cs]es?|logins?|introduction|mentor|escalat\w+|pair of (?:hands"
    r"|eyes)|officers?|nurses?|inspectors?|admin|clarity|clarification|confirmation|answers?|you to|backing"
    r"|buy-?in|push|nudge|chas\w+|translator|trainer|drivers?|venue|room|template|cymorth|help llaw"
    r"|cefnogaeth|cyngor|rhywun|caniatâd|cymeradwyaeth|hyfforddiant)"
)
_ASKING = re.compile(
    r"\b(?P<verb>(?:(?:i|we|i'?ll|we'?ll|i'?m|we'?re|i'd|we'd|really|do|still|also|just|will|would|could"
    r"|might|may|probably|desperately|urgently|now|please|'d) )*(?:needs?|needing|need(?:ed)?|require"
    r"|requiring|could (?:really )?(?:do with|use|benefit from)|would (?:really |also )?(?:like|welcome"
    r"|appreciate|love|value|benefit from|be grateful for|be (?:really )?(?:good|great|helpful|useful|nice"
    r"|lovely|handy|brilliant) (?:to (?:have|get)|if))|'?d (?:really |also )?(?:like|welcome|appreciate|love"
    r"|value|be grateful for)|looking for|asking for|in need of|after|want|crying out for|grateful for"
    r"|hoffwn (?:gael )?|mae angen|angen|fyddai'n dda cael))\s+(?P<object>(?!no\b|not\b|until\b|till\b"
    r"|longer\b|more time|mwy o amser|"
    r"some more time|extra time|an extension|a bit longer|and\b)\S.*)$",
    re.DOTALL,
)
_OWN_TASK = re.compile(
    r"^(?:to (?!be (?:shown|given|put|trained))|doing|sorting|finishing|more time|time\b|replacing|repair\w*"
    r"|fixing|i |updating|checking|chasing)"
)
_OF_THINGS = re.compile(
    r"\b(?:it|this|that|there|they|he|she|which|the \w+|\w+s|who) (?:will |would |may |also |really "
    r"|still )?(?:needs?|needed|needing|wants?|requires?)\s*$"
)
_QUESTION = re.compile(
    r"\b(?:please |pls |plz )?(?:can|could|would|will|a all|allwch|fedrwch) (?:you|someone|somebody|anyone"
    r"|anybody|we (?:please |possibly )?(?:have|get|borrow|use)|i (?:please |possibly )?(?:have|get|borrow"
    r"|use)|rhywun|chi|my manager|(?!need\b|require\b|take\b|cost\b|also\b|then\b|now\b|still\b|make\b|get\b"
    r"|mean\b|have\b|only\b|hopefully\b|probably\b|start\b|finish\b|do\b|try\b|check\b|continue\b|we\b|i\b"
    r"|it\b|this\b|they\b|that\b|be\b|not\b|the (?:deadline"
    r"|date)\b)[a-z]+(?: team)?)(?: \w+){0,4}? (?:please |possibly |just )?(?:help|chase|sort|look|sign"
    r"|approve|get|escalate|advise|arrange|ask|give|send|speak|talk|push|nudge|review|check|provide|authorise"
    r"|support|intervene|cover|lend|point|put|have|unblock|raise|find|share|pick|step|have a word|borrow"
    r"|helpu|use|show|confirm|talk|extra|a|some)\b.*$|\b(?:any (?:help|advice|ideas|support|pointers|tips"
    r"|thoughts)\b.*$|(?:please|pls) (?:help|chase|escalate|advise|sign|approve|send|can you)\b.*$|(?:help"
    r"|support|advice|assistance|input) (?:is )?(?:needed|wanted|required|please|appreciated|welcome"
    r"|would be (?:good|great|welcome|appreciated|useful|helpful|handy|lovely))\b.*$)|^(?:some |more |extra "
    r"|a bit of |and )*(?:help|support|advice|input) (?:with|on|from|for)\b.*$|\b(?:an extra|another|a second"
    r"|a spare) (?:pair of hands|person|officer|body|nurse)\b.*\b(?:would|please)\b.*$"
    r"|\bneed a hand\b.*$",
    re.DOTALL,
)
_EMPTY_QUESTION = re.compile(r"(?:can|could|would) \w+ (?:have|get)\s*(?:please)?\s*$")
_DENIED = re.compile(
    r"(?:\b(?:do|does|did|wo)n'?t|\bno longer|\bnot|\bno|\bnever|\bnothing|\bnid oes|\bdoes not|\bdo not"
    r"|\bwithout|\bdim)(?: \w+){0,2}\s*$|\bno (?:\w+ )?(?:help|support|input|assistance) (?:needed|required"
    r"|wanted)|^no\b.*\b(?:needed|required)\b|\bdim angen"
)
_END = re.compile(
    r"\s+(?:so (?:we|i|that we)|otherwise|or (?:we|i|it)(?:'ll| will)|because|thanks|thank you|cheers"
    r"|asap please)\b.*$"
    r"|\s+and (?:then|we'?ll|i'?ll|status|confidence|it'?ll)\b.*$",
    re.DOTALL,
)

_WORDS_OF_NEED = (
    *("need", "requir", "could ", "would", "like", "welcome", "appreciate", "love", "value", "grateful"),
    *("looking for", "asking for", "after", "want", "crying out", "hoffwn", "angen", "fyddai'n dda"),
    *("can ", "will ", "a all ", "allwch ", "fedrwch ", "any ", "please", "pls "),
    *("help", "support", "advice", "assistance", "input"),
)
"""One of these is in everything that asks for help; most texts have none and need no closer look."""


def may_ask(said: str) -> bool:
    """Whether there is a word in it without which no help is asked for; cheap, where reading is not."""
    # A plain loop takes a third of the time of `any`, and this is asked of every text of a year.
    for word in _WORDS_OF_NEED:  # noqa: SIM110
        if word in said:
            return True
    return False


def read_needs(written: Written, taken: Sequence[tuple[int, int]]) -> list[str]:
    """The help asked for, in order; `taken` are places understood as a change of the date."""
    hidden = list(written.said)
    for start, end in taken:
        hidden[start:end] = " " * (end - start)
    said = "".join(hidden)
    found: list[str] = []
    if not may_ask(said):
        return found
    for clause in written.clauses:
        if not may_ask(said[clause.start : clause.end]):
            continue
        place = need_in(said, clause)
        if place is not None:
            text = written.quote(*_cut(said, *place))
            if len(text) > 3 and text not in found:
                found.append(text)
    return found


def need_in(said: str, clause: Clause) -> tuple[int, int] | None:
    """From where to where help is asked for in a clause of what is said; None where none is."""
    words = said[clause.start : clause.end]
    if _DENIED.search(words) and re.search(
        r"\b(?:no|don'?t|dim|not)\b.{0,25}\b(?:need|help|support|angen|require)", words
    ):
        return None
    question = _QUESTION.search(words)
    if question and not _EMPTY_QUESTION.match(question.group()):
        return clause.start + question.start(), clause.end
    joined = re.search(
        rf"\b(?:needs?|want|like|angen)(?P<gap>\s{{3,}})(?:and |plus |a )?(?P<object>.*?\b{_HELP}\b.*)$",
        words,
        re.DOTALL,
    )
    if joined:
        return clause.start + joined.start("object"), clause.end
    asking = _ASKING.search(words)
    if asking is None or _DENIED.search(words[: asking.start("verb")]):
        return None
    if re.match(r"\s{3,}", words[asking.end("verb") :]) or _OWN_TASK.match(asking.group("object")):
        return None
    names_help = re.search(rf"\b{_HELP}\b", asking.group("object")) is not None
    before = words[: asking.start("object")]
    if _OF_THINGS.search(before) and not names_help:
        return None
    is_plain_need = re.search(r"need$|needing|angen|require$|do with|use$", asking.group("verb")) is not None
    if not names_help and not (
        is_plain_need
        and re.match(
            r"^(?:and |also |but )?(?:(?:(?:i|we)(?:'ll| will| do| may| might| could| would)?|really|still"
            r"|just|now|urgently|also|mae) )*"
            r"(?:need|angen|could|require)",
            words.strip(),
        )
    ):
        return None
    return clause.start + asking.start("verb"), clause.end


def _cut(said: str, start: int, end: int) -> tuple[int, int]:
    cut = _END.search(said[start:end])
    return (start, start + cut.start()) if cut else (start, end)

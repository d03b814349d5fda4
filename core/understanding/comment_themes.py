"""What a comment about a colleague is about: a competency, by the words it uses, in English and Welsh."""

import re

OTHER = "other"

_STEMS: dict[str, tuple[str, ...]] = {
    "communication": (
        "explain", "listen", "communicat", "clear", "email", "e-mail", "meeting", "present", "inform", "update",
        "tell us", "jargon", "writes", "writing", "esboni", "gwrand", "cyfathreb", "eglur", "cyfarfod", "ebost",
        "e-bost", "ysgrifennu", "hysbys",
    ),
    "service": (
        "resident", "tenant", "customer", "public", "caller", "citizen", "complain", "service user",
        "preswylydd", "preswylwyr", "tenantiaid", "cwsmer", "cyhoedd", "cwyn",
    ),
    "teamwork": (
        "team", "colleague", "together", "share", "sharing", "help", "support", "cover", "respect", "kind",
        "tîm", "thîm", "dîm", "cydweith", "gyda’n gilydd", "rhannu", "helpu", "cefnog", "parch", "caredig",
    ),
    "leading": (
        "lead", "delegat", "decision", "decide", "coach", "trust", "direction", "priorit", "vision", "one-to-one",
        "arwain", "dirprwyo", "penderfyn", "ymddiried", "cyfeiriad", "blaenoriaeth",
    ),
    "delivery": (
        "deadline", "on time", "deliver", "finish", "promise", "plan", "organis", "thorough", "detail", "quick",
        "ar amser", "cyflawn", "gorffen", "addew", "cynllun", "trefn", "manwl", "cyflym",
    ),
    "learning": (
        "learn", "improve", "idea", "train", "mistake", "feedback", "curious", "new way", "tries",
        "dysgu", "gwella", "syniad", "hyffordd", "camgymeriad", "adborth", "chwilfrydig",
    ),
}  # fmt: skip
"""Beginnings of words; the order is that of precedence where several are used equally often."""

_PATTERNS = {
    theme: re.compile("|".join(rf"(?<!\w){re.escape(stem)}" for stem in stems)) for theme, stems in _STEMS.items()
}


def theme_of_comment(text: str) -> str:
    """The competency whose words the comment uses most; `OTHER` where it uses none."""
    said = text.casefold().replace("'", "’")
    counts = {theme: len(pattern.findall(said)) for theme, pattern in _PATTERNS.items()}
    best = max(counts, key=lambda theme: counts[theme])
    return best if counts[best] else OTHER

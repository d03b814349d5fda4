"""Small pages outside of chat (installing, downloading): HTML in both languages, nothing from elsewhere."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from core.model.person import Language
from core.texts.texts import words_for

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.125rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:2rem 1.25rem;"
    "overflow-wrap:break-word}"
    "section+section{border-top:1px solid;margin-top:2.5rem;padding-top:.5rem}"
    ".go{background:#0b4f4a;border:0;border-radius:.375rem;color:#fff;cursor:pointer;display:inline-block;"
    "font:inherit;font-weight:600;"
    "padding:.75rem 1.25rem;text-decoration:none}"
    ".go:hover{text-decoration:underline}"
    ".go:focus-visible{outline:3px solid #ffbf47;outline-offset:3px}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'self';"
        " frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Nothing but the page's own style is loaded, nobody may show it within theirs, and no address is passed on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: keys of its title and paragraphs, what fills them in, and where its button leads.

    A button that leads nowhere else sends the page's own address a POST.
    """

    title: str
    paragraphs: Sequence[str]
    facts: Mapping[str, str] = field(default_factory=dict)
    button: str = ""
    leads_to: str = ""


def html(page: Page, accept_language: str = "") -> str:
    """The page in both languages, the one the browser prefers first."""
    first, *others = _in_order(accept_language)
    title = words_for(first)(page.title)
    parts = "".join(_section(page, language) for language in (first, *others))
    return (
        f'<!doctype html><html lang="{first}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)} – Milepost</title><style>{_STYLE}</style></head>"
        f"<body><main>{parts}</main></body></html>"
    )


def _section(page: Page, language: Language) -> str:
    words = words_for(language)
    said = "".join(f"<p>{escape(words(key, **page.facts))}</p>" for key in page.paragraphs)
    heading = escape(words(page.title))
    button = ""
    if page.button and not page.leads_to:
        button = f'<form method="post"><button class="go">{escape(words(page.button))}</button></form>'
    elif page.button:
        button = f'<p><a class="go" href="{escape(page.leads_to)}">{escape(words(page.button))}</a></p>'
    return f'<section lang="{language}"><h1>{heading}</h1>{said}{button}</section>'


def _in_order(accept_language: str) -> list[Language]:
    """Languages by the browser's wishes ("cy;q=0.9, en;q=0.5"); English first where it has none."""
    return sorted(Language, key=lambda language: -_weight(accept_language, language))


def _weight(accept_language: str, language: Language) -> float:
    found = 0.0
    for wish in accept_language.split(","):
        name, _, weight = wish.strip().partition(";")
        if name.strip().lower().split("-")[0] == language.value:
            found = max(found, _number(weight.strip().removeprefix("q=")))
    return found


def _number(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0

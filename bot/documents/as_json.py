"""Documents for programs: each section's facts as objects, a list a section."""

import json

from core.chat.card import Facts
from core.chat.document import Document


def write_json(document: Document) -> bytes:
    """The document's facts as JSON (UTF-8): `{"title": …, "sections": {"check-ins": [{"period": …}]}}`."""
    sections = {
        section.id: [
            {fact.label: fact.value for fact in part.items} for part in section.parts if isinstance(part, Facts)
        ]
        for section in document.sections
    }
    told = {"title": document.title, "made": document.subtitle, "sections": sections}
    return json.dumps(told, ensure_ascii=False, indent=2).encode()

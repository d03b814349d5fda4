"""A review as a document to be kept."""

import re
import unicodedata

from core.cards.review_sections import Shown, sections, span
from core.chat.document import Document
from core.model.person import Person
from core.model.review import Review
from core.texts import formats
from core.texts.texts import words_for


def document(reader: Person, review: Review, shown: Shown) -> Document:
    """The review in the reader's language: a draft, or the version that was made to be signed."""
    words = words_for(reader.language)
    kind = words(f"review-named-{review.kind}")
    since, until = span(words, review.since, review.until)
    if shown.version is None:
        state = words("review-file-draft", date=formats.full_date(shown.pack.as_of, words.language))
    else:
        state = words("review-file-version", version=str(shown.version.number))
    return Document(
        _file_name(f"{review.kind}-review-{shown.person.name}"),
        words("review-file-title", kind=kind, name=shown.person.name),
        f"{since} – {until} · {state}",
        sections(reader, shown, for_file=True),
        words.language,
        words("review-file-footer", kind=kind, name=shown.person.name),
        # A writer fills in the numbers, as it knows them.
        words("review-file-page", page="{page}", pages="{pages}"),
    )


def _file_name(text: str) -> str:
    """The text in letters that every file system and header takes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower() or "review"

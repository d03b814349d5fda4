"""A document as a file of the format that was asked for."""

from collections.abc import Mapping
from datetime import datetime

from bot.documents.as_json import write_json
from bot.documents.docx import write_docx
from bot.documents.pdf import write_pdf
from core.chat.document import Document
from core.model.exported import FileFormat

CONTENT_TYPES: Mapping[FileFormat, str] = {
    FileFormat.PDF: "application/pdf",
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.JSON: "application/json",
}


def write_document(document: Document, format_: FileFormat, made_at: datetime) -> bytes:
    """The document as a file; takes up to a second, so not on the event loop."""
    if format_ is FileFormat.JSON:
        return write_json(document)
    return write_docx(document, made_at) if format_ is FileFormat.DOCX else write_pdf(document)

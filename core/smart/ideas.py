"""Measures that the sector uses, to be suggested for what a title speaks of."""

from dataclasses import dataclass

from core.smart.wording import content_words


@dataclass(frozen=True, slots=True)
class MeasureIdea:
    """A measure to suggest: `key` names its text (`measure-idea-<key>`), `stems` the words that call for it."""

    key: str
    stems: tuple[str, ...]


IDEAS: tuple[MeasureIdea, ...] = (
    MeasureIdea("complaints", ("complain", "cwyn")),
    MeasureIdea("calls", ("call", "phone", "galwad")),
    MeasureIdea("repairs", ("repair", "boiler", "atgyweir")),
    MeasureIdea("voids", ("void", "empty", "relet", "gwag")),
    MeasureIdea("planning", ("planning", "application", "cynllunio")),
    MeasureIdea("inspections", ("inspect", "audit", "arolyg")),
    MeasureIdea("benefits", ("benefit", "claim", "budd")),
    MeasureIdea("arrears", ("arrear", "rent", "debt", "ôl-ddyled")),
    MeasureIdea("waste", ("recycl", "waste", "bin", "ailgylch", "gwastraff")),
    MeasureIdea("waiting", ("wait", "appointment", "referral", "clinic", "aros", "apwynt")),
    MeasureIdea("falls", ("fall", "pressure", "infection", "cwymp", "haint")),
    MeasureIdea("discharge", ("discharge", "bed", "rhyddhau")),
    MeasureIdea("training", ("train", "mandatory", "course", "hyfforddi")),
    MeasureIdea("vacancies", ("vacanc", "recruit", "turnover", "recriwtio")),
    MeasureIdea("satisfaction", ("satisf", "experience", "feedback", "bodlon", "profiad")),
    MeasureIdea("invoices", ("invoice", "payment", "supplier", "anfoneb")),
    MeasureIdea("requests", ("request", "enquir", "query", "foi", "cais")),
)


def idea_for(title: str) -> MeasureIdea | None:
    """The measure to suggest for a title; None where none comes to mind."""
    words = content_words(title)
    return next((idea for idea in IDEAS if any(word.startswith(idea.stems) for word in words)), None)

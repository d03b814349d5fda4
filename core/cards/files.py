"""Files that were attached in chat: what they may be for, and what a list of HR's would do."""

from collections.abc import Sequence
from datetime import date

from core.cards.asking import SEPARATOR
from core.cards.imported import PROBLEMS_SHOWN, told_problem, totals
from core.chat.card import Action, Actions, ActionStyle, Card, Heading, Paragraph, Part, Tone
from core.model.objective import Objective
from core.model.shared_file import FileBatch, SharedFile
from core.model.training import Course
from core.ports import FileRead, FileTrouble
from core.services.import_report import Report
from core.texts import formats
from core.texts.texts import Words

MOST_OBJECTIVES = 20
"""Buttons in one card; Slack holds 25 in a block."""

ROWS_NAMED = 10
_LONGEST_LABEL = 60


def shown(evidence: str) -> str:
    """Evidence as a button carries it, for people to read."""
    kind, _, rest = evidence.partition(":")
    if kind != "files":
        return evidence
    _, words, names = [*rest.split(":", 2), "", ""][:3]
    return " · ".join(each for each in (words, names) if each)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1].rstrip()}…"


def what_for(
    words: Words, batch: FileBatch, told: tuple[Course, date] | None, *, has_objectives: bool, notes: Sequence[str]
) -> Card:
    """What the files are for, each answer one tap; `told` is the completion that was spoken of last."""
    parts: list[Part] = [Paragraph(each, Tone.WARNING) for each in notes]
    parts += [Paragraph(words("files-what-for", names=batch.names, count=len(batch.files)))]
    actions = []
    if told is not None:
        course, on = told
        label = words(
            "files-certificate-of",
            course=course.title_in(words.language),
            day=formats.full_date(on, words.language),
        )
        value = SEPARATOR.join((batch.id, course.id, on.isoformat()))
        actions.append(Action("files.certificate", label, value, ActionStyle.PRIMARY))
    actions.append(
        Action("files.training", words("files-certificate-other" if told else "files-certificate"), batch.id)
    )
    if has_objectives:
        actions.append(Action("files.evidence", words("files-evidence"), batch.id))
    actions.append(Action("files.drop", words("files-nothing"), batch.id))
    parts += [Actions(tuple(actions)), Paragraph(words("files-stay"), Tone.SUBTLE)]
    return Card(words("files-title"), tuple(parts), words.language)


def which_objective(words: Words, batch: FileBatch, objectives: Sequence[Objective]) -> Card:
    """Which objective the files are evidence of."""
    actions = [
        Action("files.objective", _cut(each.title), SEPARATOR.join((batch.id, each.id)))
        for each in objectives[:MOST_OBJECTIVES]
    ]
    actions.append(Action("files.drop", words("files-none-of-these"), batch.id))
    text = Paragraph(words("files-which-objective", names=batch.names))
    return Card(words("files-title"), (text, Actions(tuple(actions))), words.language)


def unusable(words: Words, files: Sequence[SharedFile]) -> Card:
    """Files of which nothing can be kept, each with the reason."""
    parts = tuple(Paragraph(each, Tone.WARNING) for each in reasons(words, files))
    return Card(words("files-unusable-title"), parts, words.language)


def reasons(words: Words, files: Sequence[SharedFile]) -> list[str]:
    """Why nothing can be kept of each of these files."""
    return [
        words("files-gone" if each.gone else "files-no-link", name=each.name or words("files-unnamed"))
        for each in files
    ]


# --- lists of HR's -------------------------------------------------------------------------------------------


def how_to_import(words: Words) -> Card:
    """How a list is sent, and what columns each has."""
    parts: list[Part] = [Paragraph(words("import-how"))]
    for kind in (
        "people",
        "objectives",
        "priorities",
        "courses",
        "training",
        "service-feedback",
        "skills",
        "benchmarks",
    ):
        parts += [Heading(words(f"import-kind-{kind}")), Paragraph(words(f"import-columns-{kind}"), Tone.SUBTLE)]
    return Card(words("import-title"), tuple(parts), words.language)


def reading(words: Words, name: str, rows: int) -> Card:
    """That a long list is being worked on, so that nobody sends it again."""
    return Card(
        words("import-title"), (Paragraph(words("import-reading", name=name, count=rows)),), words.language
    )


def unread(words: Words, batch: FileBatch, read: FileRead) -> Card:
    """Why a list could not be read, and what to do."""
    name = read.file.name
    if read.problem is not None:
        said = words("import-unreadable", name=name, problem=told_problem(read.problem, words.language))
    else:
        said = words(f"import-{read.trouble or FileTrouble.UNREACHABLE}", name=name)
    parts = (Paragraph(said, Tone.WARNING), _otherwise(words, batch))
    return Card(words("import-unread-title"), parts, words.language)


def _otherwise(words: Words, batch: FileBatch) -> Actions:
    what = Action("files.what", words("files-something-else"), batch.id)
    return Actions((what, Action("files.drop", words("files-nothing"), batch.id)))


def summary(
    words: Words, batch: FileBatch, read: FileRead, kind: str, report: Report, notes: Sequence[str]
) -> Card:
    """What importing the list would do, row by row as far as there is room, and the button that does it."""
    rows = words("import-recognised", name=read.file.name, kind=words(f"import-kind-{kind}"), count=len(read.rows))
    parts: list[Part] = [Paragraph(each, Tone.WARNING) for each in notes]
    parts.append(Paragraph(rows))
    parts += _warnings(words, report)
    if report.is_refused:
        parts += _problems(words, report)
        parts += [Paragraph(words("import-send-again"), Tone.SUBTLE), _otherwise(words, batch)]
        return Card(words("import-refused-title"), tuple(parts), words.language)
    parts.append(Paragraph(totals(words, report)))
    for key, labels in (("import-would-add", report.added), ("import-would-change", report.updated)):
        if labels:
            parts += [Heading(words(key)), Paragraph(_some(words, labels))]
    if not (report.added or report.updated):
        parts += [Paragraph(words("import-nothing-new")), _otherwise(words, batch)]
        return Card(words("import-title"), tuple(parts), words.language)
    if report.left_out:
        parts.append(Paragraph(words("import-left-alone", count=len(report.left_out)), Tone.SUBTLE))
    value = SEPARATOR.join((batch.id, read.digest))
    actions = (
        Action("files.import", words("import-do"), value, ActionStyle.PRIMARY),
        Action("files.what", words("files-something-else"), batch.id),
        Action("files.drop", words("import-do-not"), batch.id),
    )
    parts += [Paragraph(words("import-not-yet"), Tone.SUBTLE), Actions(actions)]
    return Card(words("import-title"), tuple(parts), words.language)


def done(words: Words, name: str, report: Report) -> Card:
    """What importing the list did, or why none of it was."""
    if report.is_refused:
        return Card(words("import-refused-title"), tuple(_problems(words, report)), words.language)
    parts = (Paragraph(words("import-done", name=name)), Paragraph(totals(words, report)))
    return Card(words("import-done-title"), parts, words.language)


def _problems(words: Words, report: Report) -> list[Part]:
    said: list[Part] = [Paragraph(words("import-refused", count=len(report.problems)))]
    named = report.problems[:PROBLEMS_SHOWN]
    said += [Paragraph(told_problem(each, words.language), Tone.WARNING) for each in named]
    if len(report.problems) > len(named):
        said.append(Paragraph(words("set-up-more-problems", count=len(report.problems) - len(named))))
    return said


def _warnings(words: Words, report: Report) -> list[Part]:
    named = report.warnings[:PROBLEMS_SHOWN]
    said: list[Part] = [
        Paragraph(words("import-note", problem=told_problem(each, words.language))) for each in named
    ]
    if len(report.warnings) > len(named):
        said.append(Paragraph(words("import-more", count=len(report.warnings) - len(named))))
    return said


def _some(words: Words, labels: Sequence[str]) -> str:
    lines = [f"• {each}" for each in labels[:ROWS_NAMED]]
    if len(labels) > ROWS_NAMED:
        lines.append(words("import-more", count=len(labels) - ROWS_NAMED))
    return "\n".join(lines)

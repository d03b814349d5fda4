"""What came of an import, in words: for a terminal, and for whoever pasted rows in chat."""

from core.chat.card import Card, Paragraph, Tone
from core.model.person import Language
from core.services.import_report import Problem, Report
from core.texts.texts import Words, words_for

PROBLEMS_SHOWN = 20
"""In chat: as many as somebody mends at one go."""


def told(report: Report, language: Language = Language.EN) -> str:
    """The report for a terminal: each problem on a line of its own, then the totals and who was left out."""
    words = words_for(language)
    lines = [told_problem(problem, language) for problem in report.problems]
    lines += [words("import-note", problem=told_problem(each, language)) for each in report.warnings]
    if report.is_refused:
        return "\n".join([*lines, words("import-refused", count=len(report.problems))])
    if report.dry_run:
        lines.append(words("import-dry-run"))
    lines.append(totals(words, report))
    if report.left_out:
        lines.append(words("import-left-out", count=len(report.left_out)))
        lines += [f"  {each}" for each in report.left_out]
    return "\n".join(lines)


def totals(words: Words, report: Report) -> str:
    """How many rows were added, changed and known, and what else is new."""
    counts = (
        words("import-added", count=len(report.added)),
        words("import-updated", count=len(report.updated)),
        words("import-unchanged", count=len(report.unchanged)),
    )
    lines = [", ".join(counts) + "."]
    for key, names in (
        ("import-new-teams", report.new_teams),
        ("import-new-priorities", report.new_priorities),
        ("import-new-courses", report.new_courses),
    ):
        if names:
            lines.append(words(key, names=", ".join(names)))
    return "\n".join(lines)


def told_problem(problem: Problem, language: Language = Language.EN) -> str:
    """`line 7, manager_email: … Fix: …`."""
    words = words_for(language)
    what, fix = wrong_of(problem, language), fix_of(problem, language)
    if problem.line == 0:
        return words("import-whole-file", what=what, fix=fix)
    if not problem.column:
        return words("import-line", line=str(problem.line), what=what, fix=fix)
    return words("import-cell", line=str(problem.line), column=problem.column, what=what, fix=fix)


def wrong_of(problem: Problem, language: Language = Language.EN) -> str:
    """What is wrong, without where."""
    return words_for(language)(f"import-wrong-{problem.trouble}", **{"column": problem.column, **problem.facts})


def fix_of(problem: Problem, language: Language = Language.EN) -> str:
    """How it is put right."""
    return words_for(language)(f"import-fix-{problem.trouble}", **{"column": problem.column, **problem.facts})


def imported(report: Report, language: Language) -> Card:
    """The report as a card: each wrong row with its fix, or the totals."""
    words = words_for(language)
    if report.is_refused:
        shown = report.problems[:PROBLEMS_SHOWN]
        lines = [Paragraph(told_problem(each, language), Tone.WARNING) for each in shown]
        if len(report.problems) > len(shown):
            lines.append(Paragraph(words("set-up-more-problems", count=len(report.problems) - len(shown))))
        said = Paragraph(words("import-refused", count=len(report.problems)))
        return Card(words("set-up-people-refused"), (said, *lines), language)
    return Card(words("set-up-people-done"), (Paragraph(told(report, language)),), language)

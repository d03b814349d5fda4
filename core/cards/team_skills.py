"""A team's skills for its line manager: who holds what is wanted, who alone does, and what is to be confirmed."""

from collections.abc import Sequence

from core.cards.skills import confirming, level_name
from core.chat.card import Action, Actions, Card, Heading, Paragraph, Part, Table, Tone
from core.model.person import Person
from core.model.skills import SkillStanding, gaps_first, only_holders, team_skills, to_confirm
from core.texts.texts import Words, words_for

SKILLS_A_TABLE = 4
"""Skills beside the names in one table: more columns are too narrow to read on a telephone."""

ONLY_SHOWN = 5
OPENED = 10
"""Buttons to one person's page; more people than that are called by name."""


def matrix(reader: Person, team: Sequence[SkillStanding], notice: str = "") -> Card:
    """How a team stands with what is wanted, the gaps first; a cell says in words what its sign says."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(notice)] if notice else []
    wanted = team_skills(team)
    if wanted:
        missing = sum(len(each.gaps) for each in team)
        parts += [
            Paragraph(words("team-skills-summary", gaps=missing)),
            *_tables(words, team, wanted),
            Paragraph(words("team-skills-legend"), Tone.SUBTLE),
        ]
        parts += _only(words, team)
    else:
        parts.append(Paragraph(words("team-skills-none")))
    parts += confirming(words, [(person, holding) for person, _, holding in to_confirm(gaps_first(team))])
    opened = [
        Action("skills.report", words("team-skills-open", name=each.person.first_name), each.person.id)
        for each in gaps_first(team)[:OPENED]
    ]
    how = words("team-skills-how", name=team[0].person.first_name)
    parts += [Actions(tuple(opened)), Paragraph(how, Tone.SUBTLE)]
    return Card(words("team-skills-title"), tuple(parts), words.language)


def _tables(words: Words, team: Sequence[SkillStanding], wanted: Sequence[tuple[str, str]]) -> list[Part]:
    parts: list[Part] = []
    for before in range(0, len(wanted), SKILLS_A_TABLE):
        group = wanted[before : before + SKILLS_A_TABLE]
        if len(wanted) > SKILLS_A_TABLE:
            last = before + len(group)
            parts.append(Heading(words("team-skills-part", first=before + 1, last=last, total=len(wanted))))
        header = (words("team-skills-column-name"), *(name for _, name in group))
        rows = tuple(
            (each.person.name, *(_cell(words, each, key) for key, _ in group)) for each in gaps_first(team)
        )
        parts.append(Table(header, rows))
    return parts


def _cell(words: Words, standing: SkillStanding, key: str) -> str:
    wanted, level = standing.wanted.get(key), standing.level(key)
    if wanted is None:
        return words("team-skills-cell-unwanted") if level is None else level_name(words, level)
    if level is None:
        return words("team-skills-cell-missing", wanted=level_name(words, wanted.level))
    if level < wanted.level:
        return words(
            "team-skills-cell-partly", held=level_name(words, level), wanted=level_name(words, wanted.level)
        )
    return words("team-skills-cell-met", level=level_name(words, level))


def _only(words: Words, team: Sequence[SkillStanding]) -> list[Part]:
    alone = only_holders(team)[:ONLY_SHOWN]
    lines = [words("team-skills-only", skill=skill, name=person.first_name) for skill, person in alone]
    return [Heading(words("team-skills-only-title")), Paragraph("\n".join(lines))] if lines else []

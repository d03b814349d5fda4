"""What job titles want, as HR keeps it."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from core.cards.asking import SEPARATOR
from core.cards.skills import level_name, named, near_choice
from core.chat.card import Action, Actions, Card, Paragraph, Part, Table, Tone
from core.model.skills import Level, RoleCount, RoleSkill
from core.texts.texts import Words
from core.understanding.skills import NamedSkill

ROLES_SHOWN = 60
BUTTONS = 20
"""Slack holds 25 in a block."""


def roles(words: Words, wanted: Sequence[RoleSkill]) -> Card:
    """Every job title that asks for a skill, a line each."""
    parts: list[Part] = []
    titles: list[str] = []
    for _, group in groupby(wanted, key=lambda each: each.role_key):
        of_role = list(group)
        titles.append(of_role[0].role)
        if len(titles) <= ROLES_SHOWN:
            parts.append(Paragraph(_line(words, of_role)))
    if titles:
        parts.append(Actions(tuple(Action("role_skill.show", each, each) for each in titles[:BUTTONS])))
    else:
        parts.append(Paragraph(words("role-skills-none")))
    parts.append(Paragraph(words("role-skills-how"), Tone.SUBTLE))
    return Card(words("role-skills-title"), tuple(parts), words.language)


def _line(words: Words, of_role: Sequence[RoleSkill]) -> str:
    skills = named(words, [NamedSkill(each.skill, each.level) for each in of_role])
    return words("role-skills-line", role=of_role[0].role, skills=skills)


def role(
    words: Words,
    title: str,
    wanted: Sequence[RoleSkill],
    lacking: Mapping[str, RoleCount | None],
    *,
    notice: str = "",
    pending: Sequence[tuple[NamedSkill, str]] = (),
) -> Card:
    """One job title: what it wants, how many lack each, and what is still to be decided."""
    parts: list[Part] = [Paragraph(notice)] if notice else []
    for each, known in pending:
        level = str(int(each.level or Level.CONFIDENT))
        parts += near_choice(words, "role_skill.add", (title, level), each.name, known)
    if wanted:
        columns = ("skills-column-skill", "role-skills-column-level", "role-skills-column-lacking")
        rows = tuple(
            (each.skill, level_name(words, each.level), _lacking(words, lacking.get(each.skill_key)))
            for each in wanted
        )
        remove = tuple(
            Action(
                "role_skill.remove",
                words("role-skills-remove", skill=each.skill),
                SEPARATOR.join((title, each.skill)),
            )
            for each in wanted[:BUTTONS]
        )
        parts += [Table(tuple(words(each) for each in columns), rows), Actions(remove)]
    else:
        parts.append(Paragraph(words("role-skills-one-none")))
    parts.append(Paragraph(words("role-skills-how"), Tone.SUBTLE))
    return Card(words("role-skills-of", role=title), tuple(parts), words.language)


def _lacking(words: Words, count: RoleCount | None) -> str:
    if count is None:
        return words("role-skills-too-few")
    if count.lacking is None:
        return words("role-skills-few-lacking", people=count.people)
    return words("role-skills-lacking", lacking=count.lacking, people=count.people)


def unknown_role(words: Words, title: str, skills: str, near: Sequence[str]) -> Card:
    """Nobody has the job title: the nearest are a tap away, and so is keeping it for a post that is vacant."""
    actions = [
        Action("role_skill.for", words("role-skills-for", role=each), SEPARATOR.join((each, skills)))
        for each in near
    ]
    actions.append(
        Action("role_skill.for", words("role-skills-for-new", role=title), SEPARATOR.join((title, skills)))
    )
    parts = (Paragraph(words("role-skills-role-unknown", role=title)), Actions(tuple(actions)))
    return Card(words("role-skills-title"), parts, words.language)

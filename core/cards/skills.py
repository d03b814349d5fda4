"""One person's skills: what is missing and how to come by it, what they can do, and how they say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, ActionStyle, Card, Heading, Paragraph, Part, Table, Tone
from core.model.person import Person
from core.model.skills import Gap, Holding, Level, SkillStanding, Wanted
from core.model.training import Course
from core.texts.texts import Words, words_for
from core.understanding.skills import NamedSkill

GAPS_SHOWN = 5
"""Gaps with buttons; a message with more of them is a form to fill in."""

HELD_SHOWN = 40
TO_CONFIRM_SHOWN = 4
"""To be confirmed in one message; the next come once these are."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a gap may be closed: courses, and colleagues who chose to be named, by the skill's key."""

    courses: Mapping[str, Sequence[Course]] = field(default_factory=dict)
    teachers: Mapping[str, Sequence[Person]] = field(default_factory=dict)


def level_name(words: Words, level: Level | None) -> str:
    """A level in words."""
    return words("skills-level-none") if level is None else words(f"skills-level-{int(level)}")


def named(words: Words, skills: Sequence[NamedSkill]) -> str:
    """`Excel (confident), Safeguarding (can teach it)`."""
    return ", ".join(
        words("skills-gap-short", skill=each.name, wanted=level_name(words, each.level)) for each in skills
    )


def page(reader: Person, standing: SkillStanding, ways: Ways, *, is_named: bool, notice: str = "") -> Card:
    """What is missing first, then what is held; for the person, or for their line manager."""
    words, owner = words_for(reader.language), standing.person
    own = reader.id == owner.id
    parts: list[Part] = [Paragraph(notice)] if notice else []
    missing = standing.gaps
    if missing:
        parts.append(Heading(words("skills-gaps-title")))
        for gap in missing[:GAPS_SHOWN]:
            parts += _gap(words, gap, ways, own=own)
            if own:
                said = standing.held[gap.key].said if gap.key in standing.held else None
                parts.append(Actions(say_buttons(words, gap.wanted.name, said)))
        if rest := missing[GAPS_SHOWN:]:
            parts.append(Paragraph(words("skills-gaps-more", names=named(words, [_short(each) for each in rest]))))
    else:
        key = "skills-no-gaps" if standing.wanted else "skills-none-wanted"
        parts.append(Paragraph(words(key if own else f"{key}-of")))
    parts += _held(words, standing, own=own)
    if own:
        parts += _naming(words, is_named=is_named)
        parts += [Paragraph(words("skills-how"), Tone.SUBTLE), Paragraph(words("skills-readers"), Tone.SUBTLE)]
        return Card(words("skills-title"), tuple(parts), words.language)
    parts += confirming(words, [(owner, each) for _, each in sorted(standing.held.items()) if each.is_to_confirm])
    parts.append(Paragraph(words("skills-readers-of", name=owner.name), Tone.SUBTLE))
    return Card(words("skills-title-of", name=owner.name), tuple(parts), words.language)


def _short(gap: Gap) -> NamedSkill:
    return NamedSkill(gap.wanted.name, gap.wanted.level)


def _gap(words: Words, gap: Gap, ways: Ways, *, own: bool) -> list[Part]:
    line = words(
        "skills-gap",
        skill=gap.wanted.name,
        wanted=level_name(words, gap.wanted.level),
        why=_why(words, gap.wanted, own=own),
        held=level_name(words, gap.held),
    )
    parts: list[Part] = [Paragraph(line)]
    if titles := [each.title_in(words.language) for each in ways.courses.get(gap.key, ())]:
        parts.append(Paragraph(words("skills-courses", titles=", ".join(titles)), Tone.SUBTLE))
    if names := [each.name for each in ways.teachers.get(gap.key, ())]:
        parts.append(Paragraph(words("skills-teachers", names=", ".join(names)), Tone.SUBTLE))
    return parts


def _why(words: Words, wanted: Wanted, *, own: bool) -> str:
    role = [words("skills-why-role" if own else "skills-why-role-of")] if wanted.by_role else []
    return ", ".join([*role, *(words("skills-why-objective", title=each) for each in wanted.objectives)])


def say_buttons(words: Words, skill: str, said: Level | None) -> tuple[Action, ...]:
    """How one stands, a tap away; not what one said already."""
    order = (Level.CONFIDENT, Level.LEARNING, Level.TEACHING)
    return tuple(
        Action("skill.say", words(f"skills-say-{int(each)}"), SEPARATOR.join((str(int(each)), skill)))
        for each in order
        if each is not said
    )


def _held(words: Words, standing: SkillStanding, *, own: bool) -> list[Part]:
    if not standing.held:
        return []
    said = "skills-column-said" if own else "skills-column-said-of"
    columns = ("skills-column-skill", said, "skills-column-confirmed", "skills-column-trained")
    rows = tuple(_row(words, each) for _, each in sorted(standing.held.items())[:HELD_SHOWN])
    title = words("skills-held-title") if own else words("skills-held-title-of", name=standing.person.first_name)
    return [Heading(title), Table(tuple(words(each) for each in columns), rows)]


def _row(words: Words, holding: Holding) -> tuple[str, ...]:
    said, confirmed = (
        level_name(words, each) if each is not None else "" for each in (holding.said, holding.confirmed)
    )
    return holding.name, said, confirmed, ", ".join(each.title_in(words.language) for each in holding.courses)


def _naming(words: Words, *, is_named: bool) -> list[Part]:
    if is_named:
        action = Action("skills.unname", words("skills-unname-me"))
        return [Paragraph(words("skills-named"), Tone.SUBTLE), Actions((action,))]
    return [
        Paragraph(words("skills-not-named"), Tone.SUBTLE),
        Actions((Action("skills.name", words("skills-name-me")),)),
    ]


def confirming(words: Words, waiting: Sequence[tuple[Person, Holding]]) -> list[Part]:
    """What people say of themselves, each to be confirmed with one tap, or put at another level."""
    parts: list[Part] = [Heading(words("team-skills-confirm-title"))] if waiting else []
    for person, holding in waiting[:TO_CONFIRM_SHOWN]:
        said = holding.said
        if said is None:
            continue
        line = words(
            "team-skills-confirm-line", name=person.name, skill=holding.name, level=level_name(words, said)
        )
        label = words("team-skills-confirm", name=person.first_name, skill=holding.name)
        rather = tuple(
            Action(
                "skill.confirm",
                words("team-skills-rather", level=level_name(words, each)),
                _confirm_value(person, each, holding.name),
            )
            for each in Level
            if each is not said
        )
        agree = Action("skill.confirm", label, _confirm_value(person, said, holding.name), ActionStyle.PRIMARY)
        parts += [Paragraph(line), Actions((agree, *rather))]
    return parts


def _confirm_value(person: Person, level: Level, skill: str) -> str:
    return SEPARATOR.join((person.id, str(int(level)), skill))


def nearly(words: Words, pending: Sequence[tuple[NamedSkill, str]], notice: str = "") -> Card:
    """Skills of one's own that are nearly known ones: nothing of them is kept before one says which is meant."""
    parts: list[Part] = [Paragraph(notice)] if notice else []
    for each, known in pending:
        level = str(int(each.level or Level.CONFIDENT))
        parts += near_choice(words, "skill.say", (level,), each.name, known)
    return Card(words("skills-near-title"), tuple(parts), words.language)


def near_choice(words: Words, action: str, before: Sequence[str], name: str, known: str) -> list[Part]:
    """The known word and the one that was written, a tap each; in what comes back, `before` precedes the name."""
    return [
        Paragraph(words("skills-near", written=name, known=known)),
        Actions(
            (
                Action(
                    action,
                    words("skills-use", skill=known),
                    SEPARATOR.join((*before, known)),
                    ActionStyle.PRIMARY,
                ),
                Action(action, words("skills-keep", skill=name), SEPARATOR.join((*before, name))),
            )
        ),
    ]


def asking(reader: Person, missing: Sequence[Gap]) -> Card:
    """Once a quarter: how one stands with what the job wants, and the way never to be asked again."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("skills-ask-intro", name=reader.first_name))]
    for gap in missing:
        parts += [
            Heading(gap.wanted.name),
            Actions(say_buttons(words, gap.wanted.name, None)),
        ]
    see, quiet = Action("skills.show", words("skills-see")), Action("skills.quiet", words("skills-ask-quiet"))
    parts.append(Actions((see, quiet)))
    return Card(words("skills-ask-title"), tuple(parts), words.language)

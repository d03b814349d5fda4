"""What people say of their own skills, and who reads it: themselves and their line manager."""

import re
from collections import defaultdict
from dataclasses import replace

from core.cards import greeting
from core.cards import skills as cards
from core.cards.asking import SEPARATOR, gone
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.skills import (
    LONGEST_NAME,
    Level,
    PersonSkill,
    SkillChoices,
    SkillStanding,
    courses_for,
    skill_key,
)
from core.permissions import Permission, may
from core.services.show_objectives import refuse
from core.services.skill_standing import organisations_words, standing_of
from core.services.tell import said
from core.turn import Turn
from core.understanding.skills import NamedSkill, UnreadSkills, nearly, read_skills

_ADD = re.compile(r"^(?:add|ychwanegu|set|gosod)\b[\s:]*", re.IGNORECASE)
_REMOVE = re.compile(r"^(?:remove|delete|forget|dileu|tynnu)\b[\s:]*", re.IGNORECASE)
_TEACHERS_SHOWN = 3


async def hear_own(turn: Turn, rest: str) -> Outcome:
    """`my skills`, `my skills add Excel 2`, `my skills remove Excel`."""
    if named := _REMOVE.sub("", rest, count=1) if _REMOVE.match(rest) else "":
        return await _forget(turn, named)
    named = _ADD.sub("", rest, count=1)
    return await _add(turn, named) if named else await show_skills(turn, turn.person)


async def show_skills(turn: Turn, owner: Person) -> Outcome:
    """Someone's skills; who is neither the person nor the line manager is refused and learns nothing."""
    if not may(turn.person, Permission.READ_SKILLS, owner):
        return await refuse(turn)
    return reply(await page_of(turn, owner))


async def page_of(turn: Turn, owner: Person, notice: str = "") -> Card:
    """The page; whether it may be read is the caller's to ask."""
    (standing,) = await standing_of(turn.store, [owner], turn.today)
    choices = await choices_of(turn, owner)
    ways = await _ways(turn, standing)
    return cards.page(turn.person, standing, ways, is_named=choices.is_named, notice=notice)


async def _ways(turn: Turn, standing: SkillStanding) -> cards.Ways:
    """Courses that close a gap, and colleagues who chose to be named and are there."""
    missing = standing.gaps
    if not missing:
        return cards.Ways()
    owner = standing.person
    courses = await turn.store.training.courses(owner.tenant_id)
    teachers: defaultdict[str, list[Person]] = defaultdict(list)
    for key, person in await turn.store.skills.teachers(owner.tenant_id, [each.key for each in missing]):
        if person.id not in (owner.id, turn.person.id) and person.employed_on(turn.today):
            teachers[key].append(person)
    return cards.Ways(
        {each.key: courses_for(each, courses) for each in missing},
        {key: found[:_TEACHERS_SHOWN] for key, found in teachers.items()},
    )


async def choices_of(turn: Turn, person: Person) -> SkillChoices:
    """What the person chose; what everyone begins with where they never did."""
    return next(iter(await turn.store.skills.choices([person.id])), SkillChoices(person.id, person.tenant_id))


# --- saying -----------------------------------------------------------------------------------------------------


async def say(turn: Turn, value: str) -> Outcome:
    """A button, `<level>|<skill>`: how one stands oneself."""
    number, _, name = value.partition(SEPARATOR)
    level, name = level_of(number), name_of(name)
    if level is None or not name:
        return reply(gone(turn.words))
    return await _keep(turn, [NamedSkill(name, level)])


def level_of(number: str) -> Level | None:
    """The level of a button's value."""
    return next((each for each in Level if str(int(each)) == number), None)


def name_of(name: str) -> str:
    """A skill's name of a button's value; "" for one that no button holds."""
    clean = " ".join(name.split())
    return clean if SEPARATOR not in clean and len(clean) <= LONGEST_NAME else ""


async def _add(turn: Turn, text: str) -> Outcome:
    try:
        written = read_skills(text)
    except UnreadSkills as unread:
        return reply(greeting.said(turn.words, "skills-unclear-title", unread.key, **unread.facts))
    known = await _known(turn)
    near = [(each, like) for each in written if (like := nearly(each.name, known.values())) is not None]
    pending = {each.key for each, _ in near}
    clear = [each for each in written if each.key not in pending]
    if not near:
        return await _keep(turn, clear)
    notice = await _save(turn, clear, known) if clear else ""
    return said(turn, cards.nearly(turn.words, near, notice), "skills")


async def _known(turn: Turn) -> dict[str, str]:
    """The words for skills that the person may know of: the organisation's, their objectives' and their own."""
    (standing,) = await standing_of(turn.store, [turn.person], turn.today)
    words = {key: each.name for key, each in standing.held.items()}
    words |= {key: each.name for key, each in standing.wanted.items()}
    return words | await organisations_words(turn.store, turn.person.tenant_id)


async def _keep(turn: Turn, named: list[NamedSkill]) -> Outcome:
    notice = await _save(turn, named, await _known(turn)) if named else ""
    return said(turn, await page_of(turn, turn.person, notice), "skills")


async def _save(turn: Turn, named: list[NamedSkill], known: dict[str, str]) -> str:
    """Keep what was said, in the words that are known; the confirmation to show."""
    person = turn.person
    if not may(person, Permission.SAY_SKILLS, person):
        return ""
    before = {each.skill_key: each for each in await turn.store.skills.of_people([person.id])}
    kept = [
        before.get(
            each.key, PersonSkill(person.id, each.key, person.tenant_id, known.get(each.key, each.name))
        ).say(each.level or Level.CONFIDENT, turn.today)
        for each in named
    ]
    await turn.store.skills.save_people(kept)
    return " ".join(
        turn.words("skills-noted", skill=each.skill, level=cards.level_name(turn.words, each.said))
        for each in kept
    )


async def _forget(turn: Turn, text: str) -> Outcome:
    key = skill_key(text.strip(" ."))
    kept = {each.skill_key: each for each in await turn.store.skills.of_people([turn.person.id])}
    if key in kept:
        await turn.store.skills.forget(turn.person.id, key)
        notice = turn.words("skills-forgotten", skill=kept[key].skill)
    else:
        notice = turn.words("skills-not-there", skill=text[:LONGEST_NAME])
    return said(turn, await page_of(turn, turn.person, notice), "skills")


# --- choosing ---------------------------------------------------------------------------------------------------


async def choose_named(turn: Turn, *, is_named: bool) -> Outcome:
    """Whether colleagues who want to learn may see one's name."""
    choices = await choices_of(turn, turn.person)
    await turn.store.skills.save_choices([replace(choices, is_named=is_named)])
    return said(turn, await page_of(turn, turn.person), "skills")


async def choose_quiet(turn: Turn) -> Outcome:
    """Never be asked again how one stands."""
    choices = await choices_of(turn, turn.person)
    await turn.store.skills.save_choices([replace(choices, is_quiet=True)])
    return said(turn, greeting.said(turn.words, "skills-quiet-title", "skills-quiet"), "skills")

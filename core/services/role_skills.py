"""What job titles want, as HR keeps it in chat; of who holds it HR is told counts alone."""

import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from core.cards import greeting
from core.cards import role_skills as cards
from core.cards.asking import SEPARATOR, gone
from core.cards.skills import named
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.skills import (
    Level,
    PersonSkill,
    RoleCount,
    RoleSkill,
    counted,
    holdings,
    role_key,
    skill_key,
)
from core.model.training import TrainingCompletion, held
from core.permissions import Right, holds
from core.services.ask_skills import ask_each_quarter
from core.services.own_skills import level_of, name_of
from core.services.refuse_hr import refuse_hr
from core.services.skill_standing import organisations_words
from core.services.tell import said
from core.turn import Turn
from core.understanding.skills import NamedSkill, UnreadSkills, nearly, read_skills

LONGEST_ROLE = 120
"""Characters of a job title: it comes back in a button's value beside its skills."""

_REMOVE = re.compile(r"^(?:remove|delete|dileu|tynnu)\s+", re.IGNORECASE)
_ADD = re.compile(r"^(?:add|ychwanegu)\s+", re.IGNORECASE)
_LIKE_ROLE = 75
"""How alike (0 to 100) a title that nobody has and one that somebody has must be to be offered."""

_OFFERED = 3


async def hear_role_skills(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr skills`, `hr skills Housing Officer: Excel 2`, `hr skills remove Housing Officer: Excel`."""
    if not holds(turn.person, Right.KEEP_SKILLS):
        return await refuse_hr(turn)
    removes = _REMOVE.match(rest)
    title, _, skills = _ADD.sub("", _REMOVE.sub("", rest, count=1), count=1).partition(":")
    # The bar separates the parts of a button's value.
    title = " ".join(title.replace(SEPARATOR, " ").split())[:LONGEST_ROLE]
    if not title:
        return reply(cards.roles(turn.words, await turn.store.skills.of_roles(turn.person.tenant_id)))
    try:
        written = read_skills(skills)
    except UnreadSkills as unread:
        return reply(greeting.said(turn.words, "skills-unclear-title", unread.key, **unread.facts))
    known = await _titles(turn)
    if role_key(title) not in known:
        near = process.extract(
            title, list(known.values()), scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=_LIKE_ROLE
        )
        offered = [each for each, _, _ in near[:_OFFERED]]
        return reply(cards.unknown_role(turn.words, title, "" if removes else skills.strip(), offered))
    title = known[role_key(title)]
    if removes:
        return await _remove(turn, title, written)
    return await _add(turn, title, written) if written else reply(await _page(turn, title))


async def _titles(turn: Turn) -> dict[str, str]:
    """The job titles there are, of people and of what was kept, by key."""
    tenant_id = turn.person.tenant_id
    found = {role_key(each.role): each.role for each in await turn.store.training.learners(tenant_id) if each.role}
    return {each.role_key: each.role for each in await turn.store.skills.of_roles(tenant_id)} | found


async def show_role(turn: Turn, title: str) -> Outcome:
    """A button: one job title."""
    if not holds(turn.person, Right.KEEP_SKILLS):
        return await refuse_hr(turn)
    return reply(await _page(turn, title)) if _is_title(title) else reply(gone(turn.words))


def _is_title(title: str) -> bool:
    return bool(title.strip()) and len(title) <= LONGEST_ROLE and SEPARATOR not in title


async def keep_for(turn: Turn, value: str) -> Outcome:
    """A button, `<title>|<skills>`: the title that is meant, with what was written of it."""
    title, _, skills = value.partition(SEPARATOR)
    if not holds(turn.person, Right.KEEP_SKILLS):
        return await refuse_hr(turn)
    try:
        written = read_skills(skills)
    except UnreadSkills:
        written = []
    if not _is_title(title):
        return reply(gone(turn.words))
    return await _add(turn, title, written) if written else reply(await _page(turn, title))


async def _add(turn: Turn, title: str, written: Sequence[NamedSkill]) -> Outcome:
    words = await organisations_words(turn.store, turn.person.tenant_id)
    near = [(each, like) for each in written if (like := nearly(each.name, words.values())) is not None]
    pending = {each.key for each, _ in near}
    clear = [each for each in written if each.key not in pending]
    notice = await _save(turn, title, clear, words) if clear else ""
    return said(turn, await _page(turn, title, notice, near), "skills")


async def add_one(turn: Turn, value: str) -> Outcome:
    """A button, `<title>|<level>|<skill>`: the word that is meant."""
    title, _, rest = value.partition(SEPARATOR)
    number, _, name = rest.partition(SEPARATOR)
    if not holds(turn.person, Right.KEEP_SKILLS):
        return await refuse_hr(turn)
    level, name = level_of(number), name_of(name)
    if level is None or not name or not _is_title(title):
        return reply(gone(turn.words))
    words = await organisations_words(turn.store, turn.person.tenant_id)
    notice = await _save(turn, title, [NamedSkill(name, level)], words)
    return said(turn, await _page(turn, title, notice), "skills")


async def _save(turn: Turn, title: str, written: Sequence[NamedSkill], words: dict[str, str]) -> str:
    tenant_id = turn.person.tenant_id
    kept = [
        RoleSkill(
            tenant_id,
            role_key(title),
            each.key,
            title,
            words.get(each.key, each.name),
            each.level or Level.CONFIDENT,
        )
        for each in written
    ]
    await turn.store.skills.save_roles(kept)
    await ask_each_quarter(turn.store, tenant_id, turn.now)
    listed = named(turn.words, [NamedSkill(each.skill, each.level) for each in kept])
    return turn.words("role-skills-kept", skills=listed)


async def remove_one(turn: Turn, value: str) -> Outcome:
    """A button, `<title>|<skill>`."""
    title, _, name = value.partition(SEPARATOR)
    if not holds(turn.person, Right.KEEP_SKILLS):
        return await refuse_hr(turn)
    if not _is_title(title) or not name_of(name):
        return reply(gone(turn.words))
    return await _remove(turn, title, [NamedSkill(name_of(name))])


async def _remove(turn: Turn, title: str, written: Sequence[NamedSkill]) -> Outcome:
    keys = {each.key for each in written}
    gone_now = [each for each in await _of_role(turn, title) if each.skill_key in keys]
    await turn.store.skills.remove_roles(gone_now)
    if gone_now:
        notice = turn.words("role-skills-removed", role=title, skills=", ".join(each.skill for each in gone_now))
    elif written:
        skills = ", ".join(each.name for each in written)
        notice = turn.words("role-skills-not-there", role=title, skills=skills)
    else:
        notice = ""
    return said(turn, await _page(turn, title, notice), "skills")


async def _of_role(turn: Turn, title: str) -> list[RoleSkill]:
    every = await turn.store.skills.of_roles(turn.person.tenant_id)
    return [each for each in every if each.role_key == role_key(title)]


async def _page(turn: Turn, title: str, notice: str = "", pending: Sequence[tuple[NamedSkill, str]] = ()) -> Card:
    wanted = await _of_role(turn, title)
    lacking = await _lacking(turn, title, wanted)
    return cards.role(turn.words, title, wanted, lacking, notice=notice, pending=pending)


async def _lacking(turn: Turn, title: str, wanted: Sequence[RoleSkill]) -> dict[str, RoleCount | None]:
    """How many of those with the job title lack each skill, as far as HR may know; four queries for any number."""
    store, tenant_id = turn.store, turn.person.tenant_id
    ids = [
        each.id
        for each in await store.training.learners(tenant_id)
        if role_key(each.role) == role_key(title)
        and (each.start_on is None or each.start_on <= turn.today)
        and (each.end_on is None or turn.today <= each.end_on)
    ]
    kept: defaultdict[str, list[PersonSkill]] = defaultdict(list)
    for one in await store.skills.of_people(ids):
        kept[one.person_id].append(one)
    completed: defaultdict[str, list[TrainingCompletion]] = defaultdict(list)
    for each in await store.training.completions_of(ids):
        completed[each.person_id].append(each)
    courses = {each.id: each for each in await store.training.courses(tenant_id)}
    everyone = [holdings(kept.get(each, ()), held(courses, completed.get(each, ()), turn.today)) for each in ids]
    found: dict[str, RoleCount | None] = {}
    for skill in wanted:
        key = skill_key(skill.skill)
        able = sum(1 for has in everyone if key in has and (has[key].level or 0) >= skill.level)
        found[skill.skill_key] = counted(len(ids), len(ids) - able)
    return found

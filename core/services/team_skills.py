"""A team's skills, for its line manager alone: who holds what, and what people say that is to be confirmed."""

from core.cards import team as team_cards
from core.cards import team_skills as cards
from core.cards.skills import level_name
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.skills import PersonSkill, skill_key
from core.permissions import Permission, may
from core.services.name_report import named_report
from core.services.own_skills import level_of, name_of, page_of
from core.services.recognise import contact_of
from core.services.show_objectives import refuse
from core.services.skill_standing import standing_of
from core.services.tell import said
from core.turn import Turn


async def hear_team_skills(turn: Turn, rest: str) -> Outcome:
    """`team skills`, and `team skills Ben` for one report."""
    if not rest and not turn.mentions:
        return await _show(turn)
    found = await named_report(turn, rest)
    if len(found) > 1:
        return reply(team_cards.which_report(turn.person, [each.name for each in found]))
    if not found or not may(turn.person, Permission.READ_SKILLS, found[0]):
        return await refuse(turn)
    return reply(await page_of(turn, found[0]))


async def _show(turn: Turn) -> Outcome:
    reports = await _reports(turn)
    if not reports:
        contact = await contact_of(turn.store, turn.person.tenant_id)
        return reply(team_cards.no_reports(turn.person, contact))
    return reply(await _matrix(turn, reports))


async def _reports(turn: Turn) -> list[Person]:
    return [
        each
        for each in await turn.store.people.reports_of(turn.person.id)
        if each.employed_on(turn.today) and may(turn.person, Permission.READ_SKILLS, each)
    ]


async def _matrix(turn: Turn, reports: list[Person], notice: str = "") -> Card:
    return cards.matrix(turn.person, await standing_of(turn.store, reports, turn.today), notice)


async def show_report(turn: Turn, person_id: str) -> Outcome:
    """A button: one report's page; the refusal is the same for a colleague and for nobody."""
    person = (await turn.store.people.by_ids([person_id])).get(person_id)
    if person is None or not may(turn.person, Permission.READ_SKILLS, person):
        return await refuse(turn)
    return reply(await page_of(turn, person))


async def confirm(turn: Turn, value: str) -> Outcome:
    """A button, `<person>|<level>|<skill>`: agree with what a report says, or put it at another level."""
    person_id, _, rest = value.partition("|")
    number, _, name = rest.partition("|")
    person = (await turn.store.people.by_ids([person_id])).get(person_id)
    if person is None or not may(turn.person, Permission.CONFIRM_SKILLS, person):
        return await refuse(turn)
    level, key = level_of(number), skill_key(name_of(name))
    kept = {each.skill_key: each for each in await turn.store.skills.of_people([person.id])}
    # What was taken off the list meanwhile is no longer there to confirm.
    before: PersonSkill | None = kept.get(key)
    if level is None or before is None:
        return said(turn, await _matrix(turn, await _reports(turn)), "team skills")
    await turn.store.skills.save_people([before.confirm(level, turn.person.id, turn.today)])
    notice = turn.words(
        "team-skills-confirmed", name=person.name, skill=before.skill, level=level_name(turn.words, level)
    )
    return said(turn, await _matrix(turn, await _reports(turn), notice), "team skills")

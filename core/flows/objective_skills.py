"""Which skills an objective needs: one question, asked from its page so that setting it stays quick."""

from dataclasses import dataclass
from datetime import date

from core.cards.skills import named
from core.chat.card import Input, Option, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome, reply
from core.flows.about_objective import READS, begin, changeable, new_subject, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import Field, NotUnderstood
from core.model.conversation import Given
from core.model.person import Language
from core.model.skills import Level, ObjectiveSkill
from core.permissions import Permission
from core.services.find_objective import find
from core.services.show_objectives import page_of, refuse
from core.services.skill_standing import organisations_words
from core.services.tell import said
from core.texts.texts import Words, words_for
from core.turn import Turn
from core.understanding.skills import NamedSkill, UnreadSkills, nearly, read_skills

_NONE = "-"
_NONE_SAID = frozenset({"-", "–", "none", "no", "nothing", "dim", "na", "neb"})
_LONGEST = 1_500


@dataclass(frozen=True)
class Skills:
    """Skills with levels, confident where none is said; stored as they are written: `Excel 2, Word 1`."""

    def read(self, text: str, today: date) -> str:
        """The skills; raises `NotUnderstood`."""
        if text.strip(" .").casefold() in _NONE_SAID:
            return _NONE
        try:
            found = read_skills(text)
        except UnreadSkills as unread:
            raise NotUnderstood(unread.key, **unread.facts) from unread
        return ", ".join(f"{each.name} {int(each.level or Level.CONFIDENT)}" for each in found) or _NONE

    def show(self, value: str, language: Language) -> str:
        """With the levels in words."""
        words = words_for(language)
        return words("objective-skills-none") if value == _NONE else named(words, read_skills(value))

    def options(self, words: Words) -> tuple[Option, ...]:
        """No choices."""
        return ()

    def field(self, field: Field, words: Words) -> Input:
        """A text field with what is there now."""
        return field.typed(max_length=_LONGEST)


async def start(turn: Turn, objective_id: str) -> Outcome:
    """The button on the objective's page: opens with what it needs so far."""
    if await find(turn, objective_id, Permission.CHANGE_OBJECTIVE) is None:
        return await refuse(turn)
    before = await turn.store.skills.of_objectives([objective_id])
    written = ", ".join(f"{each.skill} {int(each.level)}" for each in before)
    given = {"skills": Given(written, written)} if written else {}
    return await begin(turn, OBJECTIVE_SKILLS, new_subject(objective_id), given, by_form=True)


async def _load(turn: Turn, subject: str) -> Scope | None:
    found = await changeable(turn, subject)
    if found is None:
        return None
    title = turn.words("objective-skills-title", title=found.objective.title)
    return Scope(title, (Paragraph(turn.words("objective-skills-intro"), Tone.SUBTLE),))


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    found = await changeable(turn, progression.subject)
    if found is None:
        return await refuse(turn)
    value = value_of(progression.answers, "skills")
    if not value:
        return reply(await page_of(turn, found))
    objective = found.objective
    words = await organisations_words(turn.store, objective.tenant_id)
    written = [] if value == _NONE else read_skills(value)
    needs = [
        ObjectiveSkill(
            objective.id,
            each.key,
            objective.tenant_id,
            words.get(each.key, each.name),
            each.level or Level.CONFIDENT,
        )
        for each in written
    ]
    await turn.store.skills.set_objective(objective.id, needs)
    return said(turn, await page_of(turn, found, _notice(turn, written, words)), "objective")


def _notice(turn: Turn, written: list[NamedSkill], known: dict[str, str]) -> str:
    """That it is saved, with what is nearly a word the organisation has: the two would be different skills."""
    near = [(each.name, like) for each in written if (like := nearly(each.name, known.values())) is not None]
    lines = [turn.words("skills-near", written=name, known=like) for name, like in near]
    return " ".join([turn.words("objective-skills-kept"), *lines])


OBJECTIVE_SKILLS: Flow = Flow(
    "objective_skills",
    (Step("skills", Skills(), READS),),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: OBJECTIVE_SKILLS),
)

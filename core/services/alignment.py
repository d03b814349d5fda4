"""What people's objectives serve: which aims somebody may choose from, and how the tree looks to them."""

from dataclasses import dataclass

from core.model.aim import Aim, AimKind
from core.model.alignment import grow
from core.model.person import Person
from core.ports import Store
from core.texts.texts import words_for


@dataclass(frozen=True, slots=True)
class AimChoice:
    """An aim that an objective can be set to serve, and how it is offered in the person's language."""

    aim: Aim
    label: str


async def aims_to_choose(store: Store, person: Person) -> list[AimChoice]:
    """What an objective of `person` can serve: the goals of their team, then the organisation's priorities.

    Labels are in the person's own language and unique as far as titles are; they may be longer than a button
    holds. Empty where the organisation keeps no aims.
    """
    aims = await store.aims.all(person.tenant_id)
    words = words_for(person.language)
    titles = {aim.id: aim.title for aim in aims}

    def label(aim: Aim) -> str:
        if aim.kind is AimKind.GOAL:
            return words("alignment-choice-goal", title=aim.title)
        if aim.parent_id in titles:
            return words("alignment-choice-under", title=aim.title, above=titles[aim.parent_id])
        return aim.title

    ordered = [branch.aim for branch in grow(aims).branches()]
    own = [aim for aim in ordered if aim.kind is AimKind.GOAL and aim.team_id == person.team_id is not None]
    return [
        AimChoice(aim, label(aim)) for aim in (*own, *(each for each in ordered if each.kind is AimKind.PRIORITY))
    ]

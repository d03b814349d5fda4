"""How work felt to someone since a moment, as their check-ins say: for the agenda of the two who may read it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime

from core.flows.question_inputs import option_labels
from core.model.one_to_one import AgendaLine, Source
from core.model.questions import WELLBEING, AnswerPart, QuestionAnswer
from core.ports import Store
from core.texts.texts import words_for


async def felt_since(store: Store, person_ids: Collection[str], since: datetime) -> Mapping[str, list[AgendaLine]]:
    """Lines of `Source.WELLBEING` by person, oldest first, in the person's language.

    Queries only where a check-in since then asked something; whether an agenda's readers may know is the table's
    `READ_WELLBEING`, which says the same as for the agenda: the person and the line manager.
    """
    checkins = {each.id: each for each in await store.checkins.of_periods(person_ids, since.date(), date.max)}
    asked = [each.id for each in checkins.values() if each.asks]
    answers = [each for each in await store.questions.answers_of(asked) if _tells(each)] if asked else []
    if not answers:
        return {}
    sets = await store.questions.versions({f"{each.owner_id}.{each.version}" for each in answers})
    people = await store.people.by_ids({checkins[each.checkin_id].person_id for each in answers})
    found: defaultdict[str, list[AgendaLine]] = defaultdict(list)
    for each in sorted(answers, key=lambda answer: answer.answered_at):
        owner = people[checkins[each.checkin_id].person_id]
        version = sets.get(f"{each.owner_id}.{each.version}")
        question = version.question(WELLBEING) if version else None
        if question is not None:
            label = option_labels(question, words_for(owner.language))[int(each.value) - 1]
            found[owner.id].append(AgendaLine(Source.WELLBEING, label, on=each.answered_at))
    return found


def _tells(answer: QuestionAnswer) -> bool:
    return answer.question_id == WELLBEING and answer.part is AnswerPart.ANSWER and bool(answer.value)

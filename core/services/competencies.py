"""What feedback may be about besides someone's work: competencies, and the organisation's values."""

from core.chat.card import Option
from core.model.feedback import COMPETENCIES
from core.model.person import Language
from core.ports import Store
from core.services.organisation_values import values_of
from core.texts.texts import words_for


async def competencies_of(store: Store, tenant_id: str, language: Language) -> tuple[Option, ...]:
    """All there are, in the reader's language."""
    words = words_for(language)
    common = tuple(Option(each, words(f"competency-{each}")) for each in COMPETENCIES)
    return common + await values_of(store, tenant_id, language)


async def competency_labels(store: Store, tenant_id: str, language: Language) -> dict[str, str]:
    """What each is called, by its id; one that is no longer named is absent."""
    return {each.value: each.label for each in await competencies_of(store, tenant_id, language)}

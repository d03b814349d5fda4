"""What the organisation wants to be known for: its own values, or the usual ones while it has named none."""

from core.chat.card import Option
from core.model.person import Language
from core.model.recognition import DEFAULT_VALUES
from core.ports import Store
from core.texts.texts import words_for


async def values_of(store: Store, tenant_id: str, language: Language) -> tuple[Option, ...]:
    """The organisation's values, or those that stand in for an organisation that has named none."""
    named = await store.recognitions.values(tenant_id)
    if not named:
        words = words_for(language)
        return tuple(Option(each, words(f"value-{each}")) for each in DEFAULT_VALUES)
    is_welsh = language is Language.CY
    return tuple(Option(each.id, (each.title_cy if is_welsh else "") or each.title) for each in named)


async def value_label(store: Store, tenant_id: str, value: str, language: Language) -> str:
    """What a value is called; "" for none, or for one that is no longer named."""
    if not value:
        return ""
    options = await values_of(store, tenant_id, language)
    return next((each.label for each in options if each.value == value), "")

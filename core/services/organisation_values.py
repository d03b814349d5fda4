"""What the organisation wants to be known for: its own values, or the usual ones while it has named none."""

from collections.abc import Sequence
from uuid import uuid4

from core.chat.card import Option
from core.model.organisation_values import changed
from core.model.person import Language
from core.model.recognition import DEFAULT_VALUES, OrganisationValue
from core.ports import Store
from core.texts.texts import words_for


async def named_or_usual(store: Store, tenant_id: str) -> list[OrganisationValue]:
    """The values that can be chosen from."""
    named = [each for each in await store.recognitions.values(tenant_id) if not each.retired]
    return named or _usual(tenant_id)


def _usual(tenant_id: str) -> list[OrganisationValue]:
    english, welsh = words_for(Language.EN), words_for(Language.CY)
    return [
        OrganisationValue(each, tenant_id, english(f"value-{each}"), welsh(f"value-{each}"), position)
        for position, each in enumerate(DEFAULT_VALUES)
    ]


async def values_of(store: Store, tenant_id: str, language: Language) -> tuple[Option, ...]:
    """The values that can be chosen from, as choices."""
    return choices(await named_or_usual(store, tenant_id), language)


def choices(values: Sequence[OrganisationValue], language: Language) -> tuple[Option, ...]:
    """Values as choices for a reader of this language."""
    return tuple(Option(each.id, _called(each, language)) for each in values)


async def value_label(store: Store, tenant_id: str, value: str, language: Language) -> str:
    """What a value is or was called; "" for none."""
    if not value:
        return ""
    known = [*await store.recognitions.values(tenant_id), *_usual(tenant_id)]
    return next((_called(each, language) for each in known if each.id == value), "")


def _called(value: OrganisationValue, language: Language) -> str:
    return (value.title_cy if language is Language.CY else "") or value.title


async def keep_values(store: Store, tenant_id: str, lines: Sequence[tuple[str, str]]) -> list[OrganisationValue]:
    """Keep these as the organisation's values, by title and Welsh title; returns them, none for the usual ones."""
    usual = [(each.title, each.title_cy) for each in _usual(tenant_id)]
    before = await store.recognitions.values(tenant_id)
    wanted = () if list(lines) == usual else lines
    after = changed(before, wanted, tenant_id, [uuid4().hex for _ in wanted])
    await store.recognitions.save_values(after)
    return [each for each in after if not each.retired]

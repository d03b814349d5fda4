"""The organisation's values as they are written and kept: a line each, in its own words."""

from collections.abc import Sequence
from dataclasses import replace

from core.model.recognition import OrganisationValue

MOST = 12
"""Values that can be chosen from; nobody keeps more in mind."""

LONGEST = 60
"""Characters of one; a choice in Slack shows 75 (docs.slack.dev, option object)."""

_BAR = "|"


def read_lines(text: str) -> list[tuple[str, str]]:
    """Each value's title, with its Welsh one or ""; empty lines and bullets are left out."""
    lines = (line.strip().lstrip("•*-– ").strip() for line in text.splitlines())
    parts = (line.partition(_BAR) for line in lines if line.strip(_BAR + " "))
    return [(title.strip() or welsh.strip(), welsh.strip()) for title, _, welsh in parts]


def as_lines(values: Sequence[OrganisationValue]) -> str:
    """The text that `read_lines` reads them from."""
    return "\n".join(
        f"{each.title} {_BAR} {each.title_cy}" if each.title_cy and each.title_cy != each.title else each.title
        for each in values
    )


def changed(
    before: Sequence[OrganisationValue], lines: Sequence[tuple[str, str]], tenant_id: str, new_ids: Sequence[str]
) -> list[OrganisationValue]:
    """All values after the lines were written: those kept, renamed and new by position, and the retired ones.

    A line with a title that was there is that value. Others are new names for those that are gone, in their
    order, where there are as many; else new values, with `new_ids`. What was thanked for keeps its words.
    """
    current = [each for each in before if not each.retired]
    known = {each.title.casefold(): each for each in current}
    titles = {title.casefold() for title, _ in lines}
    gone = [each for each in current if each.title.casefold() not in titles]
    fresh = [title for title, _ in lines if title.casefold() not in known]
    renamed = dict(zip(fresh, gone, strict=True)) if len(fresh) == len(gone) else {}
    ids = iter(new_ids)
    kept: list[OrganisationValue] = []
    for position, (title, welsh) in enumerate(lines):
        old = known.get(title.casefold()) or renamed.get(title)
        value = old or OrganisationValue(next(ids), tenant_id, title)
        kept.append(replace(value, title=title, title_cy=welsh, position=position, retired=False))
    staying = {each.id for each in kept}
    return kept + [replace(each, retired=True) for each in before if each.id not in staying]

"""Match the words of an objectives file's `priority` column to the organisation's aims."""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from core.model.aim import Aim, AimKind
from core.model.aim_rules import LONGEST_TITLE, title_key
from core.services.import_cells import Suggestions
from core.services.import_report import Problem, Trouble


def first_priorities(written: Sequence[str], tenant_id: str) -> list[Aim]:
    """A priority for each of the words, spelt as they first come, for an organisation that has no aims yet.

    Words that are too long for a title stay words.
    """
    titles: dict[str, str] = {}
    for words in written:
        if words and len(words) <= LONGEST_TITLE:
            titles.setdefault(title_key(words), words)
    return [
        Aim(uuid4().hex, tenant_id, AimKind.PRIORITY, title, position=position)
        for position, title in enumerate(titles.values())
    ]


def aim_ids(aims: Sequence[Aim]) -> dict[str, str]:
    """The ids of the aims by what makes their titles the same; of two with one title the first."""
    return {title_key(aim.title): aim.id for aim in reversed(aims)}


def unknown_priorities(written: Mapping[int, str], aims: Sequence[Aim]) -> list[Problem]:
    """A warning for each line whose priority is no aim's title, with the nearest; the words stay as they are."""
    known = aim_ids(aims)
    suggestions = Suggestions([aim.title for aim in aims])
    return [
        Problem(
            line, "priority", Trouble.UNKNOWN_PRIORITY, {"written": words, "nearest": suggestions.nearest(words)}
        )
        for line, words in written.items()
        if words and title_key(words) not in known
    ]

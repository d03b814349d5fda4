"""What serves what, as people see it: their own tree, what HR and team leads keep, and how it adds up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.cards.objectives import status_label
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    Table,
    Tone,
)
from core.model.aim import Aim, AimKind
from core.model.alignment import Branch, grow, pruned
from core.model.alignment_report import Served, topmost, unserved
from core.model.objective import Objective
from core.model.person import Person
from core.services.alignment import OrganisationAlignment, OwnAlignment, TeamAlignment
from core.services.keep_aims import Keeping, new_subject
from core.texts import formats
from core.texts.texts import Words, words_for

TITLES_A_TEAM = 5
"""Titles of objectives that serve nothing that are named for one team; the rest is a number."""


BELOW = "– "
"""Before a priority in a table that is part of the one above it, and counted there too."""

LINKS = 5
"""Buttons to say what an objective serves; a person with more objectives adrift comes back for the rest."""


def own_tree(reader: Person, own: OwnAlignment) -> Card:
    """A person's objectives under what they serve, their team's goals, and what of theirs serves nothing."""
    words = words_for(reader.language)
    parts: list[Part] = []
    if not own.has_aims:
        parts.append(Paragraph(words("alignment-no-aims")))
    elif not own.objectives:
        parts.append(Paragraph(words("alignment-no-objectives")))
    else:
        parts.append(Paragraph(words("alignment-serving", serving=own.serving, count=own.objectives)))
    items = [item for root in own.branches for item in _own_items(words, own, root, 0)]
    if items:
        parts.append(Outline(tuple(items)))
    if own.adrift:
        parts.append(Heading(words("alignment-adrift")))
        parts.append(Outline(tuple(_objective(words, each, 0) for each in own.adrift)))
        if own.has_aims:
            parts.append(Paragraph(words("alignment-adrift-how"), Tone.SUBTLE))
            parts.append(Actions(tuple(_link(words, each) for each in own.adrift[:LINKS])))
    if not own.objectives:
        add = Action("objectives.add", words("objectives-add"), style=ActionStyle.PRIMARY)
        parts.append(Actions((add,)))
    return Card(words("alignment-own-title"), tuple(parts), words.language)


def _link(words: Words, objective: Objective) -> Action:
    return Action("objectives.align", words("alignment-link", title=objective.title), objective.id)


def _own_items(words: Words, own: OwnAlignment, branch: Branch, depth: int) -> Iterator[OutlineItem]:
    aim, note = branch.aim, ""
    if aim.kind is AimKind.GOAL:
        ours = own.team is not None and aim.team_id == own.team.id
        note = words("alignment-our-goal") if ours else _goal_of(words, aim, own.team_names)
    yield OutlineItem(aim.title, depth, note, strong=depth == 0)
    for objective in branch.objectives:
        yield _objective(words, objective, depth + 1)
    for below in branch.below:
        yield from _own_items(words, own, below, depth + 1)


def _objective(words: Words, objective: Objective, depth: int) -> OutlineItem:
    latest = objective.latest
    known = None if latest.percent is None else formats.percent(latest.percent, words.language)
    return OutlineItem(
        objective.title,
        depth,
        known or words("objective-no-value"),
        percent=latest.percent,
        status=latest.status,
        status_label=status_label(words, latest.status),
    )


def _goal_of(words: Words, aim: Aim, team_names: Mapping[str, str]) -> str:
    name = team_names.get(aim.team_id or "", "")
    return words("alignment-goal-of", team=name) if name else words("alignment-goal")


# --- what is kept ---------------------------------------------------------------------------------------------


def kept(
    words: Words, keeping: Keeping, aims: Sequence[Aim], team_names: Mapping[str, str], notice: str = ""
) -> Card:
    """Priorities with all goals under them, or a team's goals under what they serve, and what can be done."""
    kind = keeping.kind
    parts: list[Part] = [Paragraph(notice)] if notice else []
    tree = grow(aims)
    branches = tree.roots if keeping.team is None else pruned(tree, lambda branch: keeping.is_kept(branch.aim))
    items = [item for root in branches for item in _kept_items(words, keeping, root, team_names, 0)]
    has_own = any(keeping.is_kept(aim) for aim in aims)
    if items:
        parts.append(Outline(tuple(items)))
    if not has_own:
        parts.append(Paragraph(words(f"aims-none-{kind}")))
    parts += [_keeping_actions(words, keeping, has_own=has_own), Paragraph(words(f"aims-how-{kind}"), Tone.SUBTLE)]
    team = keeping.team.name if keeping.team else ""
    return Card(words(f"aims-title-{kind}", team=team), tuple(parts), words.language)


def _kept_items(
    words: Words, keeping: Keeping, branch: Branch, team_names: Mapping[str, str], depth: int
) -> Iterator[OutlineItem]:
    aim, note = branch.aim, ""
    if aim.kind is AimKind.GOAL:
        note = words("alignment-our-goal") if keeping.is_kept(aim) else _goal_of(words, aim, team_names)
        if depth == 0:
            note = words("alignment-goal-adrift", goal=note)
    yield OutlineItem(aim.title, depth, note, strong=aim.kind is AimKind.PRIORITY)
    for below in branch.below:
        yield from _kept_items(words, keeping, below, team_names, depth + 1)


def _keeping_actions(words: Words, keeping: Keeping, *, has_own: bool) -> Actions:
    subject = new_subject(keeping)
    kind = keeping.kind
    actions = [Action("aims.add", words(f"aims-add-{kind}"), subject, ActionStyle.PRIMARY)]
    if has_own:
        actions.append(Action("aims.rename", words("aims-rename"), subject))
        actions.append(Action("aims.move", words("aims-move"), subject))
    report = "hr.alignment" if keeping.team is None else "team.alignment"
    return Actions((*actions, Action(report, words("aims-alignment"))))


def refused(words: Words, why: str) -> Card:
    """A change that cannot be made any more, and why."""
    return Card(words("aim-refused-title"), (Paragraph(why, Tone.WARNING),), words.language)


def leads_no_team(reader: Person, contact: str) -> Card:
    """Someone who leads no team asked for its goals."""
    words = words_for(reader.language)
    text = words("goals-no-team", contact=contact)
    actions = Actions((Action("objectives.tree", words("alignment-own-title")),))
    return Card(words("goals-no-team-title"), (Paragraph(text), actions), words.language)


# --- how it adds up -------------------------------------------------------------------------------------------


def organisation(reader: Person, found: OrganisationAlignment) -> Card:
    """How many objectives and people serve each priority, what nobody serves, and what serves nothing, by team."""
    words = words_for(reader.language)
    adrift = sum(map(len, found.adrift.values()))
    serving = found.objectives - adrift
    parts: list[Part] = [Paragraph(words("alignment-all-serving", serving=serving, count=found.objectives))]
    parts += _served(words, found.counted)
    nobody = unserved(found.counted, AimKind.PRIORITY)
    if nobody:
        parts += [Heading(words("alignment-unserved")), _titles(nobody)]
    goals = unserved(found.counted, AimKind.GOAL)
    if goals:
        parts.append(Heading(words("alignment-goals-unserved")))
        parts.append(Outline(tuple(OutlineItem(a.title, 0, _goal_of(words, a, found.team_names)) for a in goals)))
    if adrift:
        parts.append(Heading(words("alignment-all-adrift")))
        parts.append(Outline(tuple(_by_team(words, found.adrift))))
        parts.append(Paragraph(words("alignment-no-names"), Tone.SUBTLE))
    parts.append(Actions((Action("hr.priorities", words("hr-priorities")),)))
    return Card(words("alignment-report-title"), tuple(parts), words.language)


def _served(words: Words, counted: Iterable[Served]) -> list[Part]:
    rows = tuple(
        (
            f"{BELOW * bool(each.depth)}{each.aim.title}",
            str(each.objectives),
            str(each.people),
            _share(words, each),
        )
        for each in counted
        if each.aim.kind is AimKind.PRIORITY and each.objectives
    )
    header = ("alignment-priority", "alignment-objectives", "alignment-people", "alignment-struggling")
    if not rows:
        return []
    means = Paragraph(words("alignment-slipping-means"), Tone.SUBTLE)
    return [Table(tuple(words(key) for key in header), rows), means]


def _share(words: Words, served: Served) -> str:
    share = formats.percent(100 * served.struggling / served.objectives, words.language)
    return words("alignment-share", count=served.struggling, share=share)


def _titles(aims: Iterable[Aim]) -> Outline:
    return Outline(tuple(OutlineItem(aim.title) for aim in aims))


def _by_team(words: Words, adrift: Mapping[str, Sequence[str]]) -> Iterator[OutlineItem]:
    for team, titles in adrift.items():
        name = team or words("alignment-no-team")
        yield OutlineItem(name, 0, words("alignment-count", count=len(titles)), strong=True)
        yield from (OutlineItem(title, 1) for title in titles[:TITLES_A_TEAM])
        if len(titles) > TITLES_A_TEAM:
            yield OutlineItem(words("alignment-more", count=len(titles) - TITLES_A_TEAM), 1)


def team(reader: Person, found: TeamAlignment) -> Card:
    """The same for a manager's own reports, with whose objectives serve nothing."""
    words = words_for(reader.language)
    adrift = len({objective.id for _, objectives in found.adrift for objective in objectives})
    serving = found.objectives - adrift
    parts: list[Part] = [Paragraph(words("alignment-team-serving", serving=serving, count=found.objectives))]
    parts += _served(words, found.counted)
    if found.goals_unserved:
        parts += [Heading(words("alignment-our-goals-unserved")), _titles(found.goals_unserved)]
    if found.adrift:
        parts.append(Heading(words("alignment-all-adrift")))
        parts.append(Outline(tuple(_by_person(words, found.adrift))))
    nobody = topmost(found.counted, unserved(found.counted, AimKind.PRIORITY))
    if nobody:
        parts += [Heading(words("alignment-not-ours")), _titles(nobody)]
        parts.append(Paragraph(words("alignment-not-ours-fine"), Tone.SUBTLE))
    parts.append(Actions((Action("team.goals", words("aims-our-goals")),)))
    return Card(words("alignment-team-title"), tuple(parts), words.language)


def _by_person(words: Words, adrift: Sequence[tuple[Person, Sequence[Objective]]]) -> Iterator[OutlineItem]:
    for person, objectives in adrift:
        yield OutlineItem(person.name, 0, strong=True)
        yield from (_objective(words, each, 1) for each in objectives)

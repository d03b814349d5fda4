"""The organisation for HR and directors: what is worth attention first, then services, priorities and groups."""

from collections.abc import Collection, Mapping, Sequence

from core.cards import verdicts
from core.cards.asking import SEPARATOR
from core.cards.organisation_attention import attention_parts, obstacle_name
from core.cards.organisation_equality import equality_parts
from core.cards.spans import span_title
from core.chat.card import (
    Action,
    Actions,
    Card,
    Fact,
    Facts,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    Table,
    Tone,
)
from core.model.aim import Aim
from core.model.benchmark import TeamMeasure
from core.model.organisation import (
    MEASURES,
    Measured,
    Met,
    OrganisationView,
    PriorityStanding,
    ServiceStanding,
)
from core.model.service_feedback import Scale
from core.model.span import Span
from core.statistics.xmr import Variation
from core.texts import formats
from core.texts.texts import Words

SERVICES_SHOWN = 30
BUTTONS_SHOWN = 20
"""Slack holds 25 in a block."""
OBSTACLES_SHOWN = 6
NONE = "–"


def overview(words: Words, view: OrganisationView, chart_id: str) -> Card:
    """Everything that the reader sees of the organisation in the stretch."""
    if not view.whole.measures:
        return _nothing(words, view)
    parts = attention_parts(words, view)
    parts += _measures(words, view.whole, chart_id)
    parts += _caveats(words, view)
    parts += _services(words, view)
    parts += _priorities(words, view)
    parts += _obstacles(words, view.obstacles)
    parts += _felt(words, view)
    parts += equality_parts(words, view)
    parts += _buttons(words, view)
    parts.append(Paragraph(words("organisation-how"), Tone.SUBTLE))
    return Card(_title(words, view), tuple(parts), words.language)


def _title(words: Words, view: OrganisationView) -> str:
    return words("organisation-title", name=view.name, span=span_title(words, view.span))


def _nothing(words: Words, view: OrganisationView) -> Card:
    """What to know where there is no figure, and how there will be one."""
    if view.known_since is None:
        said = [words("organisation-none-counting" if view.left else "organisation-none")]
    elif view.weeks:
        said = [words("organisation-silent", weeks=view.weeks)]
    else:
        said = [words("organisation-none-in-span", span=span_title(words, view.span))]
        day = formats.full_date(view.known_since, words.language)
        said.append(
            words("organisation-none-counting") if view.left else words("organisation-none-since", day=day)
        )
    parts: list[Part] = [Paragraph(" ".join(said)), *_priorities(words, view), *_buttons(words, view)]
    return Card(_title(words, view), tuple(parts), words.language)


def _caveats(words: Words, view: OrganisationView) -> list[Part]:
    said = []
    if view.known_since is not None and (view.known_since - view.span.first).days >= 7:
        said.append(words("organisation-begins", day=formats.full_date(view.known_since, words.language)))
    if view.left:
        said.append(words("organisation-counting", left=view.left))
    return [Paragraph(" ".join(said), Tone.SUBTLE)] if said else []


# --- figures ----------------------------------------------------------------------------------------------------


def _measures(words: Words, standing: ServiceStanding, chart_id: str) -> list[Part]:
    """Each measure in a line against its own past, and the picture of the one that says most."""
    facts = [
        Fact(verdicts.name_of(words, measure), verdicts.short_verdict(words, each.series, each.found))
        for measure, each in standing.measures.items()
    ]
    if standing.training is not None and standing.training.required:
        facts.append(Fact(words("organisation-training-held"), _percent(words, standing.training.rates[-1])))
    parts: list[Part] = [Heading(words("organisation-whole" if not standing.id else "benchmarks-all"))]
    parts.append(Facts(tuple(facts)))
    telling = min(standing.measures.values(), key=_urgency)
    chart = verdicts.chart(words, telling.series, telling.found, chart_id)
    if chart is not None:
        parts.append(chart)
        caveats = verdicts.caveats(words, telling.series, telling.found)
        if caveats:
            parts.append(Paragraph(" ".join(caveats), Tone.SUBTLE))
    return parts


def _urgency(each: Measured) -> tuple[int, int]:
    """What gets worse is drawn before what gets better, and either before what is steady."""
    order = (Variation.CONCERN, Variation.IMPROVEMENT, Variation.CHANGE, Variation.COMMON, None)
    preferred = (TeamMeasure.ON_TRACK, *MEASURES)
    return order.index(each.variation), preferred.index(each.series.measure)


def _percent(words: Words, value: float | None) -> str:
    return NONE if value is None else formats.percent(value, words.language)


def _table(words: Words, first: str, standings: Sequence[ServiceStanding], *, trained: bool) -> Table:
    """Groups by name: their figures of the stretch, none of which puts one before another."""
    columns = ["people", "answered", "on-track", "confidence", *(["training-held"] if trained else [])]
    header = (words(first), *(words(f"organisation-{each}") for each in columns))
    rows = []
    for each in standings[:SERVICES_SHOWN]:
        confidence = each.level(TeamMeasure.CONFIDENCE)
        cells = [
            each.name,
            formats.number(each.people, words.language),
            _percent(words, each.level(TeamMeasure.PARTICIPATION)),
            _percent(words, each.level(TeamMeasure.ON_TRACK)),
            NONE if confidence is None else verdicts.value_of(words, confidence, Scale.ONE_TO_FIVE),
        ]
        if trained:
            cells.append(_percent(words, each.training.rates[-1] if each.training else None))
        rows.append(tuple(cells))
    return Table(header, tuple(rows))


def _services(words: Words, view: OrganisationView) -> list[Part]:
    if len(view.services) < 2:
        return [Paragraph(words("organisation-one-service"), Tone.SUBTLE)] if view.services else []
    parts: list[Part] = [Heading(words("organisation-services"))]
    parts.append(_table(words, "organisation-service", view.services, trained=True))
    notes = [words("organisation-services-order")]
    if view.small_services:
        notes.append(words("organisation-services-small", count=view.small_services))
    if len(view.services) > SERVICES_SHOWN:
        notes.append(words("organisation-more", count=len(view.services) - SERVICES_SHOWN))
    parts.append(Paragraph(" ".join(notes), Tone.SUBTLE))
    return parts


def _priorities(words: Words, view: OrganisationView) -> list[Part]:
    parts: list[Part] = [Heading(words("organisation-priorities"))]
    if not view.priorities:
        return [*parts, Paragraph(words("organisation-priorities-none"), Tone.SUBTLE)]
    columns = ("priority-column", "objectives", "moving", "on-track", "standing")
    rows = tuple(
        (
            each.aim.title,
            formats.number(each.objectives, words.language),
            formats.number(each.moving, words.language),
            _percent(words, each.on_track),
            words(f"organisation-support-{each.support.value}"),
        )
        for each in view.priorities
    )
    parts.append(Table(tuple(words(f"organisation-{each}") for each in columns), rows))
    if view.objectives:
        said = words("organisation-serving-nothing", adrift=view.adrift, objectives=view.objectives)
        parts.append(Paragraph(said))
    return parts


def _obstacles(words: Words, obstacles: Sequence[Met]) -> list[Part]:
    parts: list[Part] = [Heading(words("organisation-obstacles"))]
    if not obstacles:
        return [*parts, Paragraph(words("organisation-obstacles-none"), Tone.SUBTLE)]
    header = tuple(words(f"organisation-{each}") for each in ("obstacle", "most", "in-services", "remover"))
    rows = tuple(
        (
            obstacle_name(words, each),
            formats.number(each.worst.people, words.language),
            formats.number(each.worst.services, words.language),
            words(f"organisation-remover-{each.remover.value}"),
        )
        for each in obstacles[:OBSTACLES_SHOWN]
    )
    return [*parts, Table(header, rows), Paragraph(words("organisation-obstacles-how"), Tone.SUBTLE)]


def _felt(words: Words, view: OrganisationView) -> list[Part]:
    if not view.felt:
        return []
    told = next((each for each in view.felt if each.average is not None), None)
    if told is None or told.average is None:
        return [Heading(words("organisation-felt")), Paragraph(words("organisation-felt-few"), Tone.SUBTLE)]
    said = words(
        "organisation-felt-line",
        average=formats.number(round(told.average, 1), words.language),
        day=formats.short_day(told.period, words.language),
        people=told.people or 0,
    )
    return [Heading(words("organisation-felt")), Paragraph(said)]


# --- one service, one priority ----------------------------------------------------------------------------------


def one_service(
    words: Words,
    view: OrganisationView,
    service: ServiceStanding,
    teams: Sequence[ServiceStanding],
    chart_id: str,
) -> Card:
    """A service against its own past, what is in its way, what it serves, and its teams."""
    first = min(service.measures.values(), key=_urgency)
    parts: list[Part] = [Paragraph(verdicts.verdict(words, first.series, first.found))]
    if advice := verdicts.advice(words, first.series, first.found):
        parts.append(Paragraph(advice, Tone.SUBTLE))
    parts += _measures(words, service, chart_id)
    if teams:
        parts += [Heading(words("organisation-teams")), _table(words, "organisation-team", teams, trained=False)]
        parts.append(Paragraph(words("organisation-teams-small"), Tone.SUBTLE))
    parts += _obstacles(words, [each for each in view.obstacles if service.id in each.service_ids])
    serves = [(each.aim, dict(each.by_service).get(service.id, 0)) for each in view.priorities]
    if any(count for _, count in serves):
        parts.append(Heading(words("organisation-priorities")))
        parts.append(_served(words, {aim.title: count for aim, count in serves if count}))
    parts.append(_back(words, view))
    title = words("organisation-title", name=service.name, span=span_title(words, view.span))
    return Card(title, tuple(parts), words.language)


def _served(words: Words, counts: Mapping[str, int]) -> Outline:
    return Outline(
        tuple(OutlineItem(name, 0, words("alignment-count", count=count)) for name, count in counts.items())
    )


def one_priority(words: Words, view: OrganisationView, each: PriorityStanding, names: Mapping[str, str]) -> Card:
    """A priority: how it stands, and which services serve it."""
    parts: list[Part] = []
    if not each.objectives:
        parts.append(Paragraph(words("organisation-priority-none")))
        parts.append(Paragraph(words("organisation-do-orphaned", items=1), Tone.SUBTLE))
    elif each.on_track is None:
        parts.append(Paragraph(words("organisation-priority-few")))
    else:
        share = formats.percent(each.on_track, words.language)
        said = words("organisation-priority-share", share=share, span=span_title(words, view.span))
        parts.append(Paragraph(said))
    facts = (
        ("organisation-standing", words(f"organisation-support-{each.support.value}")),
        ("organisation-objectives", formats.number(each.objectives, words.language)),
        ("organisation-moving", formats.number(each.moving, words.language)),
    )
    parts.append(Facts(tuple(Fact(words(key), value) for key, value in facts)))
    if each.by_service:
        parts.append(Heading(words("organisation-priority-by-service")))
        elsewhere = words("organisation-priority-elsewhere")
        named = sorted((names.get(id_, elsewhere), count) for id_, count in each.by_service)
        parts.append(_served(words, dict(named)))
    parts.append(_back(words, view))
    title = words("organisation-title", name=each.aim.title, span=span_title(words, view.span))
    return Card(title, tuple(parts), words.language)


def _value(view: OrganisationView, id_: str = "") -> str:
    return SEPARATOR.join((id_, view.span.kind.value, view.span.first.isoformat()))


def _back(words: Words, view: OrganisationView) -> Actions:
    return Actions((Action("organisation.show", words("organisation-show-all"), _value(view)),))


def _buttons(words: Words, view: OrganisationView) -> list[Part]:
    closer = {
        "organisation-closer-service": [(each.id, each.name) for each in view.services],
        "organisation-closer-priority": [(each.aim.id, each.aim.title) for each in view.priorities],
    }
    parts: list[Part] = []
    for label, choices in closer.items():
        items = [Action("organisation.show", name, _value(view, id_)) for id_, name in choices[:BUTTONS_SHOWN]]
        if items:
            parts += [Paragraph(words(label), Tone.SUBTLE), Actions(tuple(items))]
    return parts


def unclear(
    words: Words, said: str, services: Collection[tuple[str, str]], aims: Sequence[Aim], span: Span
) -> Card:
    """Nothing is called so; what there is to choose from. `services` are ids and names."""
    tail = (span.kind.value, span.first.isoformat())
    choices = [*services, *((each.id, each.title) for each in aims if each.parent_id is None)]
    actions = [
        Action("organisation.show", name, SEPARATOR.join((id_, *tail))) for id_, name in choices[:BUTTONS_SHOWN]
    ]
    actions.append(Action("organisation.show", words("organisation-show-all"), SEPARATOR.join(("", *tail))))
    parts = (Paragraph(words("organisation-unclear", said=said)), Actions(tuple(actions)))
    return Card(words("organisation-title-plain"), parts, words.language)

"""What a lead sets of the team's summary: when it comes, to whom, and what the channel shows of it."""

import re
from dataclasses import replace
from datetime import datetime

from core.cards import greeting
from core.cards.summary_settings import settings_card
from core.chat.effect import Outcome, reply
from core.model.person import ChannelAddress, Language, Team
from core.model.span import SpanKind
from core.model.summary_settings import DEFAULT_SETTINGS, Section, SummarySettings
from core.schedule.cadence import next_summary_at
from core.services.show_summary import read_sent_to
from core.texts import formats
from core.turn import Turn
from core.understanding.dates import read_moment

_EVERY: tuple[tuple[SpanKind, re.Pattern[str]], ...] = (
    (SpanKind.MONTH, re.compile(r"\b(?:monthly|every month|each month|bob mis|misol)\b", re.IGNORECASE)),
    (SpanKind.WEEK, re.compile(r"\b(?:weekly|every week|each week|bob wythnos|wythnosol)\b", re.IGNORECASE)),
)
_SHOW = re.compile(r"^\s*(?P<verb>show|share|hide|don'?t share|dangos|rhannu|cuddio)\b", re.IGNORECASE)
_HIDING = ("hide", "don't share", "dont share", "cuddio")
_EVERYTHING = frozenset({"all", "everything", "popeth"})
_WELSH = {
    Section.ATTENTION: "sylw",
    Section.PARTICIPATION: "cyfranogiad",
    Section.OBJECTIVES: "amcanion",
    Section.OBSTACLES: "rhwystrau",
    Section.TRAINING: "hyfforddiant",
    Section.SERVICE: "adborth",
    Section.WINS: "llwyddiannau",
    Section.THANKS: "diolchiadau",
    Section.NOTES: "nodiadau",
}
_SECTION_WORDS = {
    **{each.value: each for each in Section},
    **{word: each for each, word in _WELSH.items()},
    "highlights": Section.ATTENTION,
    **dict.fromkeys(("completion", "answers"), Section.PARTICIPATION),
    **dict.fromkeys(("goals", "progress"), Section.OBJECTIVES),
    "blockers": Section.OBSTACLES,
    "courses": Section.TRAINING,
    **dict.fromkeys(("feedback", "gwasanaeth"), Section.SERVICE),
    **dict.fromkeys(("kudos", "recognition"), Section.THANKS),
}


async def set_summary(turn: Turn, team: Team, text: str) -> Outcome:
    """Change one setting and show how all of them are now; nothing typed shows them as they are."""
    settings = (await turn.store.summaries.settings([team.id])).get(team.id, DEFAULT_SETTINGS)
    said = text.strip().replace("’", "'")
    if not said:
        return reply(settings_card(turn.words, team, settings))
    if shown := _SHOW.match(said):
        return await _set_sections(turn, team, settings, shown["verb"].casefold(), said[shown.end() :])
    rest, to = read_sent_to(said)
    if to is not None and not rest.strip():
        return await _keep(turn, team, replace(settings, sent_to=to))
    every = next((kind for kind, words in _EVERY if words.search(said)), None)
    if every is not None:
        changed = replace(settings, every=every)
        await turn.store.summaries.schedule(team.id, next_summary_at(team, turn.now, every))
        return await _keep(turn, team, changed)
    return await _set_time(turn, team, settings, said)


async def _set_sections(turn: Turn, team: Team, settings: SummarySettings, verb: str, text: str) -> Outcome:
    named = [word for word in re.split(r"[\s,]+|\band\b|\ba\b|\bac\b", text.casefold()) if word]
    unknown = [word for word in named if word not in _SECTION_WORDS and word not in _EVERYTHING]
    if unknown or not named:
        words = turn.words
        is_welsh = words.language is Language.CY
        known = formats.both([_WELSH[each] if is_welsh else each.value for each in Section], words.language)
        said = " ".join(unknown)
        return reply(greeting.said(words, "team-set-title", "team-set-unknown-section", said=said, sections=known))
    sections = {_SECTION_WORDS[word] for word in named if word in _SECTION_WORDS}
    if _EVERYTHING & set(named):
        sections = set(Section)
    hidden = settings.hidden | sections if verb in _HIDING else settings.hidden - sections
    return await _keep(turn, team, replace(settings, hidden=frozenset(hidden)))


async def _set_time(turn: Turn, team: Team, settings: SummarySettings, text: str) -> Outcome:
    moment = read_moment(text, turn.now.astimezone(team.zone))
    if moment is None:
        return reply(greeting.said(turn.words, "team-set-title", "team-set-unclear"))
    local = moment.astimezone(team.zone)
    # A day alone moves the day.
    at_time = local.time() if any(character.isdecimal() for character in text) else team.summary_time
    changed = replace(team, summary_weekday=local.isoweekday(), summary_time=at_time)
    await turn.store.people.save_teams([changed])
    next_at = next_summary_at(changed, turn.now, settings.every)
    await turn.store.summaries.schedule(team.id, next_at)
    return reply(greeting.said(turn.words, "team-set-title", "team-set-summary", at=_moment(turn, next_at)))


async def _keep(turn: Turn, team: Team, settings: SummarySettings) -> Outcome:
    await turn.store.summaries.keep_settings(team.id, settings)
    return reply(settings_card(turn.words, team, settings))


def _moment(turn: Turn, instant: datetime) -> str:
    return formats.moment(instant, turn.person)


async def set_channel(turn: Turn, team: Team) -> Outcome:
    """Let the channel in which it is said be the one where the summary goes."""
    origin = turn.origin
    if origin.private and not origin.shared:
        return reply(greeting.said(turn.words, "team-set-title", "team-set-channel-where"))
    channel = ChannelAddress(origin.platform, origin.workspace, origin.conversation)
    await turn.store.people.save_teams([replace(team, channel=channel)])
    return reply(greeting.said(turn.words, "team-set-title", "team-set-channel"))

"""A person's own settings: language, time zone and platform."""

from dataclasses import replace
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process

from core.cards import greeting
from core.cards.platforms import PLATFORM_NAMES
from core.chat.effect import Outcome, reply
from core.model.person import Language
from core.services.choose_platform import platforms_of
from core.services.enrol import enrol_changed
from core.services.go_away import paused_until
from core.services.keep_quiet_hours import keep_quiet_hours
from core.services.organisations import tenant_of_person
from core.services.stand_in import hear_delegate, standing_in_lines
from core.texts import formats
from core.texts.texts import words_for
from core.turn import Turn

_LANGUAGES = {
    "en": Language.EN,
    "english": Language.EN,
    "saesneg": Language.EN,
    "cy": Language.CY,
    "welsh": Language.CY,
    "cymraeg": Language.CY,
}


async def show_settings(turn: Turn) -> Outcome:
    """What is set, and when the next check-in comes."""
    enrolments = await turn.store.checkins.enrolments_of([turn.person.id])
    due = min((each.next_due_at for each in enrolments if each.next_due_at), default=None)
    platforms = await platforms_of(turn.store, turn.person)
    next_at = formats.moment(due, turn.person) if due else ""
    a_week = (await tenant_of_person(turn.store, turn.person)).unasked_a_week
    lines = await standing_in_lines(turn)
    return reply(greeting.settings(turn.person, next_at, platforms, a_week, await paused_until(turn), lines))


async def change_setting(turn: Turn, text: str) -> Outcome:
    """`settings language cymraeg`, `settings zone Europe/Belfast`; anything else shows what there is."""
    setting, _, value = text.partition(" ")
    match setting.casefold():
        case "language" | "iaith":
            return await set_language(turn, value)
        case "zone" | "timezone" | "parth":
            return await _set_zone(turn, value.strip())
        case "platform" | "llwyfan":
            return await set_platform(turn, value)
        case "quiet" | "tawel":
            return await keep_quiet_hours(turn, value)
        case "delegate" | "dirprwy":
            return await hear_delegate(turn, value)
        case _:
            return await show_settings(turn)


async def set_language(turn: Turn, said: str) -> Outcome:
    """Speak to the person in this language from now on."""
    language = _LANGUAGES.get(said.strip().casefold())
    if language is None:
        return reply(greeting.said(turn.words, "settings-title", "settings-language-unknown"))
    await turn.store.people.save([replace(turn.person, language=language)])
    return reply(greeting.said(words_for(language), "settings-title", "settings-language-set"))


async def set_platform(turn: Turn, said: str) -> Outcome:
    """Write to the person on this platform from now on, when nothing else decides; one they are on."""
    platforms = await platforms_of(turn.store, turn.person)
    wanted = said.strip().casefold()
    platform = next((each for each in platforms if wanted in (each.value, PLATFORM_NAMES[each].casefold())), None)
    if platform is None:
        yours = formats.either([PLATFORM_NAMES[each] for each in platforms], turn.words.language)
        return reply(greeting.said(turn.words, "settings-title", "settings-platform-unknown", yours=yours))
    await turn.store.people.save([replace(turn.person, preferred_platform=platform)])
    name = PLATFORM_NAMES[platform]
    return reply(greeting.said(turn.words, "settings-title", "settings-platform-set", platform=name))


async def _set_zone(turn: Turn, said: str) -> Outcome:
    zones = {zone.casefold(): zone for zone in available_timezones()}
    zone = zones.get(said.casefold().replace(" ", "_"))
    if zone is None:
        near = process.extract(said, sorted(zones.values()), scorer=fuzz.WRatio, limit=3)
        nearest = ", ".join(name for name, _score, _index in near)
        return reply(greeting.said(turn.words, "settings-title", "settings-zone-unknown", nearest=nearest))
    person = replace(turn.person, timezone=zone)
    await turn.store.people.save([person])
    await enrol_changed(turn.store, [person], turn.now)
    return await show_settings(replace(turn, person=person))

"""What can be said after the word `team`: what to show of the team, what to set, or one report's name."""

from core import (
    hear_360,
    hear_aims,
    hear_benchmarks,
    hear_compliance,
    hear_one_to_one,
    hear_questions,
    hear_reviews,
)
from core.chat.effect import Outcome
from core.commands import HR_WORDS
from core.services import manage_team, offer_download, pulse, team_skills
from core.services.show_summary import show_summary
from core.turn import Turn
from core.understanding.commands import is_misspelling
from core.understanding.one_to_ones import after_word

TEAM_WORDS = {
    "": "status",
    "status": "status",
    "statws": "status",
    "overdue": "overdue",
    "hwyr": "overdue",
    "summary": "summary",
    "crynodeb": "summary",
    "training": "training",
    "hyfforddiant": "training",
    "set": "set",
    "gosod": "set",
    **dict.fromkeys(HR_WORDS["benchmarks"], "benchmarks"),
    **dict.fromkeys(HR_WORDS["pulse"], "pulse"),
    "skills": "skills",
    "sgiliau": "skills",
    **dict.fromkeys(HR_WORDS["360"], "360"),
    **dict.fromkeys(HR_WORDS["reviews"], "reviews"),
    **dict.fromkeys(HR_WORDS["export"], "export"),
    **dict.fromkeys(hear_aims.GOALS, "goals"),
    **dict.fromkeys(HR_WORDS["questions"], "questions"),
    **dict.fromkeys(HR_WORDS["alignment"], "alignment"),
}
"""What can follow "team" besides a name."""


def team_word(rest: str) -> str | None:
    """What is asked of the team by the words after "team", misspelt or not; None for a name."""
    if after_word(rest) is not None:
        return "one-to-one"
    word = rest.strip().partition(" ")[0].casefold()
    if word in TEAM_WORDS:
        return TEAM_WORDS[word]
    meant = is_misspelling(word, tuple(filter(None, TEAM_WORDS)))
    return TEAM_WORDS[meant] if meant else None


async def hear_team(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """What was said after the word `team`: nothing, what to show or set, or one report's name."""
    if (asked := after_word(rest)) is not None:
        return await hear_one_to_one.hear_with_report(turn, asked, by_menu=by_menu)
    word, _, more = rest.strip().partition(" ")
    is_exact = word.casefold() in TEAM_WORDS
    if not is_exact and (turn.mentions or await manage_team.manages_someone_called(turn, rest)):
        return await manage_team.show_report(turn, rest)
    match team_word(rest):
        case "status":
            return await manage_team.show_status(turn)
        case "overdue":
            return await manage_team.show_overdue(turn)
        case "summary":
            return await show_summary(turn, more)
        case "training":
            return await hear_compliance.show_team_training(turn)
        case "set":
            return await manage_team.set_team(turn, more.strip())
        case "benchmarks":
            return await hear_benchmarks.show_own_team(turn, more.strip())
        case "pulse":
            return await pulse.show_team_pulse(turn)
        case "skills":
            return await team_skills.hear_team_skills(turn, more.strip())
        case "360":
            return await hear_360.hear_team_360(turn, more.strip())
        case "reviews":
            return await hear_reviews.hear_team_review(turn, more.strip())
        case "export":
            return await offer_download.hear_team_export(turn, more.strip())
        case "goals":
            return await hear_aims.hear_goals(turn, more.strip(), by_menu=by_menu)
        case "questions":
            return await hear_questions.hear_team_questions(turn, more.strip(), by_menu=by_menu)
        case "alignment":
            return await hear_aims.show_team_alignment(turn)
        case _:
            return await manage_team.show_report(turn, rest)

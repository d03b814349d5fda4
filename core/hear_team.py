"""What can be said after the word `team`: what to show of the team, what to set, or one report's name."""

from core import hear_360, hear_aims, hear_questions
from core.chat.effect import Outcome
from core.commands import HR_WORDS
from core.services import manage_team, pulse
from core.turn import Turn
from core.understanding.commands import is_misspelling

_TEAM_WORDS = {
    "": "status",
    "status": "status",
    "statws": "status",
    "overdue": "overdue",
    "hwyr": "overdue",
    "summary": "summary",
    "crynodeb": "summary",
    "set": "set",
    "gosod": "set",
    **dict.fromkeys(HR_WORDS["pulse"], "pulse"),
    **dict.fromkeys(HR_WORDS["360"], "360"),
    **dict.fromkeys(hear_aims.GOALS, "goals"),
    **dict.fromkeys(HR_WORDS["questions"], "questions"),
    **dict.fromkeys(HR_WORDS["alignment"], "alignment"),
}
"""What can follow "team" besides a name."""


def team_word(rest: str) -> str | None:
    """What is asked of the team by the words after "team", misspelt or not; None for a name."""
    word = rest.strip().partition(" ")[0].casefold()
    if word in _TEAM_WORDS:
        return _TEAM_WORDS[word]
    meant = is_misspelling(word, tuple(filter(None, _TEAM_WORDS)))
    return _TEAM_WORDS[meant] if meant else None


async def hear_team(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """What was said after the word `team`: nothing, what to show or set, or one report's name."""
    word, _, more = rest.strip().partition(" ")
    is_exact = word.casefold() in _TEAM_WORDS
    if not is_exact and (turn.mentions or await manage_team.manages_someone_called(turn, rest)):
        return await manage_team.show_report(turn, rest)
    match team_word(rest):
        case "status":
            return await manage_team.show_status(turn)
        case "overdue":
            return await manage_team.show_overdue(turn)
        case "summary":
            return await manage_team.show_summary(turn)
        case "set":
            return await manage_team.set_team(turn, more.strip())
        case "pulse":
            return await pulse.show_team_pulse(turn)
        case "360":
            return await hear_360.hear_team_360(turn, more.strip())
        case "goals":
            return await hear_aims.hear_goals(turn, more.strip(), by_menu=by_menu)
        case "questions":
            return await hear_questions.hear_team_questions(turn, more.strip(), by_menu=by_menu)
        case "alignment":
            return await hear_aims.show_team_alignment(turn)
        case _:
            return await manage_team.show_report(turn, rest)

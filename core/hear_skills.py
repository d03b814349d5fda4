"""What is said and tapped about skills: one's own, a team's, an objective's, and what job titles want.

Each that is called asks for permission again.
"""

from collections.abc import Awaitable, Callable

from core.chat.effect import Outcome
from core.flows import objective_skills
from core.flows.flow import Flow
from core.services import own_skills, role_skills, team_skills
from core.turn import Turn

FLOWS: tuple[Flow, ...] = (objective_skills.OBJECTIVE_SKILLS,)

ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "skills.show": lambda turn, _: own_skills.show_skills(turn, turn.person),
    "skill.say": own_skills.say,
    "skills.name": lambda turn, _: own_skills.choose_named(turn, is_named=True),
    "skills.unname": lambda turn, _: own_skills.choose_named(turn, is_named=False),
    "skills.quiet": lambda turn, _: own_skills.choose_quiet(turn),
    "team.skills": lambda turn, _: team_skills.hear_team_skills(turn, ""),
    "skills.report": team_skills.show_report,
    "skill.confirm": team_skills.confirm,
    "objective.skills": objective_skills.start,
    "hr.skills": lambda turn, _: role_skills.hear_role_skills(turn, "", by_menu=True),
    "role_skill.show": role_skills.show_role,
    "role_skill.for": role_skills.keep_for,
    "role_skill.add": role_skills.add_one,
    "role_skill.remove": role_skills.remove_one,
}
"""What each button about these does, by the action's name."""

"""What service users say, for those who may read it: beside an objective's results and beside a team's."""

from datetime import date

from core.model.person import Team
from core.model.service_feedback import SILENCE, ServiceVoice
from core.permissions import Permission, may_read_service_feedback
from core.ports import Store
from core.services.find_objective import Found
from core.turn import Turn

COMMENTS_SHOWN = 3


async def voice_on_objective(turn: Turn, found: Found) -> ServiceVoice:
    """Figures and the newest comments, for its owner and their line manager."""
    if not found.allows(turn.person, Permission.READ_SERVICE_FEEDBACK):
        return SILENCE
    objective_id = found.objective.id
    figures = await turn.store.service_feedback.figures_of_objectives([objective_id], turn.today)
    if objective_id not in figures:
        return SILENCE
    comments = await turn.store.service_feedback.comments_on_objective(objective_id, turn.today, COMMENTS_SHOWN)
    return ServiceVoice(tuple(figures[objective_id]), tuple(comments))


async def figures_of_led_team(turn: Turn, team: Team | None) -> ServiceVoice:
    """Figures without comments, for the team's lead."""
    if team is None or not may_read_service_feedback(turn.person, team):
        return SILENCE
    figures = await turn.store.service_feedback.figures_of_teams([team.id], turn.today)
    return ServiceVoice(tuple(figures.get(team.id, ())))


async def voice_on_led_team(turn: Turn, team: Team | None) -> ServiceVoice:
    """Figures and the newest comments, for the team's lead."""
    if team is None or not may_read_service_feedback(turn.person, team):
        return SILENCE
    return await voice_on_team(turn.store, team, turn.today)


async def voice_on_team(store: Store, team: Team, today: date) -> ServiceVoice:
    """Figures and the newest comments; who reads how much of them is the caller's to see to."""
    figures = await store.service_feedback.figures_of_teams([team.id], today)
    if team.id not in figures:
        return SILENCE
    comments = await store.service_feedback.comments_on_team(team.id, today, COMMENTS_SHOWN)
    return ServiceVoice(tuple(figures[team.id]), tuple(comments))

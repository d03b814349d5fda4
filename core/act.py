"""What tapped buttons do. Every id that comes back is checked again: a payload can be edited on its way."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime

from core import (
    hear_360,
    hear_aims,
    hear_benchmarks,
    hear_broadcasts,
    hear_compliance,
    hear_files,
    hear_hr_training,
    hear_one_to_one,
    hear_organisation,
    hear_people,
    hear_privacy,
    hear_questions,
    hear_reviews,
    hear_skills,
    hear_summary,
    keep_up,
)
from core.cards.asking import SEPARATOR
from core.chat.effect import NOTHING, Outcome
from core.chat.event import ActionChosen
from core.flows import engine
from core.flows.add_objective import ADD_OBJECTIVE
from core.flows.align_objective import ALIGN_OBJECTIVE
from core.flows.controls import Control, Steering
from core.flows.flow import Flow
from core.flows.import_service import hear_service
from core.flows.keep_aims import ADD_AIM, MOVE_AIM, RENAME_AIM
from core.flows.keep_values import hear_values
from core.flows.set_up import ADD_PEOPLE, SET_SCHEDULE, subject_for
from core.hear import FLOWS, hear_command, show_help
from core.services import (
    change_settings,
    follow_actions,
    go_away,
    hear_update,
    import_shared_file,
    keep_share,
    look_after_messages,
    manage_team,
    offer_download,
    propose_objective,
    pulse,
    set_up,
    show_downtime,
    show_home,
    show_wellbeing,
    snooze_check_in,
)
from core.services.show_summary import show_summary
from core.turn import Turn

_Handler = Callable[[Turn, str], Awaitable[Outcome]]


async def act(turn: Turn, event: ActionChosen) -> Outcome:
    """Carry out a button's action; one that is not known (from an old card) does nothing."""
    handler = _HANDLERS.get(event.name)
    return await handler(turn, event.value) if handler else NOTHING


def _flow_of(value: str) -> tuple[Flow | None, str, list[str]]:
    """The flow, subject and rest of `check_in|<id>|...`."""
    name, subject, *rest = [*value.split(SEPARATOR), ""]
    return FLOWS.get(name), subject, rest


async def _form(turn: Turn, value: str) -> Outcome:
    flow, subject, _ = _flow_of(value)
    return await engine.open_form(turn, flow, subject) if flow else NOTHING


async def _chat(turn: Turn, value: str) -> Outcome:
    flow, subject, _ = _flow_of(value)
    return await engine.begin(turn, flow, subject) if flow else NOTHING


async def _answer(turn: Turn, value: str) -> Outcome:
    flow, subject, rest = _flow_of(value)
    if flow is None or len(rest) < 2:
        return NOTHING
    return await engine.choose(turn, flow, subject, rest[0], rest[1])


def _steering(control: Control) -> _Handler:
    async def steer(turn: Turn, value: str) -> Outcome:
        flow, subject, _ = _flow_of(value)
        return await engine.steer(turn, flow, subject, Steering(control)) if flow else NOTHING

    return steer


async def _snooze_to(turn: Turn, value: str) -> Outcome:
    checkin_id, _, at = value.partition(SEPARATOR)
    try:
        moment = datetime.fromisoformat(at).astimezone(UTC)
    except ValueError:
        return NOTHING
    return await snooze_check_in.snooze_to(turn, checkin_id, moment)


async def _end_absence(turn: Turn, value: str) -> Outcome:
    try:
        since = date.fromisoformat(value)
    except ValueError:
        return NOTHING
    return await go_away.come_back(turn, max(since, turn.today))


async def _add_objective(turn: Turn, person_id: str) -> Outcome:
    people = await turn.store.people.by_ids([person_id]) if person_id else {}
    owner = people.get(person_id, turn.person)
    return await engine.open_form(turn, ADD_OBJECTIVE, propose_objective.new_subject(owner))


_HANDLERS: dict[str, _Handler] = {
    "flow.form": _form,
    "flow.chat": _chat,
    "flow.answer": _answer,
    "flow.back": _steering(Control.BACK),
    "flow.skip": _steering(Control.SKIP),
    "flow.keep": _steering(Control.KEEP),
    "flow.later": _steering(Control.LATER),
    "checkin.snooze_to": _snooze_to,
    "away.end": _end_absence,
    "objectives.add": _add_objective,
    **keep_up.ACTIONS,
    **hear_people.ACTIONS,
    **hear_360.ACTIONS,
    **hear_broadcasts.ACTIONS,
    **hear_one_to_one.ACTIONS,
    **hear_hr_training.ACTIONS,
    **hear_files.ACTIONS,
    **hear_questions.ACTIONS,
    **hear_benchmarks.ACTIONS,
    **hear_organisation.ACTIONS,
    **hear_compliance.ACTIONS,
    **hear_skills.ACTIONS,
    **hear_reviews.ACTIONS,
    **hear_privacy.ACTIONS,
    **hear_summary.ACTIONS,
    "objectives.agree": propose_objective.agree,
    "objectives.align": lambda turn, objective_id: engine.open_form(turn, ALIGN_OBJECTIVE, objective_id),
    "objectives.tree": lambda turn, _: hear_aims.show_own_tree(turn),
    "aims.add": lambda turn, subject: hear_aims.open_form(turn, ADD_AIM, subject),
    "aims.rename": lambda turn, subject: hear_aims.open_form(turn, RENAME_AIM, subject),
    "aims.move": lambda turn, subject: hear_aims.open_form(turn, MOVE_AIM, subject),
    "hr.priorities": lambda turn, _: hear_aims.show_priorities(turn),
    "hr.service": lambda turn, _: hear_service(turn, "", by_menu=True),
    "hr.values": lambda turn, _: hear_values(turn, "", by_menu=True),
    "hr.export": lambda turn, _: offer_download.hear_export(turn, "", by_menu=True),
    "hr.import": lambda turn, _: import_shared_file.show_how(turn),
    "export.get": offer_download.take,
    "hr.alignment": lambda turn, _: hear_aims.show_organisation(turn),
    "hr.pulse": lambda turn, _: pulse.show_pulse(turn),
    "pulse.answer": pulse.answer,
    "pulse.set": pulse.tap_set,
    "team.pulse": lambda turn, _: pulse.show_team_pulse(turn),
    "hr.wellbeing": lambda turn, _: show_wellbeing.show_wellbeing(turn),
    "team.goals": lambda turn, _: hear_aims.show_goals(turn),
    "team.alignment": lambda turn, _: hear_aims.show_team_alignment(turn),
    "report.save": hear_update.save,
    "report.status": hear_update.save_with_status,
    "report.about": hear_update.choose,
    "report.which": hear_update.choose_another,
    "report.drop": hear_update.drop,
    "actions.done": follow_actions.mark_done,
    "actions.drop": follow_actions.drop,
    "actions.open": follow_actions.reopen,
    "set_up.show": lambda turn, _: set_up.show(turn),
    "hr.downtime": lambda turn, _: show_downtime.show_downtime(turn),
    "hr.limit": lambda turn, _: keep_share.hear_share(turn, ""),
    "messages.show": look_after_messages.show,
    "messages.again": look_after_messages.send_again,
    "messages.again_all": look_after_messages.send_all_again,
    "messages.dismiss": look_after_messages.dismiss,
    "messages.dismiss_all": look_after_messages.dismiss_all,
    "set_up.people": lambda turn, _: engine.open_form(turn, ADD_PEOPLE, subject_for(turn)),
    "set_up.schedule": lambda turn, _: engine.open_form(turn, SET_SCHEDULE, subject_for(turn)),
    "set_up.try": lambda turn, _: set_up.try_on_me(turn),
    "settings.language": change_settings.set_language,
    "settings.platform": change_settings.set_platform,
    "team.status": lambda turn, _: manage_team.show_status(turn),
    "team.overdue": lambda turn, _: manage_team.show_overdue(turn),
    "team.summary": lambda turn, _: show_summary(turn, ""),
    "team.remind": manage_team.remind,
    "team.remind_all": lambda turn, _: manage_team.remind_all(turn),
    "home.show": show_home.turn_page,
    "help.show": lambda turn, _: show_help(turn),
    "command.run": hear_command,
}

"""All that can be tapped, said after `hr` or filled in asks `core.permissions`, or is on a list that says why not.

What a handler calls is read off the functions themselves, as far as names lead. That is generous, so that what is
found to ask nothing truly asks nothing. Whether the right thing is asked, `test_permission_laws.py` tells.
"""

from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType

import pytest

from core import permissions
from core.act import _HANDLERS
from core.hear import FLOWS
from core.hear_hr import SUBJECTS

ASKING = {
    each
    for each in vars(permissions).values()
    if isinstance(each, FunctionType) and each.__module__ == permissions.__name__
}
CROSSROADS = {"core.flows.engine", "core.hear", "core.act"}
"""From here everything is reached; who gets this far has asked nothing yet."""

OPENS_A_FORM = {
    *("flow.form", "flow.chat", "flow.answer", "flow.back", "flow.skip", "flow.keep", "flow.later"),
    *("objectives.add", "objectives.align", "recognition.to", "objective.evidence", "feedback.to"),
    *("feedback.change", "feedback.ask", "round360.list", "round360.list_here", "remark.reply"),
    *("one_to_one.item", "one_to_one.date", "one_to_one.note", "one_to_one.private", "one_to_one.action"),
    *("questions.add", "questions.change", "questions.try", "set_up.people", "set_up.schedule"),
    *("review.write", "review.write_here", "review.add", "review.add_here", "review.comment"),
}
"""Only opens a flow, whose `load` asks before anything of it is shown or kept."""

ABOUT_ONESELF = {
    "away.end": "ends the speaker's own absence",
    "feedback.not_now": "a request is looked up and must be to the speaker",
    "feedback.reports": "reads what was said to the speaker",
    "training.which": "lists courses",
    "training.drop": "forgets what the speaker said",
    "round360.wanted": "asks the speaker's line manager",
    "round360.not_now": "the speaker's own part in a round, found by both",
    "broadcast.preview": "says a sentence",
    "files.training": "a batch of files is found by the speaker and its id",
    "files.what": "a batch of files is found by the speaker and its id",
    "files.drop": "a batch of files is found by the speaker and its id",
    "skills.name": "what the speaker says of themselves",
    "skills.unname": "what the speaker says of themselves",
    "skills.quiet": "what the speaker says of themselves",
    "review.history": "reviews of the speaker",
    "objectives.tree": "what the speaker's own objectives serve",
    "pulse.answer": "counts the speaker's answer, without a name",
    "report.save": "the speaker's own draft and objectives",
    "report.status": "the speaker's own draft and objectives",
    "report.about": "the speaker's own draft and objectives",
    "report.which": "the speaker's own draft and objectives",
    "report.drop": "the speaker's own draft",
    "settings.language": "the speaker's own settings",
    "settings.platform": "the speaker's own settings",
    "privacy.show": "what is held of the speaker",
    "privacy.seen": "who saw what is held of the speaker",
    "privacy.copy": "the speaker's own data",
    "privacy.correct": "says where the speaker corrects what",
    "privacy.set": "what the speaker stops",
    "privacy.stopped": "what the speaker stopped",
    "help.show": "lists commands",
    "command.run": "hears a command as if it were typed",
    "broadcast.lists": "opens HR's lists through the command that asks",
}
FLOWS_ABOUT_ONESELF = {
    "report_progress": "is about one of the speaker's own active objectives",
    "hand_over_note": "is about the speaker alone",
    "ask_privacy": "is about the speaker alone",
    "answer_360": "is the speaker's own part in a round, found by both",
}


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _codes(each)


def _named_in(function: FunctionType) -> Iterator[object]:
    names = {name for code in _codes(function.__code__) for name in code.co_names}
    for name in names:
        value = function.__globals__.get(name)
        if isinstance(value, ModuleType):
            yield from (getattr(value, each) for each in names if hasattr(value, each))
        else:
            yield value
    yield from (cell.cell_contents for cell in function.__closure__ or ())


def _functions_of(named: object) -> Iterator[FunctionType]:
    if isinstance(named, FunctionType):
        yield named
    elif isinstance(named, type) and named.__module__.startswith("core."):
        for each in vars(named).values():
            method = getattr(each, "fget", each)
            if isinstance(method, FunctionType):
                yield method


def asks(function: Callable[..., object], seen: set[object] | None = None) -> bool:
    """Whether the function, or what it calls, asks for a permission."""
    seen = set() if seen is None else seen
    if function in ASKING:
        return True
    if not isinstance(function, FunctionType) or function in seen or not function.__module__.startswith("core."):
        return False
    if seen and function.__module__ in CROSSROADS:
        return False
    seen.add(function)
    return any(asks(each, seen) for named in _named_in(function) for each in _functions_of(named))


def test_every_button_asks_or_it_is_said_why_it_need_not():
    found = {name for name, handler in _HANDLERS.items() if not asks(handler)}
    assert found == OPENS_A_FORM | ABOUT_ONESELF.keys()


def test_every_word_of_hr_asks():
    assert [word for word, handler in SUBJECTS.items() if not asks(handler)] == []


def test_every_form_asks_before_it_is_shown_or_kept_or_is_about_oneself():
    assert {name for name, flow in FLOWS.items() if not asks(flow.load)} == FLOWS_ABOUT_ONESELF.keys()


@pytest.mark.parametrize("name", ["hr.verify", "team.status", "objective.show"])
def test_what_asks_is_seen_to_ask(name):
    """The net has no hole so large that nothing is ever caught, nor is it closed."""
    if name in _HANDLERS:
        assert asks(_HANDLERS[name])
    assert not asks(_HANDLERS["broadcast.preview"])

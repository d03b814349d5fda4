"""Choosing an audience from lists, for those who would rather not describe it; it goes on to the text."""

from datetime import date

from core.cards.audiences import described
from core.chat.card import Option, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows import engine
from core.flows.about_objective import putting_aside, value_of
from core.flows.broadcast import BROADCAST, READS, subject_for
from core.flows.broadcast_inputs import AudienceWords
from core.flows.flow import Answers, Flow, Progression, Scope, Step
from core.flows.inputs import FreeText, NotUnderstood, choice_of
from core.flows.one_of import OneOf
from core.model.audience import Audience, Filter, Known, Trait
from core.model.conversation import Conversation, Given
from core.model.person import Employment
from core.permissions import Right, holds
from core.turn import Turn
from core.understanding.audiences import Unread, read_audience

MOST = 100
"""Choices in one list; Slack takes no more. Organisations with more say in words whom they mean."""

_STANDINGS = (("lacks", 0), ("overdue", 0), ("30", 30), ("90", 90))
_STANDING = choice_of(
    tuple((value, f"broadcast-audience-{value}") for value, _ in _STANDINGS), "broadcast-audience-unclear"
)


class _StartedSince(FreeText):
    """A day, or "in the last 30 days"; kept as the ISO date it is."""

    def read(self, text: str, today: date) -> str:
        """The day; raises `NotUnderstood`."""
        nobody = Known({}, {})
        for said in (f"started since {text}", f"started {text}", f"a ddechreuodd {text}"):
            try:
                found = read_audience(said, nobody, today).filters
            except Unread:
                continue
            if len(found) == 1 and found[0].trait is Trait.STARTED_FROM:
                return found[0].value
        raise NotUnderstood("broadcast-audience-started-unclear")


async def _load(turn: Turn, subject: str) -> Scope | None:
    if not holds(turn.person, Right.BROADCAST):
        return None
    words = turn.words
    known = await turn.store.broadcasts.known(turn.person.tenant_id)
    lists = {
        "course": [Option(id_, title) for id_, title in known.courses.items()],
        "team": [Option(id_, name) for id_, name in known.teams.items()],
        "role": [Option(role, role) for role in known.roles],
        "site": [Option(site, site) for site in known.sites],
        "employment": [Option(each, words(f"why-{each}")) for each in Employment],
    }
    offered = {name: options for name, options in lists.items() if 0 < len(options) <= MOST}
    return Scope(
        words("broadcast-audience-card"),
        (Paragraph(words("broadcast-audience-intro"), Tone.SUBTLE),),
        accepts={name: OneOf(tuple(options), "broadcast-audience-unclear") for name, options in offered.items()},
        background=known,
        without=frozenset(lists.keys() - offered.keys()) | ({"standing"} if "course" not in offered else set()),
    )


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished or not isinstance(progression.scope.background, Known):
        return NOTHING
    audience = _audience(progression.answers, progression.scope.background)
    text = described(turn.words, audience)
    subject = subject_for(turn)
    given = {"audience": Given(text, AudienceWords(progression.scope.background).read(text, turn.today))}
    begun = Conversation(turn.person.id, BROADCAST.name, subject, answers=given, active=False)
    await turn.store.conversations.save(begun)
    start = engine.open_form if progression.by_form else engine.begin
    return await start(turn, BROADCAST, subject)


def _audience(answers: Answers, known: Known) -> Audience:
    chosen: list[Filter] = []
    if course := value_of(answers, "course"):
        standing = value_of(answers, "standing") or "lacks"
        days = dict(_STANDINGS)[standing]
        trait = Trait.EXPIRES if days else Trait(standing)
        chosen.append(Filter(trait, course, known.courses[course], days))
    for step, trait in (
        ("team", Trait.TEAM),
        ("role", Trait.ROLE),
        ("site", Trait.SITE),
        ("employment", Trait.EMPLOYMENT),
        ("started", Trait.STARTED_FROM),
    ):
        if value := value_of(answers, step):
            chosen.append(Filter(trait, value, known.teams[value] if trait is Trait.TEAM else ""))
    return Audience(tuple((each,) for each in chosen))


BROADCAST_AUDIENCE: Flow = Flow(
    "broadcast_audience",
    (
        Step("course", None, READS),
        Step("standing", _STANDING, READS, when=lambda values: bool(values.get("course"))),
        Step("team", None, READS),
        Step("role", None, READS),
        Step("site", None, READS),
        Step("employment", None, READS),
        Step("started", _StartedSince(multiline=False), READS),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: BROADCAST_AUDIENCE),
)

"""The command table: the words people can type, with the help each one shows.

Slack's and Teams' manifests list the same words; tests hold them equal to this table. A command's one-line help is
the text `command-<word>`, its examples `command-<word>-examples`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `also` are other words for it, in English and Welsh. `listed` commands appear in menus, of which Teams
    shows no more than ten; `core.cards.help` explains them. `slack_short` ones have a slash command of their own
    in Slack (`/feedback` and `/status` are Slack's own).
    With `followed_by` a longer text is the command only where one of these words comes next: "HR have approved the
    post" is an update and no command.
    An `alone` one is the whole message or nothing: "here is my report" brings nobody back from leave.
    """

    word: str
    also: tuple[str, ...] = ()
    listed: bool = True
    slack_short: bool = False
    followed_by: tuple[str, ...] = ()
    alone: bool = False


MENTION = "@"
"""Among the words that follow a command: anyone's mention."""

SKILL_WORDS = ("add", "set", "remove", "delete", "forget", "ychwanegu", "gosod", "dileu", "tynnu")
"""What is done to one's own skills."""

CHECKIN = Command("checkin", also=("check-in", "gwirio", "mewngofnod"), slack_short=True)
OBJECTIVES = Command("objectives", also=("objective", "goals", "amcanion", "amcan"), slack_short=True)
ACTIONS = Command("actions", also=("action", "camau", "camau gweithredu"))
KUDOS = Command("kudos", also=("canmol",), slack_short=True)
FEEDBACK = Command("feedback", also=("adborth",))
TRAINING = Command("training", also=("hyfforddiant",), slack_short=True)
SKILLS = Command("my skills", also=("fy sgiliau",), listed=False, followed_by=SKILL_WORDS)
"""One's own skills; "my skills have improved" is an update and no command."""
LEARN = Command("learn", also=("dysgu",), listed=False)
TEAM = Command("team", also=("tîm", "tim"), slack_short=True)
ONE_TO_ONE = Command(
    "one-to-one",
    also=("my one-to-one", "one to one", "my one to one", "un-i-un", "fy un-i-un"),
    listed=False,
    followed_by=(
        *("with", "on", "next", "tomorrow", "every", "date", "history", "done", "cancel"),
        *("monday", "tuesday", "wednesday", "thursday", "friday"),
        *("gyda", "efo", "ar", "ddydd", "dydd", "yfory", "bob", "dyddiad", "hanes", "wedi", "canslo"),
    ),
)
AGENDA = Command("agenda", listed=False, followed_by=("add", "ychwanegu"))
REVIEW = Command(
    "review",
    also=("my review", "reviews", "adolygiad", "fy adolygiad"),
    listed=False,
    followed_by=(
        *(
            "annual",
            "yearly",
            "mid-year",
            "midyear",
            "half-year",
            "probation",
            "contract",
            "move",
            "history",
            "by",
        ),
        *("blynyddol", "canol-blwyddyn", "prawf", "symud", "hanes", "erbyn", MENTION),
    ),
)
"""One's own review, or a report's who is mentioned; "review the rota" is an update and no command."""
AWAY = Command("away", also=("ooo", "i ffwrdd"))
PAUSE = Command(
    "pause",
    also=("saib",),
    listed=False,
    followed_by=("until", "till", "til", "for", "from", "this", "next", "tan", "hyd", "am", "o", "yr", "wythnos"),
)
"""Nothing unasked for a while; "pause objective 2" is about the objective."""
BACK_AGAIN = Command(
    "here", also=("i'm back", "im back", "yn ôl", "resume", "ailddechrau"), listed=False, alone=True
)
EXPORT_WORDS = (
    *(
        "my",
        "people",
        "objectives",
        "check-ins",
        "progress",
        "missed",
        "actions",
        "agreed",
        "thanks",
        "recognition",
    ),
    *("recognition", "feedback", "service", "training", "compliance", "csv", "xlsx", "parquet", "excel"),
    *("fy", "pobl", "amcanion", "gwirio", "cynnydd", "targedau", "camau", "diolchiadau", "adborth", "sylwadau"),
    *("hyfforddiant", "cydymffurfiaeth"),
)
"""What can be said after “export”; "export of the ledger is done" is an update and no command."""
EXPORT = Command("export", also=("my data", "allforio", "fy nata"), listed=False, followed_by=EXPORT_WORDS)
"""What is one's own, as files."""
PRIVACY = Command(
    "privacy",
    also=(
        *(
            "my privacy",
            "preifatrwydd",
            "fy mhreifatrwydd",
            "subject access request",
            "cais gwrthrych am wybodaeth",
        ),
        *("what do you hold on me", "what do you hold on me?", "what do you hold about me"),
        *("what do you hold about me?", "beth ydych chi’n ei gadw amdanaf?", "beth ydych chi'n ei gadw amdanaf?"),
    ),
    listed=False,
    followed_by=(
        *(
            "download",
            "copy",
            "export",
            "who",
            "seen",
            "log",
            "correct",
            "correction",
            "wrong",
            "object",
            "objection",
        ),
        *("stop", "resume", "all", "everything", "docx", "pdf", "json"),
        *(
            "lawrlwytho",
            "copi",
            "allforio",
            "pwy",
            "gwelwyd",
            "cywiro",
            "cywiriad",
            "gwrthwynebu",
            "gwrthwynebiad",
        ),
        *("stopio", "ailddechrau", "popeth"),
    ),
)
"""What is held about oneself; "privacy screens went up in ward 3" is an update and no command."""
SETTINGS = Command("settings", also=("setting", "gosodiadau"))
WHY = Command("why", also=("why?", "pam", "pam?"), listed=False, alone=True)
"""Why the last summary led with what it led with."""
WHO = Command("who", also=("who?", "pwy", "pwy?"), listed=False, alone=True)
COMPARE = Command(
    "compare",
    also=("cymharu", "cymhara"),
    listed=False,
    followed_by=("with", "to", "against", "last", "this", "it", "â", "gyda", "efo", "â'r", "â’r", "a'r", "a’r"),
)
"""The last summary beside an earlier one."""
ASKED_BACK = (WHY, WHO, COMPARE)
"""What is asked about a summary; where a question waits for words they may be its answer."""
HR_WORDS: Mapping[str, tuple[str, ...]] = {
    "priorities": ("priorities", "priority", "blaenoriaethau", "blaenoriaeth"),
    "organisation": ("organisation", "organization", "overview", "sefydliad", "trosolwg"),
    "alignment": ("alignment", "align", "aliniad"),
    "broadcast": ("broadcast", "darlledu"),
    "broadcasts": ("broadcasts", "darllediadau"),
    "pulse": ("pulse", "curiad"),
    "questions": ("questions", "question", "cwestiynau", "cwestiwn"),
    "wellbeing": ("wellbeing", "well-being", "lles", "llesiant"),
    "values": ("values", "value", "gwerthoedd", "gwerth"),
    "courses": ("courses", "course", "cyrsiau", "cwrs"),
    "completed": ("completed", "cwblhaodd", "cwblhawyd"),
    "compliance": ("compliance", "cydymffurfiaeth"),
    "benchmarks": ("benchmarks", "benchmark", "meincnodau", "meincnod"),
    "skills": ("skills", "skill", "sgiliau", "sgil", "sgìl"),
    "verify": ("verify", "dilysu"),
    "reviews": ("reviews", "review", "adolygiadau", "adolygiad"),
    "service": ("service", "service-feedback", "gwasanaeth", "gwasanaethau"),
    "import": ("import", "mewnforio"),
    "360": ("360", "360s"),
    "export": ("export", "allforio"),
    "downtime": ("downtime", "outage", "toriad"),
    "messages": ("messages", "negeseuon"),
    "privacy": ("privacy", "preifatrwydd"),
    "limit": ("limit", "terfyn"),
    "setup": ("setup", "set-up", "gosod"),
}
"""The words for each subject that can follow `hr`; `core.hear_hr` says what hears it."""

HR = Command("hr", also=("adnoddau dynol",), followed_by=tuple(chain.from_iterable(HR_WORDS.values())))
"""For HR and administrators only."""
HELP = Command("help", also=("cymorth", "help me", "?", "hi", "hello", "helo", "start"))

COMMANDS: tuple[Command, ...] = (
    CHECKIN,
    OBJECTIVES,
    ACTIONS,
    KUDOS,
    FEEDBACK,
    TRAINING,
    SKILLS,
    LEARN,
    TEAM,
    ONE_TO_ONE,
    AGENDA,
    REVIEW,
    AWAY,
    PAUSE,
    BACK_AGAIN,
    EXPORT,
    PRIVACY,
    SETTINGS,
    WHY,
    WHO,
    COMPARE,
    HR,
    HELP,
)

SHORTCUTS = {"start_check_in": CHECKIN.word, "give_feedback": FEEDBACK.word}
"""The command that each global shortcut stands for, by the shortcut's name; in Slack its `callback_id`."""

SLACK_SHORT_FORMS: tuple[str, ...] = tuple(command.word for command in COMMANDS if command.slack_short)


def find_command(text: str) -> tuple[Command, str] | None:
    """The command that `text` starts with and the rest after its word; None when it starts with none.

    A leading slash is allowed, capital letters make no difference.
    """
    said = text.strip().removeprefix("/").strip()
    lowered = said.casefold()
    for command in COMMANDS:
        for word in sorted((command.word, *command.also), key=len, reverse=True):
            if lowered == word or (command.alone and lowered.strip(" .!") == word):
                return command, ""
            if lowered.startswith(word + " ") and not command.alone:
                rest = said[len(word) :].strip()
                if not command.followed_by or _follows(rest.split()[0].casefold(), command.followed_by):
                    return command, rest
    return None


def _follows(word: str, followed_by: tuple[str, ...]) -> bool:
    return word in followed_by or (MENTION in followed_by and word.startswith(MENTION))


def known_words() -> tuple[str, ...]:
    """Every word a command can be called by, for suggestions."""
    return tuple(word for command in COMMANDS for word in (command.word, *command.also))

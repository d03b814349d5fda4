"""Cards: what Milepost says, free of any platform's markup.

All text is plain: a renderer escapes it and splits or pages what is over its platform's limits. The plain-text
form of a card, for notifications, screen readers and typed-only conversation, is in `core.chat.plain`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from core.model.objective import Status


class Tone(StrEnum):
    """How a text is meant to be seen."""

    NORMAL = "normal"
    SUBTLE = "subtle"
    QUOTE = "quote"
    """Words a person wrote."""
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a card."""

    text: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; line breaks are kept."""

    text: str
    tone: Tone = Tone.NORMAL
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values, one below the other."""

    items: tuple[Fact, ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True)
class ProgressBar:
    """How far something is: `percent` drawn from 0 to 100 (None: no bar), `caption` the same in words."""

    label: str
    percent: float | None
    caption: str
    status: Status | None = None
    status_label: str = ""
    """The status in the reader's language, so that colour never carries it alone."""
    kind: Literal["progress"] = "progress"


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A line of an outline: what it says, how deep it lies (0 at the top), and what is known of it beside that."""

    text: str
    depth: int = 0
    note: str = ""
    strong: bool = False
    percent: float | None = None
    """How far it is, drawn from 0 to 100; None: no bar."""
    status: Status | None = None
    status_label: str = ""
    """The status in the reader's language, so that colour never carries it alone."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A tree in reading order: each item lies under the last one before it that is less deep."""

    items: tuple[OutlineItem, ...]
    kind: Literal["outline"] = "outline"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; the first column names the row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Series:
    """A named line or set of bars; None where there is no value."""

    name: str
    values: tuple[float | None, ...]


class Mark(StrEnum):
    """What a point of an XmR chart is."""

    USUAL = "usual"
    BETTER = "better"
    WORSE = "worse"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Control:
    """What makes a chart of one series an XmR chart; each label is the whole of what is written beside its line.

    `mean`, `limits` (lower, upper) and `target` are in the chart's unit, `marks` one for each of its labels, and
    `scale` the lowest and highest value that can be. `mark_labels` name the marks that are there.
    """

    mean: float
    mean_label: str
    limits: tuple[float, float]
    limits_label: str
    marks: tuple[Mark, ...]
    mark_labels: tuple[tuple[Mark, str], ...]
    scale: tuple[float, float]
    target: float | None = None
    target_label: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture to be drawn when the card is sent; `alt` says its message to whoever does not see it.

    `id` is unguessable and names the drawn picture. Values are percentages unless `unit` says otherwise.
    """

    id: str
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    unit: str = "%"
    control: Control | None = None
    """The lines of an XmR chart, for a chart of one series."""
    kind: Literal["chart"] = "chart"

    @property
    def caption(self) -> str:
        """What is written where the picture is not: its message, after its title unless that begins it."""
        return self.alt if self.alt.startswith(self.title) else f"{self.title}: {self.alt}"


@dataclass(frozen=True, slots=True)
class Link:
    """An address to open in a browser, shown by its label; none of anyone's own making.

    Raises `ValueError` for one that is neither http nor https.
    """

    label: str
    address: str
    kind: Literal["link"] = "link"

    def __post_init__(self) -> None:
        # A browser would run what stands behind `javascript:`.
        if self.address and not self.address.startswith(("https://", "http://")):
            raise ValueError("a link leads to a web address, or nowhere")


@dataclass(frozen=True, slots=True)
class Divider:
    """A line between parts."""

    kind: Literal["divider"] = "divider"


@dataclass(frozen=True, slots=True)
class TextInput:
    """A field for typed text, numbers included: a person may type "about 62 %" and the core reads it."""

    key: str
    label: str
    hint: str = ""
    placeholder: str = ""
    value: str = ""
    multiline: bool = False
    required: bool = False
    max_length: int = 3000
    error: str = ""
    kind: Literal["text_input"] = "text_input"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value that comes back and the label that is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ChoiceInput:
    """One choice of a few; `compact` asks for a drop-down instead of buttons in a row.

    With a `source` ("people", "objectives") there may be any number: they are looked up by what is typed
    (`OptionsAsked`), and `options` hold only what is chosen now.
    """

    key: str
    label: str
    options: tuple[Option, ...]
    hint: str = ""
    value: str = ""
    required: bool = False
    compact: bool = False
    error: str = ""
    source: str = ""
    kind: Literal["choice_input"] = "choice_input"


@dataclass(frozen=True, slots=True)
class DateInput:
    """A date; `value` and what comes back are ISO dates."""

    key: str
    label: str
    hint: str = ""
    value: str = ""
    required: bool = False
    error: str = ""
    kind: Literal["date_input"] = "date_input"


class ActionStyle(StrEnum):
    """How much an action stands out."""

    DEFAULT = "default"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Action:
    """A button. `name` says what it does (`checkin.open_form`), `value` on which thing; both come back."""

    name: str
    label: str
    value: str = ""
    style: ActionStyle = ActionStyle.DEFAULT


@dataclass(frozen=True, slots=True)
class Actions:
    """Buttons in a row."""

    items: tuple[Action, ...]
    kind: Literal["actions"] = "actions"


Input = TextInput | ChoiceInput | DateInput
Part = Annotated[
    Heading
    | Paragraph
    | Facts
    | ProgressBar
    | Outline
    | Table
    | Chart
    | Link
    | Divider
    | TextInput
    | ChoiceInput
    | DateInput
    | Actions,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, slots=True)
class Card:
    """A message: a title and its parts, in reading order.

    `suggestions` are words that someone may type next; a platform that can offers them above the box to type in.
    """

    title: str
    parts: tuple[Part, ...] = ()
    language: str = "en"
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in at one go; what is submitted comes back as `FormSubmitted` with the same `name`.

    `name` says which form (`check_in`), `subject` about which thing. `parts` hold the inputs in order.
    With `saves_drafts` a platform that can sends each change at once, so that a closed window loses nothing.
    """

    name: str
    subject: str
    title: str
    parts: tuple[Part, ...]
    submit_label: str
    cancel_label: str
    saves_drafts: bool = False
    language: str = "en"


CARD_JSON: TypeAdapter[Card] = TypeAdapter(Card)
"""Cards to and from JSON, for the outbox."""

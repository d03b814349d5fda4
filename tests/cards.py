"""Strategies for cards and forms with whatever people and imports put into them, for every adapter's tests."""

from hypothesis import strategies as st

from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Chart,
    ChoiceInput,
    DateInput,
    Divider,
    Fact,
    Facts,
    Form,
    Heading,
    Link,
    Option,
    Outline,
    OutlineItem,
    Paragraph,
    ProgressBar,
    Series,
    Table,
    TextInput,
    Tone,
)
from core.model.objective import Status

NASTY = st.sampled_from(
    [
        "<!channel>",
        "<@U1|x>",
        "&lt;",
        "<https://x.example|y>",
        "*_~`",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "👩‍👩‍👧",
        "شكرا",
        "a\u0301",
        "\u202e",
        "\x00",
        "\ud83d",
        "\n",
        " ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(NASTY, max_size=6).map("".join),
    st.tuples(NASTY, st.integers(1, 4_000)).map(lambda pair: pair[0] * pair[1]),
)
SHORT = st.one_of(st.text(max_size=40), NASTY)
KEYS = st.text("abcdef@-0123456789~", min_size=1, max_size=300)
IDS = st.text("abcdef.:|-0123456789", max_size=100)
OPTIONS = st.lists(
    st.builds(Option, st.text("abc0123456789", min_size=1, max_size=150), TEXTS), min_size=1, max_size=8
)
TEXT_INPUTS = st.builds(
    TextInput,
    key=KEYS,
    label=TEXTS,
    hint=TEXTS,
    placeholder=TEXTS,
    value=TEXTS,
    multiline=st.booleans(),
    required=st.booleans(),
    max_length=st.sampled_from([1, 200, 3_000, 5_000]),
    error=TEXTS,
)
CHOICES = st.builds(
    lambda options, times, **rest: ChoiceInput(options=(options * times)[:350], **rest),
    options=OPTIONS.map(tuple),
    times=st.sampled_from([1, 1, 1, 50]),
    key=KEYS,
    label=TEXTS,
    hint=TEXTS,
    value=st.text("abc0123456789", max_size=2),
    required=st.booleans(),
    compact=st.booleans(),
    error=TEXTS,
    source=st.sampled_from(["", "", "people"]),
)
DATES = st.builds(
    DateInput, KEYS, TEXTS, TEXTS, st.sampled_from(["", "2026-11-23", "20261123", "soon", "2026-02-30"])
)
INPUTS = st.one_of(TEXT_INPUTS, CHOICES, DATES)
TABLES = st.integers(1, 5).flatmap(
    lambda columns: st.builds(
        Table,
        st.tuples(*[SHORT] * columns),
        st.lists(st.tuples(*[TEXTS] * columns), max_size=30).map(tuple),
    )
)
OUTLINES = st.builds(
    Outline,
    st.lists(
        st.builds(
            OutlineItem,
            TEXTS,
            st.integers(0, 12),
            TEXTS,
            st.booleans(),
            st.one_of(st.none(), st.floats()),
            st.one_of(st.none(), st.sampled_from(Status)),
            SHORT,
        ),
        max_size=40,
    ).map(tuple),
)
ACTIONS = st.builds(
    Actions,
    st.lists(st.builds(Action, IDS, TEXTS, st.text(max_size=100), st.sampled_from(ActionStyle)), max_size=60).map(
        tuple
    ),
)
ADDRESSES = st.sampled_from(["", "https://council.example/download/abc", "https://a.example/?q=" + "x" * 900])
PARTS = st.one_of(
    st.builds(Heading, TEXTS),
    st.builds(Paragraph, TEXTS, st.sampled_from(Tone)),
    st.builds(Facts, st.lists(st.builds(Fact, TEXTS, TEXTS), max_size=15).map(tuple)),
    st.builds(
        ProgressBar,
        TEXTS,
        st.one_of(st.none(), st.floats()),
        TEXTS,
        st.one_of(st.none(), st.sampled_from(Status)),
        SHORT,
    ),
    TABLES,
    OUTLINES,
    st.builds(Chart, IDS, TEXTS, st.just(("Mon",)), st.just((Series("Team", (1.0,)),)), TEXTS),
    st.builds(Link, TEXTS, ADDRESSES),
    st.just(Divider()),
    ACTIONS,
)
LANGUAGES = st.sampled_from(["en", "cy"])
CARDS = st.builds(Card, TEXTS, st.lists(PARTS, max_size=70).map(tuple), LANGUAGES)
FORMS = st.builds(
    Form,
    name=IDS,
    subject=st.text(max_size=100),
    title=TEXTS,
    parts=st.lists(
        st.one_of(PARTS, INPUTS), max_size=40, unique_by=lambda part: getattr(part, "key", id(part))
    ).map(tuple),
    submit_label=TEXTS,
    cancel_label=TEXTS,
    saves_drafts=st.booleans(),
    language=LANGUAGES,
)

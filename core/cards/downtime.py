"""What becomes of what fell due while Milepost was down, in a sentence for each kind of work."""

from datetime import timedelta

from core.chat.card import Card, Paragraph, Tone
from core.model.catch_up import CATCH_UP, CatchUp, Kind
from core.model.person import Person
from core.texts.texts import Words, words_for

_MINUTE = timedelta(minutes=1)


def after_downtime(reader: Person) -> Card:
    """Every rule, for whoever looks after Milepost."""
    words = words_for(reader.language)
    rules = (Paragraph(in_words(words, kind, rule)) for kind, rule in CATCH_UP.items())
    return Card(words("downtime-title"), (Paragraph(words("downtime-intro"), Tone.SUBTLE), *rules), words.language)


def in_words(words: Words, kind: Kind, rule: CatchUp) -> str:
    """One rule as a sentence, with the rule's own figures."""
    return words(
        f"catch-up-{kind.value.replace(' ', '-')}",
        percent=round(rule.share * 100),
        minutes=rule.least_left // _MINUTE,
        days=rule.useful_for.days if rule.useful_for else 0,
    )

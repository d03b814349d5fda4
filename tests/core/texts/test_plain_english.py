"""What Milepost says is easy to read: by GOV.UK's advice, for a reading age of nine, in short sentences.

The reading age is the Automated Readability Index (Senter and Smith, 1967: a school year, from letters a word and
words a sentence) and five years, as the Hemingway editor has it, which GOV.UK's writers use. A formula of
three lines and no library: those there are look words up in a dictionary that they fetch when first asked.
GOV.UK: "Writing for GOV.UK" (reading age of nine), "Content design: sentences of at most 25 words".
"""

import re
from pathlib import Path

import pytest

from core.model.person import Language
from tests.catalogue import catalogues, every_text, messages, ways

OF_A_CATALOGUE = 10.0
"""Years, of all the texts of a file that are sentences."""

OF_A_TEXT = 14.0
"""Years, of one text of `LONG` words or more: of so few, "organisation" alone adds years."""

LONG = 15
LONGEST_SENTENCE = 25

NAMES = {
    "greeting": {"command-settings-examples"},
    "files": {"import-columns-people", "import-columns-courses"},
    "hr": {"command-hr-organisation-examples"},
    "service": {"service-import-intro"},
    "imports": {"import-fix-bad-period"},
    # What the Equality Act calls its subjects: readers in HR look for these words and no others.
    "organisation": {"organisation-equality-what"},
}
"""Names of columns or commands, or what a law calls things, one after another: no sentences to shorten."""

HARD_WORDS = (
    *("advancing", "amongst", "at this moment in time", "collaborate", "combating", "commence"),
    *("commit to", "countering", "deploying", "dialogue", "disincentivise", "empower", "endeavour"),
    *("facilitate", "fostering", "going forward", "impacting", "in order to", "incentivise"),
    *("initiate", "key to", "leverage", "liaise", "modify", "prior to", "progressing", "promoting"),
    *("purchase", "robust", "slimming down", "streamline", "strengthening", "tackling"),
    *("transforming", "utilise", "whilst", "with regard to"),
)
"""GOV.UK's "Words to avoid", and plain ones that are longer than they need be."""


def words_of(text: str) -> list[str]:
    """Its words; what stands in quotation marks, such as a command to type, is read, and counts, as one."""
    return re.findall(r"[\w’'/@.-]*\w", re.sub("“[^”]*”", "that", text))


def sentences_of(text: str) -> list[str]:
    told = re.sub("“[^”]*”", "that", text)
    return [each for each in re.split(r"(?<=[.!?])[)]?\s+|\n+", told) if words_of(each)]


def reading_age(text: str) -> float:
    """Years; of a text with a word in it."""
    words = words_of(text)
    letters = sum(len(re.sub(r"\W", "", word)) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences_of(text)) - 21.43 + 5


def test_the_formula_is_that_of_its_authors():
    # 9 letters in 3 words of one sentence: 4.71 * 3 + 0.5 * 3 - 21.43, a grade below nought.
    assert reading_age("The cat sat.") == pytest.approx(4.71 * 3 + 0.5 * 3 - 21.43 + 5)
    hard = "Notwithstanding organisational considerations, administrators reconfigure notifications."
    assert reading_age(hard) > 20 > reading_age("You can ask me to stop. I will not ask again.")


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)
def test_a_catalogue_is_read_by_someone_of_ten(path: Path):
    sentences = [
        max(ways(message), key=len).rstrip(".!?") + "."
        for key, message in messages(Language.EN, path.stem).items()
        if key not in NAMES.get(path.stem, set())
    ]
    told = " ".join(each for each in sentences if len(words_of(each)) >= 6)
    assert not told or reading_age(told) <= OF_A_CATALOGUE


def test_no_long_text_is_hard_to_read():
    hard = {
        key: (round(age, 1), text)
        for catalogue, key, texts in every_text(Language.EN)
        if key not in NAMES.get(catalogue, set())
        for text in texts
        if len(words_of(text)) >= LONG and (age := reading_age(text)) > OF_A_TEXT
    }
    assert hard == {}


def test_no_sentence_is_long():
    long = {
        key: (count, sentence)
        for catalogue, key, texts in every_text(Language.EN)
        if key not in NAMES.get(catalogue, set())
        for text in texts
        for sentence in sentences_of(text)
        if (count := len(words_of(sentence))) > LONGEST_SENTENCE
    }
    assert long == {}


def test_no_word_is_used_that_a_plainer_one_would_do_for():
    pattern = re.compile(rf"\b({'|'.join(HARD_WORDS)})\b", re.IGNORECASE)
    found = {
        key: pattern.findall(text)
        for _, key, texts in every_text(Language.EN)
        for text in texts
        if pattern.search(text)
    }
    assert found == {}


def test_every_exception_is_a_text_that_there_is():
    gone = [
        key for catalogue, keys in NAMES.items() for key in keys if key not in messages(Language.EN, catalogue)
    ]
    assert gone == []

"""Lists in a sentence."""

import pytest

from core.model.person import Language
from core.texts import formats


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Marcus Bell"], "Marcus Bell"),
        (["Slack", "Teams"], "Slack a Teams"),
        (["Beth Langley", "Amira Hassan"], "Beth Langley ac Amira Hassan"),
        (["Amira", "Marcus", "Owen"], "Amira, Marcus, ac Owen"),
        (["Amira", "Marcus", "Beth"], "Amira, Marcus, a Beth"),
    ],
)
def test_welsh_has_two_words_for_and(names, said):
    assert formats.both(names, Language.CY) == said

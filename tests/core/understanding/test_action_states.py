"""What became of an agreed action, in the words people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.action_states import read_action_state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("done", "done"),
        ("Done!", "done"),
        ("yes", "done"),
        ("finished, they signed on Friday", "done"),
        ("wedi’i wneud", "done"),
        ("ie", "done"),
        ("no", "open"),
        ("not done yet", "open"),
        ("not yet", "open"),
        ("nearly done", "open"),
        ("still on it", "open"),
        ("working on it", "open"),
        ("ddim eto", "open"),
        ("heb ei wneud", "open"),
        ("no longer needed", "dropped"),
        ("not needed any more", "dropped"),
        ("ddim ei angen bellach", "dropped"),
        ("banana", None),
        ("", None),
    ],
)
def test_a_state_is_read(text, state):
    assert read_action_state(text) == state


@given(st.text(max_size=400))
def test_no_text_breaks_it(text):
    assert read_action_state(text) in ("done", "open", "dropped", None)

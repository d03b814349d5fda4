"""Keys are known by their prefix, told apart by their id, and never kept as they are written."""

from dataclasses import replace

from core.model.api_key import ApiScope, id_in, new_key
from tests.storage.council import NOW


def test_a_key_opens_for_itself_alone_until_it_is_revoked():
    key, written = new_key("council", "Survey", ApiScope.SERVICE_FEEDBACK, NOW)
    other, other_written = new_key("council", "Survey", ApiScope.SERVICE_FEEDBACK, NOW)
    assert key.opens_for(written)
    assert not key.opens_for(other_written)
    assert not replace(key, revoked_at=NOW).opens_for(written)
    assert (id_in(written), id_in(other_written)) == (key.id, other.id)


def test_what_is_kept_and_shown_of_a_key_does_not_hold_its_secret():
    key, written = new_key("council", "Survey", ApiScope.SERVICE_FEEDBACK, NOW)
    assert written.startswith("mp_")
    secret = written.removeprefix(f"mp_{key.id}_")
    assert len(secret) == 43
    assert secret not in repr(key)
    assert key.shown == f"mp_{key.id}_…"


def test_what_is_not_written_as_a_key_has_no_id():
    _, written = new_key("council", "Survey", ApiScope.SERVICE_FEEDBACK, NOW)
    for other in ("", "mp_", written[:-1], written + "A", written.upper(), f" {written}", written[3:]):
        assert id_in(other) is None

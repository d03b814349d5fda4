"""An operator gives keys to other systems and takes them back."""

import pytest
from typer.testing import CliRunner

from bot.cli import cli
from core.model.api_key import id_in
from tests.keys import KEY


@pytest.fixture
def milepost(sqlite_url, monkeypatch, tmp_path):
    """Run `milepost ARGUMENTS` on an empty database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILEPOST_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("MILEPOST_ENCRYPTION_KEYS", KEY)
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def give(milepost, name="Tenant survey"):
    return milepost("api-key", "add", name, "--scope", "service-feedback")


def test_a_key_is_shown_once_alone_on_standard_output(milepost):
    assert "There is no key yet" in milepost("api-key", "list").stdout
    made = give(milepost)
    key = made.stdout.strip()
    assert id_in(key)
    assert "not shown again" in made.stderr
    listed = milepost("api-key", "list").stdout
    assert f"Tenant survey: mp_{id_in(key)}_…, service-feedback" in listed
    assert "never used" in listed
    assert key not in listed


def test_a_name_is_taken_until_its_key_is_revoked(milepost):
    give(milepost)
    assert give(milepost, " Tenant  survey ").exit_code == 1
    assert "is revoked" in milepost("api-key", "revoke", "Tenant survey").stdout
    assert "revoked on" in milepost("api-key", "list").stdout
    again = milepost("api-key", "revoke", "Tenant survey")
    assert again.exit_code == 1
    assert "No key in use" in again.stderr
    assert give(milepost).exit_code == 0


def test_a_key_without_a_name_is_not_made(milepost):
    assert give(milepost, "  ").exit_code == 1
    assert "There is no key yet" in milepost("api-key", "list").stdout

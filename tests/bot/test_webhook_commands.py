"""An operator has other systems told of events, and stops it."""

import pytest
from typer.testing import CliRunner

from bot.cli import cli
from tests.keys import KEY

HOOK = "https://receiver.example/hook"


@pytest.fixture
def milepost(sqlite_url, monkeypatch, tmp_path):
    """Run `milepost ARGUMENTS` on an empty database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILEPOST_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("MILEPOST_ENCRYPTION_KEYS", KEY)
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def test_a_secret_is_shown_once_alone_on_standard_output(milepost):
    assert "There is no webhook yet" in milepost("webhooks", "list").stdout
    added = milepost("webhooks", "add", HOOK, "--event", "summary.posted")
    secret = added.stdout.strip()
    assert secret.startswith("whsec_")
    assert "not shown again" in added.stderr
    listed = milepost("webhooks", "list").stdout
    assert HOOK in listed and "summary.posted" in listed and "check-in.closed" not in listed
    assert secret not in listed
    tested = milepost("webhooks", "test", HOOK)
    assert "is queued" in tested.stdout
    assert "webhook, to a channel of webhook" in milepost("outbox", "list", "--each").stdout
    assert "told nothing more" in milepost("webhooks", "remove", HOOK).stdout
    assert "There is no webhook yet" in milepost("webhooks", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "receiver.example"), "is no address: write it like https://"),
        (("add", HOOK, "--event", "anything"), "There is no event “anything”. There are: check-in.closed"),
        (("remove", HOOK), "There is no webhook “https://receiver.example/hook”"),
        (("test", "w1"), "milepost webhooks list shows them"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(milepost, arguments, said):
    answer = milepost("webhooks", *arguments)
    assert answer.exit_code == 1 and said in answer.stderr


def test_an_address_is_added_once_and_never_without_keys(milepost, monkeypatch):
    assert milepost("webhooks", "add", HOOK).exit_code == 0
    assert "already: remove it first" in milepost("webhooks", "add", HOOK).stderr
    monkeypatch.delenv("MILEPOST_ENCRYPTION_KEYS")
    assert "MILEPOST_ENCRYPTION_KEYS is missing" in milepost("webhooks", "add", HOOK + "2").stderr

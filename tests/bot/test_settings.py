"""Settings: what is wrong is named with its fix, and no secret is ever said."""

import pytest
from pydantic import ValidationError

from bot.settings import BadSettings, Settings, is_loopback, read_settings
from tests.keys import KEY


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def settings(**given: object) -> Settings:
    return Settings(_env_file=None, **given)


def test_everything_has_a_default_that_starts():
    plain = read_settings()
    assert (plain.host, plain.port, plain.is_embedded) == ("127.0.0.1", 3978, True)
    assert not plain.has_slack
    assert not plain.has_teams


def test_a_file_is_read_and_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path):
    (tmp_path / ".env").write_text("MILEPOST_PORT=4000\nMILEPOST_ORGANISATION=Vale Council\n", encoding="utf-8")
    monkeypatch.setenv("MILEPOST_PORT", "4001")
    read = read_settings()
    assert (read.port, read.organisation) == (4001, "Vale Council")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "a lot"),
        ("DATABASE_URL", "nowhere"),
        ("PUBLIC_URL", "ftp://somewhere"),
        ("TEAMS_AUTH", "maybe"),
        ("LOG_LEVEL", "LOUD"),
        ("TICK_SECONDS", "0"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    monkeypatch.setenv(f"MILEPOST_{name}", value)
    with pytest.raises(BadSettings, match=f"MILEPOST_{name}: "):
        read_settings()


def test_teams_without_authentication_is_for_this_machine_only(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MILEPOST_TEAMS_AUTH", "off")
    assert read_settings().has_teams
    monkeypatch.setenv("MILEPOST_HOST", "0.0.0.0")
    with pytest.raises(BadSettings, match="loopback"):
        read_settings()


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("10.1.2.3", False), ("milepost.example", False)],
)
def test_what_counts_as_loopback(host: str, expected: bool):
    assert is_loopback(host) is expected


def test_slack_needs_a_token_and_a_way_in():
    assert not settings(slack_bot_token="xoxb-1").has_slack
    assert settings(slack_bot_token="xoxb-1", slack_signing_secret="s").has_slack
    assert settings(slack_bot_token="xoxb-1", slack_app_token="xapp-1").has_slack


def test_no_secret_is_shown():
    shown = repr(
        settings(
            slack_client_id="1.2",
            slack_client_secret="client-hidden",
            encryption_keys=KEY,
            public_url="https://milepost.vale.example",
            teams_app_password="pass-hidden",
        )
    )
    assert "hidden" not in shown
    assert KEY not in shown


def many(**given: object) -> Settings:
    complete = {
        "slack_client_id": "1.2",
        "slack_client_secret": "s",
        "encryption_keys": KEY,
        "public_url": "https://milepost.vale.example",
    }
    return settings(**(complete | given))


def test_many_workspaces_need_a_client_and_a_way_in():
    assert not many().has_slack
    assert many(slack_signing_secret="s").has_slack
    assert many(slack_signing_secret="s").has_many_slack_workspaces


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"slack_client_id": ""}, "MILEPOST_SLACK_CLIENT_ID is missing"),
        ({"slack_client_secret": ""}, "MILEPOST_SLACK_CLIENT_SECRET is missing"),
        ({"encryption_keys": " , "}, "MILEPOST_ENCRYPTION_KEYS is missing.*Fernet.generate_key"),
        ({"public_url": ""}, "MILEPOST_PUBLIC_URL is missing"),
        ({"slack_bot_token": "xoxb-1"}, "set one of them"),
    ],
)
def test_what_many_workspaces_lack_is_named_with_its_fix(given: dict[str, str], named: str):
    with pytest.raises(ValidationError, match=named):
        many(**given)


@pytest.mark.parametrize("keys", ["abc", f"{KEY},abc"], ids=["alone", "beside a good one"])
def test_a_key_that_is_none_is_named_with_its_place_and_never_said(monkeypatch: pytest.MonkeyPatch, keys: str):
    monkeypatch.setenv("MILEPOST_ENCRYPTION_KEYS", keys)
    with pytest.raises(BadSettings, match=r"MILEPOST_ENCRYPTION_KEYS: key \d is no Fernet key") as raised:
        read_settings()
    assert "abc" not in str(raised.value)
    assert KEY not in str(raised.value)

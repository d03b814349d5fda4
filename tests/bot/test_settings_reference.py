"""The reference of settings is whole and current, and shows no secret."""

from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from bot.settings_reference import described, reference, shown, unknown_variables
from tests.keys import KEY

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def test_the_page_is_what_the_settings_say():
    assert PAGE.read_text(encoding="utf-8") == reference(), "milepost settings --reference > docs/configuration.md"


def test_every_setting_says_what_it_does_in_a_sentence():
    assert {each.name for each in described()} == set(Settings.model_fields)
    for each in described():
        assert each.meaning.endswith("."), f"{each.name} has no docstring in bot/settings.py"
        assert "|" not in each.meaning + each.needed, "it would end the cell of the table"


def test_what_is_secret_is_what_is_kept_from_logs():
    secret = {each.name for each in described() if each.is_secret}
    assert {"slack_bot_token", "teams_app_password", "encryption_keys", "metrics_token"} <= secret
    assert "*Secret.*" in next(line for line in reference().splitlines() if "MILEPOST_SLACK_BOT_TOKEN" in line)


def test_values_are_shown_without_secrets_and_passwords():
    given = Settings(
        _env_file=None,
        slack_bot_token="xoxb-hidden",
        encryption_keys=KEY,
        database_url="postgresql+asyncpg://milepost:hidden@db.vale.example/milepost?password=hidden",
        contact="the HR team, hr@vale.example",
    )
    values = {each.variable: (value, is_set) for each, value, is_set in shown(given)}
    assert not [value for value, _ in values.values() if "hidden" in value or KEY in value]
    assert values["MILEPOST_SLACK_BOT_TOKEN"] == ("(set)", True)
    assert values["MILEPOST_SLACK_APP_TOKEN"] == ("", False)
    assert values["MILEPOST_CONTACT"] == ("the HR team, hr@vale.example", True)
    assert values["MILEPOST_DATABASE_URL"][0].startswith("postgresql+asyncpg://milepost:***@db.vale.example/")


def test_a_misspelt_variable_is_found_with_the_one_that_was_meant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / ".env").write_text(
        "MILEPOST_SLACK_BOT_TOKN=x\nMILEPOST_RELEASE=0.1.0\nOTHER=1\n", encoding="utf-8"
    )
    monkeypatch.setenv("MILEPOST_ZZZ", "1")
    monkeypatch.setenv("MILEPOST_PORT", "4000")
    assert unknown_variables() == {"MILEPOST_SLACK_BOT_TOKN": "MILEPOST_SLACK_BOT_TOKEN", "MILEPOST_ZZZ": ""}


def test_a_line_that_was_left_blank_is_as_if_it_were_not_there(tmp_path: Path):
    (tmp_path / ".env").write_text("MILEPOST_ORGANISATION=\nMILEPOST_PORT=\n", encoding="utf-8")
    read = read_settings()
    assert (read.organisation, read.port) == ("My organisation", 3978)
    assert "organisation" not in read.model_fields_set

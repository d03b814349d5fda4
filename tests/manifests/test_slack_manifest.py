"""Slack's manifest: valid by Slack's own schema, and equal to what the code does."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.adapters.slack.manifest import SCOPES, manifest
from bot.manifests import slack_manifest
from core.commands import COMMANDS, SLACK_SHORT_FORMS

SCHEMAS = Path(__file__).parent.parent / "schemas"
FILE = Path(__file__).parents[2] / "manifests" / "slack" / "manifest.yaml"


@pytest.mark.parametrize("version", ["1.0.0", "2.0.0"])
@pytest.mark.parametrize("public_url", ["", "https://milepost.vale.example"])
def test_the_manifest_is_valid(version, public_url):
    schema = json.loads((SCHEMAS / f"slack-manifest.{version}.schema.json").read_text(encoding="utf-8"))
    Draft7Validator(schema).validate(manifest(public_url))


def test_the_file_is_what_the_code_makes():
    assert FILE.read_text(encoding="utf-8") == slack_manifest()


def test_the_commands_are_those_of_the_command_table():
    commands = manifest()["features"]["slash_commands"]
    assert [each["command"] for each in commands] == ["/milepost", *(f"/{word}" for word in SLACK_SHORT_FORMS)]
    listed = [command.word for command in COMMANDS if command.listed]
    assert commands[0]["usage_hint"] == " | ".join(listed)


def test_no_command_takes_a_name_that_is_slacks_own():
    taken = {"/feedback", "/status", "/remind", "/invite", "/away", "/help", "/settings", "/msg", "/leave"}
    assert not taken & {each["command"] for each in manifest()["features"]["slash_commands"]}


def test_with_an_address_requests_come_over_http():
    served = yaml.safe_load(slack_manifest("https://milepost.vale.example"))
    assert not served["settings"]["socket_mode_enabled"]
    address = "https://milepost.vale.example/slack/events"
    assert served["settings"]["interactivity"]["request_url"] == address
    assert served["settings"]["event_subscriptions"]["request_url"] == address
    assert {each["url"] for each in served["features"]["slash_commands"]} == {address}


def test_every_scope_is_asked_for_with_a_reason():
    assert manifest()["oauth_config"]["scopes"]["bot"] == sorted(SCOPES)
    assert all(SCOPES.values())


def test_for_many_workspaces_it_is_installed_by_oauth_with_tokens_that_are_renewed():
    served = yaml.safe_load(slack_manifest("https://milepost.vale.example", many=True))
    assert served["oauth_config"]["redirect_urls"] == ["https://milepost.vale.example/slack/oauth_redirect"]
    assert served["settings"]["token_rotation_enabled"]
    assert served["settings"]["org_deploy_enabled"]
    schema = json.loads((SCHEMAS / "slack-manifest.1.0.0.schema.json").read_text(encoding="utf-8"))
    Draft7Validator(schema).validate(served)


def test_slack_tells_when_milepost_is_removed():
    assert {"app_uninstalled", "tokens_revoked"} <= set(
        manifest()["settings"]["event_subscriptions"]["bot_events"]
    )


def test_the_readme_gives_the_reason_of_every_scope_and_names_no_other():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| scope | why |")[2].partition("\n\n")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{scope}` | {reason} |" for scope, reason in sorted(SCOPES.items())]

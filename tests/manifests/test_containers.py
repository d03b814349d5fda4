"""The container files agree with what they start."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from typer.main import get_command

from bot.cli import cli
from bot.settings import PREFIX, Settings
from bot.stopping import STOP_WITHIN_S

REPOSITORY = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((REPOSITORY / "compose.yaml").read_text(encoding="utf-8"))
SPECIFICATION = json.loads(
    (REPOSITORY / "tests" / "schemas" / "compose-spec.schema.json").read_text(encoding="utf-8")
)
OURS = {name: each for name, each in COMPOSE["services"].items() if each["image"].startswith("milepost:")}


def test_the_file_keeps_to_the_compose_specification():
    Draft7Validator(SPECIFICATION).validate(COMPOSE)


def test_two_serve_and_two_work_after_the_one_that_migrates():
    assert sorted(OURS) == ["migrate", "web-1", "web-2", "worker-1", "worker-2"]
    for name in sorted(set(OURS) - {"migrate"}):
        assert OURS[name]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}
    assert OURS["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}


@pytest.mark.parametrize("name", OURS)
def test_what_is_started_is_a_command_with_its_options(name: str):
    command, *options = OURS[name]["command"]
    found = get_command(cli).commands[command]
    if command == "db":
        found, options = found.commands[options[0]], options[1:]
    known = {opt for parameter in found.params for opt in parameter.opts}
    assert {each for each in options if each.startswith("--")} <= known


@pytest.mark.parametrize("name", OURS)
def test_a_container_is_given_longer_to_stop_than_it_takes_and_may_write_nothing(name: str):
    assert float(OURS[name]["stop_grace_period"].removesuffix("s")) > STOP_WITHIN_S + 2
    assert OURS[name]["read_only"] is True


def test_every_setting_that_is_named_exists():
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    example = (REPOSITORY / ".env.example").read_text(encoding="utf-8")
    image = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
    named = set(re.findall(rf"{PREFIX}[A-Z_]+(?==)", example + image))
    named |= {setting for each in OURS.values() for setting in each["environment"]}
    assert named - known == set()
    assert f"{PREFIX}PUBLIC_URL" in named


def test_all_that_is_installed_goes_into_the_image_and_no_more():
    image = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
    ignored = (REPOSITORY / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = {source for line in re.findall(r"^COPY (?!--from)(.+) \S+$", image, re.M) for source in line.split()}
    assert copied == {line[1:] for line in ignored if line.startswith("!")}
    assert all((REPOSITORY / source).exists() for source in copied)


def test_the_proxy_asks_each_that_serves():
    caddy = (REPOSITORY / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    assert re.findall(r"(web-\d):3978", caddy) == [name for name in OURS if name.startswith("web")]
    assert "health_uri /readyz/requests" in caddy

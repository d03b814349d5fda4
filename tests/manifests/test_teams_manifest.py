"""Teams' app package: valid by Microsoft's own schemas, and equal to what the code does."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import regex
from jsonschema import Draft4Validator, ValidationError
from jsonschema.validators import extend
from PIL import Image

from bot.adapters.teams.invokes import CHOSEN, SEARCH, SEARCH_PARAMETER
from bot.adapters.teams.manifest import MOST_COMMANDS, PERMISSIONS
from bot.manifests import teams_files, teams_package
from core.commands import COMMANDS, HR
from core.model.person import Language
from core.texts.texts import words_for

SCHEMAS = Path(__file__).parent.parent / "schemas"
FOLDER = Path(__file__).parents[2] / "manifests" / "teams"
APP_ID = "5f1c7a52-1234-4000-8000-6d696c65706f"
LISTED = [command for command in COMMANDS if command.listed and command is not HR]


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Any:
    # The schemas use Unicode classes that Python's own expressions do not know.
    if isinstance(instance, str) and not regex.search(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def validate(content: Any, schema: str) -> None:
    """Raise unless `content` is valid by one of the published schemas."""
    rules = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    extend(Draft4Validator, {"pattern": _pattern})(rules).validate(content)


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def test_the_files_are_what_the_command_line_writes():
    for name, text in teams_files().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, "write them anew with teams_files()"


def test_the_manifest_is_valid():
    validate(read("manifest.json"), "teams-manifest")


def test_the_welsh_texts_are_valid():
    validate(read("cy.json"), "teams-localization")


def test_the_schemas_refuse_what_is_wrong():
    with pytest.raises(ValidationError):
        validate(read("manifest.json") | {"id": "milepost"}, "teams-manifest")
    with pytest.raises(ValidationError):
        validate(read("cy.json") | {"name.shortest": "Milepost"}, "teams-localization")


def test_the_commands_are_those_of_the_command_table():
    words = words_for(Language.EN)
    (bot,) = read("manifest.json")["bots"]

    assert (
        [scope for each in bot["commandLists"] for scope in each["scopes"]]
        == bot["scopes"]
        == ["personal", "team"]
    )
    for each in bot["commandLists"]:
        assert each["commands"] == [
            {"title": command.word, "description": words(f"command-{command.word}")} for command in LISTED
        ]


def test_the_welsh_commands_are_words_that_milepost_understands():
    words, texts = words_for(Language.CY), read("cy.json")
    for number in range(2):
        for at, command in enumerate(LISTED):
            key = f"bots[0].commandLists[{number}].commands[{at}]"
            assert texts[f"{key}.title"] in command.also
            assert texts[f"{key}.description"] == words(f"command-{command.word}")


def test_every_text_of_the_manifest_exists_in_welsh():
    manifest, texts = read("manifest.json"), read("cy.json")
    named = {"$schema", "name.short", "name.full", "description.short", "description.full"}
    commands = {
        f"bots[0].commandLists[{number}].commands[{at}].{text}"
        for number, each in enumerate(manifest["bots"][0]["commandLists"])
        for at, _ in enumerate(each["commands"])
        for text in ("title", "description")
    }

    (extension,) = manifest["composeExtensions"]
    extended = {
        f"composeExtensions[0].commands[{at}].{text}"
        for at, _ in enumerate(extension["commands"])
        for text in ("title", "description")
    }
    parameter = {f"composeExtensions[0].commands[0].parameters[0].{text}" for text in ("title", "description")}

    assert set(texts) == named | commands | extended | parameter
    assert manifest["localizationInfo"]["additionalLanguages"] == [{"languageTag": "cy", "file": "cy.json"}]


def test_the_message_extension_offers_what_is_answered():
    manifest = read("manifest.json")
    (extension,) = manifest["composeExtensions"]
    search, *chosen = extension["commands"]

    assert extension["botId"] == manifest["bots"][0]["botId"]
    assert (search["id"], search["type"], search["initialRun"]) == (SEARCH, "query", True)
    assert [parameter["name"] for parameter in search["parameters"]] == [SEARCH_PARAMETER]
    assert [command["id"] for command in chosen] == list(CHOSEN)
    assert all((command["context"], command["fetchTask"]) == (["message"], True) for command in chosen)


def test_no_list_is_longer_than_teams_shows():
    (bot,) = read("manifest.json")["bots"]
    assert all(len(each["commands"]) <= MOST_COMMANDS for each in bot["commandLists"])


def test_nothing_is_asked_for_that_nothing_needs():
    manifest = read("manifest.json")
    assert manifest["permissions"] == list(PERMISSIONS)
    assert not {"webApplicationInfo", "authorization", "devicePermissions", "staticTabs"} & set(manifest)


def test_the_icons_have_the_sizes_that_teams_wants():
    icons = read("manifest.json")["icons"]
    with Image.open(FOLDER / icons["color"]) as colour, Image.open(FOLDER / icons["outline"]) as outline:
        assert (colour.format, colour.size) == ("PNG", (192, 192))
        assert (outline.format, outline.size, outline.mode) == ("PNG", (32, 32), "RGBA")
        visible = {(red, green, blue) for _, (red, green, blue, alpha) in outline.getcolors(1024) if alpha}
        assert visible == {(255, 255, 255)}
        assert outline.getpixel((0, 0))[3] == 0


def test_the_package_is_made_for_the_app_and_the_address_in_the_settings():
    with ZipFile(BytesIO(teams_package(APP_ID, "https://milepost.vale.example"))) as package:
        assert package.namelist() == ["manifest.json", "cy.json", "color.png", "outline.png"]
        manifest = json.loads(package.read("manifest.json"))

    validate(manifest, "teams-manifest")
    ids = {manifest["id"], manifest["bots"][0]["botId"], manifest["composeExtensions"][0]["botId"]}
    assert ids == {APP_ID}
    assert manifest["validDomains"] == ["milepost.vale.example"]

"""The command line as an operator meets it, each command in a process of its own."""

import socket
import subprocess
import sys
import tomllib
import zipfile
from functools import partial
from pathlib import Path

import pytest
import yaml
from cryptography.fernet import Fernet

from tests.processes import run

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "docs" / "examples"


@pytest.fixture
def milepost(tmp_path: Path):
    """Run `milepost ARGUMENTS` in an empty folder; gives its status, output and errors."""
    return partial(run, tmp_path)


def test_people_and_objectives_are_imported_and_a_repeat_changes_nothing(milepost, tmp_path: Path):
    tried = milepost("import", "people", str(EXAMPLES / "people.csv"), "--dry-run")
    assert tried.returncode == 0, tried.stderr
    first = milepost("import", "people", str(EXAMPLES / "people.csv"))
    assert "12" in first.stdout
    # What people wrote is in it: nobody else on the machine may read it.
    assert (tmp_path / "milepost.db").stat().st_mode & 0o007 == 0
    again = milepost("import", "people", str(EXAMPLES / "people.csv"))
    assert again.returncode == 0
    assert again.stdout != first.stdout
    priorities = milepost("import", "priorities", str(EXAMPLES / "priorities.csv"))
    assert "8 added" in priorities.stdout
    objectives = milepost("import", "objectives", str(EXAMPLES / "objectives.csv"))
    assert objectives.returncode == 0, objectives.stdout
    assert "Note" not in objectives.stdout


def test_a_bad_row_is_named_with_its_line_and_nothing_is_imported(milepost, tmp_path: Path):
    (tmp_path / "people.csv").write_text(
        "email,name,manager_email,timezone\namira@x.example,Amira,nobody@x.example,Europe/Londom\n",
        encoding="utf-8",
    )
    answer = milepost("import", "people", "people.csv")
    assert answer.returncode == 1
    assert "line 2" in answer.stdout
    assert "nobody@x.example" in answer.stdout
    assert "Europe/London" in answer.stdout
    assert "Traceback" not in answer.stdout + answer.stderr


def test_the_doctor_names_what_is_missing_with_its_fix(milepost):
    answer = milepost("doctor")
    assert answer.returncode == 1
    for fix in ("MILEPOST_ORGANISATION", "milepost db upgrade", "Connect Slack"):
        assert fix in answer.stdout
    assert milepost("db", "upgrade").returncode == 0
    assert "at revision" in milepost("doctor").stdout


def test_the_doctor_names_a_token_of_the_wrong_kind(milepost):
    answer = milepost(
        "doctor", SLACK_BOT_TOKEN="xoxp-1", SLACK_SIGNING_SECRET="s", SLACK_API_URL="http://127.0.0.1:9/"
    )
    assert "MILEPOST_SLACK_BOT_TOKEN is no xoxb- token" in answer.stdout
    assert "Traceback" not in answer.stdout + answer.stderr


def test_the_doctor_names_keys_that_are_none(milepost):
    answer = milepost("doctor", ENCRYPTION_KEYS="abc")
    assert answer.returncode == 1
    assert "MILEPOST_ENCRYPTION_KEYS: key 1 is no Fernet key" in answer.stdout


def test_the_doctor_sends_whoever_has_no_workspace_yet_to_the_page(milepost):
    given = {
        "SLACK_CLIENT_ID": "1.2",
        "SLACK_CLIENT_SECRET": "s",
        "SLACK_SIGNING_SECRET": "s",
        "ENCRYPTION_KEYS": Fernet.generate_key().decode(),
        "PUBLIC_URL": "http://127.0.0.1:9",
    }
    assert milepost("db", "upgrade", **given).returncode == 0
    answer = milepost("doctor", **given)
    assert "installed in 0 workspaces" in answer.stdout
    assert "http://127.0.0.1:9/slack/install" in answer.stdout


def test_the_release_is_said(milepost):
    numbers = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert milepost("--version").stdout == f"milepost {numbers['project']['version']}\n"


def test_settings_are_shown_with_what_is_set_marked_and_no_secret(milepost):
    said = milepost("settings", PORT="4000", SLACK_BOT_TOKEN="xoxb-hidden").stdout
    assert "* MILEPOST_PORT" in said
    assert "  MILEPOST_HOST" in said
    assert "hidden" not in said
    assert milepost("settings", "--reference").stdout.startswith("# Configuration\n")


def test_slacks_manifest_for_many_workspaces_needs_an_address(milepost):
    refused = milepost("manifest", "slack", "--many")
    assert refused.returncode == 1
    assert "MILEPOST_PUBLIC_URL" in refused.stderr


def test_a_wrong_setting_ends_with_a_sentence(milepost):
    answer = milepost("serve", PORT="a lot")
    assert answer.returncode == 1
    assert "MILEPOST_PORT" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_database_that_is_not_there_ends_with_a_sentence(milepost):
    answer = milepost("serve", DATABASE_URL="postgresql+asyncpg://nobody@127.0.0.1:9/milepost")
    assert answer.returncode == 1
    assert "MILEPOST_DATABASE_URL" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_is_taken_is_said_in_one_sentence_before_anything_is_done(milepost, tmp_path: Path, command):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = milepost(command, PORT=str(taken.getsockname()[1]))
    assert answer.returncode == 1
    said = [line for line in answer.stderr.splitlines() if "Neither Slack nor Teams" not in line]
    assert len(said) == 1
    assert "MILEPOST_PORT" in said[0]
    assert list(tmp_path.iterdir()) == []


def test_a_database_in_a_folder_that_is_not_there_is_said_so(milepost, tmp_path: Path):
    answer = milepost("db", "upgrade", DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path}/nowhere/milepost.db")
    assert answer.returncode == 1
    assert "does the folder exist" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_slacks_manifest_is_printed_for_an_address(milepost):
    printed = yaml.safe_load(milepost("manifest", "slack", PUBLIC_URL="https://milepost.vale.example/").stdout)
    address = printed["settings"]["interactivity"]["request_url"]
    assert address == "https://milepost.vale.example/slack/events"


def test_teams_package_is_written_for_an_app(milepost, tmp_path: Path):
    app_id = "2f5a9c1e-0000-4000-8000-000000000001"
    assert milepost("manifest", "teams", TEAMS_APP_ID=app_id).returncode == 0
    with zipfile.ZipFile(tmp_path / "milepost-teams.zip") as package:
        assert sorted(package.namelist()) == ["color.png", "cy.json", "manifest.json", "outline.png"]
        assert app_id in package.read("manifest.json").decode()


def test_help_lists_every_command():
    # In a process of its own from the first line on, as a shell starts it.
    asked = [sys.executable, "-m", "bot", "--help"]
    shown = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=REPOSITORY).stdout
    for command in ("demo", "serve", "worker", "db", "import", "doctor", "manifest", "api-key"):
        assert command in shown


def test_people_are_exported_with_the_columns_that_imports_have(milepost, tmp_path: Path):
    milepost("import", "people", str(EXAMPLES / "people.csv"))
    written = milepost("export", "people", "people.csv")
    assert written.stdout.strip() == "12 rows written to people.csv."
    back = milepost("import", "people", "people.csv")
    assert back.returncode == 0, back.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("everything", "a.csv"), "“everything” cannot be exported. Say one of: people, teams, "),
        (("people", "a.pdf"), "a.pdf is neither .csv, .xlsx nor .parquet"),
        (("people", "no/such/folder.csv"), "no/such/folder.csv cannot be written"),
    ],
)
def test_an_export_that_cannot_be_is_said_in_a_sentence(milepost, arguments, said):
    answer = milepost("export", *arguments)
    assert answer.returncode == 1
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr

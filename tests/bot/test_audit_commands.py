"""An operator reads the audit log, notes its end elsewhere, and sees when someone tampered with it."""

import csv
import sqlite3

import pytest
from typer.testing import CliRunner

from bot.cli import cli
from tests.keys import KEY

PEOPLE = """email,name,manager_email,access
megan@vale.example,Megan Price,,staff
amira@vale.example,Amira Hassan,megan@vale.example,staff
nia@vale.example,Nia Vaughan,,hr
"""


@pytest.fixture
def milepost(sqlite_url, monkeypatch, tmp_path):
    """Run `milepost ARGUMENTS` on a database with three people, brought in by a file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILEPOST_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("MILEPOST_ENCRYPTION_KEYS", KEY)
    run = lambda *arguments: CliRunner().invoke(cli, arguments)  # noqa: E731
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    assert run("import", "people", str(people)).exit_code == 0
    return run


def tamper(tmp_path, statement):
    with sqlite3.connect(tmp_path / "milepost.db") as connection:
        connection.execute(statement)


def test_what_a_file_changed_of_who_may_see_what_is_listed_with_who_did_it(milepost):
    said = milepost("audit", "list", "--person", "Amira@vale.example").stdout
    assert "operator  cli  line_manager.change  amira@vale.example  from= to=" in said
    assert "access.change" in milepost("audit", "list", "--person", "nia@vale.example").stdout
    assert "Nothing was noted" in milepost("audit", "list", "--person", "megan@vale.example").stdout


def test_an_export_is_listed_for_everyone_who_is_in_it(milepost, tmp_path):
    assert milepost("export", "people", str(tmp_path / "out.csv")).exit_code == 0
    assert milepost("export", "courses", str(tmp_path / "out.csv")).exit_code == 0
    written = milepost("audit", "list", "--person", "megan@vale.example", "--csv").stdout
    (row,) = csv.DictReader(written.splitlines())
    assert (row["actor"], row["action"], row["subject"]) == ("operator", "table.export", "everyone")
    assert row["detail"] == "format=csv rows=3 table=people"


def test_a_day_in_the_future_lists_nothing_and_an_unknown_person_is_said_to_be(milepost):
    said = milepost("audit", "list", "--person", "nia@vale.example", "--since", "2090-01-01").stdout
    assert "Nothing was noted" in said
    unknown = milepost("audit", "list", "--person", "who@vale.example")
    assert unknown.exit_code == 1 and "No one has the work email" in unknown.stderr


def test_a_log_that_nobody_touched_is_whole_and_ends_where_it_was_noted_to(milepost, tmp_path):
    noted = milepost("audit", "head").stdout
    assert noted.startswith("2:")
    assert milepost("export", "people", str(tmp_path / "out.csv")).exit_code == 0
    verified = milepost("audit", "verify", "--head", noted)
    assert verified.exit_code == 0
    assert "3 rows, whole" in verified.stdout


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE audit_entries SET detail = '' WHERE number = 1", "row 1 was changed"),
        ("DELETE FROM audit_entries WHERE number = 1", "row 1 is missing"),
        ("DELETE FROM audit_entries WHERE number = 2", "the log was cut off: row 2"),
        ("UPDATE audit_heads SET number = 1", "row 2 does not follow"),
    ],
)
def test_verifying_names_the_row_that_is_wrong_and_what_to_do(milepost, tmp_path, statement, said):
    tamper(tmp_path, statement)
    verified = milepost("audit", "verify")
    assert verified.exit_code == 1
    assert said in verified.stdout and "backup" in verified.stdout


def test_a_log_cut_off_together_with_its_kept_end_shows_against_the_noted_one(milepost, tmp_path):
    noted = milepost("audit", "head").stdout
    first = next(iter(sqlite3.connect(tmp_path / "milepost.db").execute("SELECT hash FROM audit_entries")))[0]
    tamper(tmp_path, "DELETE FROM audit_entries WHERE number = 2")
    tamper(tmp_path, f"UPDATE audit_heads SET number = 1, hash = '{first}'")
    assert milepost("audit", "verify").exit_code == 0
    verified = milepost("audit", "verify", "--head", noted)
    assert verified.exit_code == 1 and "cut off: row 2" in verified.stdout


def test_what_is_no_head_is_refused(milepost):
    refused = milepost("audit", "verify", "--head", "abc")
    assert refused.exit_code == 1 and "NUMBER:HASH" in refused.stderr


def test_keys_and_webhooks_leave_a_trace_of_the_operator(milepost, monkeypatch, tmp_path):
    milepost("api-key", "add", "Survey", "--scope", "read")
    milepost("api-key", "revoke", "Survey")
    rows = sqlite3.connect(tmp_path / "milepost.db").execute(
        "SELECT action, actor_kind, surface FROM audit_entries WHERE number > 2 ORDER BY number"
    )
    assert list(rows) == [("api_key.create", "operator", "cli"), ("api_key.revoke", "operator", "cli")]

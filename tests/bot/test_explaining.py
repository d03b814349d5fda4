"""`milepost explain`, one update at a time and by the line."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.explaining import CannotExplain, explain

REPOSITORY = Path(__file__).parents[2]
TUESDAY = date(2026, 11, 24)
KEYS = [
    "value", "change", "percent", "status", "blockers", "outside_control", "due_change", "confidence", "needs",
    "unsure",
]  # fmt: skip


@pytest.fixture
def milepost(tmp_path: Path):
    """Run `milepost explain ARGUMENTS` in an empty folder, without settings."""

    def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST_")}
        return subprocess.run(
            [sys.executable, "-m", "bot", "explain", *arguments],
            cwd=tmp_path,
            env=clean | {"PYTHONPATH": str(REPOSITORY), "MILEPOST_PORT": "no port at all"},
            input=given,
            capture_output=True,
            timeout=60,
            check=False,
        )

    return run


def test_an_update_is_explained_as_one_object_without_settings_or_database(milepost, tmp_path: Path):
    said = "complaints now at 12 days"
    answer = milepost(said, "--unit", "days", "--baseline", "15", "--target", "8", "--direction", "down")
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout)
    assert list(told) == KEYS
    assert (told["value"], told["percent"]) == (12, 42.86)
    assert list(tmp_path.iterdir()) == []


def test_lines_are_answered_in_order_and_a_bad_one_names_itself(milepost):
    lines = [
        json.dumps({"text": "12 of the 40 inspections finished", "target": "40", "unit": "inspections", "id": 7}),
        "{not json",
        json.dumps({"text": "6 degrees", "unit": "degrees", "target": "2-8", "direction": "within"}),
        json.dumps({"unit": "days"}),
        json.dumps({"text": "done!", "baseline": "many"}),
        json.dumps({"text": "12 diwrnod, ar ei hôl hi", "unit": "days"}),
    ]
    answer = milepost("--jsonl", given="\n".join(lines).encode())
    told = [json.loads(line) for line in answer.stdout.decode().splitlines()]
    assert answer.returncode == 1
    assert [told[0]["value"], told[2]["percent"], told[5]["value"]] == [12, 100, 12]
    assert ["Line 2" in told[1]["error"], "Line 4" in told[3]["error"], "baseline" in told[4]["error"]] == [
        True
    ] * 3
    assert b"Traceback" not in answer.stderr


def test_odd_input_is_answered_or_refused_in_words(milepost):
    assert milepost().returncode == 1
    assert milepost("x", "--target", "lots").stderr.decode().strip() == (
        'Give "target" as a number or a range such as "18-22".'
    )
    odd = b'\xff\xfe\n[]\n{"text": "\\ud83d"}\n{"text": "5", "target": 1e400}\n' + b"[" * 100_000 + b"\n"
    answer = milepost("--jsonl", given=odd)
    told = [json.loads(line) for line in answer.stdout.decode().splitlines()]
    assert ["error" in each for each in told] == [True, True, False, True, True]


@pytest.mark.parametrize(
    ("target", "value", "percent"),
    [
        ("18-22", 20, 100),
        ("18 to 22", 25, 0),
        ([18, 22], 18, 100),
        ("<= 8", 8, 100),
        (">=85", 80, 0),
        ("£1,000", 5, 0),
    ],
)
def test_a_target_may_be_a_number_or_a_range(target, value, percent):
    told = explain({"text": f"now at {value}", "target": target}, TUESDAY)
    assert told["percent"] == pytest.approx(percent, abs=0.6)


@pytest.mark.parametrize("wrong", [{"direction": "sideways"}, {"target": "1-2", "direction": "up"}, {"unit": 5}])
def test_a_context_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(CannotExplain):
        explain({"text": "12"} | wrong, TUESDAY)


def test_dates_are_reckoned_from_the_day_given():
    told = explain({"text": "pushed to 31 March", "today": "2025-01-02"}, TUESDAY)
    assert told["due_change"] == {"date": "2025-03-31"}

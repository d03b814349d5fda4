"""What is handed to an operator for one server agrees with what it starts."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import PREFIX
from bot.settings_reference import described
from bot.stopping import STOP_WITHIN_S

REPOSITORY = Path(__file__).parents[2]
DEPLOY = REPOSITORY / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
INSTALLED = "/opt/milepost/"
COMMAND = f"{INSTALLED}.venv/bin/milepost"
PUBLIC = {"slack", "api", "pictures", "download"}


def unit(name: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DEPLOY / "systemd" / name, encoding="utf-8")
    return read


def test_the_service_is_given_longer_to_stop_than_it_takes():
    assert float(unit("milepost.service")["Service"]["TimeoutStopSec"]) > STOP_WITHIN_S + 2


@pytest.mark.parametrize("path", [each for each in UNITS if each.suffix == ".service"], ids=lambda each: each.name)
def test_what_a_unit_starts_and_points_to_exists_and_runs_as_nobody_in_particular(path: Path):
    service = unit(path.name)["Service"]
    started = service["ExecStart"].split()[0]
    assert started == COMMAND or (REPOSITORY / started.removeprefix(INSTALLED)).stat().st_mode & 0o111
    page = unit(path.name)["Unit"]["Documentation"].removeprefix(f"file:{INSTALLED}")
    assert (REPOSITORY / page).exists()
    assert service["User"] == "milepost"
    closed = {"NoNewPrivileges": "yes", "ProtectSystem": "strict", "UMask": "0077", "CapabilityBoundingSet": ""}
    assert {name: service.get(name) for name in closed} == closed


def test_units_are_as_systemd_reads_them(tmp_path: Path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not installed")
    for each in UNITS:
        # What is started need not be installed here.
        text = re.sub(
            r"^ExecStart=\S+", "ExecStart=/bin/true", each.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        (tmp_path / each.name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / each.name) for each in UNITS]
    done = subprocess.run([analyze, "verify", "--man=no", *paths], capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "milepost" in line]
    assert (done.returncode, ours) == (0, []), done.stderr


def test_both_proxies_and_the_containers_pass_on_the_same_and_no_more():
    caddy = re.compile(r"@milepost path (.+)")
    for name in ("Caddyfile", "Caddyfile.one-server"):
        (paths,) = caddy.findall((DEPLOY / name).read_text(encoding="utf-8"))
        assert {each.strip("/*") for each in paths.split()} == PUBLIC
    nginx = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    (paths,) = re.findall(r"location ~ \^/\(([^)]+)\)/", nginx)
    assert set(paths.split("|")) == PUBLIC
    assert "return 404" in nginx


def test_settings_that_guides_and_scripts_name_exist():
    known = {each.variable for each in described()} | {
        f"{PREFIX}RELEASE",
        f"{PREFIX}BACKUPS_KEPT",
        f"{PREFIX}ADDRESS",
    }
    for path in [*DEPLOY.rglob("*"), *(REPOSITORY / "docs" / "deploy").glob("*.md")]:
        if path.is_file():
            named = set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", path.read_text(encoding="utf-8")))
            assert named - known - {f"{PREFIX}WEBS"} == set(), path.name

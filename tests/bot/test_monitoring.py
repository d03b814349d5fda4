"""The example alerts and the dashboard ask for metrics that there are, by labels that they have."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.metrics import Metrics

FOLDER = Path(__file__).parents[2] / "docs" / "monitoring"
ALERTS = FOLDER / "alerts.yaml"

SUFFIXES = {
    "counter": ("_total",),
    "histogram": ("_bucket", "_count", "_sum"),
    "summary": ("_count", "_sum"),
    "gauge": ("",),
    "info": ("_info",),
}
_NAME = re.compile(r"\b(?:milepost|process)_[a-z_]+")
_LABELS = re.compile(r"by \(([a-z_, ]+)\)|\{([a-z_]+)[=!]")
GIVEN_BY_PROMETHEUS = {"le", "instance", "job", "pool"}


def alerts() -> list[dict]:
    (group,) = yaml.safe_load(ALERTS.read_text(encoding="utf-8"))["groups"]
    return group["rules"]


def expressions() -> dict[str, str]:
    """Every expression, by where it stands."""
    found = {rule["alert"]: rule["expr"] for rule in alerts()}
    dashboard = json.loads((FOLDER / "dashboard.json").read_text(encoding="utf-8"))
    for panel in dashboard["panels"]:
        found |= {f"{panel['title']} {target['refId']}": target["expr"] for target in panel["targets"]}
    return found


def known() -> dict[str, set[str]]:
    """Every name that Prometheus may ask for, with its labels."""
    metrics = Metrics()
    labels = {
        collector._name: set(collector._labelnames)
        for collector in metrics.registry._collector_to_names
        if hasattr(collector, "_labelnames")
    }
    return {
        family.name + suffix: labels.get(family.name, set())
        for family in metrics.registry.collect()
        for suffix in SUFFIXES[family.type]
    }


@pytest.mark.parametrize("where", expressions())
def test_what_is_asked_for_is_measured(where):
    expression = expressions()[where]
    names = _NAME.findall(expression)
    assert names or "up{" in expression
    assert set(names) <= set(known())
    asked = {
        label.strip()
        for grouped, matched in _LABELS.findall(expression)
        for label in (grouped or matched).split(",")
    }
    assert asked <= GIVEN_BY_PROMETHEUS | {label for name in names for label in known()[name]}


def test_everything_that_is_measured_is_looked_at():
    asked = {name for expression in expressions().values() for name in _NAME.findall(expression)}
    families = {name.removesuffix("_total") for name in asked} | {
        re.sub(r"_(bucket|count|sum)$", "", name) for name in asked
    }
    ours = {family.name for family in Metrics().registry.collect() if family.name.startswith("milepost_")}
    assert ours - families == {"milepost_build", "milepost_events_accepted"}


@pytest.mark.parametrize("name", ["milepost_send_errors_total", "milepost_deliveries_total"])
def test_what_alerts_watch_for_an_increase_is_there_from_the_start(name):
    samples = [
        sample for family in Metrics().registry.collect() for sample in family.samples if sample.name == name
    ]
    assert len(samples) >= 12
    assert {sample.value for sample in samples} == {0}


def test_every_alert_says_what_to_do():
    for rule in alerts():
        assert rule["annotations"]["summary"]
        assert rule["annotations"]["action"]
        assert rule["labels"]["severity"] in ("page", "warn")


@pytest.mark.skipif(not shutil.which("promtool"), reason="promtool is not installed")
def test_prometheus_accepts_the_alerts():
    checked = subprocess.run(
        ["promtool", "check", "rules", str(ALERTS)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr

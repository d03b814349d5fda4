"""Which release this is, as `pyproject.toml` says: the one place where a release's number is written by hand."""

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PROJECT = Path(__file__).parent.parent / "pyproject.toml"


@cache
def release() -> str:
    """The release, such as `0.1.0`: of the source it runs from, else as it was installed."""
    if _PROJECT.is_file():
        # An editable installation remembers the number it was installed with.
        project = tomllib.loads(_PROJECT.read_text(encoding="utf-8")).get("project", {})
        if project.get("name") == "milepost":
            return str(project["version"])
    try:
        return version("milepost")
    except PackageNotFoundError:
        return "0.0.0"

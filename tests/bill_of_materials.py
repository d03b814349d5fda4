"""`make sbom`: what Milepost is delivered with, as CycloneDX JSON, from the lock file and what is installed by it.

Versions are the lock's, which has the hash of every file that may be installed; licences are what each library
says of itself.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.contrib.this.builders import this_component
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
RUN, DEVELOPMENT = (ROOT / "requirements" / f"{name}.lock" for name in ("run", "dev"))
WHERE = ROOT / "build" / "milepost.cdx.json"

_PINNED = re.compile(r"^([A-Za-z0-9][^\\\n]*==[^\\\n]*?)\s*\\?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Vendored:
    """What lies in our own tree but is others' work, with its licence beside it."""

    name: str
    folder: str
    licence: str


VENDORED = (
    Vendored("adaptivecards", "bot/adapters/web/static/vendor/adaptivecards", "MIT"),
    Vendored("atkinson-hyperlegible-next", "bot/adapters/web/static/vendor/atkinson-hyperlegible-next", "OFL-1.1"),
)


@dataclass(frozen=True, slots=True)
class Pinned:
    """A library that the lock file names, as it is installed on this system."""

    name: str
    version: str
    licence: str


def pinned(lock: Path) -> Iterator[Pinned]:
    """Every library of a lock file that this system needs. Raises `PackageNotFoundError` where one is missing."""
    for line in _PINNED.findall(lock.read_text(encoding="utf-8")):
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate():
            version = str(wanted.specifier).removeprefix("==")
            yield Pinned(wanted.name, version, licence_of(wanted.name))


def licence_of(name: str) -> str:
    """What an installed library says it may be used under: an SPDX expression, else a name, "" for none."""
    told = metadata.metadata(name)
    classified = [each for each in told.get_all("Classifier", []) if each.startswith("License ::")]
    named = " OR ".join(each.rpartition(" :: ")[2] for each in classified)
    return told.get("License-Expression") or named or (told.get("License") or "").partition("\n")[0]


def bill() -> Bom:
    """All that is delivered: libraries, and what is vendored for the demo's page."""
    made = Bom()
    licences = LicenseFactory()
    made.metadata.tools.components.add(this_component())
    made.metadata.component = Component(
        name="milepost",
        version=metadata.version("milepost"),
        type=ComponentType.APPLICATION,
        licenses=[licences.make_from_string("MIT")],
    )
    libraries = [
        Component(
            name=each.name,
            version=each.version,
            type=ComponentType.LIBRARY,
            bom_ref=f"{each.name}=={each.version}",
            purl=PackageURL("pypi", None, each.name, each.version),
            licenses=[licences.make_from_string(each.licence)],
        )
        for each in pinned(RUN)
    ]
    made.components.update(libraries)
    made.register_dependency(made.metadata.component, libraries)
    for vendored in VENDORED:
        made.components.add(
            Component(
                name=vendored.name,
                type=ComponentType.FILE,
                bom_ref=vendored.folder,
                licenses=[licences.make_from_string(vendored.licence)],
            )
        )
    return made


def written() -> str:
    """The bill as JSON of CycloneDX 1.6."""
    return make_outputter(bill(), OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)


def main() -> None:
    """Write it, and say where."""
    WHERE.parent.mkdir(exist_ok=True)
    WHERE.write_text(written(), encoding="utf-8")
    sys.stdout.write(f"{WHERE.relative_to(ROOT)}: {len(bill().components)} components\n")


if __name__ == "__main__":
    main()

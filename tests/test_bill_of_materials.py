"""What Milepost is made of may be used by anyone, and the bill of it is whole and as CycloneDX publishes."""

import json
import re

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.bill_of_materials import DEVELOPMENT, ROOT, RUN, VENDORED, pinned, written

MAY_BE_USED = (
    *(
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "BSD",
        "0BSD",
        "Apache",
        "ISC",
        "PSF",
        "Python Software Foundation",
        "CNRI-Python",
    ),
    *("Zlib", "CC0-1.0", "Unlicense"),
    # Whoever changes their files passes those on; ours stay ours.
    *("LGPL", "MPL-2.0", "Mozilla Public License 2.0"),
)
"""How the names of licences begin that are permissive, or ask for no more than the library's own changes."""


def parts_of(licence: str) -> list[str]:
    return [part.strip("() ") for part in re.split(r"\bAND\b|\bOR\b", licence)]


@pytest.mark.parametrize("lock", [RUN, DEVELOPMENT], ids=["run", "development"])
def test_every_library_may_be_used_as_we_do(lock):
    found = {each.name: each.licence for each in pinned(lock)}
    assert len(found) > 60
    not_ours = {
        name: licence
        for name, licence in found.items()
        if not all(p.startswith(MAY_BE_USED) for p in parts_of(licence))
    }
    assert not_ours == {}


def test_a_licence_that_would_bind_us_is_noticed():
    for licence in ("GPL-3.0-only", "MIT AND GPL-2.0-or-later", "AGPL-3.0", "", "Proprietary"):
        assert not all(part.startswith(MAY_BE_USED) for part in parts_of(licence))


def test_what_lies_in_our_tree_has_its_licence_beside_it():
    folders = {each.parent for each in (ROOT / "bot").rglob("LICENSE")}
    assert folders == {ROOT / each.folder for each in VENDORED}


def test_the_bill_names_every_library_that_is_delivered_with_version_and_licence():
    bill = json.loads(written())
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is None
    libraries = {each["name"]: each for each in bill["components"] if each["type"] == "library"}
    assert {(each.name, each.version) for each in pinned(RUN)} == {
        (name, each["version"]) for name, each in libraries.items()
    }
    assert all(each["licenses"] and each["purl"] for each in libraries.values())
    assert "pytest" not in libraries

"""What the product is made of is known: the bill of materials is whole, valid, and always the same."""

import re
import runpy

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from donghanh.tests.source import ROOT


@pytest.fixture(scope="module")
def script() -> dict[str, object]:
    return runpy.run_path(str(ROOT / "scripts" / "sbom.py"))


@pytest.fixture(scope="module")
def text(script, tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("sbom") / "bill.json"
    script["main"]([str(path)])
    return str(path.read_text("utf-8"))


def test_the_bill_of_materials_follows_its_standard(text) -> None:
    """SECURITY 39."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_every_locked_package_is_in_it_with_its_hashes(script, text) -> None:
    locked = re.findall(r"^[A-Za-z0-9][\w.-]*==", (ROOT / "requirements" / "run.txt").read_text("utf-8"), re.MULTILINE)
    components = script["bill"]()["components"]
    python = [each for each in components if each["purl"].startswith("pkg:pypi/")]
    assert len(python) >= len(locked) > 20
    assert any(each["purl"].startswith("pkg:npm/htmx") or "tabler" in each["purl"] for each in components)
    assert all(each["hashes"] for each in components)


def test_the_same_locks_give_the_same_bill(script) -> None:
    assert script["bill"]() == script["bill"]()

"""Write the bill of materials of a release, CycloneDX 1.6 as JSON, from the two lock files and nothing else.

    python scripts/sbom.py [FILE]

Holds what a running site holds: the Python packages of requirements/run.txt and the front-end packages of
package-lock.json, each with the hashes that an installation is held to. The same locks give the same bytes.
"""

import base64
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PYTHON_LOCK, FRONT_LOCK = ROOT / "requirements" / "run.txt", ROOT / "package-lock.json"
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill() -> dict[str, Any]:
    """Return the document."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    components = sorted([*python_components(), *front_components()], key=lambda component: str(component["bom-ref"]))
    content = json.dumps(components, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, content).urn,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
            }
        },
        "components": components,
        "dependencies": [{"ref": project["name"], "dependsOn": [each["bom-ref"] for each in components]}],
    }


def python_components() -> Iterator[dict[str, Any]]:
    """Give the packages of the Python lock; every file of a package that may be installed has its hash."""
    text = PYTHON_LOCK.read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        pinned = _PINNED.match(line)
        if pinned:
            name = re.sub(r"[-_.]+", "-", pinned["name"]).lower()
            yield _component(
                f"pkg:pypi/{name}@{pinned['version']}", name, pinned["version"], "SHA-256", _HASH.findall(line)
            )


def front_components() -> Iterator[dict[str, Any]]:
    """Give the packages of the front-end lock that reach a browser."""
    packages = json.loads(FRONT_LOCK.read_text("utf-8"))["packages"]
    for place, package in packages.items():
        if place and not package.get("dev"):
            name = place.rpartition("node_modules/")[2]
            digest = base64.b64decode(package["integrity"].removeprefix("sha512-")).hex()
            purl = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
            yield _component(purl, name, package["version"], "SHA-512", [digest])


def _component(purl: str, name: str, version: str, kind: str, digests: list[str]) -> dict[str, Any]:
    hashes = [{"alg": kind, "content": digest} for digest in sorted(digests)]
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "hashes": hashes}


def main(arguments: list[str]) -> None:
    """Write the document to a file, or to standard output."""
    text = json.dumps(bill(), indent=1, ensure_ascii=False) + "\n"
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])

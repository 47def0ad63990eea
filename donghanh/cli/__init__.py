"""The command line: parses, calls services and queries, prints."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings.production")


def main() -> None:
    """Run ``donghanh``; exit 0 = done, 1 = nothing written, 2 = wrong usage."""
    from donghanh.cli.commands import cli

    cli()

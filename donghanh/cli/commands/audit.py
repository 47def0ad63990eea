"""``donghanh audit``: hands the trail to another system."""

from typing import IO

import click

from donghanh.cli.session import Session, note


@click.group()
def audit() -> None:
    """Hand the trail of writes on."""


@audit.command("export")
@click.option("--after", type=int, default=0, metavar="N", help="Begin after the seal with this number.")
@click.option("-o", "output", type=click.File("w", encoding="utf-8"), default="-", help="File; - = standard output.")
@click.pass_obj
def export(session: Session, after: int, output: IO[str]) -> None:
    """Write sealed entries as JSON lines, each batch followed by its seal, so that whoever gets them can check them."""
    session.start()
    from donghanh.core.audit_chain import exported_lines

    reached = after
    for seal, line in exported_lines(after):
        output.write(f"{line}\n")
        reached = seal
    note(f"Next time: --after {reached}")

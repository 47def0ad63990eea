"""``donghanh report``: the official report of a unit for a period, as a file."""

from typing import IO

import click

from donghanh.cli.session import Session, note, telling, unit_of

FORMATS = ("docx", "pdf", "xlsx", "json")
KINDS = ("legal-education",)


@click.command()
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@click.option("--unit", "code", required=True, metavar="CODE", help="Unit, by its code.")
@click.option(
    "--period", "written", required=True, metavar="P",
    help="2026, 2026-H1, 2026-9M, 2026-Q3, 2026-10 or 2023-01-01/2025-12-31.",
)  # fmt: skip
@click.option("--format", "extension", required=True, type=click.Choice(FORMATS), help="Kind of file.")
@click.option(
    "-o", "--output", "target", required=True, metavar="FILE", type=click.File("wb", atomic=True),
    help="Where to write; - is standard output.",
)  # fmt: skip
@click.pass_obj
def report(session: Session, kind: str, code: str, written: str, extension: str, target: IO[bytes]) -> None:
    """Write a report: the sealed one if there is one, else what is known now.

    KIND is legal-education.
    """
    session.start()
    from django.utils import timezone

    from donghanh.kernel.periods import Period, UnknownPeriod
    from donghanh.reporting.reports.files import FORMATS as WRITERS
    from donghanh.reporting.reports.files import version_to_send

    try:
        period = Period.parse(written)
    except UnknownPeriod as refusal:
        raise click.BadParameter(str(refusal), param_hint="--period") from None
    with telling():
        version = version_to_send(unit_of(code), kind, period, actor=session.actor, at=timezone.now())
        content = WRITERS[extension](version)
    target.write(content)
    if version.snapshot:
        note(f"Sealed {timezone.localtime(version.snapshot.sealed_at):%H:%M, %d/%m/%Y}, {version.snapshot.sha256}.")

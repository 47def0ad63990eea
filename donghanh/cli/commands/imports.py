"""``donghanh import``: histories, figures, and lists of units, enterprises and workers."""

import json
from pathlib import Path
from typing import Any

import click

from donghanh.cli.session import Session, counting, note, print_json, telling, unit_of

DOCUMENTS = ("history", "figures")
LISTS = ("units", "enterprises", "workers")


@click.command("import")
@click.argument("kind", type=click.Choice([*LISTS, *DOCUMENTS]))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--unit", "code", metavar="CODE", help="Unit in whose name a list is imported; left out = the whole country."
)
@click.option("--dry-run", is_flag=True, help="Check everything, write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Write the result as JSON to standard output.")
@click.pass_obj
def import_file(session: Session, kind: str, file: Path, code: str | None, dry_run: bool, as_json: bool) -> None:
    """Import FILE as KIND. Rows left out are listed on standard error."""
    session.start()
    with telling():
        if kind in DOCUMENTS:
            result, left_out = _document(session, kind, file, dry_run=dry_run)
        else:
            result, left_out = _list(session, kind, file, code, dry_run=dry_run, shown=not as_json)
    for sentence in left_out:
        note(sentence)
    if as_json:
        print_json(result)
    else:
        click.echo("   ".join(f"{name} {value}" for name, value in result.items() if value is not None))


def _document(session: Session, kind: str, file: Path, *, dry_run: bool) -> tuple[dict[str, Any], list[str]]:
    from dataclasses import asdict

    from django.db import transaction
    from django.utils import timezone

    try:
        document = json.loads(file.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise click.ClickException(f"{file.name} is not JSON: {error}. Nothing was written.") from None
    if not isinstance(document, dict):
        raise click.ClickException(f"{file.name} holds no object at its top. Nothing was written.")
    with transaction.atomic():
        if kind == "history":
            from donghanh.reporting.history import import_history

            result = asdict(import_history(document, actor=session.actor))
        else:
            from donghanh.indicators.services import import_figures

            result = asdict(import_figures(document, actor=session.actor, at=timezone.now()))
        if dry_run:
            transaction.set_rollback(True)
    return result, list(result.pop("left_out", []))


def _list(
    session: Session, kind: str, file: Path, code: str | None, *, dry_run: bool, shown: bool
) -> tuple[dict[str, Any], list[str]]:
    from django.utils.translation import gettext as _

    from donghanh.core.imports.inline import run_import

    unit = unit_of(code) if code else None
    report = run_import(
        kind,
        file,
        actor=session.actor,
        unit=unit,
        dry_run=dry_run,
        progress=counting(kind, shown=shown),
    )
    counts = {"new": report.new, "changed": report.changed, "same": report.same, "left_out": report.bad}
    ignored = [_("Column not used: %(column)s") % {"column": column} for column in report.unknown_columns]
    return counts, [*report.notices, *ignored, *(str(problem) for problem in report.problems)]

"""``donghanh law import|load|list``: texts brought into the library from files and folders."""

from pathlib import Path
from typing import Any

import click

from donghanh.cli.session import Session, note, print_json

BESIDE = Path(__file__).resolve().parents[4] / "shared" / "legal" / "texts"
"""Where texts lie in a working copy that has the shared material beside it."""


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Read and report, write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Write the report as JSON to standard output.")
@click.pass_obj
def law_import(session: Session, paths: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Bring in texts from files or folders: .txt, .html, .docx, .pdf with text, .jsonl of articles.

    A SOURCES.md beside the files may say where each comes from. Nothing enters as verified.
    """
    session.start()
    reports = _bring_in(session, paths, dry_run=dry_run, shown=not as_json)
    if as_json:
        print_json(reports)
    if all("failure" in report for report in reports):
        raise click.ClickException("No text was read. Nothing was written.")


@click.command("load")
@click.pass_obj
def law_load(session: Session) -> None:
    """Bring in the texts of DONGHANH_LAW_DIR, or of ../shared, if there are any; quick when nothing is new."""
    from donghanh.kernel import configuration

    session.start()
    given = configuration.read("DONGHANH_LAW_DIR")
    folder = Path(given) if given else BESIDE
    if not folder.is_dir():
        note("No law texts to load: set DONGHANH_LAW_DIR to a folder of texts, or use donghanh law import.")
        return
    reports = _bring_in(session, (folder,), dry_run=False, shown=False)
    new = sum(bool(report.get("is_new")) for report in reports)
    failed = [report for report in reports if "failure" in report]
    for report in failed:
        note(f"{report['file']}: {report['failure']}")
    note(f"Law texts: {len(reports)} read, {new} new, {len(failed)} not read.")


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Write the list as JSON to standard output.")
@click.pass_obj
def law_list(session: Session, as_json: bool) -> None:
    """List the documents of the library with their texts."""
    session.start()
    from donghanh.legal.queries.holdings import holdings

    rows = [_row(holding) for holding in holdings()]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        days = f"{row['in_force_on'] or '?'} – {row['expired_on'] or ''}"
        click.echo(f"{row['number']:22} {row['articles']:>4} articles   {days:25} {row['title'][:70]}")
    click.echo(f"{len(rows)} documents, {sum(row['articles'] for row in rows)} articles")


def _row(holding: Any) -> dict[str, Any]:
    document = holding.document
    days = ("issued_on", "in_force_on", "expired_on")
    return {
        "number": document.number,
        "kind": document.kind,
        "title": document.title,
        **{name: day.isoformat() if (day := getattr(document, name)) else None for name in days},
        "verification": document.verification,
        "articles": holding.articles,
        "texts": len(holding.texts),
        "waiting": holding.waiting,
    }


def _bring_in(session: Session, paths: tuple[Path, ...], *, dry_run: bool, shown: bool) -> list[dict[str, Any]]:
    """Bring in every file; one that cannot be read is told and stops nothing."""
    from django.utils.timezone import now

    from donghanh.kernel.errors import DomainError
    from donghanh.legal.imports import files_in, origins_in, report_of
    from donghanh.legal.services.bringing_in import keep
    from donghanh.legal.services.trying_out import try_out
    from donghanh.legal.telling import told_together

    actor = session.actor
    reports: list[dict[str, Any]] = []
    with told_together():
        for file in files_in(paths):
            origin = origins_in(file.parent).get(file.name) or origins_in(file.parent)[""]
            try:
                for trial in try_out(file.read_bytes(), file.name, origin):
                    kept = None if dry_run else keep(trial, origin, actor=actor, at=now())
                    reports.append(report_of(trial, kept))
                    if shown:
                        _print(reports[-1])
            except (DomainError, OSError) as error:
                reports.append({"file": file.name, "failure": str(error)})
                note(f"{file.name}: {error}")
    return reports


def _print(report: dict[str, Any]) -> None:
    recovered = f" + {report['recovered']} recovered" if report["recovered"] else ""
    state = "" if report["is_new"] is None else "   new" if report["is_new"] else "   already there"
    click.echo(f"{report['file']}: {report['number']} {report['title'][:60]}")
    count = report["articles"] - report["recovered"]
    click.echo(f"   {count} articles{recovered}, last {report['last']}, {report['state']}{state}")
    for finding in report["findings"]:
        click.echo(f"   {'!' if finding['is_grave'] else '-'} {finding['sentence']}")

"""``donghanh verify``: shows that what was written down still stands."""

from pathlib import Path

import click

from donghanh.cli.commands.backups import EXISTING, KEY, key_of
from donghanh.cli.session import Session, telling


@click.group()
def verify() -> None:
    """Check the trail of writes, or a backup."""


@verify.command("backup")
@click.argument("file", type=EXISTING)
@KEY
@click.pass_obj
def verify_backup(session: Session, file: Path, key_file: Path | None) -> None:
    """Read the backup FILE to its end and hold it to its manifest; nothing is written."""
    import django

    django.setup()
    from donghanh.core.backup.contents import check

    with telling():
        header, manifest = check(file, key_of(key_file))
    click.echo(f"✓ {manifest.row_count} rows and {len(manifest.files)} files of {header.taken_at} are whole.")


@verify.command("audit")
@click.option("--holding", metavar="HASH", help="Also check that this hash, noted earlier, is still in the chain.")
@click.pass_obj
def verify_audit(session: Session, holding: str | None) -> None:
    """Check every sealed entry of the trail; name the first that was changed, removed or put in."""
    session.start()
    from django.db import connection

    from donghanh.core import audit_chain, audit_guard

    fault = audit_chain.first_fault()
    if fault:
        raise click.ClickException(f"The trail is not what was sealed. {fault}.")
    if holding and not audit_chain.holds(holding):
        raise click.ClickException(
            f"The hash {holding} is no longer in the chain: it was written anew from the inside."
        )
    if not audit_guard.is_whole(connection):
        raise click.ClickException("The database lacks the triggers that keep the trail. Run: donghanh upgrade")
    last = audit_chain.last_seal()
    if last is None:
        click.echo("✓ Nothing is sealed yet; the worker does it once a minute.")
        return
    click.echo(f"✓ {last.number} seals fit. Keep the last one elsewhere: {last.hash}")

"""``donghanh backup`` and ``donghanh restore``."""

from pathlib import Path

import click

from donghanh.cli.session import Session, note, telling

FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True)
KEY = click.option(
    "--key-file", type=EXISTING, help="File with the key that seals the backup; its whole content counts."
)


@click.command()
@click.argument("file", type=FILE)
@KEY
@click.pass_obj
def backup(session: Session, file: Path, key_file: Path | None) -> None:
    """Write every row and every uploaded file to FILE; the site may go on working."""
    session.start()
    from django.utils.timezone import now

    from donghanh.core import audit
    from donghanh.core.backup.taking import TAKEN, take

    at = now()
    with telling():
        manifest = take(file, at=at, key=key_of(key_file))
        audit.record(
            session.actor, TAKEN, session.actor, rows=manifest.row_count, files=len(manifest.files),
            taken_at=at.isoformat(), sealed=key_file is not None,
        )  # fmt: skip
    click.echo(f"{file}: {manifest.row_count} rows, {len(manifest.files)} files, {file.stat().st_size} bytes")
    note(
        "Not in it, keep them apart: the signing key (DONGHANH_SECRET_KEY, or secret.key in DONGHANH_DATA), which also "
        "opens the second factors, the keys of sealed fields (DONGHANH_FIELD_KEYS, or field.keys), without which no "
        "phone or id can be read again, the keys of member cards (DONGHANH_CARD_KEYS, or card.keys), and the other "
        "secrets of the environment."
    )


@click.command()
@click.argument("file", type=EXISTING)
@click.option("--replace", is_flag=True, help="Put the backup in the place of a database that holds work.")
@KEY
@click.pass_obj
def restore(session: Session, file: Path, replace: bool, key_file: Path | None) -> None:
    """Put the backup FILE in the place of the database and the uploaded files. Stop the server first."""
    import django

    django.setup()
    from django.utils.timezone import now

    from donghanh.core import audit
    from donghanh.core.backup.restoring import restore as put_back
    from donghanh.core.backup.taking import key_mark
    from donghanh.core.schedule import keep_schedule

    with telling():
        done = put_back(file, at=now(), key=key_of(key_file), replace=replace, tell=note)
        audit.record(session.actor, "restore_backup", session.actor, taken_at=done.header.taken_at)
        keep_schedule()
    click.echo(
        f"Restored as of {done.header.taken_at}: {done.manifest.row_count} rows, {len(done.manifest.files)} files."
    )
    if done.kept_aside:
        note(f"The database from before is kept as {done.kept_aside}; remove it when you are sure.")
    if done.header.keys_not_included["DONGHANH_SECRET_KEY"] != key_mark():
        note("The signing key here is not the one of the backup: codes and links signed with it no longer open.")


def key_of(file: Path | None) -> bytes | None:
    """Return the key in a file."""
    return file.read_bytes().strip() if file else None

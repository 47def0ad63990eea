"""``donghanh keys``: under which keys phones and ids are sealed, and a new key for all of them."""

import click

from donghanh.cli.session import Session, note, telling


@click.group()
def keys() -> None:
    """Look after the keys of sealed phones and ids."""


@keys.command(name="list")
@click.pass_obj
def list_keys(session: Session) -> None:
    """Name each key, the writing one first, and how many texts stand under it."""
    session.start()
    from donghanh.core.field_keys import count_by_key
    from donghanh.core.sealed import sealer

    counted, names = count_by_key(), sealer().names
    for name in [*names, *sorted(counted.keys() - set(names))]:
        remark = "writes" if name == names[0] else "reads" if name in names else "MISSING"
        click.echo(f"{name}  {remark:8} {counted[name]}")


@keys.command()
@click.pass_obj
def rotate(session: Session) -> None:
    """Make a new key and seal every phone and id under it. Stop the site first; a stopped rotation goes on."""
    session.start()
    from django.conf import settings

    from donghanh.core import audit
    from donghanh.core.field_keys import count_by_key, seal_again
    from donghanh.core.sealed import sealer
    from donghanh.kernel import configuration

    with telling():
        if not count_by_key().keys() - {sealer().names[0]}:
            if configuration.read("DONGHANH_FIELD_KEYS"):
                click.echo(configuration.new_field_key())
                note(
                    "Put this key in front of the others in DONGHANH_FIELD_KEYS, separated by a comma, and run "
                    "donghanh keys rotate once more. Keep it where the others are kept, apart from the database."
                )
                return
            settings.FIELD_KEYS = configuration.add_field_key()
        count = seal_again(lambda done: note(f"{done} sealed"))
        audit.record(session.actor, "rotate_field_keys", session.actor, count=count)
    click.echo(f"{count} phones and ids are sealed under the key {sealer().names[0]}.")
    note("Keep the older keys as long as you keep backups from before.")

"""``donghanh privacy``: what goes when its time is up, and erasures done again on restored data."""

import click

from donghanh.cli.session import Session, note, print_json, telling


@click.group()
def privacy() -> None:
    """Let personal data go by the rules, and do erasures again."""


@privacy.command("retention")
@click.option("--dry-run", is_flag=True, help="Say what would go; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON to standard output.")
@click.pass_obj
def retention(session: Session, dry_run: bool, as_json: bool) -> None:
    """Let everything go whose time is up, as the daily job does."""
    session.start()
    from django.utils.timezone import now

    from donghanh.privacy import retaining, services

    if dry_run:
        gone = {rule.code: count for rule, count in retaining.waiting(at=now()) if count is not None}
    else:
        with telling():
            gone = services.apply_retention(actor=session.actor, at=now())
    if as_json:
        print_json(gone)
        return
    for code, count in gone.items():
        click.echo(f"{code:<12} {count}")


@privacy.command("replay-erasures")
@click.pass_obj
def replay(session: Session) -> None:
    """Erase again whom an older state of the database brought back; the restore does this by itself."""
    session.start()
    from donghanh.privacy.services import replay_erasures

    done = replay_erasures(actor=session.actor)
    click.echo(f"{len(done.erased)}")
    if done.unsure:
        note(f"Look at these records by hand, their marks do not fit: {', '.join(map(str, done.unsure))}")

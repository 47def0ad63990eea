"""``donghanh user``: accounts from the command line."""

import click

from donghanh.cli.session import Session, telling, unit_of


@click.group()
def user() -> None:
    """Make accounts."""


@user.command("add")
@click.argument("name")
@click.option("--role", required=True, metavar="R", help="Role at the unit, for example administrator.")
@click.option("--unit", "code", required=True, metavar="CODE", help="Unit, by its code.")
@click.option("--full-name", default="", help="Full name; the sign-in name when left out.")
@click.option("--phone", default="", help="Phone to sign in by.")
@click.password_option(help="Asked for when left out.")
@click.pass_obj
def add(session: Session, name: str, role: str, code: str, full_name: str, phone: str, password: str) -> None:
    """Make an account NAME that holds a role at a unit."""
    session.start()
    from django.utils.timezone import localdate

    from donghanh.org.choices import Role
    from donghanh.org.services import create_user, grant_role

    if role not in Role.values:
        raise click.UsageError(f"There is no role “{role}”. Use one of: {', '.join(Role.values)}.")
    with telling():
        unit = unit_of(code)
        made = create_user(name, full_name or name, actor=session.actor, unit=unit, password=password, phone=phone)
        grant_role(made, role, unit, actor=session.actor, starts_on=localdate())
    click.echo(f"{name}: {role}, {unit}")

"""``donghanh generate`` and ``donghanh demo``: visibly fictional data."""

import click

from donghanh.cli.session import Session, counting, print_json, telling


@click.command()
@click.option("--scale", default="demo", metavar="demo|bench|province", help="How much data.")
@click.option("--seed", default=1, type=int, help="Same seed, same data.")
@click.option("--json", "as_json", is_flag=True, help="Write the counts as JSON to standard output.")
@click.pass_obj
def generate(session: Session, scale: str, seed: int, as_json: bool) -> None:
    """Fill an empty database with synthetic data."""
    session.start()
    from django.utils.timezone import localdate

    from donghanh.demo import generate as run

    with telling():
        summary = run(scale, seed=seed, today=localdate(), progress=counting(scale, shown=not as_json))
    if as_json:
        print_json(summary.as_dict())
    else:
        click.echo("   ".join(f"{name} {value}" for name, value in summary.as_dict().items()))


@click.command()
@click.pass_obj
def demo(session: Session) -> None:
    """Make the demo organisation and its logins; safe to repeat."""
    session.start()
    from django.utils.timezone import localdate

    from donghanh.demo import demo_logins, is_demo_there
    from donghanh.demo import generate as run

    with telling():
        if not is_demo_there():
            run("demo", seed=1, today=localdate(), progress=counting("demo", shown=True))
    for login in demo_logins():
        click.echo(f"  {login.username:<18} {login.password:<14} {login.role}, {login.unit}")

"""``donghanh bench``: measurements on generated data in a folder of its own."""

from typing import Any

import click

from donghanh.cli.session import Session, counting, note, print_json
from donghanh.kernel import configuration

FOLDER = "var/bench"


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option("--json", "as_json", is_flag=True, help="Write JSON to standard output.")
@click.option("--data", default=FOLDER, show_default=True, help="Folder of the generated database.")
@click.pass_obj
def bench(session: Session, names: tuple[str, ...], as_json: bool, data: str) -> None:
    """Measure reach, check-in, import, report and pages, and fuzz what reads inputs; without a NAME, all of them."""
    configuration.keep_data_in(data)
    session.start()
    from django.conf import settings
    from django.utils.timezone import localdate

    from donghanh.bench import NAMES, measure
    from donghanh.core.static_files import collect_changed
    from donghanh.demo import generate
    from donghanh.org.models import Unit

    for name in names:
        if name not in NAMES:
            raise click.UsageError(f"There is no measurement “{name}”. Use: {', '.join(NAMES)}.")
    settings.ALLOWED_HOSTS.append("testserver")
    collect_changed()
    if not Unit.objects.exists():
        note("Generating data for the measurements…")
        generate("bench", seed=1, today=localdate(), progress=counting("bench", shown=True))
    results = {name: measure(name) for name in names or NAMES}
    if as_json:
        print_json(results)
        return
    for name, result in results.items():
        _print(name, result)


def _print(name: str, result: dict[str, Any]) -> None:
    click.echo(f"\n{name}")
    rows = result.pop("rows", None) if isinstance(result.get("rows"), list) else None
    click.echo("  " + "   ".join(f"{key} {value}" for key, value in result.items()))
    for row in rows or []:
        click.echo("    " + "   ".join(f"{key} {value}" for key, value in row.items()))

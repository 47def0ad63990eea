"""Every command, one file a noun."""

import click

from donghanh.cli.commands.audit import audit
from donghanh.cli.commands.backups import backup, restore
from donghanh.cli.commands.bench import bench
from donghanh.cli.commands.calculate import calculate
from donghanh.cli.commands.doctor import doctor
from donghanh.cli.commands.imports import import_file
from donghanh.cli.commands.keys import keys
from donghanh.cli.commands.law import law
from donghanh.cli.commands.privacy import privacy
from donghanh.cli.commands.reach import reach
from donghanh.cli.commands.report import report
from donghanh.cli.commands.running import serve, upgrade
from donghanh.cli.commands.synthetic import demo, generate
from donghanh.cli.commands.users import user
from donghanh.cli.commands.verify import verify
from donghanh.cli.session import Session


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--as", "username", metavar="USER", help="Act as this user instead of the system account.")
@click.version_option(package_name="donghanh", prog_name="donghanh")
@click.pass_context
def cli(context: click.Context, username: str | None) -> None:
    """Đồng Hành: legal education, exact reach and official reports of a trade-union federation."""
    context.obj = Session(username=username)


for command in (
    serve, demo, generate, upgrade, import_file, reach, report, bench, user, doctor, backup, restore, verify, audit,
    privacy, keys, law, calculate,
):  # fmt: skip
    cli.add_command(command)

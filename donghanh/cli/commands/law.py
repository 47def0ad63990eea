"""``donghanh law``: the library of legal texts from the command line."""

import click

from donghanh.cli.commands.law_library import law_import, law_list, law_load
from donghanh.cli.commands.law_search import law_evaluate, law_index, law_search


@click.group()
def law() -> None:
    """Bring in legal texts, ask them, and measure the answers."""


for command in (law_import, law_load, law_list, law_search, law_index, law_evaluate):
    law.add_command(command)

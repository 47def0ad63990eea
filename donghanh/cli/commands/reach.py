"""``donghanh reach``: distinct people, who was not reached, by level, month or topic."""

from collections.abc import Iterable
from typing import Any

import click

from donghanh.cli.session import Session, print_json, telling, unit_of


@click.command()
@click.option("--unit", "code", required=True, metavar="CODE", help="Unit, by its code.")
@click.option("--from", "starts_on", required=True, metavar="D", help="First day, like 2026-01-01.")
@click.option("--to", "ends_on", required=True, metavar="D", help="Last day, included.")
@click.option("--topic", "topics", multiple=True, metavar="T", help="Only this topic; may be repeated.")
@click.option("--by", "level", metavar="UNIT_LEVEL|month|topic", help="Break the figures down.")
@click.option("--not-reached", "lists_people", is_flag=True, help="List the people who were not reached.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON to standard output.")
@click.pass_obj
def reach(
    session: Session,
    code: str,
    starts_on: str,
    ends_on: str,
    topics: tuple[str, ...],
    level: str | None,
    lists_people: bool,
    as_json: bool,
) -> None:
    """Count sessions, attendances and distinct people of a unit in a period."""
    session.start()
    from django.utils import timezone

    from donghanh.kernel.periods import Period
    from donghanh.reporting.answers import answer_reach

    with telling():
        answer = answer_reach(
            unit_of(code),
            Period.parse(f"{starts_on}/{ends_on}"),
            actor=session.actor,
            at=timezone.now(),
            topics=topics,
            by=level,
        )
    if as_json:
        print_json(answer)
        return
    for line in _lines(answer, lists_people=lists_people):
        click.echo(line)


def _lines(answer: dict[str, Any], *, lists_people: bool) -> Iterable[str]:
    home = answer["home"] or {}
    yield f"{answer['unit']}  {answer['from']} … {answer['to']}"
    yield f"  hosted   {_counts(answer['hosted'])}"
    if home:
        silent = _told(home["not_reached_count"])
        yield f"  home     on rolls {_told(home['on_rolls'])}   reached {_told(home['reached'])}   not reached {silent}"
    for row in answer.get("by", []):
        at_home = row["home"]
        people = f"   reached {_told(at_home['reached'])}/{_told(at_home['on_rolls'])}" if at_home else ""
        yield f"  {row['key']:<30} {_counts(row['hosted'])}{people}"
    if lists_people:
        for name in home.get("not_reached") or []:
            yield f"  - {name}"


def _counts(hosted: dict[str, Any]) -> str:
    return "   ".join(f"{name} {_told(hosted[name])}" for name in ("sessions", "attendances", "people"))


def _told(count: int | None) -> str:
    return "not told (small group)" if count is None else str(count)

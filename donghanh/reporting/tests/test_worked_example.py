"""The worked example fixes what every reach figure means; each of its rows must come out."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import make_aware

from donghanh.gatherings.services import fold_waiting
from donghanh.kernel.periods import Period
from donghanh.org.models import Unit, User
from donghanh.people.models import Worker
from donghanh.reporting.history import import_history
from donghanh.reporting.reach import Question, home, hosted


@pytest.fixture
def example(shared: Path, system: User) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((shared / "facts" / "worked_example.json").read_text())
    import_history(document, actor=system)
    return document


@pytest.mark.parametrize("folded", [False, True])
def test_every_figure_of_the_worked_example_comes_out(example, folded) -> None:
    if folded:
        fold_waiting()
    at = make_aware(datetime.fromisoformat(example["as_of"] + "T12:00"))
    names = dict(Worker.objects.values_list("pk", "member_no"))
    for row in example["expected"]:
        bounds = example["periods"][row["period"]]
        question = Question(
            unit=Unit.objects.get(code=row["unit"]),
            period=Period.parse(f"{bounds['from']}/{bounds['to']}"),
            at=at,
            topics=(row["topic"],) if row["topic"] else (),
        )
        was_hosted, at_home = hosted(question), home(question)
        assert {
            "hosted": {
                "sessions": was_hosted.sessions,
                "attendances": was_hosted.attendances,
                "attendances_by_grade": dict(was_hosted.attendances_by_grade),
                "people": was_hosted.people,
                "people_by_best_grade": dict(was_hosted.people_by_best_grade),
            },
            "home": {
                "on_rolls": len(at_home.on_rolls),
                "reached": len(at_home.reached),
                "not_reached": [names[pk] for pk in at_home.not_reached],
            },
        } == {"hosted": row["hosted"], "home": row["home"]}, (row["unit"], row["period"], row["topic"])


def test_every_figure_of_the_worked_example_comes_out_of_the_command_line(example, system, capsys) -> None:
    from donghanh.cli.commands.reach import reach
    from donghanh.cli.session import Session

    for row in example["expected"]:
        bounds = example["periods"][row["period"]]
        options = ["--unit", row["unit"], "--from", bounds["from"], "--to", bounds["to"], "--json"]
        options += ["--topic", row["topic"]] if row["topic"] else []
        reach.main(options, obj=Session(), standalone_mode=False)
        answer = json.loads(capsys.readouterr().out)
        for part in ("hosted", "home"):
            assert {key: answer[part][key] for key in row[part]} == row[part], row


def test_every_figure_of_the_worked_example_stands_on_the_page(example, system) -> None:
    client = Client()
    client.force_login(system)
    for row in example["expected"]:
        bounds = example["periods"][row["period"]]
        query = {"from": bounds["from"], "to": bounds["to"], "topic": row["topic"] or ""}
        page = client.get(f"/reach/{row['unit']}/", query).content.decode()
        outside_tables = re.sub(r"<table.*?</table>", "", page, flags=re.DOTALL)
        shown = dict(re.findall(r'data-figure="(\w+)" data-value="(\d+)"', outside_tables))
        expected = {
            "sessions": row["hosted"]["sessions"],
            "attendances": row["hosted"]["attendances"],
            "people": row["hosted"]["people"],
            "reached": row["home"]["reached"],
            "not_reached": len(row["home"]["not_reached"]),
        }
        assert {code: int(shown[code]) for code in expected} == expected, row

"""Programs and the command line get the same answer as people, with the same refusals."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.test import Client

from donghanh.calculators.calculator import calculators
from donghanh.cli.commands import cli

pytestmark = pytest.mark.django_db
TOLD = {
    "calculator", "on", "inputs", "amounts", "result", "words", "steps", "values", "explains", "not_covered", "sure",
}  # fmt: skip


def run(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, ["calculate", *words])


def told(*words: str) -> dict[str, Any]:
    """Run the command and read its JSON."""
    done = run(*words, "--json")
    assert done.exit_code == 0, done.output
    answer: dict[str, Any] = json.loads(done.output)
    return answer


def test_the_command_tells_a_whole_answer() -> None:
    answer = told("severance", "salary=20000000", "years=7", "ui_years=5", "--on", "2026-07-01")
    assert set(answer) >= TOLD
    assert (answer["result"], answer["words"], answer["on"]) == (20_000_000, "hai mươi triệu đồng", "2026-07-01")
    assert answer["inputs"]["insured_years"] == 5
    first = answer["values"][0]
    assert (first["document"], first["certainty"], answer["sure"]) == ("145/2020/NĐ-CP", "A", True)


def test_the_day_may_stand_among_the_answers() -> None:
    assert told("luong-toi-thieu", "vung=1", "on=31/12/2025")["result"] == 4_960_000


def test_english_is_spoken_when_asked() -> None:
    assert told("severance", "salary=20000000", "years=4", "--lang", "en")["words"] == "forty million VND"


def test_a_refusal_is_one_sentence_and_exit_code_1() -> None:
    done = run("minimum-wage", "region=I", "--on", "2019-01-01")
    assert done.exit_code == 1
    assert "01/07/2022" in done.output
    in_json = run("severance", "salary=x", "--json")
    assert in_json.exit_code == 1
    assert json.loads(in_json.output)["code"] == "wrong_answers"
    assert run("magic", "--json").exit_code == 1


def test_what_is_no_answer_is_wrong_usage() -> None:
    assert run("severance", "20000000").exit_code == 2


def test_the_list_names_every_calculator_and_what_it_asks() -> None:
    told_all = json.loads(run("--list", "--json").output)
    assert [one["name"] for one in told_all] == [one.name for one in calculators()]
    assert "salary* = money" in run("--list").output
    assert [one["name"] for one in json.loads(run("notice", "--list", "--json").output)] == ["notice"]


def test_the_words_of_the_command_say_all_that_the_page_says() -> None:
    output = run("minimum-wage", "region=I", "until=2026-01-14", "--on", "2025-12-15").output
    for words in ("Từ 15/12/2025 đến 31/12/2025", "cần kiểm chứng", "Kết quả tham khảo"):
        assert words in output


def test_programs_read_a_result_without_a_token(client: Client) -> None:
    listed = client.get("/api/v1/calculators/").json()
    assert len(listed) == len(calculators())
    asked = client.get("/api/v1/calculators/severance/").json()
    assert asked["asks"][0]["name"] == "salary"
    answer = client.get("/api/v1/calculators/severance/result/", {"answer": ["salary=20000000", "years=7"]})
    assert answer.status_code == 200
    assert answer.json()["result"] == 70_000_000


def test_programs_are_refused_with_a_code_and_a_sentence(client: Client) -> None:
    wrong = client.get("/api/v1/calculators/severance/result/", {"answer": ["salary=x"]})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "wrong_answers")
    early = client.get("/api/v1/calculators/minimum-wage/result/", {"answer": ["region=I"], "on": "2019-01-01"})
    assert (early.status_code, early.json()["code"]) == (422, "not_known_on")
    assert client.get("/api/v1/calculators/magic/result/").status_code == 404

"""``donghanh report``: one file, nothing else on standard output, and an exit code that scripts can trust."""

import json

import pytest
from click.testing import CliRunner

from donghanh.cli.commands.report import report
from donghanh.cli.session import Session
from donghanh.reporting.services import Issue, seal_report
from donghanh.reporting.tests.report_samples import KIND, NINE_MONTHS, hold, moment


@pytest.fixture
def run(commune, system):
    hold(commune, "2026-08-03", system, headcount=10)

    def running(*arguments: str, username: str | None = None):
        return CliRunner().invoke(report, arguments, obj=Session(username=username))

    return running


def test_standard_output_holds_the_file_and_nothing_else(run) -> None:
    result = run(KIND, "--unit", "XA-01", "--period", "2026-9M", "--format", "json", "-o", "-")
    assert result.exit_code == 0
    answer = json.loads(result.stdout_bytes)
    assert (answer["unit"], answer["period"], answer["seal"]) == ("XA-01", "2026-9M", None)
    attendances = next(entry for entry in answer["indicators"] if entry["line"] == "PB02")
    assert (attendances["counted"], attendances["declared"], attendances["previous"]) == (10, None, None)


@pytest.mark.parametrize(("extension", "start"), [("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")])
def test_a_report_is_written_to_a_file(run, tmp_path, extension, start) -> None:
    target = tmp_path / f"report.{extension}"
    result = run(KIND, "--unit", "XA-01", "--period", "2026-9M", "--format", extension, "-o", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_bytes().startswith(start)


def test_a_sealed_report_is_written_as_it_was_sealed(run, commune, system) -> None:
    at = moment("2026-10-05")
    snapshot = seal_report(commune, KIND, NINE_MONTHS, Issue(issued_on=at.date()), actor=system, at=at)
    hold(commune, "2026-09-01", system, headcount=12)
    result = run(KIND, "--unit", "XA-01", "--period", "2026-9M", "--format", "json", "-o", "-")
    answer = json.loads(result.stdout_bytes)
    assert answer["seal"]["sha256"] == snapshot.sha256
    assert next(entry for entry in answer["indicators"] if entry["line"] == "PB02")["counted"] == 10


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((KIND, "--unit", "NOWHERE", "--period", "2026"), 1),
        ((KIND, "--unit", "XA-01", "--period", "2026-13"), 2),
        (("no-such-report", "--unit", "XA-01", "--period", "2026"), 2),
        ((KIND, "--period", "2026"), 2),
    ],
)
def test_what_cannot_be_done_writes_nothing(run, tmp_path, arguments, code) -> None:
    target = tmp_path / "report.json"
    result = run(*arguments, "--format", "json", "-o", str(target))
    assert (result.exit_code, result.stdout) == (code, "")
    assert not target.exists()


def test_a_stranger_gets_nothing(run, binh, tmp_path) -> None:
    target = tmp_path / "report.json"
    arguments = (KIND, "--unit", "XA-01", "--period", "2026-9M", "--format", "json", "-o", str(target))
    assert run(*arguments, username="binh").exit_code == 1
    assert not target.exists()

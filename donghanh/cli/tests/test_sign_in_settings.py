"""A site that lets the wrong people in says so, and does not start."""

import pytest
from click.testing import CliRunner
from django.utils.timezone import now

from donghanh.cli.commands import cli
from donghanh.cli.sign_in_settings import problems
from donghanh.core import audit


@pytest.fixture
def found(db):
    """Return a question after all that is wrong."""
    return lambda: "\n".join(f"{what} {mend}" for what, mend in problems())


def test_the_usual_settings_are_in_order(found, settings) -> None:
    settings.SECOND_FACTOR = "required"
    assert found() == ""


def test_the_waiver_is_refused_where_no_demo_was_made_whatever_the_environment_says(found, settings) -> None:
    settings.SECOND_FACTOR, settings.DEMO = "waived", True
    assert "does not hold the demo" in found()


def test_a_database_that_the_demo_was_made_in_may_waive(found, settings, confederation, system) -> None:
    settings.SECOND_FACTOR = "waived"
    audit.record(system, "generate", confederation, unit_id=confederation.pk, scale="demo", seed=1, today=str(now()))
    assert found() == ""


def test_a_word_that_means_nothing_is_named(found, settings) -> None:
    settings.SECOND_FACTOR = "maybe"
    assert "“maybe”" in found()


@pytest.mark.parametrize(
    ("issuer", "said"),
    [("http://id.example.vn", "https://"), ("https://id.example.vn", "DONGHANH_OIDC_CLIENT_ID"), ("", "")],
)
def test_an_issuer_must_be_reached_safely_and_know_us(issuer, said, found, settings) -> None:
    settings.SECOND_FACTOR, settings.OIDC_ISSUER = "required", issuer
    assert said in found()
    assert bool(found()) is bool(issuer)


@pytest.mark.parametrize("command", ["doctor", "serve"])
def test_doctor_and_serve_refuse_the_waiver(command, db, settings) -> None:
    settings.SECOND_FACTOR = "waived"
    answer = CliRunner().invoke(cli, [command])
    assert answer.exit_code == 1
    assert "DONGHANH_SECOND_FACTOR is waived" in answer.output

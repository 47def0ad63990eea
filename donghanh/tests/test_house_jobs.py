"""Jobs are named by their path, so that services never import them; every name must lead somewhere."""

import ast
import re

from django.utils.module_loading import import_string

from donghanh.tests.source import modules

JOB = re.compile(r"donghanh\.\w+\.jobs\.\w+")


def test_every_job_name_resolves() -> None:
    for module, tree in modules():
        for name in _job_names(tree):
            assert callable(import_string(name)), f"{module} names the job {name}"


def test_every_job_is_started_by_a_name_that_can_be_checked() -> None:
    unclear = [module for module, tree in modules() if "core.jobs" not in module and _unclear_starts(tree)]
    assert unclear == [], "give start() the job's dotted name as a plain string"


def test_a_job_name_is_seen_wherever_it_stands() -> None:
    tree = ast.parse("JOB = 'donghanh.org.jobs.a'\nstart('donghanh.org.jobs.b', 1)\nstart(JOB)\nstart(f'{x}')")
    assert _job_names(tree) == ["donghanh.org.jobs.a", "donghanh.org.jobs.b"]
    assert _unclear_starts(tree) == 1


def _job_names(tree: ast.Module) -> list[str]:
    words = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [word for word in words if isinstance(word, str) and JOB.fullmatch(word)]


def _unclear_starts(tree: ast.Module) -> int:
    """Count the jobs started by something else than a string or a constant's name."""
    return sum(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "start"
        and not (
            isinstance(node.args[0], ast.Constant) or (isinstance(node.args[0], ast.Name) and node.args[0].id.isupper())
        )
        for node in ast.walk(tree)
    )

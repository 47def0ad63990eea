"""``donghanh law search``, ``law index`` and ``law evaluate``."""

import gzip
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from donghanh.cli.commands import cli
from donghanh.legal.index.evaluation import abbreviated, evaluate
from donghanh.legal.tests.factories import CODE, clause, make_article, make_document, make_edition
from donghanh.legal.tests.index_cases import LIBRARY


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["law", *arguments])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl.gz"
    rows = [
        {"law_id": one.number, "article_id": one.article, "title": one.heading, "text": one.text} for one in LIBRARY
    ]
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    return path


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    asked = [("Thời gian thử việc?", ["25"]), ("Bảo hiểm xã hội bắt buộc?", ["168"]), ("Trả lương?", ["97", "404"])]
    rows = [
        {"qid": str(n), "question": text, "relevant": [{"law_id": CODE, "article_id": one} for one in answers]}
        for n, (text, answers) in enumerate(asked)
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("way", [(), ("--strip-diacritics",), ("--abbreviate",)])
def test_an_evaluation_prints_recall_rank_and_time(corpus: Path, questions: Path, way: tuple[str, ...]) -> None:
    result = run("evaluate", "--corpus", str(corpus), "--questions", str(questions), "--json", *way)
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["articles"], told["questions"]) == (len(LIBRARY), 3)
    assert told["r_at_10"] == pytest.approx((1 + 1 + 0.5) / 3, abs=1e-3)
    assert 0 < told["mrr_at_10"] <= 1
    assert {"r_at_1", "r_at_5", "r_at_20", "p50_ms", "p95_ms", "index_s", "peak_mb"} <= told.keys()


def test_an_evaluation_gives_the_same_figures_twice(corpus: Path, questions: Path) -> None:
    def figures() -> dict[str, Any]:
        told = asdict(evaluate(corpus, questions, strip_diacritics=True, abbreviate=True))
        return {name: value for name, value in told.items() if not name.endswith(("_ms", "_s", "_mb"))}

    assert figures() == figures()


def test_the_usual_abbreviations_are_written_for_their_words() -> None:
    assert abbreviated("Người lao động đóng Bảo hiểm xã hội") == "NLĐ đóng BHXH"


@pytest.mark.django_db
@pytest.mark.usefixtures("system")
def test_a_question_on_the_command_line_is_answered(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    make_article(make_edition(make_document()), "97", "Kỳ hạn trả lương", clause("1", "Trả lương chậm thì đền thử."))
    assert run("index").exit_code == 0
    told = json.loads(run("search", "cong ty no luong", "--json", "--on", "2026-11-22").stdout)
    assert [(hit["law_id"], hit["article_id"], hit["anchor"]) for hit in told["hits"]] == [(CODE, "97", "k1")]
    assert "Điều 97" in run("search", "trả lương chậm", "--on", "2026-11-22").stdout
    assert json.loads(run("search", "trả lương chậm", "--on", "2010-01-01", "--json").stdout)["hits"] == []

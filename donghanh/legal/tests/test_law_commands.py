"""``donghanh law import`` and ``law list``: files and folders, told one by one; what cannot be read stops nothing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from donghanh.cli.commands import cli
from donghanh.legal.imports import files_in, origins_in
from donghanh.legal.models import Edition
from donghanh.legal.tests.texts import CONSOLIDATED, LAW

SOURCES = """# Sources

| file | law | note | repo + path | official url | articles parsed |
|---|---|---|---|---|---|
| luat.txt | 7/2024/QH15 | as issued | kho thử | https://vidu.vn/luat | 4 |
| hop-nhat.txt | 7/2024/QH15-VBHN | consolidated | kho thử |  | 4 |
"""
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("system")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "SOURCES.md").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "luat.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "hop-nhat.txt").write_text(CONSOLIDATED, encoding="utf-8")
    (tmp_path / "anh.png").write_bytes(b"x")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["law", *arguments])


def test_a_folder_comes_in_with_what_its_table_of_sources_says(folder: Path) -> None:
    result = run("import", str(folder), "--json")
    assert result.exit_code == 0, result.output
    reports = json.loads(result.stdout)
    assert [(one["file"], one["number"], one["articles"], one["last"]) for one in reports] == [
        ("hop-nhat.txt", "7/2024/QH15", 4, "3"),
        ("luat.txt", "7/2024/QH15", 4, "3"),
    ]
    edition = Edition.objects.get(file_name="luat.txt")
    assert (edition.source, edition.source_url) == ("kho thử", "https://vidu.vn/luat")


def test_a_dry_run_tells_and_writes_nothing(folder: Path) -> None:
    result = run("import", str(folder), "--dry-run")
    assert "7/2024/QH15" in result.stdout
    assert "4 articles" in result.stdout
    assert not Edition.objects.exists()


def test_a_file_that_cannot_be_read_is_told_and_stops_nothing(folder: Path) -> None:
    bad = folder / "a.pdf"
    bad.write_bytes(b"%PDF-1.7 x")
    result = run("import", str(folder))
    assert (result.exit_code, Edition.objects.count()) == (0, 2)
    assert "a.pdf" in result.stderr
    alone = run("import", str(bad))
    assert (alone.exit_code, alone.stdout) == (1, "")


def test_the_same_folder_again_is_already_there(folder: Path) -> None:
    run("import", str(folder))
    assert run("import", str(folder)).stdout.count("already there") == 2


def test_the_list_says_what_the_library_holds(folder: Path) -> None:
    run("import", str(folder))
    rows = {row["number"]: row for row in json.loads(run("list", "--json").stdout)}
    assert (rows["7/2024/QH15"]["articles"], rows["7/2024/QH15"]["texts"]) == (4, 2)
    assert rows["7/2024/QH15"]["verification"] == "draft"
    assert "4 articles" in run("list").stdout


def test_load_takes_the_folder_of_the_settings_or_says_that_there_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DONGHANH_LAW_DIR", str(folder / "nowhere"))
    assert "DONGHANH_LAW_DIR" in run("load").stderr
    monkeypatch.setenv("DONGHANH_LAW_DIR", str(folder))
    assert "2 read, 2 new" in run("load").stderr
    assert "2 read, 0 new" in run("load").stderr


def test_only_texts_of_a_folder_are_read(folder: Path) -> None:
    assert [file.name for file in files_in([folder])] == ["hop-nhat.txt", "luat.txt"]
    assert origins_in(folder)["luat.txt"].number == "7/2024/QH15"

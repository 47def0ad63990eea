"""Keys of sealed fields from the command line: made once, replaced, and missed when they are gone."""

import re
import sqlite3
from contextlib import closing

from donghanh.cli.tests.test_backups import run
from donghanh.kernel.configuration import new_field_key
from donghanh.kernel.seals import Sealer


def _names(said: str) -> list[str]:
    return re.findall(r"^([0-9a-f]{8}) ", said, re.MULTILINE)


def test_a_rotation_adds_a_key_in_front_that_nobody_else_may_read(tmp_path) -> None:
    code, before = run(tmp_path, "keys", "list")
    assert code == 0, before
    code, said = run(tmp_path, "keys", "rotate")
    assert code == 0, said
    file = tmp_path / "field.keys"
    assert file.stat().st_mode & 0o077 == 0
    assert len(file.read_text().split()) == 2
    _code, after = run(tmp_path, "keys", "list")
    assert len(_names(after)) == 2
    assert _names(after)[1] == _names(before)[0]


def test_doctor_and_serve_say_so_when_the_key_of_the_database_is_gone(tmp_path) -> None:
    code, said = run(tmp_path, "keys", "rotate")
    assert code == 0, said
    lost = Sealer([new_field_key()]).seal("0900000001", "user.phone")
    with closing(sqlite3.connect(tmp_path / "donghanh.sqlite3")) as database, database:
        assert database.execute("UPDATE org_user SET phone = ?", [lost]).rowcount == 1
    for command in ("doctor", "serve"):
        code, said = run(tmp_path, command)
        assert code == 1
        assert "nobody can read them" in said

"""The log: one event a line, no secrets, no people."""

import json
import logging

import pytest

from donghanh.kernel.logs import JsonLines, PlainLines, request_id, without_people


def record(message: str, *args: object, **extra: object) -> logging.LogRecord:
    made = logging.getLogger("donghanh.try").makeRecord(
        "donghanh.try", logging.WARNING, __file__, 1, message, args, None, extra=extra
    )
    made.created = 1_795_000_000.0
    return made


@pytest.mark.parametrize(
    "text",
    [
        "0912345678", "+84912345678", "84 912 345 678", "0912-345-678", "0912.345.678", "001099012345", "0109901234",
        "ai.do@example.vn",
    ],
)  # fmt: skip
def test_what_looks_like_a_phone_an_id_or_an_address_is_blotted_out(text) -> None:
    assert text not in without_people(f"Không tìm thấy {text}, thử lại")


@pytest.mark.parametrize(
    "text",
    [
        "password=mat-khau-thu", "'csrfmiddlewaretoken': 'abc123'", "Authorization: Bearer abc.def", "api_key=xyz",
        'token: "one two"', "sessionid=abc; path=/", "client_secret=hush",
    ],
)  # fmt: skip
def test_secrets_are_blotted_out(text) -> None:
    blotted = without_people(text)
    for secret in ("mat-khau-thu", "abc123", "abc.def", "xyz", "one two", "abc;", "hush"):
        assert secret not in blotted


@pytest.mark.parametrize(
    "text", ["2026-11-22 20:37:35", "1352585", "seal 17", "a0912345678b" * 5, "12 units", "10.0.0.1"]
)
def test_figures_times_and_hashes_stay(text) -> None:
    assert without_people(text) == text


def test_a_forged_line_stays_within_its_own() -> None:
    line = PlainLines().format(record("tên: %s", "x\r\n2026 INFO root: tất cả đều tốt\x1b[0m\u2028y"))
    assert len(line.splitlines()) == 1
    assert "\\r\\n2026" in line
    assert "\x1b" not in line


def test_a_json_line_is_one_object_with_its_facts() -> None:
    kept = request_id.set("ab12")
    try:
        line = JsonLines().format(record("refused", status=404, pattern="people/<int:pk>/", phone="0912345678"))
    finally:
        request_id.reset(kept)
    facts = json.loads(line)
    assert "\n" not in line
    assert (facts["message"], facts["status"], facts["request"]) == ("refused", 404, "ab12")
    assert facts["time"].endswith("+00:00")
    assert facts["phone"] == "***"


def test_a_trace_tells_no_phone_either() -> None:
    try:
        int("0912345678x 0912345678")
    except ValueError as error:
        made = record("broken")
        made.exc_info = (ValueError, error, error.__traceback__)
    for lines in (JsonLines(), PlainLines()):
        text = lines.format(made)
        assert "ValueError" in text
        assert " 0912345678" not in text

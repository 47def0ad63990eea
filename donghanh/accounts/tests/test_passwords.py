"""What a password may be: long rather than odd, and not what everybody here would try first."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


def refusals(password: str, user=None) -> set[str]:
    try:
        validate_password(password, user)
    except ValidationError as error:
        return {str(problem.code) for problem in error.error_list}
    return set()


@pytest.mark.parametrize(
    "password",
    [
        "ba con mèo đen ngủ",
        "xe dap mau xanh",
        "Hà Nội có ba cây phượng",
        "công đoàn của tôi vui lắm",
        "8d0q2z-x1v7k",
        "x" * 128,
    ],
)
def test_a_sentence_is_enough_without_capitals_digits_or_signs(password, db) -> None:
    assert refusals(password) == set()


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("1234567", "password_too_short"),
        ("x" * 129, "password_too_long"),
        ("password123", "password_too_common"),
        ("qwertyuiop", "password_too_common"),
        ("congdoan2026", "password_of_our_words"),
        ("CongDoan@2026", "password_of_our_words"),
        ("công đoàn 123", "password_of_our_words"),
        ("donghanh-1", "password_of_our_words"),
        ("HaNoi12345", "password_of_our_words"),
        ("khanhhoa!!", "password_of_our_words"),
        ("congdoanhanoi", "password_of_our_words"),
        ("ldld01-ha-noi", "password_of_our_words"),
    ],
)
def test_a_password_that_others_try_first_is_refused(password, why, db) -> None:
    assert why in refusals(password)


def test_the_name_of_ones_own_unit_is_refused_to_its_people_only(dung, binh) -> None:
    assert "password_of_our_words" in refusals("mayvidu-2026", dung)
    assert refusals("mayvidu-2026", binh) == set()


def test_ones_own_name_is_refused(dung) -> None:
    assert "password_of_our_words" in refusals("phamvidudung1", dung)


def test_ones_own_phone_is_refused(chi) -> None:
    chi.phone = "0900000001"
    assert "password_too_similar" in refusals("0900000001", chi)

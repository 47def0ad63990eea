"""Everybody works out what the law gives, on one page, and nothing of it is kept."""

import io
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from donghanh.calculators.calculator import Calculator, calculators
from donghanh.legal.citing import things_citing
from donghanh.legal.models import Article
from donghanh.legal.offers import offers
from donghanh.legal.tests.factories import make_document, make_edition

pytestmark = pytest.mark.django_db
SEVERANCE = "/calculators/severance/"
TWO_YEARS: dict[str, Any] = {"salary": "20 triệu", "years": "7", "insured_years": "5"}
MOST_STATEMENTS = 8


def text_of(client: Client, path: str, status: int = 200, **query: Any) -> str:
    """Ask for a page."""
    answer = client.get(path, query)
    assert answer.status_code == status
    return str(answer.content.decode())


def test_the_list_leads_to_every_calculator_by_topic(client: Client) -> None:
    page = text_of(client, reverse("calculators:calculator-list"))
    assert all(reverse("calculators:calculator", args=[one.name]) in page for one in calculators())
    assert "Tiền lương" in page


@pytest.mark.parametrize("one", calculators(), ids=lambda one: one.name)
def test_every_calculator_asks_in_both_languages(client: Client, one: Calculator) -> None:
    path = reverse("calculators:calculator", args=[one.name])
    assert one.title.vi in text_of(client, path)
    client.post("/i18n/setlang/", {"language": "en"})
    assert one.asks[0].label.en in text_of(client, path).replace("&#x27;", "'")


def test_the_result_stands_on_the_page_with_steps_levels_articles_and_words(client: Client) -> None:
    page = text_of(client, SEVERANCE, **TWO_YEARS)
    wanted = ("20.000.000 đồng", "hai mươi triệu đồng", "84 − 60", "khoản 1 Điều 46, 45/2019/QH14", "Kết quả tham khảo")
    assert [words for words in wanted if words not in page] == []
    assert "đã đối chiếu với văn bản ngày 22/11/2026" in page
    assert 'value="20 triệu"' in page


def test_a_shared_address_gives_the_same_result_to_anybody(client: Client) -> None:
    address = f"{SEVERANCE}?salary=20000000&years=7&insured_years=5&on=2026-07-01"
    page = text_of(client, address)
    assert "http://testserver/calculators/severance/?salary=20000000&amp;years=7" in page
    assert "Theo luật ngày 01/07/2026" in page


def test_wrong_answers_are_shown_beside_their_fields(client: Client) -> None:
    page = text_of(client, SEVERANCE, 422, salary="nhiều", years="7")
    assert "“nhiều” không phải một số" in page
    assert 'value="nhiều"' in page


def test_a_day_that_is_not_known_is_refused_with_the_days(client: Client) -> None:
    page = text_of(client, "/calculators/minimum-wage/", 422, region="I", on="01/01/2030")
    assert "từ ngày 01/07/2022 đến ngày 23/11/2027" in page
    assert "không phải một ngày" in text_of(client, "/calculators/minimum-wage/", 422, region="I", on="mai")


def test_what_is_not_sure_says_so(client: Client) -> None:
    page = text_of(client, "/calculators/minimum-wage/", region="I", on="01/07/2025")
    assert "Có mức cần kiểm chứng" in page
    assert "cần kiểm chứng" in page


def test_both_sides_of_a_change_are_shown(client: Client) -> None:
    page = text_of(client, "/calculators/minimum-wage/", region="I", on="15/12/2025", until="14/01/2026")
    assert "Từ 15/12/2025 đến 31/12/2025" in page
    assert "5.310.000" in page


def test_a_question_that_starts_with_yes_shows_yes(client: Client) -> None:
    page = text_of(client, "/calculators/maternity/")
    assert '<option value="yes" selected>có</option>' in page
    assert "chưa rõ" not in page


def test_more_details_open_only_when_something_was_typed_there(client: Client) -> None:
    answers: dict[str, Any] = {"region": "I", "pay": "6 triệu", "month_days": "26", "until": ""}
    path = "/calculators/minimum-wage/"
    assert "<details open>" not in text_of(client, path, **answers)
    assert "<details open>" in text_of(client, path, **{**answers, "month_days": "24"})


def test_an_unknown_calculator_does_not_exist(client: Client) -> None:
    text_of(client, "/calculators/magic/", 404)


def test_a_page_makes_few_statements_and_is_light(client: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(MOST_STATEMENTS):
        assert len(text_of(client, SEVERANCE, **TWO_YEARS)) < 60_000


def test_levels_are_listed_by_day_and_over_time(client: Client) -> None:
    rates = reverse("calculators:rate-list")
    assert "5.310.000 đồng/tháng" in text_of(client, rates)
    assert "5.310.000" not in text_of(client, rates, on="31/12/2025")
    history = text_of(client, rates, code="base_salary")
    assert "2.340.000" in history
    assert "2.530.000" in history


def test_an_article_that_changed_since_it_was_compared_is_pointed_out(client: Client) -> None:
    edition = make_edition(make_document())
    document = edition.document
    assert document.number == "45/2019/QH14"
    assert "đã thay đổi" not in text_of(client, SEVERANCE)
    Article.objects.create(
        document=document, edition=edition, number="46", position=46, text="Thử", applies_from=date(2026, 11, 23),
        sha256="0" * 64,
    )  # fmt: skip
    with_freeze = text_of(client, SEVERANCE)
    assert "Điều 46 của 45/2019/QH14 đã thay đổi ngày 23/11/2026" in with_freeze


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("lam them ngay le duoc bao nhieu tien", "overtime"),
        ("cong ty no luong 2 thang co duoc nghi viec luon khong", "late-wages"),
        ("nghỉ việc phải báo trước bao nhiêu ngày", "notice"),
        ("lương tối thiểu vùng 2026", "minimum-wage"),
        ("how is severance worked out", "severance"),
    ],
)
def test_a_question_is_offered_the_calculator_that_fits(question: str, name: str) -> None:
    found = [offer.url for offer in offers(question, on=date(2026, 11, 22)) if offer.kind == "calculator"]
    assert found[:2]
    assert any(url.startswith(f"/calculators/{name}/") for url in found[:2])


def test_a_question_about_something_else_is_offered_no_calculator() -> None:
    assert [each for each in offers("đăng ký tạm trú ở đâu", on=date(2026, 11, 22)) if each.kind == "calculator"] == []


def test_an_article_names_the_calculators_built_on_it() -> None:
    found = [thing.url for thing in things_citing("45/2019/QH14", "46") if thing.kind == "calculator"]
    assert found == [SEVERANCE]


def test_nothing_of_what_is_worked_out_is_kept(client: Client) -> None:
    before = _dumped()
    text_of(client, SEVERANCE, **TWO_YEARS)
    assert _dumped() == before


def _dumped() -> str:
    out = io.StringIO()
    call_command("dumpdata", stdout=out, verbosity=0)
    return out.getvalue()

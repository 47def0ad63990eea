"""A reader is told that a wording lacks an amendment, on the page, among results and by program."""

from datetime import date

import pytest

from donghanh.legal.remarks import missing_amendments, remarks
from donghanh.legal.tests.factories import clause, make_article, make_document, make_edition

LACKING = {"code": "amended_elsewhere", "place": "97", "says": {"number": "8/2026/QH16", "day": "01/07/2026"}}
NOISY = {"code": "article_noisy", "place": "97", "says": {"count": "3"}}
OF_ANOTHER = {"code": "cut_off", "place": "98", "says": {"end": "thì"}}
WORDS = "8/2026/QH16 sửa đổi Điều 97 từ 01/07/2026"
AFTER, BEFORE = date(2026, 7, 1), date(2026, 6, 30)


@pytest.fixture
def article(system):
    edition = make_edition(make_document(), findings=[LACKING, NOISY, OF_ANOTHER])
    return make_article(edition, "97", "Kỳ hạn trả lương thử", clause("1", "Trả lương đúng hạn đã hẹn."))


def test_a_wording_says_which_amendment_it_lacks_from_the_day_of_the_amendment(article) -> None:
    assert len(missing_amendments(article, on=AFTER)) == 1
    assert missing_amendments(article, on=BEFORE) == []


def test_flaws_of_other_articles_are_not_told(article) -> None:
    assert len(remarks(article, on=AFTER)) == 2
    assert len(remarks(article, on=BEFORE)) == 1


def test_the_page_and_the_program_are_told(client, article) -> None:
    assert WORDS in client.get("/law/d/45-2019-QH14/97/?on=2026-07-01").text
    assert WORDS not in client.get("/law/d/45-2019-QH14/97/?on=2026-06-30").text
    told = client.get("/api/v1/law/documents/45-2019-QH14/articles/97/?on=2026-07-01").json()
    assert WORDS in told["remarks"][0]

"""Lists of documents, topics, news, packs, papers and typed citations."""

import json
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from donghanh.legal.choices import RelationKind
from donghanh.legal.models import Relation
from donghanh.legal.tests.factories import (
    CODE,
    DECREE,
    OLD_CODE,
    clause,
    make_article,
    make_changed_article,
    make_document,
    make_edition,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("system")]
MOST_STATEMENTS = 10


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-22T09:00:00+07:00", tick=False)


@pytest.fixture
def shelf():
    """A code that replaced another and is guided by a decree."""
    code = make_document()
    make_changed_article(make_edition(code))
    old = make_document(OLD_CODE, in_force_on=date(2013, 5, 1), expired_on=date(2021, 1, 1))
    decree = make_document(DECREE, title="Nghị định thử về lao động", kind="decree", in_force_on=date(2026, 12, 1))
    make_article(make_edition(decree), "7", "Thử", clause("1", "Theo Điều 36 Bộ luật Lao động."))
    Relation.objects.create(document=code, kind=RelationKind.REPLACES, number=OLD_CODE, other=old)
    Relation.objects.create(document=decree, kind=RelationKind.GUIDES, number=CODE, other=code)
    return code


def get(client: Client, name: str, *args: str, status: int = 200, **query: Any) -> Any:
    answer = client.get(reverse(f"legal:{name}", args=args), query)
    assert answer.status_code == status
    return answer


def page(client: Client, name: str, *args: str, **query: Any) -> str:
    return str(get(client, name, *args, **query).content.decode())


@pytest.mark.parametrize(("asked", "numbers"), [
    ({}, {CODE, OLD_CODE, DECREE}),
    ({"q": "bo luat LAO dong"}, {CODE, OLD_CODE}),
    ({"q": "145/2020"}, {DECREE}),
    ({"kind": "decree"}, {DECREE}),
    ({"force": "in_force"}, {CODE}),
    ({"force": "ended"}, {OLD_CODE}),
    ({"force": "coming"}, {DECREE}),
    ({"force": "in_force", "on": "2020-01-01"}, {OLD_CODE}),
    ({"topic": "labour_code"}, {CODE, OLD_CODE, DECREE}),
    ({"kind": "thu gi do", "on": "hom nao"}, {CODE, OLD_CODE, DECREE}),
    ({"q": "khong co gi nhu the"}, set()),
])  # fmt: skip
def test_documents_are_listed_by_words_kind_topic_and_status(client, shelf, asked, numbers) -> None:
    html = page(client, "document-list", **asked)
    assert {number for number in (CODE, OLD_CODE, DECREE) if number in html} == numbers


def test_an_empty_library_says_how_texts_are_loaded(client) -> None:
    html = page(client, "document-list")
    assert "Ở đây chưa nạp văn bản luật nào." in html
    assert "donghanh law import" in html
    assert reverse("legal:desk-import") not in html


def test_those_who_keep_the_law_are_led_to_its_desk(client, an, system) -> None:
    client.force_login(an)
    assert reverse("legal:desk-import") in page(client, "document-list")
    document = make_document()
    assert reverse("legal:desk-document", args=[document.slug]) in page(client, "document", document.slug)


def test_a_long_list_goes_on_page_by_page(client) -> None:
    for number in range(31):
        make_document(f"{number + 1}/2020/QH14", title=f"Luật thử {number:02d}")
    html = page(client, "document-list", q="luat thu")
    assert "Luật thử 29" in html
    assert "Luật thử 30" not in html
    onward = html.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    assert "Luật thử 30" in client.get(reverse("legal:document-list") + onward).content.decode()


def test_a_topic_shows_the_law_of_today_apart_from_the_rest(client, shelf) -> None:
    html = page(client, "topic", "labour_code")
    current, others = html.split("Không có hiệu lực hôm nay")
    assert CODE in current
    assert {number for number in (OLD_CODE, DECREE) if number in others} == {OLD_CODE, DECREE}
    get(client, "topic", "khong_co", status=404)


def test_a_topic_names_the_laws_that_are_not_there(client) -> None:
    assert f"Chưa có trong thư viện: {CODE}" in page(client, "topic", "labour_code")


def test_news_tell_what_begins_ends_and_changes(client, shelf) -> None:
    html = page(client, "new")
    assert html.index("Nghị định 145/2020/NĐ-CP áp dụng từ 01/12/2026") < html.index("Đến hôm nay")
    assert "Bộ luật Lao động 45/2019/QH14: có điều thay đổi từ 01/07/2026" in html
    assert "Điều 36" in html
    assert "from=2026-06-30&amp;to=2026-07-01" in html


def test_feeds_hold_the_same_news(client, shelf) -> None:
    atom = ET.fromstring(get(client, "new-atom").content)  # noqa: S314 - written here
    entries = atom.findall("{http://www.w3.org/2005/Atom}entry")
    told = json.loads(get(client, "new-json").content)
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert len(entries) == len(told["items"]) == len({item["id"] for item in told["items"]})
    assert any("45/2019/QH14" in item["title"] for item in told["items"])


def test_a_pack_leads_nowhere_but_within_itself_and_to_its_page(client, shelf, time_machine) -> None:
    time_machine.move_to("2026-12-02T09:00:00+07:00", tick=False)
    answer = get(client, "pack", "labour_code")
    html = answer.content.decode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert f'<a class="dh-cited" href="#{shelf.slug}-36">Điều 36 Bộ luật Lao động</a>' in html
    assert f'id="{shelf.slug}-36-k1-b"' in html
    assert html.count("http") == 2  # The address of the topic's page, as a link and in words.
    assert "src=" not in html


@pytest.mark.parametrize(("name", "args", "words"), [
    ("article-print", ("45-2019-QH14", "36"), ["Điều 36. Quyền thử", "Báo trước 45 ngày", "Chưa có cán bộ"]),
    ("pack-print", ("labour_code",), ["Bộ luật Lao động 45/2019/QH14", "Báo trước 45 ngày"]),
])  # fmt: skip
def test_law_is_printed_in_vietnamese_letters(client, shelf, name, args, words) -> None:
    answer = get(client, name, *args)
    printed = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(answer.content)).pages).split())
    assert [word for word in words if word not in printed] == []


def test_a_network_that_prints_too_much_waits(client, shelf) -> None:
    for _time in range(60):
        get(client, "pack", "osh")
    get(client, "pack", "osh", status=429)


def test_the_code_of_an_article_is_a_picture_of_its_address(client, shelf, settings) -> None:
    settings.PUBLIC_URL = "https://cd.example.vn"
    answer = get(client, "qr", shelf.slug, "36")
    assert answer["Content-Type"] == "image/svg+xml"
    assert ET.fromstring(answer.content).tag.endswith("svg")  # noqa: S314 - drawn here
    get(client, "qr", shelf.slug, "99", status=404)


@pytest.mark.parametrize(("typed", "place"), [
    ("dieu 36 khoan 1 diem b blld", "/law/d/45-2019-QH14/36/#k1-b"),
    ("NĐ 145/2020", "/law/d/145-2020-ND-CP/"),
])  # fmt: skip
def test_a_typed_citation_leads_to_its_place(client, shelf, typed, place) -> None:
    assert get(client, "cite", q=typed, status=302)["Location"] == place


@pytest.mark.parametrize(("typed", "words"), [
    ("Điều 5 Luật Việc làm", "Hiểu là Điều\N{NO-BREAK SPACE}5, 74/2025/QH15"),
    ("<b>nghỉ việc</b>", "Chưa hiểu “&lt;b&gt;nghỉ việc&lt;/b&gt;”"),
])  # fmt: skip
def test_a_typed_citation_that_leads_nowhere_is_explained(client, shelf, typed, words) -> None:
    assert words in get(client, "cite", q=typed, status=404).content.decode()


def test_citations_in_words_of_other_rooms_become_links(shelf) -> None:
    template = Template("{% load law %}{{ words|cited:on }}")
    words = "Xem <i>Điều 36</i>, khoản 1 Điều 36 BLLĐ và Điều 9 Luật Việc làm."
    now = template.render(Context({"words": words, "on": None}))
    assert now == (
        'Xem &lt;i&gt;Điều 36&lt;/i&gt;, <a class="dh-cited" href="/law/d/45-2019-QH14/36/#k1">khoản 1 Điều 36 BLLĐ</a>'
        " và Điều 9 Luật Việc làm."
    )
    then = template.render(Context({"words": "Điều 36 BLLĐ", "on": date(2022, 1, 1)}))
    assert 'href="/law/d/45-2019-QH14/36/?on=2022-01-01"' in then
    assert "<a" not in template.render(Context({"words": "Điều 36 BLLĐ", "on": date(2000, 1, 1)}))


@pytest.mark.parametrize(("name", "args"), [
    ("document-list", ()), ("topic", ("labour_code",)), ("new", ()), ("pack", ("labour_code",)), ("cite", ()),
])  # fmt: skip
def test_a_page_of_the_library_asks_the_database_little(
    client, shelf, name, args, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(MOST_STATEMENTS):
        get(client, name, *args)

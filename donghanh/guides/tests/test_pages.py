"""The pages of guides: whole without an account and without JavaScript, light, in both languages."""

from datetime import date
from typing import Any

import pytest

from donghanh.guides.models import Guide, GuideVersion
from donghanh.guides.queries.known import library
from donghanh.guides.tests.factories import content, make_guide, words
from donghanh.legal.citing import things_citing
from donghanh.legal.offers import offers
from donghanh.legal.tests.factories import clause, make_article, make_document, make_edition

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 8
LIGHT = 40_000


@pytest.fixture
def version(system) -> GuideVersion:
    """A guide that came with the site."""
    return make_guide()


def test_a_guide_is_whole_on_one_page(version, client) -> None:
    page = client.get("/guides/no-luong/").content.decode()
    for words_of_it in (
        "Bị nợ lương", "Giữ phiếu lương", "trong 6 tháng", "Hợp đồng", "Công đoàn cơ sở", "Đừng ký giấy trắng",
        "So với văn bản lưu ngày 01/06/2026", "Chưa có cán bộ kiểm tra", "Xem lại trước 01/12/2026",
    ):  # fmt: skip
        assert words_of_it in page
    assert 'href="#c1"' in page
    assert 'id="c1"' in page


def test_what_is_not_sure_says_so_beside_the_statement(version, client) -> None:
    page = client.get("/guides/no-luong/").content.decode()
    first, second = page.index("Bạn đòi bằng giấy"), page.index("Công đoàn giúp bạn")
    assert "cần kiểm chứng" in page[first:second]
    assert "cần kiểm chứng" not in page[page.index("Công ty phải trả đủ") : first]


def test_a_guide_speaks_english_too(version, client) -> None:
    client.post("/i18n/setlang/", {"language": "en"})
    assert "Wages late" in client.get("/guides/no-luong/").content.decode()


def test_articles_lead_into_the_library_when_it_holds_them(version, client) -> None:
    edition = make_edition(make_document())
    make_article(edition, "97", "Kỳ hạn trả lương", clause("4", "Không quá hạn"))
    page = client.get("/guides/no-luong/").content.decode()
    assert "Kỳ hạn trả lương" in page
    assert "/law/d/45-2019-QH14/97/#k4" in page


def test_a_guide_costs_few_statements_and_few_bytes(version, client, django_assert_max_num_queries) -> None:
    make_article(make_edition(make_document()), "97", "Kỳ hạn trả lương", clause("4", "Không quá hạn"))
    client.get("/guides/no-luong/")
    with django_assert_max_num_queries(MOST_STATEMENTS):
        answer = client.get("/guides/no-luong/")
    assert len(answer.content) < LIGHT
    with django_assert_max_num_queries(MOST_STATEMENTS):
        client.get("/guides/")


@pytest.mark.parametrize("asked", ["nợ lương", "no luong", "cty no luong 2 thang", "Bị NỢ LƯƠNG"])
def test_the_list_finds_a_guide_with_or_without_accents(version, client, asked) -> None:
    assert "/guides/no-luong/" in client.get("/guides/", {"q": asked}).content.decode()


def test_words_that_no_guide_fits_say_so(version, client) -> None:
    page = client.get("/guides/", {"q": "thời tiết ngày mai"}).content.decode()
    assert "Chưa có hướng dẫn hợp với các từ này" in page


def test_a_topic_lists_the_guides_below_it(version, client) -> None:
    assert "/guides/no-luong/" in client.get("/guides/", {"topic": "labour_code"}).content.decode()
    for code in ("khong-co", "\0"):
        assert client.get("/guides/", {"topic": code}).status_code == 404


def test_the_search_box_is_offered_what_fits_with_one_statement(version, django_assert_num_queries) -> None:
    library()
    with django_assert_num_queries(1):
        found = offers("công ty nợ lương thì sao", on=date(2026, 11, 22))
    assert [(offer.kind, offer.url) for offer in found if offer.kind == "guide"] == [("guide", "/guides/no-luong/")]
    assert found[0].summary == "Công ty phải trả đủ."


def test_an_article_knows_the_guides_that_cite_it(version) -> None:
    found = {number: things_citing("45/2019/QH14", number) for number in ("97", "250")}
    assert [thing.url for thing in found["97"] if thing.kind == "guide"] == ["/guides/no-luong/"]
    assert found["250"] == []


def typed(**changes: Any) -> dict[str, Any]:
    """Return the form of a guide as a browser sends it."""
    fields = {
        "topics": ["wages"], "words": "nợ lương", "compared_on": "01/06/2026", "review_by": "01/12/2026",
        "cites": "1 | 45/2019/QH14 | 97 | 4 | | 01/01/2021 | | A |\n2 | 12/2030/NĐ-CP | 9 | | | 01/01/2021 | | B | báo",
    }  # fmt: skip
    for language in ("vi", "en"):
        said = words(title=f"Lời mới {language}")
        fields |= {f"{language}_{name}": said[name] for name in ("title", "question", "answer")}
        fields |= {f"{language}_{name}": "\n".join(said[name]) for name in ("steps", "papers", "traps")}
        fields |= {f"{language}_call": "Công đoàn | Gọi", f"{language}_deadlines": "Hòa giải | 6 tháng [1]"}
    return fields | changes


def test_an_officer_tries_words_out_before_readers_are_given_them(version, an, client) -> None:
    client.force_login(an)
    tried = client.post("/guides/desk/no-luong/", typed(**{"try": "1"}))
    assert "Lời mới vi" in tried.content.decode()
    assert GuideVersion.objects.count() == 1
    assert client.post("/guides/desk/no-luong/", typed(note="mới")).status_code == 302
    assert "Lời mới vi" in client.get("/guides/no-luong/").content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"vi_answer": "Một [1]. Hai [2]."}, "vi.answer has 2 sentences"),
        ({"cites": "một hai"}, "“một hai” không phải căn cứ"),
        ({"cites": "1 | 45/2019/QH14 | 97 | 4 | | hôm qua | | A | "}, "không phải ngày"),
        ({"vi_call": "Công đoàn"}, "cần hai phần"),
    ],
)
def test_what_breaks_the_format_is_told_at_its_field_and_the_rest_is_kept(version, an, client, changes, said) -> None:
    client.force_login(an)
    answer = client.post("/guides/desk/no-luong/", typed(**changes))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Lời mới en" in answer.content.decode()


def test_an_officer_writes_a_guide_of_his_own(an, client) -> None:
    client.force_login(an)
    assert client.post("/guides/desk/new/", typed(slug="com-ca")).status_code == 302
    assert Guide.objects.get().origin == "own"


def test_the_form_shows_a_guide_as_it_is_typed_and_reads_it_back_the_same(version, an, client) -> None:
    client.force_login(an)
    form = client.get("/guides/desk/no-luong/").context["form"]
    sent = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    sent |= {name: f"{sent[name]:%d/%m/%Y}" for name in ("compared_on", "review_by")}
    client.post("/guides/desk/no-luong/", {name: value for name, value in sent.items() if value is not None})
    assert GuideVersion.objects.count() == 1
    assert content().model_dump() == GuideVersion.objects.get().written.model_dump()


def test_the_desk_of_guides_does_not_exist_for_others(version, dung, client) -> None:
    assert client.get("/guides/desk/").status_code == 302
    client.force_login(dung)
    for page in ("/guides/desk/", "/guides/desk/no-luong/", "/guides/desk/review/"):
        assert client.get(page).status_code == 404


def test_words_are_escaped_before_marks_become_links(client, system) -> None:
    make_guide(vi=words(title="<b>Nợ</b>", steps=["Gõ <script>1</script> [1]."]))
    page = client.get("/guides/no-luong/").content.decode()
    assert "<script>1" not in page
    assert "&lt;script&gt;1" in page

"""Leaflets, cards and links: what leaves the site, and what is counted of it."""

from io import BytesIO

import pytest
from django.utils.timezone import localdate, now
from pypdf import PdfReader

from donghanh.core.errors import NotForYou
from donghanh.guides.content_format import sentences
from donghanh.guides.leaflets import LONGEST_CARD, card_text
from donghanh.guides.models import Guide, LinkOpens, ShareLink
from donghanh.guides.services import make_link, retire_guide
from donghanh.guides.tests.factories import content, make_guide, words
from donghanh.org.services import set_document_settings

pytestmark = pytest.mark.django_db
PHONE = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 9) Zalo"}


@pytest.fixture
def guide(system) -> Guide:
    """A guide that came with the site."""
    return make_guide().guide


@pytest.fixture
def link(guide, factory_union, dung) -> ShareLink:
    """A link that the factory's union spreads."""
    return make_link(guide, factory_union, "Nhóm Zalo chuyền 3", actor=dung, at=now())


def printed(answer) -> str:
    """Return the words of a PDF on one line."""
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(("size", "width"), [("a5", 148), ("a4", 210)])
def test_a_leaflet_holds_the_guide_with_its_sources_and_doubts(guide, client, size, width) -> None:
    answer = client.get(f"/guides/no-luong/leaflet-{size}.pdf")
    page = PdfReader(BytesIO(answer.content)).pages[0]
    assert round(float(page.mediabox.width) / 72 * 25.4) == width
    text = printed(answer)
    for part in (
        "Bị nợ lương", "Công ty phải trả đủ [1]. Bạn đòi bằng giấy [2?].", "Giữ phiếu lương", "Việc cần làm",
        "Bộ luật Lao động 45/2019/QH14", "cần kiểm chứng", "So với văn bản lưu ngày 01/06/2026", "testserver/guides/",
    ):  # fmt: skip
        assert part in text


def test_a_leaflet_is_headed_by_a_unit_of_the_officer_only(guide, an, dung, province, factory_union, client) -> None:
    set_document_settings(province, actor=an, heading="LIÊN ĐOÀN LAO ĐỘNG TỈNH VÍ DỤ", parent_heading="TỔNG LIÊN ĐOÀN")
    client.force_login(an)
    answer = client.get("/guides/no-luong/leaflet-a5.pdf", {"unit": province.code})
    assert "LIÊN ĐOÀN LAO ĐỘNG TỈNH VÍ DỤ" in printed(answer)
    client.force_login(dung)
    assert client.get("/guides/no-luong/leaflet-a5.pdf", {"unit": province.code}).status_code == 404
    assert factory_union.name in printed(client.get("/guides/no-luong/leaflet-a5.pdf", {"unit": factory_union.code}))
    assert client.get("/guides/no-luong/leaflet-a3.pdf").status_code == 404


@pytest.mark.parametrize("length", [1, 20, 80])
def test_a_card_keeps_to_its_letters_and_ends_with_the_address(length) -> None:
    answer = f"{'Công ty phải trả ' * length}đủ [1]. Hai [2]. Ba."
    said = content(vi=words(answer=answer)).vi
    card = card_text(said, "https://cd.example.vn/g/abcdefg/")
    assert len(card) <= LONGEST_CARD
    assert card.startswith("Bị nợ lương.")
    assert card.endswith("\nhttps://cd.example.vn/g/abcdefg/")
    assert "[" not in card
    assert (sentences(answer)[0] in card) == (length < 20)


def test_a_link_is_counted_by_day_and_nothing_else_is_kept(link, client) -> None:
    for _ in range(3):
        assert client.get(f"/g/{link.code}/", **PHONE)["Location"] == "/guides/no-luong/"
    count = LinkOpens.objects.get()
    assert (count.day, count.count) == (localdate(), 3)
    assert {field.name for field in LinkOpens._meta.fields} == {"id", "link", "day", "count"}
    assert client.cookies == {}


@pytest.mark.parametrize("agent", ["facebookexternalhit/1.1", "Googlebot/2.1", "ZaloPC-Link-Preview"])
def test_a_program_that_draws_a_preview_is_no_reader(link, client, agent) -> None:
    client.get(f"/g/{link.code}/", HTTP_USER_AGENT=agent)
    client.head(f"/g/{link.code}/", **PHONE)
    assert not LinkOpens.objects.exists()


def test_the_same_place_keeps_its_link(link, guide, factory_union, dung) -> None:
    assert make_link(guide, factory_union, " nhóm  Zalo chuyền 3".title(), actor=dung, at=now()) != link
    assert make_link(guide, factory_union, " Nhóm  Zalo chuyền 3 ", actor=dung, at=now()) == link


def test_the_page_of_spreading_shows_the_card_and_its_opens(link, guide, dung, client) -> None:
    client.get(f"/g/{link.code}/", **PHONE)
    client.force_login(dung)
    page = client.get("/guides/no-luong/share/").content.decode()
    assert f"http://testserver/g/{link.code}/" in page
    assert "1 lượt mở" in page
    assert client.post("/guides/no-luong/share/", {"unit": link.unit_id, "place": ""}).status_code == 422
    assert client.post("/guides/no-luong/share/", {"unit": link.unit_id, "place": "Fanpage"}).status_code == 302
    assert "Fanpage" in client.get("/guides/desk/links/").content.decode()


def test_a_neighbour_neither_makes_nor_sees_the_links_of_a_unit(link, guide, factory_union, binh, client) -> None:
    with pytest.raises(NotForYou):
        make_link(guide, factory_union, "Nhóm khác", actor=binh, at=now())
    client.force_login(binh)
    assert "Nhóm Zalo chuyền 3" not in client.get("/guides/desk/links/").content.decode()


def test_a_worker_has_nothing_to_spread(guide, chi, client) -> None:
    client.force_login(chi)
    assert client.get("/guides/no-luong/share/").status_code == 404
    assert client.get("/guides/desk/links/").status_code == 404


def test_a_link_to_a_retired_guide_leads_to_no_page(link, guide, an, client) -> None:
    retire_guide(guide, actor=an, at=now())
    assert client.get(f"/g/{link.code}/", follow=True).status_code == 404

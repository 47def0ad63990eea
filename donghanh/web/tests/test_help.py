"""The guides: for everybody, in both languages, and true to the pages they speak of."""

import re

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.urls import resolve

from donghanh.core.catalogue import PACKAGE
from donghanh.kernel.text import clean
from donghanh.org.choices import Role
from donghanh.web.help import FOLDER, SLUGS, guides_for, read_guide

LANGUAGES = ("vi", "en")
_ON_SCREEN = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def words_on_screen(language: str) -> set[str]:
    """Return every sentence that a page can say in a language."""
    sides = set()
    for path in PACKAGE.glob("*/locale/vi/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                side = message.string if language == "vi" else message.id
                sides |= {clean(each or "") for each in (side if isinstance(side, (list, tuple)) else [side])}
    return sides


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_names_buttons_as_pages_do(slug, language) -> None:
    text = (FOLDER / f"{slug}.{language}.md").read_text("utf-8")
    named = {clean(words) for words in _ON_SCREEN.findall(text)}
    assert named - words_on_screen(language) == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_guide_says_the_same_things_in_both_languages(slug) -> None:
    vietnamese, english = (read_guide(slug, language) for language in LANGUAGES)
    assert [anchor for anchor, _words in vietnamese.contents] == [anchor for anchor, _words in english.contents]
    assert len(vietnamese.contents) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_link_of_a_guide_leads_somewhere(slug, language) -> None:
    guide = read_guide(slug, language)
    for anchor, _words in guide.contents:
        assert f'id="{anchor}"' in guide.body
    for address in re.findall(r'href="(/[^"]*)"', guide.body):
        assert resolve(address)


@pytest.mark.parametrize(
    ("roles", "first"),
    [
        ([], "worker"),
        ([Role.WORKER], "worker"),
        ([Role.VOLUNTEER], "volunteer"),
        ([Role.OFFICER], "officer"),
        ([Role.ADMINISTRATOR], "administrator"),
        ([Role.VIEWER, Role.WORKER], "viewer"),
        ([Role.SOCIAL_SECURITY_OFFICER], "social-security"),
    ],
)
def test_the_guide_for_ones_role_stands_first(roles, first) -> None:
    guides = guides_for(roles, "vi")
    assert guides[0].slug == first
    assert len(guides) == len(SLUGS)


@pytest.mark.django_db
def test_a_stranger_reads_a_guide_in_his_language(client: Client) -> None:
    vietnamese, english = (read_guide("worker", language) for language in LANGUAGES)
    assert vietnamese.title in client.get("/help/worker/").content.decode()
    client.cookies["language"] = "en"
    assert english.title in client.get("/help/worker/").content.decode()


@pytest.mark.django_db
def test_officers_find_their_guide_on_the_help_page(client: Client, an) -> None:
    client.force_login(an)
    page = client.get("/help/").content.decode()
    assert page.index("/help/officer/") < page.index("/help/worker/")


@pytest.mark.django_db
def test_a_guide_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/help/nobody/").status_code == 404
    assert client.get("/help/worker.vi/").status_code == 404


def test_what_looks_like_a_tag_is_shown_as_typed(tmp_path, monkeypatch) -> None:
    (tmp_path / "worker.vi.md").write_text("# Tên\n\nTóm tắt.\n\n## Mục\n\n<b>đậm</b>\n\n<script>1</script>\n", "utf-8")
    monkeypatch.setattr("donghanh.web.help.FOLDER", tmp_path)
    body = read_guide.__wrapped__("worker", "vi").body
    assert "<b>" not in body
    assert "<script>" not in body
    assert "&lt;b&gt;" in body

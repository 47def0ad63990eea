"""What must hold for every template and for the pages that show the look."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from donghanh.web import navigation
from donghanh.web.views.styleguide import KINDS, styleguide

PACKAGE = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
ICONS = (PACKAGE / "core" / "icons.txt").read_text(encoding="utf-8").split()
FORBIDDEN = re.compile(
    r"""<script(?![^>]*\bsrc=)|<style|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:""", re.IGNORECASE
)
NAMED_ICON = re.compile(r"""{%\s*icon\s+"([^"]+)"|\bicon="([^"]+)\"""")


def page(kind: str) -> str:
    """Return a page of samples as a stranger sees it."""
    request = RequestFactory().get("/styleguide/")
    request.user = AnonymousUser()
    return styleguide(request, kind).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_carries_inline_style_script_or_handler(kind: str) -> None:
    assert FORBIDDEN.findall(page(kind)) == []


def test_no_template_carries_inline_style_script_or_handler() -> None:
    guilty = [str(path) for path in TEMPLATES if FORBIDDEN.search(path.read_text(encoding="utf-8"))]
    assert guilty == []


def test_every_icon_in_use_is_fetched_at_set_up() -> None:
    used = {
        name
        for path in TEMPLATES
        for match in NAMED_ICON.findall(path.read_text(encoding="utf-8"))
        for name in match
        if name
    }
    used |= {place.icon for place in navigation.PLACES}
    assert used - set(ICONS) == set()


@pytest.mark.parametrize("kind", ["desk", "document"])
def test_every_name_given_to_an_element_is_given_once(kind: str) -> None:
    names = re.findall(r'\sid="([^"]+)"', page(kind))
    assert len(names) == len(set(names))


def test_a_stylesheet_stays_short() -> None:
    sheets = (PACKAGE / "core" / "static" / "core").glob("*.css")
    assert {sheet.name for sheet in sheets if len(sheet.read_text(encoding="utf-8").splitlines()) >= 400} == set()

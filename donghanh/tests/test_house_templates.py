"""Templates keep to the content policy: nothing inline that a browser would refuse to apply."""

import re

import pytest

from donghanh.tests.source import PACKAGE, ROOT

TEMPLATES = sorted(PACKAGE.rglob("*.html"))
_TEMPLATE_CODE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_REFUSED = {
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an event handler": re.compile(r"\s(?:on\w+|hx-on[:\w-]*)\s*=", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")", re.IGNORECASE),
}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_template_has_nothing_inline(path) -> None:
    assert _inline(path.read_text("utf-8")) == [], f"{path.relative_to(ROOT)} would not work as written"


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<p class="dh-style">{# style="x" #}{% figure style="s" %}</p>', []),
        ('<script src="{% static "web/app.js" %}" defer></script>', []),
        ('<script id="rows" type="application/json">[]</script>', []),
        ('<p style="width: {{ width }}%">', ["a style attribute"]),
        ("<style>p { margin: 0 }</style>", ["a style element"]),
        ('<a href="#" onclick="go()">', ["an event handler"]),
        ('<a hx-on:click="go()">', ["an event handler"]),
        ('<a href="javascript:go()">', ["a script address"]),
        ("<script>go()</script>", ["an inline script"]),
    ],
)
def test_inline_markup_is_recognised(markup, found) -> None:
    assert _inline(markup) == found


def _inline(markup: str) -> list[str]:
    plain = _TEMPLATE_CODE.sub("", markup)
    return [what for what, pattern in _REFUSED.items() if pattern.search(plain)]

"""Walking the site as a reader: which figures his pages show, and how many rows stand behind each."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

PAGES_OF_A_KIND = 2
"""How many pages of one view are looked at; the figures of each are opened all."""
LEFT_ALONE = re.compile(r"export=|/logout/|\.(docx|pdf|xlsx|json|csv|svg|png)$|^/static/|^/files/|/help/|/styleguide/")


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as a page shows it."""

    page: str
    code: str
    value: int
    url: str


@dataclass
class Page(HTMLParser):
    """What one page holds: links, figures, figures without a link, rows of records."""

    url: str
    links: list[str] = field(default_factory=list)
    figures: list[ShownFigure] = field(default_factory=list)
    waiting_for_link: bool = False
    unlinked: int = 0
    shown: int = 0
    """How many figures there are, those without a value yet included."""
    rows: list[int] = field(default_factory=list)
    records: int | None = None
    next_url: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "dh-figure" in found.get("class", "").split() and found.get("data-state") not in {"missing", "small-group"}:
            self.unlinked += self.waiting_for_link
            self.waiting_for_link = True
        if "data-records" in found:
            self.records = int(found["data-records"])
        if "data-rows" in found:
            self.rows.append(int(found["data-rows"]))
        if tag == "a" and found.get("href"):
            self._link(urljoin(self.url, found["href"]), found)

    def _link(self, url: str, found: dict[str, str]) -> None:
        self.links.append(url)
        if found.get("rel") == "next":
            self.next_url = url
        if "data-figure" in found:
            self.waiting_for_link = False
            self.shown += 1
        if re.fullmatch(r"-?\d+", found.get("data-value", "")):
            self.figures.append(ShownFigure(self.url, found["data-figure"], int(found["data-value"]), url))

    def close(self) -> None:
        super().close()
        self.unlinked += self.waiting_for_link


def read(client: Client, url: str) -> Page:
    """Open a page and take it apart."""
    answer = client.get(url)
    assert answer.status_code == 200, (answer.status_code, url)
    page = Page(url)
    page.feed(answer.content.decode())
    page.close()
    return page


def walk(client: Client, start: str, *, depth: int) -> Iterator[Page]:
    """Follow the links of pages, a few pages of each kind."""
    seen: set[str] = set()
    kinds: Counter[str] = Counter()
    waiting = [(start, 0)]
    while waiting:
        url, far = waiting.pop(0)
        kind = kind_of(url)
        if url in seen or not kind or kinds[kind] >= PAGES_OF_A_KIND:
            continue
        answer = client.get(url)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            assert answer.status_code in {200, 302}, (answer.status_code, url)
            continue
        seen.add(url)
        kinds[kind] += 1
        page = Page(url)
        page.feed(answer.content.decode())
        page.close()
        yield page
        if far < depth:
            waiting += [(link.partition("#")[0], far + 1) for link in page.links]


def kind_of(url: str) -> str:
    """Return the name of the view behind an address of ours, "" for what is not walked."""
    parts = urlsplit(url)
    if parts.netloc or LEFT_ALONE.search(url):
        return ""
    try:
        return resolve(parts.path).view_name
    except Resolver404:
        return ""


def is_declared(url: str) -> bool:
    """Tell whether a figure leads to declarations: what stands behind it is somebody's word, not rows."""
    return kind_of(url).startswith("indicators:")


def declarations_behind(client: Client, url: str) -> list[int]:
    """Return the numbers that the declarations behind a figure state."""
    return [figure.value for figure in read(client, url).figures]


def rows_behind(client: Client, url: str) -> tuple[int, int | None]:
    """Follow all pages of the records at an address: how many rows they list, how many the page counts."""
    page = read(client, url)
    counted, listed = page.records, sum(page.rows)
    visited = {url}
    while page.next_url and page.next_url not in visited:
        visited.add(page.next_url)
        page = read(client, page.next_url)
        listed += sum(page.rows)
    return listed, counted

"""Every page leads to the section of the guides that speaks of it, in the guide of the reader's role."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from donghanh.org.choices import Role
from donghanh.web.help import SLUGS, read_guide
from donghanh.web.help_sections import SECTIONS, help_address, section_of

ANCHORS = {slug: {anchor for anchor, _words in read_guide(slug, "vi").contents} for slug in SLUGS}
FOR_PROGRAMS = "api:"
OFFICERS_PAGES = ("/", "/sessions/", "/people/", "/units/", "/reach/LDLD-01/", "/reports/", "/figures/")


def names_of_pages(resolver: URLResolver | None = None, above: str = "") -> set[str]:
    """Return the name of every page that people open, with its room."""
    found = set()
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            found |= names_of_pages(entry, f"{above}{entry.namespace}:" if entry.namespace else above)
        elif isinstance(entry, URLPattern) and entry.name and not above.startswith(FOR_PROGRAMS):
            found.add(above + entry.name)
    return found


def test_every_page_of_ours_has_a_section() -> None:
    ours = {name for name in names_of_pages() if ":" in name}
    assert sorted(name for name in ours if not section_of(name)) == []


def test_every_section_stands_in_some_guide() -> None:
    assert set(SECTIONS.values()) - set().union(*ANCHORS.values()) == set()


def test_every_line_of_the_map_is_about_some_page() -> None:
    pages = names_of_pages()
    assert [start for start in SECTIONS if not any(page.startswith(start) for page in pages)] == []


@pytest.mark.parametrize(
    ("roles", "page", "address"),
    [
        ([], "gatherings:check-in", "/help/worker/#check-in"),
        ([Role.VOLUNTEER, Role.WORKER], "gatherings:session-desk", "/help/volunteer/#presence"),
        ([Role.WORKER], "gatherings:my-sessions", "/help/worker/#who-knows"),
        ([Role.VIEWER], "reporting:reach-detail", "/help/viewer/#reach"),
        ([Role.SOCIAL_SECURITY_OFFICER], "indicators:figure-declare", "/help/social-security/#figures"),
        ([Role.OFFICER], "gatherings:session-new", "/help/officer/#plan"),
        ([Role.LEADER, Role.ADMINISTRATOR], "gatherings:session-new", "/help/officer/#plan"),
        ([Role.LEADER, Role.ADMINISTRATOR], "org:unit-visibility", "/help/administrator/#roles"),
        ([], "account_login", "/help/signing-in/#sign-in"),
        ([Role.OFFICER], "programs:token-list", "/help/signing-in/#programs"),
        ([Role.OFFICER], "set_language", "/help/officer/"),
    ],
)
def test_help_leads_to_the_section_of_the_page_for_the_role(roles, page, address) -> None:
    assert help_address(roles, page) == address


@pytest.mark.django_db
@pytest.mark.parametrize("page", OFFICERS_PAGES)
def test_pages_of_officers_link_to_their_help(client: Client, an, province, page) -> None:
    client.force_login(an)
    links = re.findall(r'href="/help/(\w+)/(?:#([\w-]+))?"', client.get(page).content.decode())
    assert links
    assert all(anchor in ANCHORS[guide] for guide, anchor in links)


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/check-in/", "/public/sessions/"])
def test_pages_of_workers_link_to_their_help(client: Client, page) -> None:
    assert "/help/worker/#" in client.get(page).content.decode()

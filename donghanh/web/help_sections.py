"""Which section of the guides speaks of a page: the link “Help” leads there."""

from collections.abc import Iterable

from django.urls import reverse

from donghanh.web.help import DEFAULT_LANGUAGE, SIGNING_IN, read_guide, slugs_for

SECTIONS = {
    "account_": "sign-in",
    "accounts:": "accounts",
    "accounts:contact": "sign-in",
    "accounts:security": "sign-in",
    "accounts:session": "sessions",
    "calculators:": "calculators",
    "calculators:rate-change": "levels",
    "calculators:rate-propose": "levels",
    "core:": "import",
    "gatherings:": "presence",
    "gatherings:check-in": "check-in",
    "gatherings:my-card": "card",
    "gatherings:my-sessions": "who-knows",
    "gatherings:public-sessions": "coming",
    "gatherings:session-cancel": "correct",
    "gatherings:session-copy": "plan",
    "gatherings:session-edit": "correct",
    "gatherings:session-history": "correct",
    "gatherings:session-list": "plan",
    "gatherings:session-new": "plan",
    "gatherings:session-week": "plan",
    "gatherings:worker-attendances": "people",
    "guides:": "guides",
    "guides:desk-": "keep-guides",
    "guides:guide-": "keep-guides",
    "guides:guide-list": "guides",
    "guides:item-": "shelves",
    "guides:link-list": "shelves",
    "guides:report-": "shelves",
    "guides:review-": "keep-guides",
    "guides:share": "shelves",
    "guides:shelf": "shelves",
    "guides:version": "keep-guides",
    "indicators:": "figures",
    "legal:": "ask-law",
    "legal:desk": "keep-law",
    "legal:article": "read-law",
    "legal:cite": "read-law",
    "legal:compare": "read-law",
    "legal:document": "read-law",
    "legal:new": "read-law",
    "legal:pack": "read-law",
    "legal:topic": "read-law",
    "lists:": "lists",
    "mfa_": "second-step",
    "org:": "units",
    "org:account": "accounts",
    "org:role-end": "roles",
    "org:unit-visibility": "roles",
    "org:user-": "accounts",
    "people:": "people",
    "people:card-": "cards",
    "people:worker-card": "cards",
    "privacy:": "data",
    "programs:": "programs",
    "reporting:": "reports",
    "reporting:plan-for-silent": "reach",
    "reporting:reach-": "reach",
    "web:": "today",
}
"""The start of a page's name and the section about it; the longest start wins."""


def section_of(view_name: str) -> str:
    """Return the section about a page, or "" when none is."""
    starts = [start for start in SECTIONS if view_name.startswith(start)]
    return SECTIONS[max(starts, key=len)] if starts else ""


def help_address(roles: Iterable[str], view_name: str) -> str:
    """Return where the help for a page stands, in the guide of the reader's role that speaks of it."""
    section, guides = section_of(view_name), [*slugs_for(roles), SIGNING_IN]
    for slug in guides:
        if section in {anchor for anchor, _words in read_guide(slug, DEFAULT_LANGUAGE).contents}:
            return reverse("web:help-guide", args=[slug]) + f"#{section}"
    return reverse("web:help-guide", args=guides[:1])

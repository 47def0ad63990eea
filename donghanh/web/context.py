"""What the frame around every page needs to know: who reads, in which language, where he may go."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from donghanh.accounts.queries import second_factor_is_waived
from donghanh.org import policy
from donghanh.org.access import grants_of
from donghanh.org.choices import DESK_ROLES, Reading
from donghanh.org.models import Grant
from donghanh.privacy.choices import DESK_THINGS
from donghanh.web import navigation
from donghanh.web.help_sections import help_address


class Frame:
    """The frame of one page; nothing is read from the database before a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def is_demo(self) -> bool:
        """Tell whether the page shows illustrative data and must say so."""
        return settings.DEMO

    @property
    def waives_second_factor(self) -> bool:
        """Tell whether officers sign in with a password alone, and the page must say so."""
        return second_factor_is_waived()

    @property
    def issuer_label(self) -> str:
        """Return what the button for signing in with another site says, or "" when there is none."""
        return str(settings.OIDC_LABEL) if settings.OIDC_ISSUER else ""

    @property
    def language(self) -> str:
        """Return the code of the language on screen."""
        return get_language() or settings.LANGUAGE_CODE

    @cached_property
    def grants(self) -> list[Grant]:
        """Return the roles that the reader holds today."""
        user = getattr(self._request, "user", None)
        return grants_of(user) if user is not None and user.is_authenticated else []

    @cached_property
    def works_at_a_desk(self) -> bool:
        """Tell whether the reader is an officer rather than a worker or a stranger."""
        return any(grant.role in DESK_ROLES for grant in self.grants)

    @property
    def handles_data(self) -> bool:
        """Tell whether some role of the reader opens a page about the data kept of people."""
        roles = {grant.role for grant in self.grants}
        return any(policy.reads(roles, thing, least=Reading.NAME) for thing in DESK_THINGS)

    @property
    def base(self) -> str:
        """Return the base template for pages that officers and workers share."""
        return "base_desk.html" if self.works_at_a_desk else "base_worker.html"

    @property
    def home_unit(self) -> str:
        """Return the name of the first unit the reader works for."""
        return self.grants[0].unit.label if self.grants else ""

    @cached_property
    def tiles(self) -> list[navigation.Tile]:
        """Return the rail's tiles."""
        match = self._request.resolver_match
        return navigation.tiles(self.grants, match.view_name if match else "")

    @property
    def search_url(self) -> str:
        """Return the address of the search page, or "" while there is none."""
        return navigation.address(navigation.SEARCH)

    @property
    def help_url(self) -> str:
        """Return where the help for this page stands, in the guide of the reader's role."""
        match = self._request.resolver_match
        return help_address((grant.role for grant in self.grants), match.view_name if match else "")


def page(request: HttpRequest) -> dict[str, Any]:
    """Give every template its ``frame``."""
    return {"frame": Frame(request)}

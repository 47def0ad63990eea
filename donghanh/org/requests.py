"""The request of somebody who has signed in, as views of every room receive it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from donghanh.org.models import User


class SignedInRequest(HttpRequest):
    """A request that passed ``login_required``."""

    user: User
    htmx: HtmxDetails

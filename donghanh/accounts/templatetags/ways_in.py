"""Ways in beside the password, for the page of signing in."""

from django import template

from donghanh.accounts.senders import sends_codes

register = template.Library()


@register.inclusion_tag("accounts/sign_in_ways.html")
def sign_in_ways() -> dict[str, bool]:
    """List the other ways in that this site offers."""
    return {"sends_codes": sends_codes()}

"""How an account stops being somebody's: its rows stay, so that the trail still says that one account did it."""

from collections.abc import Iterable

from django.utils.timezone import localdate

from donghanh.core.personal_data import ANONYMOUS
from donghanh.org.choices import Role
from donghanh.org.models import Grant, User


def holds_office(user_ids: Iterable[int]) -> bool:
    """Tell whether one of these accounts holds a role, today or later, beyond a worker's own."""
    running = Grant.objects.filter(user__in=list(user_ids), ends_on__gte=localdate())
    return running.exclude(role=Role.WORKER).exists()


def forget_accounts(user_ids: Iterable[int]) -> None:
    """Empty accounts of everything that identifies somebody, and close them for good."""
    for user in User.objects.filter(pk__in=list(user_ids)):
        user.username, user.full_name = f"an-danh-{user.pk}", f"{ANONYMOUS} {user.pk}"
        user.is_active = False
        user.phone = user.email = None
        user.set_unusable_password()
        user.save()
        user.grants.filter(ends_on__gte=localdate()).update(ends_on=localdate())

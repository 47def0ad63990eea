"""Which account somebody means when he types a name."""

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from donghanh.kernel.text import clean, normal_phone
from donghanh.org.choices import Role
from donghanh.org.models import Grant, User


def one_form(typed: str) -> str:
    """Bring a typed name, phone or address to the one form that tries are counted by."""
    return normal_phone(typed) or clean(typed).casefold()


def account_called(typed: str) -> User | None:
    """Return the account with this sign-in name, phone or e-mail; one query, found or not."""
    name = one_form(typed)
    meant = Q(username__iexact=clean(typed)) | Q(phone=name) | Q(email=name)
    return User.objects.filter(meant, is_system=False).order_by("pk").first() if name else None


def account_opened_by_code(phone: str) -> User | None:
    """Return the account that a code sent to this phone signs in: a worker's own, and no officer's.

    Whoever gets hold of a phone number must not get the names of other people with it.
    """
    other_roles = Grant.objects.filter(user=OuterRef("pk"), ends_on__gte=localdate()).exclude(role=Role.WORKER)
    workers = User.objects.filter(~Exists(other_roles), is_active=True, is_system=False)
    return workers.filter(phone=phone).first()

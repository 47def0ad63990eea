"""Phone and e-mail, by which one signs in."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from donghanh.core import audit
from donghanh.core.limits import Limit, spend
from donghanh.kernel.text import normal_phone
from donghanh.org.errors import UserNameTaken
from donghanh.org.models import User

CHANGES = Limit("change of phone or e-mail", 10, timedelta(days=1))
"""Few, since a refusal tells that somebody else has that number or address."""


def change_contact(*, actor: User, phone: str, email: str) -> None:
    """Change one's own phone and e-mail; the trail says which, not from what to what."""
    kept = {"phone": normal_phone(phone) or None, "email": email.lower() or None}
    changed = {name: value for name, value in kept.items() if getattr(actor, name) != value}
    if not changed:
        return
    spend(CHANGES, actor.pk, at=now())
    for name, value in changed.items():
        setattr(actor, name, value)
    try:
        with transaction.atomic():
            actor.save(update_fields=changed)
            audit.record(actor, "change_contact", actor, changed=sorted(changed))
    except IntegrityError:
        raise UserNameTaken(phone or email) from None

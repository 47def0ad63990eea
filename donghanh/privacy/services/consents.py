"""Saying yes and taking it back, in the same place and with as little effort."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import get_language

from donghanh.core import audit
from donghanh.org.models import User
from donghanh.people.erasing import records_of
from donghanh.people.models import Worker
from donghanh.privacy.choices import Method
from donghanh.privacy.errors import PaperNotNamed
from donghanh.privacy.models import Consent
from donghanh.privacy.rules import consent_text
from donghanh.privacy.services.rights import speak_for


@transaction.atomic
def give_consent(worker: Worker, purpose: str, *, actor: User, at: datetime, evidence: str = "") -> Consent:
    """Write down that a person agreed to the text of today; an officer does so from a signed paper."""
    return _say(worker, purpose, actor=actor, at=at, is_given=True, evidence=evidence)


@transaction.atomic
def withdraw_consent(worker: Worker, purpose: str, *, actor: User, at: datetime, evidence: str = "") -> Consent:
    """Write down that a person took his consent back; nothing more is needed for that."""
    return _say(worker, purpose, actor=actor, at=at, is_given=False, evidence=evidence)


def has_consent(worker: Worker, purpose: str, *, at: datetime) -> bool:
    """Tell whether a person agrees to a purpose, in the words of its text of that day.

    Silence is no consent, and a yes to an older text does not cover a newer one.
    """
    said = Consent.objects.filter(worker__in=records_of(worker), purpose=purpose, at__lte=at)
    last = said.order_by("-at", "-pk").first()
    return last is not None and last.is_given and last.version == consent_text(purpose, on=localdate(at)).version


def _say(worker: Worker, purpose: str, *, actor: User, at: datetime, is_given: bool, evidence: str) -> Consent:
    unit, by_person = speak_for(worker, actor=actor)
    if is_given and not by_person and not evidence.strip():
        raise PaperNotNamed
    consent = Consent.objects.create(
        worker=worker,
        purpose=purpose,
        is_given=is_given,
        version=consent_text(purpose, on=localdate(at)).version,
        language=get_language() or "vi",
        method=Method.CLICK if by_person else Method.PAPER,
        evidence=evidence.strip(),
        at=at,
        recorded_by=actor,
    )
    action = "give_consent" if is_given else "withdraw_consent"
    audit.record(actor, action, worker, unit_id=unit.pk, on_behalf=not by_person, purpose=purpose)
    return consent

"""What may change about personal data."""

from donghanh.privacy.services.breaches import add_step, correct_breach, record_breach
from donghanh.privacy.services.consents import give_consent, has_consent, withdraw_consent
from donghanh.privacy.services.contacts import read_contacts
from donghanh.privacy.services.erasure import erase_by_request, kept_erasures, replay_erasures
from donghanh.privacy.services.holds import lift_hold, place_hold
from donghanh.privacy.services.requests import acknowledge, answer, ask, extend, take_back
from donghanh.privacy.services.retention import apply_retention

__all__ = [
    "acknowledge",
    "add_step",
    "answer",
    "apply_retention",
    "ask",
    "correct_breach",
    "erase_by_request",
    "extend",
    "give_consent",
    "has_consent",
    "kept_erasures",
    "lift_hold",
    "place_hold",
    "read_contacts",
    "record_breach",
    "replay_erasures",
    "take_back",
    "withdraw_consent",
]

"""Consents, requests of the people concerned, erasures, holds and breaches."""

from donghanh.privacy.models.breach import Breach, BreachEntry
from donghanh.privacy.models.consent import Consent
from donghanh.privacy.models.erasure import ErasureRecord, LegalHold
from donghanh.privacy.models.request import DataRequest

__all__ = ["Breach", "BreachEntry", "Consent", "DataRequest", "ErasureRecord", "LegalHold"]

"""Whose card was shown at a door."""

from donghanh.people.card_codes import number_in
from donghanh.people.errors import CardAnnulled
from donghanh.people.models import Card, Worker
from donghanh.people.services.identity import standing


def holder_of(text: str) -> Worker | None:
    """Return the person whose card was scanned or typed: by its code or number, or by a member number on record.

    An annulled card raises; one that is not ours is nobody's.
    """
    number = number_in(text)
    if not number:
        worker = Worker.objects.filter(member_no__iexact=text.strip()).select_related("merged_into").first()
        return standing(worker) if worker else None
    card = Card.objects.filter(number=number).select_related("worker__merged_into").first()
    if card is None:
        return None
    if card.ended_at:
        raise CardAnnulled(card)
    return standing(card.worker)

"""How somebody who was erased is recognised in an older backup, without keeping who he was."""

from django.utils.crypto import salted_hmac

from donghanh.kernel.text import fold
from donghanh.people.models import Worker

_SALT = "donghanh.privacy.fingerprints"


def fingerprints_of(worker: Worker) -> list[str]:
    """Return the keyed hashes of what identifies a record, each bound to the number of the record."""
    facts = {
        "name": fold(worker.full_name),
        "phone": worker.phone,
        "member_no": worker.member_no or "",
        "id_number": worker.id_number,
    }
    return sorted(_hash(worker.pk, name, value) for name, value in facts.items() if value)


def is_the_same(worker: Worker, fingerprints: list[str]) -> bool:
    """Tell whether one of the hashes of an erased record fits this one."""
    return not set(fingerprints).isdisjoint(fingerprints_of(worker))


def _hash(worker_id: int, name: str, value: str) -> str:
    return salted_hmac(_SALT, f"{worker_id}/{name}/{value}", algorithm="sha256").hexdigest()

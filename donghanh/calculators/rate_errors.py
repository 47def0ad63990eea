"""Which rules of changing levels can be broken."""

from django.utils.translation import gettext as _

from donghanh.calculators.models import RateChange
from donghanh.kernel.errors import DomainError


class RateDecidedByItsProposer(DomainError):
    """The officer who proposed a level may not approve or refuse it."""

    code = "rate_decided_by_its_proposer"

    def __init__(self, change: RateChange) -> None:
        words = _("You proposed the level “%(rate)s” yourself. Ask a second officer to decide about it.")
        super().__init__(words % {"rate": change})


class RateNotWaiting(DomainError):
    """The change was decided or withdrawn already."""

    code = "rate_not_waiting"

    def __init__(self, change: RateChange) -> None:
        words = _("The level “%(rate)s” no longer waits: it is %(state)s. Propose it anew if it must change.")
        super().__init__(words % {"rate": change, "state": change.get_state_display()})


class RateWaitsAlready(DomainError):
    """Another proposal for the same level and day waits for its decision."""

    code = "rate_waits_already"

    def __init__(self, change: RateChange) -> None:
        words = _("A proposal for “%(rate)s” from %(day)s waits already. Decide about that one first.")
        super().__init__(words % {"rate": change, "day": f"{change.starts_on:%d/%m/%Y}"})


class RateUnknown(DomainError):
    """No calculator uses a level of this name."""

    code = "rate_unknown"

    def __init__(self, code: str) -> None:
        super().__init__(_("No calculator uses the level “%(code)s”. Choose one from the list.") % {"code": code})

"""Rules of guides, links and shelves that can be broken, each with its sentence."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError


class GuideUnfit(DomainError):
    """A guide does not keep to the format."""

    code = "guide_unfit"

    def __init__(self, source: str, field: str, fault: str) -> None:
        self.field, self.fault = field, fault
        message = _("%(source)s, %(field)s: %(fault)s. Mend this place, then try again.")
        super().__init__(message % {"source": source, "field": field, "fault": fault})


class SlugTaken(DomainError):
    """Two guides cannot have one address."""

    code = "guide_address_taken"

    def __init__(self, slug: str) -> None:
        super().__init__(_("The address “%(slug)s” is already taken. Choose another one.") % {"slug": slug})


class NothingNew(DomainError):
    """A guide was saved without a change."""

    code = "guide_unchanged"

    def __init__(self) -> None:
        super().__init__(_("Nothing differs from the version in use. Change something, or leave it as it is."))


class VerifiedByItsWriter(DomainError):
    """Whoever wrote a version cannot be the one who checks it."""

    code = "guide_needs_other_eyes"

    def __init__(self) -> None:
        super().__init__(_("You wrote this version yourself. Ask another officer who keeps the law to check it."))


class VersionNotInUse(DomainError):
    """Something was done to a version that readers are no longer given."""

    code = "guide_version_not_in_use"

    def __init__(self, number: int) -> None:
        message = _("Version %(number)s is not the one in use any more. Open the guide again.")
        super().__init__(message % {"number": number})


class NotWaiting(DomainError):
    """An answer was given about a version that waits for none."""

    code = "guide_version_not_waiting"

    def __init__(self, number: int) -> None:
        message = _("Version %(number)s does not wait for an answer any more. Open the guide again.")
        super().__init__(message % {"number": number})


class GuideRetired(DomainError):
    """A retired guide was to be shared or changed."""

    code = "guide_retired"

    def __init__(self, slug: str) -> None:
        message = _("The guide “%(slug)s” is retired. Bring it back first.")
        super().__init__(message % {"slug": slug})


class AlreadySettled(DomainError):
    """Two officers settled the same mark."""

    code = "stale_mark_settled"

    def __init__(self) -> None:
        super().__init__(_("Somebody has settled this already. Open the list again."))


class ShelfRetired(DomainError):
    """A retired shelf takes no change and no report."""

    code = "shelf_retired"

    def __init__(self, name: str, on: date) -> None:
        message = _("The shelf “%(name)s” was retired on %(day)s. Bring it back first.")
        super().__init__(message % {"name": name, "day": date_format(on, "d/m/Y")})


class ReportClosed(DomainError):
    """A report about a bookcase was answered already."""

    code = "book_report_closed"

    def __init__(self) -> None:
        super().__init__(_("This report was closed already. Open the shelf again to read the note."))

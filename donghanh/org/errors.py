"""Rules of the organisation that can be broken."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from donghanh.kernel.errors import DomainError


class UnitCodeTaken(DomainError):
    """Two units cannot share a code."""

    code = "unit_code_taken"

    def __init__(self, code: str) -> None:
        super().__init__(_("The code %(code)s belongs to another unit. Choose another one.") % {"code": code})


class UnknownUnit(DomainError):
    """No unit has that code."""

    code = "unknown_unit"

    def __init__(self, code: str) -> None:
        super().__init__(_("There is no unit with the code %(code)s. Check the code.") % {"code": code})


class UnitNotThere(DomainError):
    """The unit did not exist on that day."""

    code = "unit_not_there"

    def __init__(self, unit: object, day: date) -> None:
        message = _("%(unit)s does not exist on %(day)s. Choose a day between its founding and its closing.")
        super().__init__(message % {"unit": unit, "day": date_format(day, "d/m/Y")})


class UnitUnderItself(DomainError):
    """A unit cannot hang below itself."""

    code = "unit_under_itself"

    def __init__(self, unit: object, parent: object) -> None:
        message = _("%(unit)s cannot be moved under %(parent)s, which hangs below it. Choose another parent.")
        super().__init__(message % {"unit": unit, "parent": parent})


class HistoryAlreadyWritten(DomainError):
    """A later move is on record; the tree is changed in the order of dates."""

    code = "history_already_written"

    def __init__(self, unit: object, day: date) -> None:
        message = _("%(unit)s already moved on %(day)s or later. Record a decision after that day.")
        super().__init__(message % {"unit": unit, "day": date_format(day, "d/m/Y")})


class UnitStillHasChildren(DomainError):
    """A unit with units below it cannot close."""

    code = "unit_still_has_children"

    def __init__(self, unit: object, count: int) -> None:
        message = _("%(unit)s still has %(count)s units below it. Move or close them first.")
        super().__init__(message % {"unit": unit, "count": count})


class UserNameTaken(DomainError):
    """Two accounts cannot share a sign-in name or phone."""

    code = "user_name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s already has an account. Use another sign-in name.") % {"name": name})


class RoleAboveOwn(DomainError):
    """A leader gives and takes roles below his own only."""

    code = "role_above_own"

    def __init__(self, role: str) -> None:
        message = _("Only an administrator of the unit gives or takes the role %(role)s. Ask one to do it.")
        super().__init__(message % {"role": role})


class NothingToKeep(DomainError):
    """A view would be the whole list."""

    code = "nothing_to_keep"

    def __init__(self) -> None:
        super().__init__(_("There is nothing to keep. Filter the list or choose its columns, then save the view."))


class ViewNameMissing(DomainError):
    """A view has no name."""

    code = "view_name_missing"

    def __init__(self) -> None:
        super().__init__(_("The view has no name. Write what it shows, for example: not members yet."))


class ViewNameTaken(DomainError):
    """Another view of the same list has the name."""

    code = "view_name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(_("Another view of this list is called “%(name)s”. Write another name.") % {"name": name})

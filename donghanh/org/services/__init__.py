"""What may change in the organisation."""

from donghanh.org.services.tree import close_unit, found_unit, merge_unit, move_unit
from donghanh.org.services.units import set_document_settings, update_unit
from donghanh.org.services.users import change_password, create_user, end_role, grant_role, open_account

__all__ = [
    "change_password",
    "close_unit",
    "create_user",
    "end_role",
    "found_unit",
    "grant_role",
    "merge_unit",
    "move_unit",
    "open_account",
    "set_document_settings",
    "update_unit",
]

"""What may change in the organisation."""

from donghanh.org.services.saved_views import (
    choose_columns,
    keep_view,
    open_with_view,
    remove_view,
    rename_view,
    restore_view,
    share_view,
)
from donghanh.org.services.tree import close_unit, found_unit, merge_unit, move_unit
from donghanh.org.services.units import set_document_settings, update_unit
from donghanh.org.services.users import create_user, end_role, grant_role, open_account

__all__ = [
    "choose_columns",
    "close_unit",
    "create_user",
    "end_role",
    "found_unit",
    "grant_role",
    "keep_view",
    "merge_unit",
    "move_unit",
    "open_account",
    "open_with_view",
    "remove_view",
    "rename_view",
    "restore_view",
    "set_document_settings",
    "share_view",
    "update_unit",
]

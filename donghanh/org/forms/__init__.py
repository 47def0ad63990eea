"""What officers type about units, decisions and accounts."""

from donghanh.org.forms.decisions import CloseForm, DecisionForm, FoundForm, MergeForm, MoveForm
from donghanh.org.forms.units import DocumentSettingsForm, UnitForm
from donghanh.org.forms.users import AccountForm, EndRoleForm, RoleForm

__all__ = [
    "AccountForm",
    "CloseForm",
    "DecisionForm",
    "DocumentSettingsForm",
    "EndRoleForm",
    "FoundForm",
    "MergeForm",
    "MoveForm",
    "RoleForm",
    "UnitForm",
]

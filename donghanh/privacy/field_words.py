"""What tables and columns are called on pages of this room, where a model gives them no words of its own."""

from typing import Any

from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.personal_data import PersonalField, Sort

_TABLES = {
    "account.EmailAddress": gettext_lazy("e-mail addresses"),
    "mfa.Authenticator": gettext_lazy("second steps of signing in"),
    "sessions.Session": gettext_lazy("sessions of browsers"),
    "socialaccount.SocialAccount": gettext_lazy("linked sign-ins of other providers"),
    "socialaccount.SocialToken": gettext_lazy("keys of other providers"),
    "usersessions.UserSession": gettext_lazy("devices that are signed in"),
}
_COLUMNS = {
    "account": gettext_lazy("account"),
    "code": gettext_lazy("code"),
    "created_at": gettext_lazy("made at"),
    "data": gettext_lazy("further content"),
    "enterprise": gettext_lazy("enterprise"),
    "extra_data": gettext_lazy("further content"),
    "folded_name": gettext_lazy("name as it is searched"),
    "gone": gettext_lazy("record that was merged away"),
    "ip": gettext_lazy("network address"),
    "kept": gettext_lazy("record that stands"),
    "last_seen_at": gettext_lazy("last used at"),
    "last_used_at": gettext_lazy("last used at"),
    "members": gettext_lazy("numbers of those present"),
    "merged_into": gettext_lazy("record that stands"),
    "name_key": gettext_lazy("name as it is sorted"),
    "provider": gettext_lazy("provider"),
    "session": gettext_lazy("session"),
    "session_data": gettext_lazy("further content"),
    "type": gettext_lazy("kind"),
    "uid": gettext_lazy("number at the provider"),
    "unit": gettext_lazy("unit"),
    "user": gettext_lazy("account"),
    "user_agent": gettext_lazy("browser and device"),
    "worker": gettext_lazy("the person's record"),
}


def table_words(model: type[Model]) -> str:
    """Return what the rows of a model are called."""
    return str(capfirst(_TABLES.get(model._meta.label) or model._meta.verbose_name_plural or ""))


def column_words(each: PersonalField) -> str:
    """Return what a field about people is called."""
    return str(capfirst(_own_words(each.field) or _COLUMNS.get(each.field.name) or _by_sort(each)))


def _own_words(field: "Field[Any, Any]") -> str:
    """Return the words that a model of ours gives; a name made of the column's is none."""
    is_ours = field.model.__module__.startswith("donghanh.")
    return str(field.verbose_name) if is_ours and isinstance(field.verbose_name, Promise) else ""


def _by_sort(each: PersonalField) -> str:
    if each.sort == Sort.OTHER:
        return _("who acted")
    return str(each.sort.label)

"""What is typed about accounts and the roles they hold at a unit."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.kernel.text import clean
from donghanh.org.choices import Role
from donghanh.org.errors import UserNameTaken
from donghanh.org.fields import DayField, PhoneField, spelled
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import User


class RoleForm(AskingForm):
    """A role and the day from which it is held."""

    role = forms.ChoiceField(label=gettext_lazy("Role"))
    starts_on = DayField(label=gettext_lazy("From"), initial=localdate)

    def __init__(self, *args: Any, roles: list[Role], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("forms.ChoiceField", self.fields["role"]).choices = spelled([(role.value, role.label) for role in roles])
        self.initial["role"] = Role.OFFICER if Role.OFFICER in roles else None


class AccountForm(RoleForm):
    """A new account: who it is for, how he signs in, what he does here."""

    full_name = forms.CharField(label=gettext_lazy("Full name"), max_length=100)
    username = forms.CharField(
        label=gettext_lazy("Sign-in name"),
        max_length=60,
        help_text=gettext_lazy("without spaces, for example lethi.vidu"),
    )
    phone = PhoneField(label=gettext_lazy("Phone"), required=False, help_text=gettext_lazy("can be used to sign in"))
    field_order = ["full_name", "username", "phone"]

    def clean_username(self) -> str:
        """Return a sign-in name that is free."""
        name = clean(self.cleaned_data["username"])
        if " " in name:
            raise ValidationError(_("Write “%(name)s” without spaces.") % {"name": name})
        if User.objects.filter(username__iexact=name).exists():
            raise ValidationError(str(UserNameTaken(name)))
        return name

    def clean_phone(self) -> str:
        """Return a phone number that no other account has."""
        phone = str(self.cleaned_data["phone"])
        if phone and User.objects.filter(phone=phone).exists():
            raise ValidationError(str(UserNameTaken(phone)))
        return phone


class EndRoleForm(AskingForm):
    """The first day on which a role is no longer held."""

    on = DayField(label=gettext_lazy("First day without the role"), initial=localdate)

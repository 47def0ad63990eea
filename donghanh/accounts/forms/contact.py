"""Phone and e-mail of one's own account."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.org.fields import PhoneField
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import User


class ContactForm(AskingForm):
    """What one signs in with besides the name."""

    phone = PhoneField(label=gettext_lazy("Phone"), required=False, help_text=gettext_lazy("can be used to sign in"))
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("your own, not your employer's"),
        error_messages={"invalid": gettext_lazy("Write the whole address, for example chi.vidu@example.vn.")},
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, initial={"phone": user.phone, "email": user.email}, **options)
        self._others = User.objects.exclude(pk=user.pk)

    def clean_phone(self) -> str:
        """Return a phone number that no other account has."""
        phone = str(self.cleaned_data["phone"])
        if phone and self._others.filter(phone=phone).exists():
            raise ValidationError(_("%(phone)s cannot be used. Ask an officer of your union.") % {"phone": phone})
        return phone

    def clean_email(self) -> str:
        """Return an address in lower case that no other account has."""
        email = str(self.cleaned_data["email"]).lower()
        if email and self._others.filter(email=email).exists():
            raise ValidationError(_("%(email)s cannot be used. Ask an officer of your union.") % {"email": email})
        return email

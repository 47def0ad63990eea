"""What is typed to give a worker an account."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.kernel.text import clean, fold
from donghanh.org.errors import UserNameTaken
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import User
from donghanh.people.models import Worker


class AccountForm(AskingForm):
    """The name a worker signs in by; his phone works too."""

    username = forms.CharField(label=gettext_lazy("Sign-in name"), max_length=60)

    def __init__(self, *args: Any, worker: Worker, **options: Any) -> None:
        super().__init__(*args, **options)
        self.worker = worker
        # The phone would do as well, but it stays hidden from whoever types this.
        self.initial.setdefault("username", worker.member_no or ".".join(fold(worker.full_name).split()))

    def clean_username(self) -> str:
        """Return a sign-in name that is free."""
        name = clean(self.cleaned_data["username"])
        if " " in name:
            raise ValidationError(_("Write “%(name)s” without spaces.") % {"name": name})
        if User.objects.filter(username__iexact=name).exists():
            raise ValidationError(str(UserNameTaken(name)))
        return name

    def clean(self) -> dict[str, Any]:
        """Refuse while somebody else signs in with this phone."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        phone = self.worker.phone
        if phone and User.objects.filter(phone=phone).exists():
            words = _("Another account signs in with the phone %(phone)s. Correct the phone of one of the two.")
            raise ValidationError(words % {"phone": self.worker.masked_phone})
        return typed

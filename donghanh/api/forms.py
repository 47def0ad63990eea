"""What is typed about tokens and webhooks."""

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from donghanh.api.choices import Event, Scope
from donghanh.api.errors import AddressRefused
from donghanh.api.webhooks.sending import check_address
from donghanh.org.access import holds
from donghanh.org.choices import DESK_ROLES
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import Unit, User

DAYS = [("30", _("30 days")), ("90", _("90 days")), ("180", _("180 days")), ("365", _("one year"))]


class TokenForm(AskingForm):
    """What a token is for, what it may be used for, where and until when."""

    name = forms.CharField(label=_("What it is for"), max_length=80, help_text=_("for example the payroll program"))
    scopes = forms.MultipleChoiceField(
        label=_("It may be used to"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that the token may be used for.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Only with your roles at"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("all your units"),
    )
    days = forms.ChoiceField(label=_("Valid for"), choices=DAYS, initial="90")

    def __init__(self, *args: Any, holder: User, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("forms.ModelChoiceField[Unit]", self.fields["unit"]).queryset = units
        if not holds(holder, *DESK_ROLES):
            own = Scope.READ_OWN
            cast("forms.MultipleChoiceField", self.fields["scopes"]).choices = [(own.value, own.label)]
            self.initial["scopes"] = [own.value]
            del self.fields["unit"]

    @property
    def lifetime(self) -> timedelta:
        """Return how long the token is valid."""
        return timedelta(days=int(self.cleaned_data["days"]))


class WebhookForm(AskingForm):
    """Which address is told of what, at which unit."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none(), empty_label=None)
    url = forms.CharField(
        label=_("Address"), max_length=500, help_text=_("begins with https://"), widget=forms.URLInput
    )
    events = forms.MultipleChoiceField(
        label=_("Tells of"),
        choices=Event.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that the webhook tells of.")},
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("forms.ModelChoiceField[Unit]", self.fields["unit"]).queryset = units

    def clean_url(self) -> str:
        """Refuse an address to which nothing would be sent."""
        url = str(self.cleaned_data["url"]).strip()
        try:
            check_address(url)
        except AddressRefused as refusal:
            raise ValidationError(str(refusal), code=refusal.code) from None
        return url

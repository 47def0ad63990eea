"""What is typed at the secretary's desk of a session."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.uploads import accepted
from donghanh.gatherings.choices import Audience, EvidenceKind
from donghanh.gatherings.models import Evidence, Session
from donghanh.org.fields import PhoneField, refused_in_place
from donghanh.org.models import User

NUMBER = gettext_lazy("Write it as a number, for example 100.")
MOST = 1_000_000


class AudienceField(forms.CharField):
    """What somebody is present as; the desk says it once, every form carries it along."""

    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> Audience:
        """Return the audience that is named."""
        return audience_named(str(value))


def audience_named(text: str) -> Audience:
    """Return the audience that a form or an address names, workers when it names none."""
    return Audience(text) if text in Audience.values else Audience.WORKER


class ScanForm(forms.Form):
    """A member card, read by a handheld scanner or typed from it."""

    number = forms.CharField(
        label=gettext_lazy("Card or member number"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
        error_messages={"required": gettext_lazy("Scan the card, or type the number on it.")},
    )
    audience = AudienceField()


class NameForm(forms.Form):
    """Somebody chosen from the suggestions."""

    worker = forms.IntegerField(widget=forms.HiddenInput, localize=False)
    audience = AudienceField()


class WalkInForm(forms.Form):
    """Somebody who is on no list."""

    full_name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write family name and given name.")},
    )
    phone = PhoneField(
        label=gettext_lazy("Phone"),
        error_messages={"required": gettext_lazy("Write the phone number: a name alone identifies nobody.")},
    )
    audience = AudienceField()


class NumbersForm(forms.Form):
    """How many were present, by audience, and the photo or sheet that shows it."""

    def __init__(self, *args: Any, session: Session, **options: Any) -> None:
        super().__init__(*args, **options)
        for audience in Audience:
            self.fields[f"count_{audience}"] = forms.IntegerField(
                label=audience.label,
                min_value=0,
                max_value=MOST,
                required=False,
                localize=False,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
                error_messages={"invalid": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
            )
        known = session.evidence.order_by("-uploaded_at")
        self.fields["file"] = forms.FileField(
            label=_("Photo or signed sheet"),
            help_text=_("JPG, PNG, WebP or PDF, up to 20 MB"),
            required=False,
            widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
        )
        self.fields["kind"] = forms.ChoiceField(
            label=_("The file is"), choices=EvidenceKind.choices, initial=EvidenceKind.SIGN_SHEET
        )
        if known:
            self.fields["known"] = forms.ModelChoiceField(
                queryset=known,
                label=_("Or a file that is here already"),
                required=False,
                empty_label=_("none"),
            )

    @property
    def count_fields(self) -> list[forms.BoundField]:
        """Return the fields of the numbers."""
        return [self[name] for name in self.fields if name.startswith("count_")]

    def counts(self) -> dict[str, int]:
        """Return the numbers typed, by audience; an empty field leaves what is on record."""
        typed = {audience: self.cleaned_data.get(f"count_{audience}") for audience in Audience.values}
        return {audience: count for audience, count in typed.items() if count is not None}

    def clean_file(self) -> Any:
        """Take what is to be kept of the file; refuse what is no photo and no PDF."""
        file = self.cleaned_data["file"]
        if file:
            with refused_in_place():
                return accepted(file)
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for at least one number or a file."""
        cleaned = super().clean() or {}
        if not self.errors and not self.counts() and not cleaned.get("file"):
            raise ValidationError(_("Nothing was typed yet. Write how many people came, or choose a file."))
        return cleaned

    def known_evidence(self) -> Evidence | None:
        """Return the file that is here already and was chosen."""
        return self.cleaned_data.get("known")


class VolunteersForm(forms.Form):
    """Who takes presence at this one session."""

    volunteers = forms.ModelMultipleChoiceField(
        queryset=User.objects.none(),
        label=gettext_lazy("Volunteers"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, session: Session, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["volunteers"] = [volunteer.user_id for volunteer in session.volunteers.all()]
        field = self.fields["volunteers"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - tells the type checker
        field.queryset = people

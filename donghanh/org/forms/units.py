"""What is typed about a unit itself, and about its official papers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from donghanh.org.choices import SuperiorForm, UnitKind
from donghanh.org.fields import AreaField, spelled
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import DocumentSettings, Unit

ANY_FORM = spelled([("", _("not set")), *SuperiorForm.choices])


class UnitForm(AskingForm):
    """Facts of a unit that need no decision."""

    name = forms.CharField(label=_("Unit name"), max_length=200)
    short_name = forms.CharField(label=_("Short name"), max_length=80, required=False, help_text=_("for narrow places"))
    form = forms.ChoiceField(label=_("Stands on"), choices=ANY_FORM, required=False)
    area = AreaField(label=_("Area"), required=False, help_text=_("commune or province, by name or code"))
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    phone = forms.CharField(label=_("Office phone"), max_length=40, required=False)

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        if kind != UnitKind.SUPERIOR_UNION:
            del self.fields["form"]

    @staticmethod
    def initial_of(unit: Unit) -> dict[str, Any]:
        """Return what is on record now."""
        return {name: getattr(unit, name) for name in UnitForm.base_fields}


class DocumentSettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    """How the official papers of a unit look."""

    class Meta:
        model = DocumentSettings
        fields = [
            "parent_heading", "heading", "symbol", "place", "authority", "signer_title", "signer_name",
            "recipients", "prints_distinct_people",
        ]  # fmt: skip
        help_texts = {
            "parent_heading": _("for example LIÊN ĐOÀN LAO ĐỘNG TP. HÀ NỘI"),
            "heading": _("for example CÔNG ĐOÀN XÃ QUANG MINH"),
            "symbol": _("for example CĐQM"),
            "place": _("for example Quang Minh"),
            "authority": _("for example TM. BAN CHẤP HÀNH"),
            "signer_title": _("for example CHỦ TỊCH"),
        }

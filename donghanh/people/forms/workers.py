"""What is typed about a person: facts, and how he came on the rolls."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.org.fields import DayField, PhoneField, spelled
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import Unit
from donghanh.people.choices import Gender
from donghanh.people.errors import MemberNumberTaken
from donghanh.people.facts import checked_member_no
from donghanh.people.fields import BirthYearField, EnterpriseField, IdNumberField, OwnUnitField
from donghanh.people.models import Enterprise, Worker

_GENDERS = spelled([("", gettext_lazy("not known")), *Gender.choices])


class WorkerForm(AskingForm):
    """Facts of a person; hidden numbers are kept unless new ones are typed."""

    full_name = forms.CharField(label=gettext_lazy("Full name"), max_length=100)
    gender = forms.ChoiceField(label=gettext_lazy("Gender"), choices=_GENDERS, required=False)
    birth_year = BirthYearField(label=gettext_lazy("Year of birth"), required=False)
    member_no = forms.CharField(label=gettext_lazy("Member number"), max_length=30, required=False)
    phone = PhoneField(label=gettext_lazy("Phone"), required=False)
    id_number = IdNumberField(label=gettext_lazy("Identity number"), required=False)

    def __init__(self, *args: Any, worker: Worker | None = None, **options: Any) -> None:
        names = ("full_name", "gender", "birth_year", "member_no")
        if worker:
            options["initial"] = {name: getattr(worker, name) or "" for name in names}
        super().__init__(*args, **options)
        self.worker = worker
        for name in ("phone", "id_number"):
            hidden = getattr(worker, f"masked_{name}", "")
            if hidden:
                words = _("on record: %(hidden)s; type a new one to replace it") % {"hidden": hidden}
                self.fields[name].help_text = words

    def clean_member_no(self) -> str:
        """Return a member number that nobody else has."""
        number = checked_member_no(self.cleaned_data["member_no"]) or ""
        others = Worker.objects.exclude(pk=self.worker.pk if self.worker else 0)
        if number and others.filter(member_no=number).exists():
            raise ValidationError(str(MemberNumberTaken(number)))
        return number

    @property
    def facts(self) -> dict[str, Any]:
        """Return what is to be kept; a hidden number that was left empty stays as it is."""
        facts = {name: self.cleaned_data[name] for name in WorkerForm.base_fields}
        return {name: value for name, value in facts.items() if value or name not in ("phone", "id_number")}


class NewWorkerForm(WorkerForm):
    """A person and the unit whose rolls he comes on."""

    unit = OwnUnitField(label=gettext_lazy("Unit"))
    starts_on = DayField(label=gettext_lazy("Works there from"), initial=localdate)
    enterprise = EnterpriseField()
    department = forms.CharField(
        label=gettext_lazy("Department"), max_length=100, required=False, help_text=gettext_lazy("line, team, shift")
    )
    member_since = DayField(
        label=gettext_lazy("Member from"), required=False, help_text=gettext_lazy("empty if he is no member")
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], enterprises: QuerySet[Enterprise], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("OwnUnitField", self.fields["unit"]).queryset = units
        cast("EnterpriseField", self.fields["enterprise"]).queryset = enterprises


class ConfirmForm(AskingForm):
    """The unit that a provisional person works at."""

    unit = OwnUnitField(label=gettext_lazy("Unit"))
    starts_on = DayField(label=gettext_lazy("Works there from"), initial=localdate)

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        cast("OwnUnitField", self.fields["unit"]).queryset = units

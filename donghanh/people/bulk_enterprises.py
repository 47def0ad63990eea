"""What an officer does to many employers at once."""

from abc import abstractmethod
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.bulk.action import BulkAction
from donghanh.kernel.text import clean
from donghanh.org.fields import AreaField
from donghanh.org.forms.asking import AskingForm
from donghanh.org.models import Area
from donghanh.people import services
from donghanh.people.models import Enterprise
from donghanh.people.queries.enterprises import readable_enterprises


class SectorForm(AskingForm):
    """The sector of many employers."""

    sector = forms.CharField(
        label=gettext_lazy("Sector"), max_length=100, help_text=gettext_lazy("for example garments")
    )


class AreaForm(AskingForm):
    """The area of many employers."""

    area = AreaField(label=gettext_lazy("Area"), help_text=gettext_lazy("commune or province, by name or code"))


class EnterpriseAction(BulkAction):
    """One fact of employers that the actor's units keep on record."""

    fields: type[AskingForm]

    @classmethod
    def form(cls, actor: Any, data: QueryDict | None) -> forms.Form:
        """Ask for the fact."""
        return cls.fields(data)

    @classmethod
    def records(cls, actor: Any) -> QuerySet[Any]:
        """Return the employers that the actor may open."""
        return readable_enterprises(actor)

    def url(self, record: Any) -> str:
        """Return the page of the employer."""
        return reverse("people:enterprise-detail", args=[record.pk])

    def apply(self, record: Any) -> None:
        """Correct the fact."""
        services.update_enterprise(record, actor=self.actor, **self.fact())

    @abstractmethod
    def fact(self) -> dict[str, Any]:
        """Return the fact as it is kept."""


class Sector(EnterpriseAction):
    """Many employers are of one sector."""

    name = "sector"
    title = gettext_lazy("Set the sector")
    fields = SectorForm

    def fact(self) -> dict[str, Any]:
        """Return the sector."""
        return {"sector": clean(self.typed["sector"])}

    def state(self, record: Enterprise) -> dict[str, Any]:
        """Return the sector on record."""
        return {"sector": record.sector}

    def words(self, state: dict[str, Any]) -> str:
        """Name the sector."""
        return state["sector"] or _("not known")

    def take_back(self, record: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Write the old sector again."""
        services.update_enterprise(record, actor=self.actor, sector=before["sector"])


class InArea(EnterpriseAction):
    """Many employers lie in one area."""

    name = "area"
    title = gettext_lazy("Set the area")
    fields = AreaForm

    def fact(self) -> dict[str, Any]:
        """Return the area."""
        return {"area": self.typed["area"]}

    def state(self, record: Enterprise) -> dict[str, Any]:
        """Return the area on record, with its name."""
        return {"area": record.area_id, "name": str(record.area or "")}

    def words(self, state: dict[str, Any]) -> str:
        """Name the area."""
        return state["name"] or _("not known")

    def take_back(self, record: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Write the old area again."""
        area = Area.objects.filter(pk=before["area"]).first() if before["area"] else None
        services.update_enterprise(record, actor=self.actor, area=area)

"""Units and the tree they hang in, readable on any date."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from donghanh.core.fields import FoldedField
from donghanh.org.choices import GRASSROOTS_KINDS, DecisionKind, SuperiorForm, UnitKind
from donghanh.org.querysets import FOREVER, PlacementQuerySet, UnitQuerySet, ids_on


class Unit(models.Model):
    """A body in the union tree, or an office in the social-security tree beside it."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    folded_name = FoldedField(max_length=330, follows=("code", "name", "short_name"))
    kind = models.CharField(_("kind"), max_length=20, choices=UnitKind)
    form = models.CharField(_("form"), max_length=20, choices=SuperiorForm, blank=True)
    area = models.ForeignKey("org.Area", on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("area"))
    address = models.CharField(_("address"), max_length=200, blank=True)
    phone = models.CharField(_("office phone"), max_length=40, blank=True)
    founded_on = models.DateField(_("founded on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successor"),
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = [
            models.CheckConstraint(
                name="unit_closes_after_it_was_founded",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("founded_on")),
            ),
        ]
        indexes = [models.Index(fields=["folded_name"], name="unit_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """Return the name for narrow places."""
        return self.short_name or self.name

    @property
    def is_grassroots(self) -> bool:
        """Tell whether members belong to this unit directly."""
        return self.kind in GRASSROOTS_KINDS

    def placement_on(self, day: date) -> "UnitPlacement | None":
        """Return where the unit hung on ``day``."""
        return self.placements.on(day).first()

    def path_on(self, day: date) -> str:
        """Return the unit's path on ``day``, or "" when it did not exist then."""
        return self.placements.on(day).values_list("path", flat=True).first() or ""


class Decision(models.Model):
    """A numbered paper that founded, moved, merged or closed a unit."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(_("kind"), max_length=10, choices=DecisionKind)
    number = models.CharField(_("number"), max_length=60, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    effective_on = models.DateField(_("in force from"))
    other_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions_about_others"
    )

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["effective_on", "pk"]

    def __str__(self) -> str:
        return f"{self.number or '—'} ({self.get_kind_display()})"


class UnitPlacement(models.Model):
    """Where a unit hung in the tree from one day to another, both included."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="placements")
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="child_placements")
    path = models.CharField(max_length=120)
    base = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    """The unit itself, or for a section the unit that the section belongs to."""
    base_parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), default=FOREVER)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("place in the tree")
        verbose_name_plural = _("places in the tree")
        constraints = [
            models.UniqueConstraint(fields=["unit", "starts_on"], name="unit_has_one_place_from_a_day"),
            models.CheckConstraint(name="placement_starts_before_it_ends", condition=Q(starts_on__lte=F("ends_on"))),
        ]
        indexes = [
            models.Index(fields=["path"], name="placement_by_path"),
            models.Index(fields=["base"], name="placement_by_base"),
            models.Index(fields=["base_parent"], name="placement_by_base_parent"),
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def unit_ids(self) -> list[int]:
        """Return the ids from the root down to the unit itself."""
        return ids_on(self.path)


class DocumentSettings(models.Model):
    """How a unit's official papers look: heading lines, symbol, place, signature, recipients."""

    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="document_settings")
    parent_heading = models.CharField(_("body above, in the heading"), max_length=200, blank=True)
    heading = models.CharField(_("issuing body, in the heading"), max_length=200, blank=True)
    symbol = models.CharField(_("symbol of the issuing body"), max_length=40, blank=True)
    place = models.CharField(_("place name before the date"), max_length=80, blank=True)
    authority = models.CharField(_("signed in the name of"), max_length=120, blank=True)
    signer_title = models.CharField(_("title of the signer"), max_length=80, blank=True)
    signer_name = models.CharField(_("name of the signer"), max_length=80, blank=True)
    recipients = models.TextField(_("recipients, one a line"), blank=True)
    prints_distinct_people = models.BooleanField(
        _("print the number of distinct people as a line of its own"), default=False
    )

    class Meta:
        verbose_name = _("document settings")
        verbose_name_plural = _("document settings")

    def __str__(self) -> str:
        return f"{self.unit}"

"""What people keep of a list: filters and columns under a name, and what each reader has chosen for himself."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SavedView(models.Model):
    """The filters and columns of a list under a name; what it lists is what its reader may see, never more.

    A view without a unit is its maker's own; a shared one belongs to the unit and those who hold a role there.
    """

    list_name = models.SlugField(_("list"), max_length=32)
    name = models.CharField(_("name"), max_length=60)
    query = models.TextField(_("filters"))
    unit_id = models.BigIntegerField(_("unit"), null=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("time"))
    removed_at = models.DateTimeField(_("removed at"), null=True)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        indexes = [models.Index(fields=["unit_id", "list_name"], name="saved_view_by_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["created_by", "list_name", "name"],
                condition=Q(removed_at=None),
                name="one_view_of_a_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ListChoice(models.Model):
    """What one reader has chosen for one list: its columns, and the view that it opens with."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    list_name = models.SlugField(_("list"), max_length=32)
    columns = models.JSONField(_("columns"), default=list)
    view = models.ForeignKey(SavedView, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("choice for a list")
        verbose_name_plural = _("choices for lists")
        constraints = [models.UniqueConstraint(fields=["user", "list_name"], name="one_choice_a_list")]

    def __str__(self) -> str:
        return self.list_name

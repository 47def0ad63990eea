"""Searches of the library that a person keeps, to hear of new law."""

from urllib.parse import urlencode

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SavedSearch(models.Model):
    """A search of the library whose new results its owner is told of."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("name"), max_length=120)
    query = models.CharField(_("words"), max_length=300)
    filters = models.JSONField(_("filters"), default=dict, blank=True)
    seen = models.JSONField(_("results already seen"), default=list, blank=True)
    """Keys of the articles found when the owner last looked."""
    new_count = models.PositiveIntegerField(_("new results"), default=0)
    created_at = models.DateTimeField(_("saved at"))
    checked_at = models.DateTimeField(_("looked through at"), null=True, blank=True)
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "name"], condition=Q(removed_at=None), name="one_saved_search_of_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """Return what the box is asked for this search, as the query of an address."""
        return urlencode({"q": self.query, **self.filters})

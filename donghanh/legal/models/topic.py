"""Topics of legal education: a controlled tree, each branch linked to its laws."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable


class TopicQuerySet(QuerySet["Topic"]):
    """Topics and the branches below them."""

    def branch_ids(self, codes: "Iterable[str]") -> set[int]:
        """Return the ids of the topics with these codes and of all topics below them."""
        branches = self.branches()
        return set().union(*(branches.get(code, set()) for code in codes))

    def branches(self) -> dict[str, set[int]]:
        """Return the ids of every topic and all topics below it, by the topic's code."""
        topics = {pk: (code, parent_id) for pk, code, parent_id in self.values_list("pk", "code", "parent_id")}
        found: dict[str, set[int]] = {code: set() for code, _ in topics.values()}
        for pk in topics:
            above: int | None = pk
            while above is not None:
                code, above = topics[above]
                found[code].add(pk)
        return found

    def in_use(self) -> Self:
        """Leave out retired topics."""
        return self.filter(is_retired=False)


class Topic(models.Model):
    """A subject of sessions, questions and materials."""

    code = models.SlugField(_("code"), max_length=60, unique=True, allow_unicode=False)
    name_vi = models.CharField(_("name in Vietnamese"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    laws = models.JSONField(_("laws, by number"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_retired = models.BooleanField(_("no longer used"), default=False)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name_vi

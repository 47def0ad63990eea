"""Answers that were given to writes, so that the same request sent again is answered and not done again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from donghanh.org.models import User


class KeptAnswer(models.Model):
    """The answer to one write under the key that its sender chose; written in the transaction of the write.

    ``fingerprint`` is the hash of what was asked. Answers to writes name no person.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name=_("user"))
    operation = models.CharField(_("operation"), max_length=120)
    key = models.CharField(_("key"), max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(_("status"), null=True)
    body = models.TextField(_("answer"), blank=True)
    made_at = models.DateTimeField(_("time"), db_index=True)

    class Meta:
        verbose_name = _("kept answer")
        verbose_name_plural = _("kept answers")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "operation", "key"], name="an_answer_is_kept_once_for_a_key_of_a_user"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.key}"

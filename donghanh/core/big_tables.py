"""The shape of tables that grow without bound, so that they can be spread by unit one day.

The key is (unit, id) with an id of ours that sorts by time; nothing points at such a row
with a foreign key, and the unit of a row never changes.
"""

from django.db import models

from donghanh.kernel.ids import uuid7


class BigTable(models.Model):
    """A row of a big table; ``unit_id`` is the host unit and part of the key."""

    pk = models.CompositePrimaryKey("unit_id", "id")
    unit_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)

    class Meta:
        abstract = True

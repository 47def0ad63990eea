"""What a reader is told when the work on an import breaks off."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone
from django.utils.translation import gettext as _

from donghanh.core.import_models import WORKING, BatchState, ImportBatch
from donghanh.kernel.errors import DomainError


@contextmanager
def failing(batch: ImportBatch, state: BatchState) -> Iterator[None]:
    """Leave the batch in ``state`` with a sentence when the work breaks off; what was saved stays saved."""
    try:
        yield
    except Exception as error:
        unknown = _("An unforeseen fault broke the work off; it is in the log of the server.")
        sentence = str(error) if isinstance(error, DomainError) else unknown
        now = timezone.now()
        ImportBatch.objects.filter(pk=batch.pk, state__in=WORKING).update(
            state=state, failure=sentence, moved_at=now, finished_at=now
        )
        raise

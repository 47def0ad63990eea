"""A write that is sent twice is done once: the first answer is kept under the sender's key and given again.

The key is written in the transaction of the write, so that a crash leaves neither. A refused request keeps
nothing: it changed nothing, and may be sent again as it is. Two requests with one key at the same time: the
database lets the second wait for the first, and then it is answered alike.
"""

import hashlib
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from ninja import Schema, Status

from donghanh.api.errors import KeyMissing, KeyUsedForAnother
from donghanh.api.models import KeptAnswer

HEADER = "Idempotency-Key"
KEPT_FOR = timedelta(days=7)
REPEATED = "Idempotency-Replayed"
KEY_FORM = r"^[A-Za-z0-9_-]{8,200}$"
_KEY = re.compile(KEY_FORM)
Operation = Callable[..., Any]


def done_once(operation: Operation) -> Operation:
    """Let a POST be sent again under the same key; other methods are safe to repeat by themselves."""

    @wraps(operation)
    def once(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method != "POST":
            return operation(request, *args, **kwargs)
        key = request.headers.get(HEADER, "")
        if not _KEY.fullmatch(key):
            raise KeyMissing
        with transaction.atomic():
            kept = _kept_now(request, key, at=now())
            if kept.status is not None:
                return _again(kept)
            answer = _written(operation(request, *args, **kwargs))
            kept.status, kept.body = answer.status_code, answer.content.decode()
            kept.save(update_fields=["status", "body"])
            return answer

    return once


def forget_answers() -> None:
    """Delete the answers that need not be given again any more; run daily."""
    KeptAnswer.objects.filter(made_at__lt=now() - KEPT_FOR).delete()


def _kept_now(request: HttpRequest, key: str, *, at: datetime) -> KeptAnswer:
    """Take the key, or return what was answered under it; with another content it is refused."""
    # The pattern of the address, not the address: one key does not serve two sessions.
    operation = request.resolver_match.route if request.resolver_match else request.path
    mine = {"user_id": request.user.pk, "operation": operation, "key": key}
    fingerprint = _fingerprint(request)
    KeptAnswer.objects.filter(**mine, made_at__lt=at - KEPT_FOR).delete()
    try:
        with transaction.atomic():
            return KeptAnswer.objects.create(**mine, fingerprint=fingerprint, made_at=at)
    except IntegrityError:
        kept = KeptAnswer.objects.get(**mine)
    if kept.fingerprint != fingerprint:
        raise KeyUsedForAnother(key)
    return kept


def _fingerprint(request: HttpRequest) -> str:
    """Return the hash of what is asked: the address, the fields, and the files by their content."""
    asked = hashlib.sha256(request.get_full_path().encode())
    if request.content_type == "multipart/form-data":
        for name, values in sorted(request.POST.lists()):
            asked.update(f"\0{name}\0{values}".encode())
        for name, files in sorted(request.FILES.lists()):
            for file in files:
                content = hashlib.file_digest(file, "sha256").hexdigest()
                asked.update(f"\0{name}\0{content}".encode())
                file.seek(0)
    else:
        asked.update(b"\0" + request.body)
    return asked.hexdigest()


def _written(result: Schema | Status[Schema]) -> HttpResponse:
    """Write an answer as it will be given again, letter by letter."""
    status, told = (result.status_code, result.value) if isinstance(result, Status) else (HTTPStatus.OK, result)
    return HttpResponse(told.model_dump_json(by_alias=True), status=status, content_type="application/json")


def _again(kept: KeptAnswer) -> HttpResponse:
    answer = HttpResponse(kept.body, status=kept.status, content_type="application/json")
    answer[REPEATED] = "true"
    return answer

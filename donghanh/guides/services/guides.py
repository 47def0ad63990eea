"""Guides: brought in with the site, written, changed, checked and retired by those who keep the law."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from donghanh.core import audit
from donghanh.core.errors import NotForYou
from donghanh.guides.choices import Origin, VersionState
from donghanh.guides.content_format import Content
from donghanh.guides.errors import (
    GuideRetired,
    NothingNew,
    NotWaiting,
    SlugTaken,
    VerifiedByItsWriter,
    VersionNotInUse,
)
from donghanh.guides.models import Guide, GuideVersion
from donghanh.guides.services.staleness import compared_anew
from donghanh.guides.standings import standing_of
from donghanh.guides.watching import GUIDE
from donghanh.legal.access import authorize_keeper
from donghanh.legal.choices import Verification
from donghanh.org.models import Unit, User

RESERVED = {"desk", "links", "new", "review"}
"""Words that stand in addresses of pages about guides."""
REVIEWED_EVERY = timedelta(days=182)


@dataclass(slots=True)
class Loaded:
    """What came of bringing the shipped guides in."""

    new: int = 0
    changed: int = 0
    waiting: int = 0
    same: int = 0


@transaction.atomic
def load_shipped(contents: Iterable[Content], *, actor: User, at: datetime) -> Loaded:
    """Bring the guides that come with the site in. Safe to repeat.

    What an officer wrote or stands behind is never replaced: a newer shipped version waits beside it.
    """
    authorize_keeper(actor)
    loaded = Loaded()
    guides = {guide.slug: guide for guide in Guide.objects.prefetch_related("versions")}
    for content in contents:
        guide = guides.get(content.slug)
        if guide is None:
            guide = Guide.objects.create(slug=content.slug, origin=Origin.SHIPPED, changed_at=at)
            _add(guide, content, VersionState.IN_USE, actor, at, is_shipped=True)
            loaded.new += 1
            continue
        versions = list(guide.versions.all())
        shipped = next((version for version in versions if version.is_shipped), None)
        if shipped and shipped.digest == _digest(content):
            loaded.same += 1
        elif _is_ours(versions):
            _add(guide, content, VersionState.IN_USE, actor, at, is_shipped=True)
            loaded.changed += 1
        else:
            guide.versions.filter(state=VersionState.WAITING).update(state=VersionState.PAST)
            _add(guide, content, VersionState.WAITING, actor, at, is_shipped=True)
            loaded.waiting += 1
    return loaded


@transaction.atomic
def write_guide(content: Content, *, actor: User, at: datetime, note: str = "") -> GuideVersion:
    """Put a guide of one's own before readers."""
    unit_id = authorize_keeper(actor)
    if content.slug in RESERVED or Guide.objects.filter(slug=content.slug).exists():
        raise SlugTaken(content.slug)
    unit = Unit.objects.filter(pk=unit_id).first()
    guide = Guide.objects.create(slug=content.slug, origin=Origin.OWN, unit=unit, changed_at=at)
    return _add(guide, content, VersionState.IN_USE, actor, at, note=note)


@transaction.atomic
def revise_guide(guide: Guide, content: Content, *, actor: User, at: datetime, note: str = "") -> GuideVersion:
    """Give readers new words; the ones before stay among the versions."""
    authorize_keeper(actor)
    _must_stand(guide)
    content = content.model_copy(update={"slug": guide.slug})
    if guide.versions.filter(state=VersionState.IN_USE, digest=_digest(content)).exists():
        raise NothingNew
    return _add(guide, content, VersionState.IN_USE, actor, at, note=note)


@transaction.atomic
def restore_version(version: GuideVersion, *, actor: User, at: datetime, note: str = "") -> GuideVersion:
    """Give readers the words of an earlier version again, as a version of their own that nobody has checked."""
    return revise_guide(version.guide, version.written, actor=actor, at=at, note=note)


@transaction.atomic
def take_waiting(version: GuideVersion, *, actor: User, at: datetime) -> None:
    """Give readers the newer shipped version that waited."""
    unit_id = authorize_keeper(actor)
    guide = version.guide
    _must_wait(version)
    guide.versions.filter(state=VersionState.IN_USE).update(state=VersionState.PAST)
    guide.versions.filter(pk=version.pk).update(state=VersionState.IN_USE)
    _told_anew(guide, version, actor, at)
    audit.record(actor, "take_shipped_guide", guide, unit_id=unit_id, version=version.number)


@transaction.atomic
def pass_over_waiting(version: GuideVersion, *, actor: User) -> None:
    """Keep to the words in use; the shipped version stays among the versions."""
    unit_id = authorize_keeper(actor)
    _must_wait(version)
    GuideVersion.objects.filter(pk=version.pk).update(state=VersionState.PAST)
    audit.record(actor, "pass_over_shipped_guide", version.guide, unit_id=unit_id, version=version.number)


@transaction.atomic
def verify_guide(version: GuideVersion, *, actor: User, at: datetime) -> None:
    """Stand behind every statement of the version in use; only a second officer can."""
    unit_id = authorize_keeper(actor)
    if actor.is_system:
        raise NotForYou
    if version.made_by_id == actor.pk:
        raise VerifiedByItsWriter
    verified = GuideVersion.objects.filter(pk=version.pk, state=VersionState.IN_USE).update(
        verification=Verification.VERIFIED, checked_by=actor, checked_on=localdate(at)
    )
    if not verified:
        raise VersionNotInUse(version.number)
    _touch(version.guide, at)
    audit.record(actor, "verify_guide", version.guide, unit_id=unit_id, version=version.number)


@transaction.atomic
def renew_comparison(key: str, on: date, *, actor: User) -> None:
    """Note that the version in use was found right under the law of a day, and when to look next."""
    unit_id = authorize_keeper(actor)
    guide = Guide.objects.get(slug=key)
    guide.versions.filter(state=VersionState.IN_USE).update(compared_on=on, review_by=on + REVIEWED_EVERY)
    audit.record(actor, "renew_guide", guide, unit_id=unit_id)


@transaction.atomic
def retire_guide(guide: Guide, *, actor: User, at: datetime) -> None:
    """Take a guide from readers; it can be brought back."""
    unit_id = authorize_keeper(actor)
    Guide.objects.filter(pk=guide.pk).update(retired_at=at, changed_at=at)
    audit.record(actor, "retire_guide", guide, unit_id=unit_id)


@transaction.atomic
def reinstate_guide(guide: Guide, *, actor: User, at: datetime) -> None:
    """Give readers a retired guide again."""
    unit_id = authorize_keeper(actor)
    Guide.objects.filter(pk=guide.pk).update(retired_at=None, changed_at=at)
    audit.record(actor, "reinstate_guide", guide, unit_id=unit_id)


def _add(guide: Guide, content: Content, state: VersionState, actor: User, at: datetime, **facts: Any) -> GuideVersion:
    """Write a version; one in use takes the place of the one before, and of what was found stale in it."""
    unit_id = authorize_keeper(actor)
    if state == VersionState.IN_USE:
        guide.versions.filter(state=VersionState.IN_USE).update(state=VersionState.PAST)
    number = (guide.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    version = GuideVersion.objects.create(
        guide=guide, number=number, state=state, content=_stored(content), digest=_digest(content), made_by=actor,
        made_at=at, compared_on=content.compared_on, review_by=content.review_by, **facts,
    )  # fmt: skip
    if state == VersionState.IN_USE:
        _told_anew(guide, version, actor, at)
    audit.record(actor, "write_guide", guide, unit_id=unit_id, version=number)
    return version


def _told_anew(guide: Guide, version: GuideVersion, actor: User, at: datetime) -> None:
    compared_anew(GUIDE, standing_of(guide.slug, version), actor=actor, at=at)
    _touch(guide, at)


def _touch(guide: Guide, at: datetime) -> None:
    """Let every process read the guides anew."""
    Guide.objects.filter(pk=guide.pk).update(changed_at=at)


def _is_ours(versions: list[GuideVersion]) -> bool:
    """Tell whether readers are given a shipped version that no officer stands behind."""
    in_use = next((version for version in versions if version.state == VersionState.IN_USE), None)
    return in_use is not None and in_use.is_shipped and not in_use.is_verified


def _must_stand(guide: Guide) -> None:
    if guide.retired_at:
        raise GuideRetired(guide.slug)


def _must_wait(version: GuideVersion) -> None:
    _must_stand(version.guide)
    if version.state != VersionState.WAITING:
        raise NotWaiting(version.number)


def _stored(content: Content) -> dict[str, Any]:
    return content.model_dump(mode="json")


def _digest(content: Content) -> str:
    return hashlib.sha256(json.dumps(_stored(content), sort_keys=True).encode()).hexdigest()

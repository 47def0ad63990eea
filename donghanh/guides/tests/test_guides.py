"""Guides through their life: brought in, written anew, checked by other eyes, retired."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from donghanh.conftest import leader_of
from donghanh.core.errors import NotForYou
from donghanh.core.models import AuditEntry
from donghanh.guides.content_format import Content
from donghanh.guides.errors import GuideRetired, NothingNew, NotWaiting, SlugTaken, VerifiedByItsWriter
from donghanh.guides.models import Guide, GuideVersion
from donghanh.guides.queries.known import library
from donghanh.guides.services import (
    load_shipped,
    pass_over_waiting,
    reinstate_guide,
    restore_version,
    retire_guide,
    revise_guide,
    take_waiting,
    verify_guide,
    write_guide,
)
from donghanh.guides.tests.factories import content, make_guide, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(system) -> GuideVersion:
    """A guide that came with the site."""
    return make_guide()


@pytest.fixture
def other(province, system):
    """Another officer of An's province."""
    return leader_of(province, "huong", "Trần Thị Mẫu Hương", system)


def newer() -> Content:
    """Return the guide with another title."""
    return content(vi=words(title="Bị nợ lương lâu"))


def test_bringing_the_same_guides_in_again_changes_nothing(version, system) -> None:
    loaded = load_shipped([content()], actor=system, at=now())
    assert (loaded.new, loaded.same) == (0, 1)
    assert GuideVersion.objects.count() == 1


def test_a_newer_shipped_version_takes_the_place_of_one_nobody_touched(version, system) -> None:
    assert load_shipped([newer()], actor=system, at=now()).changed == 1
    assert library().guides["no-luong"].content.vi.title == "Bị nợ lương lâu"
    assert version.guide.versions.get(number=1).state == "past"


@pytest.mark.parametrize("deed", ["edited", "verified"])
def test_what_an_officer_stands_behind_is_not_replaced_by_a_newer_shipped_version(version, system, an, deed) -> None:
    if deed == "edited":
        revise_guide(version.guide, content(vi=words(title="Lời của An")), actor=an, at=now())
    else:
        verify_guide(version, actor=an, at=now())
    before = library().guides["no-luong"].content.vi.title
    assert load_shipped([newer()], actor=system, at=now()).waiting == 1
    assert library().guides["no-luong"].content.vi.title == before
    waiting = version.guide.versions.get(state="waiting")
    take_waiting(waiting, actor=an, at=now())
    assert library().guides["no-luong"].content.vi.title == "Bị nợ lương lâu"
    with pytest.raises(NotWaiting):
        take_waiting(GuideVersion.objects.get(pk=waiting.pk), actor=an, at=now())


def test_a_waiting_version_that_is_passed_over_does_not_come_back(version, system, an) -> None:
    verify_guide(version, actor=an, at=now())
    load_shipped([newer()], actor=system, at=now())
    pass_over_waiting(version.guide.versions.get(state="waiting"), actor=an)
    assert load_shipped([newer()], actor=system, at=now()).same == 1
    assert not version.guide.versions.filter(state="waiting").exists()


def test_whoever_wrote_a_version_cannot_check_it(version, an, other) -> None:
    fresh = revise_guide(version.guide, newer(), actor=an, at=now(), note="rõ hơn")
    with pytest.raises(VerifiedByItsWriter):
        verify_guide(fresh, actor=an, at=now())
    verify_guide(fresh, actor=other, at=now())
    assert library().guides["no-luong"].checked_on
    assert AuditEntry.objects.filter(action="verify_guide", actor_id=other.pk).exists()


def test_nobody_is_verified_by_the_command_line_nor_past_the_database(version, system) -> None:
    with pytest.raises(NotForYou):
        verify_guide(version, actor=system, at=now())
    with pytest.raises(IntegrityError), transaction.atomic():
        GuideVersion.objects.filter(pk=version.pk).update(verification="verified")


def test_earlier_words_come_back_as_a_version_that_nobody_has_checked(version, an, other) -> None:
    verify_guide(version, actor=other, at=now())
    revise_guide(version.guide, newer(), actor=an, at=now())
    again = restore_version(version, actor=an, at=now())
    assert (again.number, again.is_verified) == (3, False)
    assert library().guides["no-luong"].content.vi.title == "Bị nợ lương"


def test_saving_without_a_change_is_refused(version, an) -> None:
    with pytest.raises(NothingNew):
        revise_guide(version.guide, content(), actor=an, at=now())


def test_a_guide_of_ones_own_needs_an_address_that_is_free(version, an) -> None:
    fresh = write_guide(content("com-ca"), actor=an, at=now())
    assert fresh.guide.unit is not None
    for slug in ("no-luong", "desk"):
        with pytest.raises(SlugTaken, match=slug):
            write_guide(content(slug), actor=an, at=now())


def test_a_retired_guide_is_gone_until_it_is_brought_back(version, an) -> None:
    retire_guide(version.guide, actor=an, at=now())
    assert "no-luong" not in library().guides
    with pytest.raises(GuideRetired):
        revise_guide(Guide.objects.get(), newer(), actor=an, at=now())
    reinstate_guide(version.guide, actor=an, at=now() + timedelta(seconds=1))
    assert "no-luong" in library().guides


def test_only_officers_who_keep_the_law_change_guides(version, dung, chi) -> None:
    """Answer for SECURITY 1: a grassroots leader and a worker keep no law."""
    for actor in (dung, chi):
        for deed in (
            lambda actor=actor: revise_guide(version.guide, newer(), actor=actor, at=now()),
            lambda actor=actor: verify_guide(version, actor=actor, at=now()),
            lambda actor=actor: retire_guide(version.guide, actor=actor, at=now()),
        ):
            with pytest.raises(NotForYou):
                deed()
    assert GuideVersion.objects.count() == 1

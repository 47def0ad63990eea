"""What stands in addresses and in the trail: numbers of records and codes of units, nobody's name or phone."""

import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.test import Client

from donghanh.core.models import AuditEntry
from donghanh.gatherings.services import plan_session
from donghanh.kernel.text import fold
from donghanh.legal.models import Topic
from donghanh.org.models import User

pytestmark = pytest.mark.django_db
LINK = re.compile(r"(?:href|action|src|hx-get|hx-post)=\"(/[^\"#]*)")
MOST = 60


@pytest.fixture
def talk(factory_union, system, nine) -> None:
    plan_session(
        "Tiền làm thêm giờ", factory_union, topics=Topic.objects.filter(code="wages"), starts_at=nine,
        ends_at=nine.replace(hour=11), actor=system, at=nine, is_public=True,
    )  # fmt: skip


def walk(user: User) -> tuple[set[str], int]:
    """Follow links from the first page as far as they go; return every address seen and how many were opened."""
    client = Client()
    client.force_login(user)
    waiting, seen, opened = ["/"], {"/"}, 0
    while waiting and opened < MOST:
        address = waiting.pop(0)
        answer = client.get(address)
        opened += 1
        body = b"".join(answer)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        for link in LINK.findall(body.decode()):
            found = urljoin(address, link.replace("&amp;", "&"))
            if found not in seen:
                seen.add(found)
                if not urlsplit(found).path.startswith(("/static/", "/accounts/logout")):
                    waiting.append(found)
    return seen, opened


def test_no_address_tells_of_a_person(an, dung, chi, chi_worker, talk) -> None:
    """SECURITY 26."""
    for reader in (an, dung, chi):
        addresses, opened = walk(reader)
        assert opened > 3
        text = fold(" ".join(unquote(address) for address in addresses).replace("+", " "))
        for secret in (
            "0900000001",
            fold("Lê Thị Ví Dụ Chi"),
            "vi du chi",
            fold(str(reader.full_name)),
            "sessionid",
            "csrf",
        ):
            assert secret not in text


def test_no_entry_of_the_trail_holds_a_name_or_a_phone(an, dung, chi, chi_worker, talk) -> None:
    """SECURITY 35."""
    for reader in (an, dung, chi):
        walk(reader)
    told = fold(" ".join(f"{entry.subject_id} {entry.details}" for entry in AuditEntry.objects.all()))
    for secret in ("0900000001", fold("Lê Thị Ví Dụ Chi"), fold("Ví Dụ Chi"), "mat khau thu", "mat-khau-thu"):
        assert secret not in told

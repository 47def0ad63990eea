"""Who sees which session: the list, one session, the names behind its figure."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from donghanh.gatherings import services
from donghanh.gatherings.access import session_reading
from donghanh.org.choices import Reading
from donghanh.org.models import User

pytestmark = pytest.mark.usefixtures("clock")


def open_as(client: Client, user: User, name: str, *args: int, **query: str) -> Any:
    client.force_login(user)
    return client.get(reverse(f"gatherings:{name}", args=args), query)


@pytest.fixture
def attended(session, dung, chi_worker, workmate, nine):
    services.record_names(session, [chi_worker, workmate], actor=dung, at=nine)
    services.record_headcount(session, "worker", 5, actor=dung, at=nine)
    return session


def test_each_reader_reads_as_the_matrix_says(attended, dung, em, an, binh, viewer, chi) -> None:
    read = {user.username: session_reading(user, attended) for user in (dung, em, an, viewer)}
    assert read == {"dung": Reading.NAME, "em": Reading.NAME, "an": Reading.NUMBER, "xem": Reading.NUMBER}


def test_a_co_host_reads_the_names_and_those_above_it_numbers(plan, neighbour, binh, confederation, system) -> None:
    from donghanh.conftest import leader_of

    session = plan(co_hosts=[neighbour])
    above = leader_of(confederation, "tld", "Tô Thử Tổng", system)
    assert session_reading(binh, session) == Reading.NAME
    assert session_reading(above, session) == Reading.NUMBER


@pytest.mark.parametrize("name", ["session-detail", "session-presence"])
def test_a_session_does_not_exist_for_strangers(client, attended, binh, chi, giang, name) -> None:
    assert open_as(client, binh, name, attended.pk).status_code == 404
    assert open_as(client, chi, name, attended.pk).status_code == 404
    assert open_as(client, giang, name, attended.pk).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "session-edit", "session-copy", "session-cancel", "session-volunteers", "session-history",
        "session-sign-sheet", "session-desk", "session-hall",
    ],
)  # fmt: skip
def test_only_those_who_may_change_a_session_open_its_doors(
    client, plan, neighbour, dung, em, an, binh, viewer, name
) -> None:
    session = plan(co_hosts=[neighbour])
    assert open_as(client, dung, name, session.pk).status_code == 200
    assert open_as(client, em, name, session.pk).status_code == 200
    for reader in (an, binh, viewer):
        assert open_as(client, reader, name, session.pk).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client, session) -> None:
    answer = client.get(reverse("gatherings:session-detail", args=[session.pk]))
    assert answer.status_code == 302
    assert "login" in answer.url


def test_names_are_listed_for_those_entitled_and_numbers_for_the_rest(client, attended, dung, an) -> None:
    for_dung = open_as(client, dung, "session-presence", attended.pk).content.decode()
    for_an = open_as(client, an, "session-presence", attended.pk).content.decode()
    assert "Lê Thị Ví Dụ Chi" in for_dung
    assert "Lê Thị Ví Dụ Chi" not in for_an
    assert 'data-records="5"' in for_dung
    assert 'data-records="5"' in for_an


def test_the_figure_of_a_session_is_the_number_of_its_records(client, attended, dung) -> None:
    page = open_as(client, dung, "session-detail", attended.pk).content.decode()
    assert 'data-figure="attendances" data-value="5"' in page


def test_names_cannot_be_exported_by_a_reader_of_numbers(client, attended, an, dung) -> None:
    file = open_as(client, dung, "session-presence", attended.pk, export="csv")
    assert "Lê Thị Ví Dụ Chi" in b"".join(file.streaming_content).decode()
    page = open_as(client, an, "session-presence", attended.pk, export="csv")
    assert page["Content-Type"].startswith("text/html")


def test_a_merged_record_is_one_person_on_the_list(client, attended, dung, chi_worker, workmate, system, nine) -> None:
    from donghanh.people.services import merge_workers

    merge_workers(chi_worker, workmate, actor=system, at=nine)
    page = open_as(client, dung, "session-presence", attended.pk).content.decode()
    assert page.count('data-rows="1"') == 1
    assert 'data-records="5"' in page


def test_the_list_shows_the_month_and_its_filters(client, plan, dung, nine) -> None:
    plan("Tiền lương tháng này", topics=["wages"])
    plan("An toàn lao động", topics=["osh"])
    plan("Buổi tháng trước", starts_at=nine - timedelta(days=20))

    def titles(**query: str) -> set[str]:
        answer = open_as(client, dung, "session-list", **query)
        return {row.record.session.title for row in answer.context["table"].rows}

    assert titles() == {"Tiền lương tháng này", "An toàn lao động"}
    assert titles(month="2026-06") == {"Buổi tháng trước"}
    assert titles(q="tien luong") == {"Tiền lương tháng này"}
    assert titles(topic="labour_code") == {"Tiền lương tháng này"}
    assert titles(state="planned") == set()
    assert titles(unit="CS-01") == {"Tiền lương tháng này", "An toàn lao động"}
    assert titles(month="không phải tháng") == {"Tiền lương tháng này", "An toàn lao động"}


def test_a_branch_of_topics_holds_its_topics(client, plan, dung) -> None:
    plan("Chế độ thai sản", topics=["sickness_and_maternity"])
    answer = open_as(client, dung, "session-list", topic="social_insurance")
    assert [line.session.title for line in answer.context["table"].data.data] == ["Chế độ thai sản"]


def test_the_neighbour_lists_none_of_it_and_a_worker_has_no_list(client, session, binh, chi) -> None:
    assert not open_as(client, binh, "session-list").context["page"].rows
    assert open_as(client, chi, "session-list").status_code == 404


def test_the_list_is_exported_whole(client, attended, dung) -> None:
    file = open_as(client, dung, "session-list", export="csv")
    assert "Tiền làm thêm giờ" in b"".join(file.streaming_content).decode()


def test_the_week_shows_its_days(client, session, dung) -> None:
    answer = open_as(client, dung, "session-week")
    days = {day.day.isoformat(): len(day.lines) for day in answer.context["week"]}
    assert len(days) == 7
    assert days["2026-07-01"] == 1


@pytest.mark.parametrize("name", ["session-detail", "session-presence", "session-desk"])
def test_a_page_of_a_session_needs_few_queries(client, attended, dung, name, django_assert_max_num_queries) -> None:
    client.force_login(dung)
    with django_assert_max_num_queries(15):
        client.get(reverse(f"gatherings:{name}", args=[attended.pk]))


def test_the_list_needs_few_queries_however_long(client, plan, dung, django_assert_max_num_queries) -> None:
    for number in range(12):
        plan(f"Buổi {number}")
    client.force_login(dung)
    with django_assert_max_num_queries(18):
        client.get(reverse("gatherings:session-list"))

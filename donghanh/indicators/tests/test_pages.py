"""The pages of figures: who gets them, what they list, what can be typed there."""

import pytest
from django.urls import reverse

from donghanh.indicators.models import Figure, WaitingGroup
from donghanh.indicators.services import import_figures
from donghanh.indicators.tests.conftest import NOW

SESSIONS, ATTENDANCES = "legal_education_sessions", "legal_education_attendances"
LIST = "/figures/"
TYPED = {
    "indicator": "printed_items",
    "kind": "result",
    "starts_on": "01/01/2025",
    "ends_on": "31/12/2025",
    "value": "1.352.585",
    "qualifier": "over",
    "origin": "declared",
    "grade": "C",
    "source": "Báo cáo thử số 12",
}


@pytest.fixture
def figure(state, province):
    return state(province, SESSIONS, "2025", value=7285)


@pytest.fixture
def waiting(quang_minh, system) -> WaitingGroup:
    group = {
        "unit": "Quang Minh Commune Trade Union, Hanoi",
        "parent_code": "LDLD-01",
        "founded_on": "2025-09-26",
        "from": "2025-10-22",
        "to": "2025-10-22",
        "values": [{"indicator": "members", "value": 2900, "qualifier": "over", "kind": "stock"}],
    }
    import_figures({"figures": [group]}, actor=system, at=NOW)
    return WaitingGroup.objects.get()


def addresses(figure, waiting) -> dict[str, str]:
    own = {name: reverse(f"indicators:figure-{name}", args=[figure.pk]) for name in ("detail", "correct", "withdraw")}
    return own | {
        "list": LIST,
        "declare": reverse("indicators:figure-declare"),
        "waiting": reverse("indicators:waiting-list"),
        "group": reverse("indicators:waiting-detail", args=[waiting.pk]),
        "indicators": reverse("indicators:indicator-list"),
        "indicator": reverse("indicators:indicator-detail", args=[SESSIONS]),
        "definition": reverse("indicators:indicator-definition"),
    }


def test_a_stranger_is_asked_to_sign_in_everywhere(client, figure, waiting) -> None:
    for url in addresses(figure, waiting).values():
        response = client.get(url)
        assert (response.status_code, response.url.split("?")[0]) == (302, "/accounts/login/"), url


def test_an_opens_every_page(client, figure, waiting, an) -> None:
    client.force_login(an)
    for url in addresses(figure, waiting).values():
        assert client.get(url).status_code == 200, url


def test_for_binh_the_figures_of_ans_province_do_not_exist(client, figure, waiting, binh) -> None:
    client.force_login(binh)
    urls = addresses(figure, waiting)
    assert {client.get(urls[name]).status_code for name in ("detail", "correct", "withdraw", "group")} == {404}
    listed = client.get(LIST)
    assert listed.status_code == 200
    assert list(listed.context["lines"]) == []
    assert list(client.get(urls["waiting"]).context["page"].rows) == []


def test_chi_reads_what_an_indicator_means_and_no_figures(client, figure, waiting, chi) -> None:
    client.force_login(chi)
    urls = addresses(figure, waiting)
    open_to_her = {name for name, url in urls.items() if client.get(url).status_code == 200}
    assert open_to_her == {"indicators", "indicator", "definition"}
    assert {client.get(urls[name]).status_code for name in urls.keys() - open_to_her} == {404}


def test_an_above_reads_a_figure_of_a_commune_and_not_who_entered_it(client, state, commune, an) -> None:
    figure = state(commune, SESSIONS, "2025", value=3)
    client.force_login(an)
    page = client.get(reverse("indicators:figure-detail", args=[figure.pk]))
    assert (page.status_code, page.context["sees_names"], page.context["may_change"]) == (200, False, False)
    assert figure.entered_by.full_name not in page.content.decode()
    assert client.get(reverse("indicators:figure-correct", args=[figure.pk])).status_code == 404


def test_an_declares_a_figure_with_numbers_as_people_write_them(client, province, an) -> None:
    client.force_login(an)
    response = client.post(reverse("indicators:figure-declare"), {**TYPED, "unit": "LDLD-01"}, follow=True)
    figure = Figure.objects.get()
    assert response.redirect_chain == [(reverse("indicators:figure-detail", args=[figure.pk]), 302)]
    assert (figure.unit, figure.value, figure.qualifier, figure.kind) == (province, 1352585, "over", "flow")
    assert (figure.grade, figure.entered_by) == ("C", an)


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"unit": "LDLD-56"}, "unit"),
        ({"indicator": ""}, "indicator"),
        ({"indicator": "distinct_people"}, "indicator"),
        ({"value": "7.5"}, "value"),
        ({"value": ""}, "value"),
        ({"value": "9", "upper": "4"}, "upper"),
        ({"ends_on": "31/12/2024"}, "ends_on"),
        ({"starts_on": "31/12/2014", "ends_on": "31/12/2015"}, "ends_on"),
        ({"kind": "change"}, "change"),
        ({"change": "5"}, "change"),
        ({"audience": "children"}, "audience"),
        ({"source": " "}, "source"),
    ],
)
def test_a_refusal_stands_beside_its_field_and_keeps_the_rest(client, province, neighbour, an, slip, field) -> None:
    client.force_login(an)
    response = client.post(reverse("indicators:figure-declare"), {**TYPED, "unit": "LDLD-01", **slip})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "Báo cáo thử số 12" in response.content.decode() or field == "source"
    assert not Figure.objects.exists()


def test_a_second_figure_is_refused_in_the_form(client, state, province, an) -> None:
    state(province, "printed_items", "2025", value=5)
    client.force_login(an)
    response = client.post(reverse("indicators:figure-declare"), {**TYPED, "unit": "LDLD-01"})
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["indicator"])


def test_a_target_and_a_range_and_a_part_can_be_typed(client, province, an) -> None:
    client.force_login(an)
    typed = {
        **TYPED,
        "unit": "LDLD-01",
        "indicator": "legal_bookcases",
        "kind": "target",
        "value": "10",
        "upper": "20",
        "place_kind": "dormitory",
    }
    client.post(reverse("indicators:figure-declare"), typed)
    figure = Figure.objects.get()
    assert (figure.kind, figure.minimum, figure.maximum, figure.cuts) == (
        "target",
        10,
        20,
        {"place_kind": "dormitory"},
    )


def test_an_corrects_a_figure_and_finds_the_old_one_below_it(client, figure, an) -> None:
    client.force_login(an)
    url = reverse("indicators:figure-correct", args=[figure.pk])
    form = client.get(url).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    typed |= {"starts_on": "01/01/2025", "ends_on": "31/12/2025", "value": "7.290", "reason": "Cộng sót"}
    page = client.post(url, typed, follow=True)
    assert [line.figure.value for line in page.context["trace"]] == [7285, 7290]
    assert "Cộng sót" in page.content.decode()
    assert Figure.objects.standing().get().value == 7290


def test_an_takes_a_figure_back_with_a_reason(client, figure, an) -> None:
    client.force_login(an)
    url = reverse("indicators:figure-withdraw", args=[figure.pk])
    assert client.post(url, {"reason": ""}).status_code == 422
    assert "Nhầm năm" in client.post(url, {"reason": "Nhầm năm"}, follow=True).content.decode()
    assert not Figure.objects.standing().exists()
    assert client.post(url, {"reason": "Nhầm năm"}).status_code == 409


def test_the_definition_follows_the_indicator_chosen(client, province, an) -> None:
    client.force_login(an)
    part = client.get(reverse("indicators:indicator-definition"), {"indicator": "legal_bookcases"})
    assert "Tủ sách pháp luật" in part.content.decode()
    assert "<html" not in part.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"province", "below", "joint", "target"}),
        ("?unit=LDLD-01", {"province", "joint", "target"}),
        ("?unit=LDLD-01&where=below", {"below"}),
        ("?line=PB02", {"below"}),
        ("?line=annex", {"target"}),
        ("?kind=target", {"target"}),
        ("?origin=published", {"joint"}),
        ("?period=2025", {"province", "joint", "target"}),
        ("?period=2024", {"below"}),
        ("?period=2024-01-01/2024-12-31", {"below"}),
        ("?indicator=legal_education_attendances", {"below"}),
        ("?q=luot+nguoi", {"below"}),
        ("?q=xa+vi+du", {"below"}),
        ("?state=withdrawn", {"gone"}),
        ("?state=", {"province", "below", "joint", "target", "gone"}),
    ],
)
def test_the_list_is_narrowed_by_its_address(client, state, province, neighbour, commune, an, query, expected) -> None:
    from donghanh.indicators.services import withdraw_figure

    named = {
        "province": state(province, SESSIONS, "2025", value=1),
        "below": state(commune, ATTENDANCES, "2024", value=2),
        "joint": state(neighbour, "legal_contests", "2025", value=3, origin="published",
                       credited_to=[neighbour, province]),
        "target": state(province, "new_members", "2025", value=4, kind="target"),
        "gone": state(province, "printed_items", "2023", value=5),
    }  # fmt: skip
    withdraw_figure(named["gone"], actor=an, at=NOW, reason="Thử")
    client.force_login(an)
    listed = [line.figure for line in client.get(LIST + query).context["lines"]]
    names = {name for name, figure in named.items() if figure in listed}
    assert (names, len(listed)) == (expected, len(expected))


@pytest.mark.parametrize("code", ["LDLD-56", "LDLD-99"])
def test_the_list_of_a_unit_out_of_reach_does_not_exist(client, neighbour, an, code) -> None:
    client.force_login(an)
    assert client.get(f"{LIST}?unit={code}").status_code == 404


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_the_list_leaves_as_a_file(client, figure, an, extension) -> None:
    client.force_login(an)
    response = client.get(f"{LIST}?export={extension}")
    content = b"".join(response.streaming_content)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert content.startswith(b"PK") if extension == "xlsx" else "7285" in content.decode()


def test_the_list_asks_the_database_the_same_number_of_times_whatever_its_size(
    client, state, province, an, django_assert_max_num_queries
) -> None:
    for year in range(2016, 2026):
        state(province, SESSIONS, str(year), value=year)
    client.force_login(an)
    with django_assert_max_num_queries(17):
        client.get(LIST)


def test_giang_takes_the_figures_that_wait_for_her_unit(client, waiting, quang_minh, giang) -> None:
    client.force_login(giang)
    url = reverse("indicators:waiting-detail", args=[waiting.pk])
    page = client.get(url)
    assert page.context["form"].offered == [("XA-QM", "XA-QM · Công đoàn xã Quang Minh")]
    assert client.post(url, {"unit": "LDLD-01"}).status_code == 422
    answer = client.post(url, {"unit_found": "XA-QM"})
    assert (answer.status_code, answer.url) == (302, f"{LIST}?unit=XA-QM")
    assert Figure.objects.get().value == 2900
    assert "XA-QM" not in client.get(reverse("indicators:waiting-list")).content.decode()


def test_an_sees_a_waiting_group_below_her_and_cannot_take_it(client, waiting, an) -> None:
    client.force_login(an)
    url = reverse("indicators:waiting-detail", args=[waiting.pk])
    assert client.get(url).context["form"].offered == []
    assert client.post(url, {"unit": "XA-QM"}).status_code == 422
    assert not Figure.objects.exists()

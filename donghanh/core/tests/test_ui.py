"""Every component of the look, drawn through its tag."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from donghanh.core.figures import Change, Figure, Qualifier, State, Target
from donghanh.core.ui import completeness, numbers, seal
from donghanh.core.ui.citation import Citation, Validity
from donghanh.core.ui.due import Due, DueState
from donghanh.core.ui.evidence import segments

NOW = datetime(2026, 11, 23, 4, 41, tzinfo=UTC)
NBSP = "\N{NO-BREAK SPACE}"


def draw(source: str, **context: Any) -> str:
    """Render a template line in Vietnamese."""
    with translation.override("vi"):
        return Template("{% load ui %}" + source).render(Context(context))


def words(html: str) -> str:
    """Keep what a reader reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace(NBSP, " ").split())


def reached(**changes: Any) -> Figure:
    """Return a figure of people, changed as the test needs."""
    values: dict[str, Any] = {"code": "people", "value": 1846, "unit_word": "người", "url": "/people/"}
    return Figure(**values | changes)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1_352_585, "1.352.585"), (0, "0"), (None, "chưa có"), (Decimal("12.50"), "12,5"), (Decimal("100"), "100")],
)
def test_numbers_are_grouped_and_nothing_known_is_said_in_words(value: Any, expected: str) -> None:
    assert draw("{{ value|number }}", value=value) == expected


@pytest.mark.parametrize(("value", "expected"), [(54.1, "54,1"), (100, "100,0"), (0, "0,0"), (66.66, "66,7")])
def test_a_percentage_has_one_decimal_and_a_space_that_never_breaks(value: float, expected: str) -> None:
    assert draw("{{ value|percent }}", value=value) == f"{expected}{NBSP}%"


def test_a_change_always_shows_its_sign() -> None:
    with translation.override("vi"):
        assert numbers.signed_percent(8) == f"+8,0{NBSP}%"
        assert numbers.signed_percent(-3.2) == f"\N{MINUS SIGN}3,2{NBSP}%"


def test_english_readers_get_their_own_marks() -> None:
    with translation.override("en"):
        assert numbers.number(1_352_585) == "1,352,585"
        assert numbers.percent(54.1) == f"54.1{NBSP}%"


def test_a_figure_opens_the_records_it_counts() -> None:
    html = draw("{% figure figure 'l' %}", figure=reached())
    link = re.search(r"<a [^>]*data-figure[^>]*>", html)
    assert link is not None
    assert 'href="/people/"' in link[0]
    assert 'data-figure="people"' in link[0]
    assert 'data-value="1846"' in link[0]
    assert words(html).startswith("1.846 người")


def test_in_a_table_the_number_itself_is_the_link() -> None:
    html = draw("{% figure figure 's' %}", figure=reached(value=31_275))
    assert html.strip().startswith("<a ")
    assert 'data-value="31275"' in html
    assert words(html) == "31.275"


@pytest.mark.parametrize("size", ["l", "s"])
def test_a_figure_without_value_says_so_in_words(size: str) -> None:
    html = draw(f"{{% figure figure '{size}' %}}", figure=reached(value=None))
    assert "chưa có" in words(html)
    assert not re.search(r"\b0\b", words(html))
    assert 'data-figure="people"' in html
    assert "data-value" not in html


@pytest.mark.parametrize("size", ["l", "s"])
def test_a_small_group_hides_its_value_everywhere(size: str) -> None:
    html = draw(f"{{% figure figure '{size}' %}}", figure=reached(value=7, state=State.SMALL_GROUP, shares={"A": 100}))
    assert "nhóm nhỏ, không nêu" in words(html)
    assert "data-value" not in html
    assert not re.search(r"\b7\b", words(html))


def test_zero_is_zero() -> None:
    assert words(draw("{% figure figure 'l' %}", figure=reached(value=0))).startswith("0 người")


def test_a_published_figure_names_its_source_and_has_no_grades() -> None:
    published = reached(
        value=875_000, state=State.PUBLISHED, source="LĐLĐ TP. Hà Nội", qualifier=Qualifier.OVER, shares={"A": 100}
    )
    text = words(draw("{% figure figure %}", figure=published))
    assert text.startswith("trên 875.000 người")
    assert "Đã công bố LĐLĐ TP. Hà Nội" in text
    assert "A 100" not in text


@pytest.mark.parametrize(
    ("state", "read_after", "sentence"),
    [
        (State.NORMAL, timedelta(minutes=5), "Cập nhật 11:41 "),
        (State.NORMAL, timedelta(days=1), "Cập nhật 11:41, 23/11/2026"),
        (State.SEALED, timedelta(minutes=5), "Chốt 11:41, 23/11/2026"),
        (State.RECOUNTING, timedelta(minutes=5), "Đang đếm lại, đây là số lúc 11:41"),
    ],
)
def test_a_figure_says_how_fresh_it_is(state: State, read_after: timedelta, sentence: str) -> None:
    with time_machine.travel(NOW + read_after, tick=False):
        assert sentence in words(draw("{% figure figure %}", figure=reached(state=state, fresh_at=NOW)))


def test_a_change_is_counted_from_the_year_before_and_names_it() -> None:
    figure = reached(value=31_275, unit_word="lượt người", change=Change("2025", before=28_950))
    assert "+8,0 % so với cùng kỳ 2025 (28.950 lượt người)" in words(draw("{% figure figure %}", figure=figure))


def test_a_declared_change_is_not_turned_into_last_years_value() -> None:
    figure = reached(change=Change("2022", declared_percent=12.5))
    assert "+12,5 % so với cùng kỳ 2022, theo số đã công bố" in words(draw("{% figure figure %}", figure=figure))


def test_growth_from_nothing_is_not_a_percentage() -> None:
    text = words(draw("{% figure figure %}", figure=reached(change=Change("2025", before=0))))
    assert "Cùng kỳ 2025: 0 người" in text
    assert "+" not in text


def test_a_target_is_read_in_words() -> None:
    text = words(draw("{% figure figure %}", figure=reached(target=Target(2047))))
    assert "Chỉ tiêu 2.047 người · đạt 90,2 %" in text


@given(st.dictionaries(st.sampled_from("ABCD"), st.floats(0, 100), min_size=1))
def test_evidence_fills_the_bar_and_no_label_covers_another(shares: dict[str, float]) -> None:
    drawn = segments(shares)
    assert [segment.grade for segment in drawn] == sorted(grade for grade, share in shares.items() if share)
    if drawn:
        assert sum(segment.width for segment in drawn) == pytest.approx(100, abs=0.05)
    places = [segment.label_at for segment in drawn if not segment.label_ends]
    assert all(after - before >= 18.9 for before, after in pairwise(places))


def test_the_evidence_bar_is_read_aloud_with_letters_and_percentages() -> None:
    html = draw("{% evidence_bar shares 's' %}", shares={"A": 69.7, "B": 30.3}).replace(NBSP, " ")
    assert 'aria-label="Bằng chứng: A 69,7 %, B 30,3 %"' in html
    assert "<text" not in html


@pytest.mark.parametrize(
    ("ahead", "state", "sentence"),
    [
        (timedelta(days=17), DueState.FAR, "Còn 17 ngày · 10/12/2026"),
        (timedelta(hours=24), DueState.SOON, "Còn 1 ngày · 11:41, 24/11"),
        (timedelta(hours=4, minutes=48), DueState.SOON, "Còn 4 giờ 48 phút · 16:29"),
        (timedelta(0), DueState.SOON, "Còn 0 phút · 11:41"),
        (-timedelta(hours=3), DueState.LATE, "Quá hạn 3 giờ · 08:41"),
        (-timedelta(days=4), DueState.LATE, "Quá hạn 4 ngày · 19/11/2026"),
    ],
)
def test_a_due_time_says_the_remainder_first(ahead: timedelta, state: DueState, sentence: str) -> None:
    with translation.override("vi"):
        due = Due.open(NOW + ahead, at=NOW)
    assert due.state == state
    assert words(draw("{% due due %}", due=due)) == sentence


def test_a_finished_matter_says_how_early_it_was() -> None:
    with translation.override("vi"):
        due = Due.done(NOW, done_at=NOW - timedelta(days=1))
        late = Due.done(NOW, done_at=NOW + timedelta(days=2))
    assert words(draw("{% due due %}", due=due)) == "Xong trước hạn 1 ngày · 22/11/2026"
    assert late.words == "Xong sau hạn 2 ngày"


def test_a_citation_always_has_a_date() -> None:
    said = {
        Validity.IN_FORCE: "Áp dụng ngày 23/11/2026",
        Validity.COMING: "Áp dụng từ ngày 23/11/2026",
        Validity.ENDED: "Chỉ áp dụng đến 23/11/2026",
        Validity.UNCHECKED: "Áp dụng ngày 23/11/2026 · Chưa có cán bộ kiểm tra",
    }
    for validity, sentence in said.items():
        citation = Citation("98", "Tiền lương làm thêm giờ", "45/2019/QH14", date(2026, 11, 23), validity)
        assert sentence in words(draw("{% law_citation citation %}", citation=citation))


def test_names_are_escaped_in_every_component() -> None:
    nasty = '<img src=x onerror="alert(1)">'
    html = draw(
        "{% figure figure %}{% unit_path path here note %}{% status here 'ring' %}"
        "{% seal digest at here %}{% law_citation law %}",
        figure=reached(caption=nasty, unit_word=nasty, source=nasty, note=nasty, change_reason=nasty, link_words=nasty),
        path=[(nasty, "/units/")],
        here=nasty,
        note=nasty,
        digest="9f3c71ae04d8b2e6",
        at=NOW,
        law=Citation("98", nasty, nasty, date(2026, 11, 23)),
    )
    assert "<img" not in html
    assert html.count("&lt;img") >= 10


def test_the_unit_path_ends_with_the_unit_itself() -> None:
    html = draw("{% unit_path path 'Công đoàn xã Ví Dụ' %}", path=[("TLĐ", "/units/1/"), ("LĐLĐ tỉnh Mẫu", None)])
    assert '<a href="/units/1/">TLĐ</a>' in html
    assert '<span aria-current="true">Công đoàn xã Ví Dụ</span>' in html


def test_two_seals_look_different_and_one_seal_always_the_same() -> None:
    one, other = "9f3c71ae04d8b2e6" * 4, "0b1c71ae04d8b2e6" * 4
    assert seal.cells(one) == seal.cells(one) != seal.cells(other)
    assert seal.short(one) == "9f3c 71ae 04d8 b2e6 … 04d8 b2e6"


@pytest.mark.parametrize(("total", "count"), [(0, 0), (1, 0), (41, 34), (140, 140), (6_500, 6_499)])
def test_completeness_never_leaves_its_bar(total: int, count: int) -> None:
    cells = completeness.layout([True] * count + [False] * (total - count))
    assert len(cells) <= 140
    assert all(cell.at >= 0 and cell.at + cell.width <= 100.01 for cell in cells)
    assert any(not cell.is_there for cell in cells) == (count < total)


class SessionForm(forms.Form):
    """Two fields, one of which will be refused."""

    title = forms.CharField(label="Nội dung")
    held_on = forms.DateField(label="Ngày", help_text="ngày/tháng/năm")


def test_a_refused_form_links_to_its_fields_and_keeps_the_rest() -> None:
    form = SessionForm({"title": "Thai sản", "held_on": "31/02/2026"})
    html = draw('{% include "ui/form.html" %}', form=form)
    assert '<a href="#id_held_on">Ngày</a>' in html
    assert "Phần khác đã được giữ lại" in html
    assert 'value="Thai sản"' in html
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described is not None
    assert all(f'id="{name}"' in html for name in described[1].split())


def test_a_fresh_form_accuses_nobody() -> None:
    html = draw('{% include "ui/form.html" %}', form=SessionForm())
    assert "dh-notice" not in html
    assert "aria-invalid" not in html


def test_htmx_reads_its_settings_and_runs_no_code_of_its_own() -> None:
    settings = json.loads(render_to_string("ui/htmx_config.json"))
    assert settings["allowEval"] is False
    assert settings["includeIndicatorStyles"] is False
    swapped = {code for rule in settings["responseHandling"] if rule["swap"] for code in rule["code"].split("|")}
    assert {"409", "422", "429"} <= swapped


@pytest.mark.parametrize(("name", "letters"), [("Lê Thị Ví Dụ", "VD"), ("Trần Văn Thử", "TT"), ("Mẫu", "M"), ("", "")])
def test_initials_tell_people_apart(name: str, letters: str) -> None:
    assert draw("{{ name|initials }}", name=name) == letters

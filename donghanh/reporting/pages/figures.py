"""Reach as figures on a page: each with its evidence, its year before and the way to its records."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from donghanh.core.figures import Change, Figure, State, Words
from donghanh.core.ui.numbers import number, percent
from donghanh.kernel.evidence import Grade, shares
from donghanh.reporting.asking import address
from donghanh.reporting.discretion.shown import HomeShown, HostedShown
from donghanh.reporting.reach import Hosted, Question

SESSIONS, ATTENDANCES, PEOPLE = "sessions", "attendances", "people"
EVENTS = (SESSIONS, ATTENDANCES)
REACHED, NOT_REACHED, ROLLS = "reached", "not-reached", "rolls"


def records_url(question: Question, what: str, **changes: str) -> str:
    """Return the address of the records behind a figure."""
    return f"{reverse('reporting:reach-records', args=[question.unit.code, what])}?{address(question, **changes)}"


def percentages(counts: Mapping[Grade, int]) -> dict[str, float]:
    """Return the share of each grade in per cent, adding to 100.0."""
    return {grade.value: share for grade, share in shares(counts).items()}


def sessions_figure(question: Question, hosted: HostedShown, before: Hosted | None = None) -> Figure:
    """Say how many sessions were hosted."""
    return Figure(
        "sessions",
        hosted.sessions,
        pgettext("unit word", "sessions"),
        caption=_("organised by the unit and those below it"),
        shares=percentages(hosted.sessions_by_grade),
        fresh_at=question.at,
        url=records_url(question, SESSIONS),
        link_words=_("Open %(count)s sessions") % {"count": number(hosted.sessions)},
        change=_change(question, before.sessions if before else None),
        change_reason=_no_year_before(question),
    )


def attendances_figure(question: Question, hosted: HostedShown, before: Hosted | None = None) -> Figure:
    """Say how many attendances there were, named or not."""
    return Figure(
        "attendances",
        hosted.attendances,
        pgettext("unit word", "attendances"),
        caption=_("at sessions organised by the unit; one person at three sessions is three"),
        shares=percentages(hosted.attendances_by_grade),
        fresh_at=question.at,
        url=records_url(question, ATTENDANCES),
        link_words=_("Open %(count)s records") % {"count": number(hosted.attendances)},
        change=_change(question, before.attendances if before else None),
        change_reason=_no_year_before(question),
    )


def reached_figure(question: Question, home: HomeShown, before: HomeShown | None = None) -> Figure:
    """Say how many of the unit's own people were reached anywhere."""
    caption = _("people of the unit who attended anywhere")
    if home.reached is not None and home.on_rolls is not None:
        caption = _("people of the unit who attended anywhere, of %(rolls)s on the rolls (%(share)s)") % {
            "rolls": number(home.on_rolls),
            "share": share_in_words(home.reached, home.on_rolls),
        }
    return _told(
        Figure(
            "reached",
            home.reached,
            pgettext("unit word", "people"),
            caption=caption,
            shares=percentages(home.reached_by_best_grade or {}),
            fresh_at=question.at,
            url=records_url(question, REACHED),
            link_words=_("Open the list"),
            change=_change(question, before.reached if before else None),
            change_reason=_no_year_before(question) or _year_before_kept_back(question, before),
        )
    )


def people_figure(question: Question, hosted: HostedShown) -> Figure:
    """Say how many distinct people came to hosted sessions, and how many of them are provisional."""
    note: Words = ""
    if hosted.provisional:
        note = _("%(count)s of them are provisional: known by phone and name only, on nobody's rolls.") % {
            "count": number(hosted.provisional)
        }
    return _told(
        Figure(
            "people",
            hosted.people,
            pgettext("unit word", "people"),
            caption=_("different people who came to sessions organised here, whoever they work for"),
            shares=percentages(hosted.people_by_best_grade or {}),
            fresh_at=question.at,
            url=records_url(question, PEOPLE),
            link_words=_("Open the list"),
            note=note,
        )
    )


def not_reached_figure(question: Question, home: HomeShown) -> Figure:
    """Say how many of the unit's own people attended nowhere."""
    return _told(
        Figure(
            "not_reached",
            home.not_reached,
            pgettext("unit word", "people"),
            caption=_("on the rolls who attended nothing in the period"),
            fresh_at=question.at,
            url=records_url(question, NOT_REACHED),
            link_words=_("Open the list"),
        )
    )


def rolls_figure(question: Question, home: HomeShown) -> Figure:
    """Say how many people are on the rolls."""
    url = records_url(question, ROLLS)
    return _told(Figure("rolls", home.on_rolls, pgettext("unit word", "people"), url=url, fresh_at=question.at))


def cell(question: Question, code: str, what: str, value: int | None, **changes: str) -> Figure:
    """Return a number for a table, which opens its own records; None is kept back and opens nothing."""
    return _told(Figure(code, value, "", url=records_url(question, what, **changes)))


def share_in_words(part: int, whole: int) -> str:
    """Write a share as readers do, with one decimal; of nobody there is no share."""
    if not whole:
        return _("nobody on the rolls")
    return percent(part * 100 / whole)


def _told(figure: Figure) -> Figure:
    """Return a figure as it may be told: one that is kept back carries nothing that it could be worked out from."""
    if figure.value is not None:
        return figure
    word, caption = figure.unit_word, figure.caption
    return Figure(figure.code, None, word, caption=caption, fresh_at=figure.fresh_at, state=State.SMALL_GROUP)


def _change(question: Question, before: int | None) -> Change | None:
    """Compare with the same period last year, when the unit existed all through it."""
    past = question.past_period
    if before is None or question.unit.founded_on > past.starts_on:
        return None
    return Change(str(past.ends_on.year), before=before)


def _no_year_before(question: Question) -> str:
    """Say why there is nothing to compare with."""
    past = question.past_period
    if question.unit.founded_on <= past.starts_on:
        return ""
    return _("Same period of %(year)s: none, the unit was founded on %(day)s") % {
        "year": past.ends_on.year,
        "day": date_format(question.unit.founded_on, "d/m/Y"),
    }


def _year_before_kept_back(question: Question, before: HomeShown | None) -> str:
    """Say that last year's number is not told, where it is one of few people."""
    if before is None or before.reached is not None:
        return ""
    return _("Same period of %(year)s: not told, small group") % {"year": question.past_period.ends_on.year}

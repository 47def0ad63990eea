"""How many hours of overtime the law allows in a day, a month and a year."""

from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

_NORMAL_DAY = Decimal(8)
_FULL_DAY = Decimal(24)


def hours_allowed(answers: Answers, rates: Rates, day: date, *, kind: str) -> list[Words]:
    """Say which limits the hours pass; nothing when they pass none."""
    hours = answers.decimal("day_hours") + answers.decimal("night_hours")
    said = _day_limit(hours, rates, day, kind=kind)
    key = "special" if answers.yes("special_case") else ""
    month = answers.decimal("month_total") if answers.has("month_total") else hours
    month_cap = rates.on("overtime_month_cap", day).amount
    if month > month_cap:
        words = Words(
            "{hours} giờ trong một tháng vượt giới hạn {cap} giờ. Tiền lương vẫn phải trả đủ.",
            "{hours} hours in a month are over the limit of {cap} hours. They must be paid all the same.",
        )
        said.append(words.fill(hours=month, cap=month_cap))
        if key:
            said.append(
                Words(
                    "Có nghị quyết cho làm thêm đến {cap} giờ một tháng trong trường hợp này; cần kiểm chứng.",
                    "A resolution allows up to {cap} hours a month in this case; to be verified.",
                ).fill(cap=rates.on("overtime_month_cap", day, "special").amount)
            )
    year = answers.decimal("year_total") if answers.has("year_total") else hours
    year_cap = rates.on("overtime_year_cap", day, key).amount
    if year > year_cap:
        words = Words(
            "{hours} giờ trong một năm vượt giới hạn {cap} giờ. Tiền lương vẫn phải trả đủ.",
            "{hours} hours in a year are over the limit of {cap} hours. They must be paid all the same.",
        )
        said.append(words.fill(hours=year, cap=year_cap))
    return said


def _day_limit(hours: Decimal, rates: Rates, day: date, *, kind: str) -> list[Words]:
    """Say when so many hours could not be worked in one day; more than a day holds were worked on several."""
    if kind == "weekday":
        cap = _NORMAL_DAY * rates.on("overtime_day_cap", day, "weekday").amount / 100
    else:
        cap = rates.on("overtime_day_cap_hours", day).amount
    if not cap < hours <= _FULL_DAY:
        return []
    words = Words(
        "Nếu làm hết trong một ngày, {hours} giờ vượt giới hạn {cap} giờ của ngày đó. Tiền lương vẫn phải trả đủ.",
        "If worked in one day, {hours} hours are over its limit of {cap} hours. They must be paid all the same.",
    )
    return [words.fill(hours=hours, cap=cap)]

"""What numbers are counted in: the codes that programs read, and the words that people read."""

from donghanh.calculators.words import Words

UNITS: dict[str, Words] = {
    "vnd": Words("đồng", "VND"),
    "vnd_month": Words("đồng/tháng", "VND a month"),
    "vnd_day": Words("đồng/ngày", "VND a day"),
    "vnd_hour": Words("đồng/giờ", "VND an hour"),
    "percent": Words("%", "%"),
    "percent_day": Words("%/ngày", "% a day"),
    "times": Words("lần", "times"),
    "fraction": Words("phần", "part"),
    "hours": Words("giờ", "hours"),
    "days": Words("ngày", "days"),
    "working_days": Words("ngày làm việc", "working days"),
    "months": Words("tháng", "months"),
    "years": Words("năm", "years"),
    "months_of_pay": Words("tháng tiền lương", "months of pay"),
    "times_of_leave": Words("lần nghỉ", "times of leave"),
    "people": Words("người", "people"),
    "date": Words("", ""),
}
"""Add a code here rather than writing a unit into a sentence."""


def is_money(unit: str) -> bool:
    """Tell whether a unit counts đồng."""
    return unit.startswith("vnd")

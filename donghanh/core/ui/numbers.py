"""Numbers as readers expect them: grouped, with the decimal mark of the language, units kept close."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

Number = int | float | Decimal
NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def number(value: Number | None, decimals: int | None = None) -> str:
    """Write a number with its thousands grouped; nothing known is said in words."""
    if value is None:
        return _("none yet")
    if decimals is None and isinstance(value, Decimal):
        value = value.normalize() if value % 1 else value.to_integral_value()
    return number_format(value, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def percent(value: Number | None, decimals: int = 1) -> str:
    """Write a percentage with a space that never breaks: 54,1 %."""
    if value is None:
        return _("none yet")
    return f"{number(round(float(value), decimals), decimals)}{NBSP}%"


def signed_percent(value: Number) -> str:
    """Write a change with its sign always shown: +8,0 % or −3,2 %."""
    sign = MINUS if value < 0 else "+"
    return f"{sign}{percent(abs(float(value)))}"


def money(value: Number | None) -> str:
    """Write an amount of đồng."""
    if value is None:
        return _("none yet")
    return f"{number(value)}{NBSP}{_('VND')}"

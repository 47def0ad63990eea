"""The lists that officers work with: declared by each room, with their filters, columns and bulk actions."""

from donghanh.core.registers.columns import ListColumn
from donghanh.core.registers.layout import ColumnTable, Layout, choice_of, layout_of
from donghanh.core.registers.register import Register, register, register_at, register_named

__all__ = [
    "ColumnTable",
    "Layout",
    "ListColumn",
    "Register",
    "choice_of",
    "layout_of",
    "register",
    "register_at",
    "register_named",
]

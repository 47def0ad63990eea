"""Good inputs: what the product writes itself, and what people type."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any

from django.core.exceptions import ValidationError
from PIL import Image
from xlsxwriter import Workbook

from donghanh.core.imports.cells import typed
from donghanh.core.imports.columns import Column
from donghanh.kernel.errors import DomainError
from donghanh.kernel.legacy_text import Legacy, to_legacy

REFUSALS = (DomainError, ValidationError)
NAMES = ("Nguyễn Thị Ví Dụ", "Trần Văn Thử", "Lê Mẫu", "ĐẶNG  phương thử", "Công ty TNHH Thử Nghiệm (Việt Nam)")
OLD_NAMES = tuple(to_legacy(name, legacy) for name in NAMES for legacy in Legacy)
HEADINGS = (
    "Họ và tên",
    "Số thẻ đoàn viên",
    "Số điện thoại (*)",
    "Mã đơn vị",
    "Ngày vào làm",
    "Năm sinh",
    "Hä vµ tªn",
    "",
)
DATES = ("25/11/2026", "1.3.2024", "1-3-2024", "2024-03-01", "2024-03-01 00:00:00", "03/15/2024", "1990", "hôm nay")
NUMBERS = (
    "0912345678",
    "+84 912 345 678",
    "912345678",
    "001090012345",
    "0100109106",
    "0100109106-001",
    "1,23E+11",
    "1990",
)
PERIODS = ("2026", "2026-H1", "2026-9M", "2026-Q3", "2026-10", "2023-01-01/2025-12-31")
CODES = ("123456/abcd2345", "000000/22222222")
QUESTIONS = (
    "period=2026-Q3&topic=wages&audience=worker&branch=LDLD-01",
    "from=2026-01-01&to=2026-03-31&topic=",
    "period=2026&branch=CDCS-01-0001&by=month&all=1&after=x",
)
FIGURES: tuple[Any, ...] = (
    {
        "figures": [
            {
                "unit": "Liên đoàn Thử", "unit_code": "LDLD-01", "from": "2025-01-01", "to": "2025-12-31",
                "credited_to": [], "note": "mẫu", "former_unit": False, "founded_on": "2025-07-01",
                "values": [
                    {"indicator": "legal_education_sessions", "kind": "flow", "value": 1200},
                    {"indicator": "distinct_people", "kind": "change", "change_percent": -2.5},
                    {"indicator": "distinct_people", "kind": "flow", "min": 1, "max": 9, "qualifier": "over"},
                ],
            }
        ]
    },
)  # fmt: skip
HISTORIES: tuple[Any, ...] = (
    {
        "units": [
            {"code": "THU", "name": "Thử", "kind": "confederation",
             "parents": [{"parent": None, "from": "2020-01-01"}]},
            {"code": "THU-1", "name": "Thử 1", "kind": "federation",
             "parents": [{"parent": "THU", "from": "2020-01-01", "to": None}]},
        ],
        "employments": [{"worker": "w1", "unit": "THU-1", "from": "2024-01-01", "to": None}],
        "sessions": [
            {"id": "s1", "on": "2026-03-05", "host": "THU-1", "co_hosts": [], "topics": ["labour_code"],
             "named": [["w1", "A"]], "headcounts": [{"audience": "worker", "count": 40, "grade": "C"}]},
        ],
        "merges": [],
    },
)  # fmt: skip


def _csv(encoding: str, delimiter: str) -> bytes:
    lines = [HEADINGS[:4], *((name, f"DV{n}", NUMBERS[n], "") for n, name in enumerate(NAMES))]
    return "\r\n".join(delimiter.join(line) for line in lines).encode(encoding, "replace")


CSV_FILES = tuple(_csv(encoding, sign) for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1258") for sign in ",;\t")
PLACES: tuple[Any, ...] = (["after", "nguyen/thu", "12"], ["before", "", "1"])
"""What the token of a page holds."""


def workbooks(columns: Sequence[Column]) -> tuple[bytes, ...]:
    """Write a list as people fill it in: as texts, and with a formula and merged cells."""
    return _workbook(columns, is_rich=False), _workbook(columns, is_rich=True)


def _workbook(columns: Sequence[Column], *, is_rich: bool) -> bytes:
    made = BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet("Danh sách")
        for place, column in enumerate(columns):
            sheet.write_string(0, place, str(column.heading))
            for line, name in enumerate(NAMES, start=1):
                sheet.write_string(line, place, typed(column.example) or name)
        if is_rich:
            sheet.write_formula(1, 0, '="A"&1', None, "A1")
            sheet.write_formula(2, 0, "=1/0", None, "#DIV/0!")
            sheet.write_number(3, 1, 912345678)
            sheet.merge_range(4, 2, 5, 2, "gộp")
    return made.getvalue()


@cache
def photos() -> tuple[bytes, ...]:
    """Take some small photos, and a PDF."""
    taken = []
    for kind in ("JPEG", "PNG", "WEBP"):
        made = BytesIO()
        Image.linear_gradient("L").resize((48, 32)).save(made, kind)
        taken.append(made.getvalue())
    return (*taken, b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF")

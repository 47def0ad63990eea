"""Made-up figures, due times and citations for the page that shows every component."""

from datetime import date, datetime, timedelta

from donghanh.core.figures import Change, Figure, State, Target
from donghanh.core.ui.citation import Citation, Validity
from donghanh.core.ui.due import Due

SHARES = {"A": 49.2, "B": 25.3, "C": 17.0, "D": 8.5}
DIGEST = "9f3c71ae04d8b2e6" + "0123456789abcdef" * 2 + "77c2d01b5c10aa37"
PATH = [("TLĐ", "#"), ("LĐLĐ tỉnh Khánh Hòa", "#")]
STATUSES = [
    ("Chưa bắt đầu", "ring"),
    ("Đang trả lời", "half"),
    ("Đã trả lời", "done"),
    ("Chậm lộ trình", "triangle"),
    ("Đã niêm phong", "square"),
    ("Đã đạt chỉ tiêu", "star"),
]


def figures(at: datetime) -> dict[str, Figure]:
    """Return one figure for each state."""
    attendances = Figure(
        "attendances",
        31_275,
        "lượt người",
        caption="tham dự, 01/01–23/11/2026",
        shares=SHARES,
        change=Change("2025", before=28_950),
        target=Target(37_200),
        fresh_at=at,
        url="#",
        link_words="Mở 31.275 bản ghi",
    )
    return {
        "normal": attendances,
        "published": Figure(
            "legal_education_attendances",
            875_000,
            "lượt người",
            caption="tham dự, 2023–2025, số đã công bố",
            state=State.PUBLISHED,
            source="LĐLĐ TP. Hà Nội",
            url="#",
            link_words="Mở nguồn",
        ),
        "missing": Figure(
            "attendances",
            None,
            "lượt người",
            caption="Chưa đơn vị nào gửi số của tháng 11",
            fresh_at=at,
            url="#",
            link_words="Mở buổi mới",
        ),
        "people": Figure(
            "people",
            1_846,
            "người",
            caption="khác nhau đã học pháp luật ít nhất một lần, trên 3.412 người lao động (54,1 %)",
            shares={"A": 69.7, "B": 30.3},
            change_reason="Cùng kỳ 2025: chưa có, đơn vị lập ngày 26/09/2025",
            target=Target(2_047),
            fresh_at=at,
            url="#",
        ),
        "sealed": Figure(
            "attendances",
            3_105,
            "lượt người",
            caption="tham dự, 01/01–30/09/2026",
            shares={"A": 46.0, "B": 27.6, "C": 18.0, "D": 8.4},
            state=State.SEALED,
            fresh_at=at - timedelta(days=49),
            url="#",
        ),
        "recounting": Figure(
            "sessions",
            214,
            "cuộc",
            caption="đã tổ chức",
            shares={"A": 61.2, "B": 22.4, "C": 12.1, "D": 4.3},
            state=State.RECOUNTING,
            fresh_at=at,
            url="#",
        ),
        "small": Figure("people", None, "người", caption="tổ ca đêm", state=State.SMALL_GROUP, fresh_at=at),
    }


def dues(at: datetime) -> list[tuple[str, Due]]:
    """Return one due time for each state."""
    return [
        ("Còn xa", Due.open(at + timedelta(days=17), at=at, since=at - timedelta(days=13))),
        ("Trong 24 giờ", Due.open(at + timedelta(hours=4, minutes=48), at=at, since=at - timedelta(hours=20))),
        ("Quá hạn", Due.open(at - timedelta(days=4), at=at)),
        ("Tạm dừng", Due.paused("chờ giấy tờ của bạn")),
        ("Xong", Due.done(at - timedelta(days=2), done_at=at - timedelta(days=3))),
    ]


def citations() -> list[tuple[str, Citation]]:
    """Return one citation for each validity."""
    return [
        (
            "Đang áp dụng",
            Citation(
                "98",
                "Tiền lương làm thêm giờ",
                "Bộ luật Lao động 45/2019/QH14",
                date(2026, 11, 23),
                checked_on=date(2026, 11, 16),
                url="#",
            ),
        ),
        ("Sắp áp dụng", Citation("12", "Ví dụ: mức mới", "Nghị định ví dụ", date(2027, 1, 1), Validity.COMING)),
        ("Hết hiệu lực", Citation("5", "Ví dụ: mức cũ", "Nghị định ví dụ", date(2026, 6, 30), Validity.ENDED)),
        (
            "Chưa kiểm tra",
            Citation("7", "Ví dụ: mục mới nhập", "Thông tư ví dụ", date(2026, 11, 23), Validity.UNCHECKED),
        ),
    ]


def months() -> list[tuple[str, int, int]]:
    """Return attendances and people by month."""
    attendances = [1_420, 860, 2_240, 2_510, 5_930, 2_780, 2_150, 2_360, 2_640, 3_120, 5_265]
    people = [980, 610, 1_480, 1_730, 3_860, 1_890, 1_460, 1_610, 1_790, 2_080, 3_420]
    names = [f"{month}/2026" for month in range(1, 12)]
    return list(zip(names, attendances, people, strict=True))

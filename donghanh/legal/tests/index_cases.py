"""A small made-up library for tests of the index."""

from donghanh.legal.index.passages import Passage

CODE, DECREE, OLD_CODE = "45/2019/QH14", "12/2022/NĐ-CP", "10/2012/QH13"


def passage(number: str, article: str, heading: str, text: str, *, title: str = "") -> Passage:
    """Make an article; its key is “number#article”."""
    return Passage(f"{number}#{article}", number, title or number, article, heading, text)


LIBRARY = [
    passage(CODE, "1", "Phạm vi điều chỉnh", "Bộ luật này nói về việc làm thử.", title="Bộ luật Lao động"),
    passage(CODE, "25", "Thời gian thử việc", "1. Thử việc không quá ba mươi ngày thử.", title="Bộ luật Lao động"),
    passage(
        CODE, "36", "Quyền đơn phương chấm dứt hợp đồng lao động", "1. Bên thử báo trước.\n2. Không báo trước khi ốm.",
        title="Bộ luật Lao động",
    ),
    passage(CODE, "97", "Kỳ hạn trả lương", "1. Trả lương chậm thì đền thêm tiền lãi.", title="Bộ luật Lao động"),
    passage(CODE, "98", "Tiền lương làm thêm giờ", "1. Làm thêm giờ vào ban đêm.", title="Bộ luật Lao động"),
    passage(CODE, "137", "Bảo vệ thai sản", "1. Lao động nữ mang thai được giảm giờ.", title="Bộ luật Lao động"),
    passage(CODE, "168", "Tham gia bảo hiểm xã hội", "1. Bảo hiểm xã hội bắt buộc.", title="Bộ luật Lao động"),
    passage(DECREE, "1", "Phạm vi điều chỉnh", "Nghị định này quy định xử phạt vi phạm thử."),
    passage(DECREE, "17", "Vi phạm quy định về tiền lương", "1. Phạt tiền khi trả lương không đúng hạn."),
]  # fmt: skip

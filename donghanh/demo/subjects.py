"""What sessions are about, how they are called, and in which months each subject has its time."""

from dataclasses import dataclass
from random import Random

from donghanh.gatherings.choices import SessionForm

MAY, NOVEMBER = 5, 11


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic, titles of sessions on it, and how often it comes up."""

    topic: str
    titles: tuple[str, ...]
    weight: int = 2
    in_may: int = 0
    in_november: int = 0


SUBJECTS = (
    Subject("labour_contract", ("Hợp đồng lao động: ký, sửa, chấm dứt", "Thử việc và hợp đồng lao động"), 3),
    Subject("wages", ("Tiền lương, làm thêm giờ: tính thế nào cho đúng", "Lương tối thiểu vùng, thang bảng lương"), 3),
    Subject("working_time", ("Thời giờ làm việc, nghỉ ngơi và làm thêm giờ", "Nghỉ phép năm, nghỉ lễ, việc riêng"), 3),
    Subject("labour_discipline", ("Kỷ luật lao động và trách nhiệm vật chất",), 1),
    Subject("dialogue_and_agreements", ("Đối thoại tại nơi làm việc và thỏa ước lao động tập thể",), 2, in_may=2),
    Subject("trade_union_law", ("Luật Công đoàn: những điểm mới", "Quyền và trách nhiệm của đoàn viên"), 3),
    Subject("union_finance", ("Đoàn phí, kinh phí công đoàn: thu và sử dụng",), 1),
    Subject("social_insurance", ("Luật Bảo hiểm xã hội: những điểm mới", "Bảo hiểm xã hội: đóng, hưởng, tra cứu"), 4),
    Subject("sickness_and_maternity", ("Chế độ ốm đau, thai sản: hồ sơ và thời hạn",), 2),
    Subject("pension", ("Hưu trí và bảo hiểm xã hội một lần: nên biết trước khi rút",), 2),
    Subject("health_insurance", ("Khám chữa bệnh bảo hiểm y tế: quyền lợi của người lao động",), 2),
    Subject("unemployment_insurance", ("Bảo hiểm thất nghiệp: điều kiện và mức hưởng",), 1),
    Subject("osh", ("An toàn, vệ sinh lao động tại xưởng", "Huấn luyện an toàn, vệ sinh lao động"), 2, in_may=8),
    Subject("occupational_accident", ("Tai nạn lao động: sơ cứu, khai báo, chế độ",), 1, in_may=3),
    Subject("female_workers", ("Quyền của lao động nữ và bình đẳng giới",), 1),
    Subject("legal_dissemination", ("Hưởng ứng Ngày Pháp luật Việt Nam",), 0, in_november=8),
    Subject("grassroots_democracy", ("Thực hiện dân chủ ở cơ sở tại doanh nghiệp",), 1),
    Subject("fire_safety", ("Phòng cháy, chữa cháy tại nơi làm việc và nhà trọ",), 1),
)  # fmt: skip
EVENTS = ("Hội nghị người lao động", "Lễ phát động Tháng Công nhân", "Sinh hoạt công đoàn quý", "Hội thao công nhân")
_FORMS = {
    SessionForm.DIRECT: 66,
    SessionForm.INTEGRATED: 14,
    SessionForm.MOBILE: 8,
    SessionForm.ONLINE: 7,
    SessionForm.HYBRID: 5,
}


def subjects(dice: Random, month: int) -> list[Subject]:
    """Draw one subject, seldom two, as they come up in a month."""
    weights = [each.weight + each.in_may * (month == MAY) + each.in_november * (month == NOVEMBER) for each in SUBJECTS]
    drawn = dice.choices(SUBJECTS, weights, k=2 if dice.random() < 0.15 else 1)
    return drawn[:1] if drawn[0] == drawn[-1] else drawn


def form(dice: Random) -> SessionForm:
    """Draw how people come together."""
    return dice.choices(list(_FORMS), list(_FORMS.values()))[0]

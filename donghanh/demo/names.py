"""Names that nobody bears: every person and enterprise carries a word that says it is made up."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random

from stdnum.vn import mst

from donghanh.people.choices import Gender, Ownership

MADE_UP = ("Ví Dụ", "Mẫu", "Giả Định", "Minh Họa", "Thử", "Hư Cấu", "Thí Dụ")
_FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Phan", "Lý",
    "Đinh", "Trịnh", "Mai", "Tạ",
)  # fmt: skip
_GIVEN = {
    Gender.FEMALE: (
        "An", "Bích", "Chi", "Cúc", "Dung", "Đào", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hồng", "Huệ",
        "Hương", "Lan", "Liên", "Loan", "Mai", "My", "Nga", "Ngân", "Ngọc", "Nhung", "Oanh", "Phương", "Quyên",
        "Tâm", "Thảo", "Thắm", "Thủy", "Trang", "Tuyết", "Vân", "Xuân", "Yến", "Ánh", "Thêu", "Ước",
    ),
    Gender.MALE: (
        "Anh", "Bảo", "Bình", "Công", "Cường", "Dũng", "Duy", "Đạt", "Đông", "Đức", "Hải", "Hậu", "Hiếu", "Hùng",
        "Huy", "Khánh", "Kiên", "Lâm", "Long", "Lực", "Mạnh", "Minh", "Nam", "Nghĩa", "Phong", "Phúc", "Quân",
        "Quang", "Sơn", "Tài", "Thành", "Thắng", "Thịnh", "Tiến", "Toàn", "Trung", "Tuấn", "Việt", "Vinh",
    ),
}  # fmt: skip
_MIDDLE = {Gender.FEMALE: "Thị ", Gender.MALE: "Văn "}
_ORDINALS = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")


@dataclass(frozen=True, slots=True)
class Trade:
    """What an enterprise does, who owns it, and where its people work."""

    name: str
    sector: str
    ownership: Ownership
    departments: tuple[str, ...] = ("Xưởng sản xuất", "Kỹ thuật", "Kho vận", "Văn phòng")


TRADES = (
    Trade("May", "May mặc", Ownership.FOREIGN, ("Chuyền 1", "Chuyền 2", "Tổ cắt", "Tổ hoàn thiện", "Văn phòng")),
    Trade("Cơ khí", "Cơ khí chế tạo", Ownership.PRIVATE),
    Trade("Điện tử", "Điện tử", Ownership.FOREIGN, ("Lắp ráp", "Kiểm tra", "Kho vận", "Văn phòng")),
    Trade("Bao bì", "Bao bì, giấy", Ownership.PRIVATE),
    Trade("Da giày", "Da giày", Ownership.FOREIGN, ("Chuyền may", "Chuyền gò", "Tổ cắt", "Văn phòng")),
    Trade("Nhựa", "Nhựa, cao su", Ownership.PRIVATE),
    Trade("Thực phẩm", "Chế biến thực phẩm", Ownership.PRIVATE),
    Trade("Gỗ", "Chế biến gỗ", Ownership.PRIVATE),
    Trade("Xây dựng", "Xây dựng", Ownership.STATE, ("Đội thi công 1", "Đội thi công 2", "Văn phòng")),
    Trade("Vận tải", "Vận tải, kho bãi", Ownership.PRIVATE, ("Đội xe", "Kho", "Văn phòng")),
    Trade("In", "In ấn", Ownership.PRIVATE),
    Trade("Dược phẩm", "Dược phẩm", Ownership.PRIVATE),
    Trade("Linh kiện", "Linh kiện ô tô, xe máy", Ownership.FOREIGN),
    Trade("Thương mại", "Thương mại, dịch vụ", Ownership.PRIVATE, ("Bán hàng", "Kho", "Văn phòng")),
    Trade("Môi trường", "Môi trường đô thị", Ownership.STATE, ("Tổ 1", "Tổ 2", "Văn phòng")),
    Trade("Mây tre", "Thủ công mỹ nghệ", Ownership.COOPERATIVE, ("Tổ đan", "Tổ sơn", "Văn phòng")),
)
_FORMS = {
    Ownership.STATE: "Công ty CP",
    Ownership.PRIVATE: "Công ty CP",
    Ownership.FOREIGN: "Công ty TNHH",
    Ownership.COOPERATIVE: "Hợp tác xã",
}


def is_made_up(name: str) -> bool:
    """Tell whether a name says of itself that nobody bears it."""
    return any(word in name for word in MADE_UP)


def person(dice: Random, gender: Gender) -> str:
    """Make up a person: “Nguyễn Thị Thử”, “Trần Ví Dụ Hùng”."""
    family, word = dice.choice(_FAMILIES), dice.choice(MADE_UP)
    middle = _MIDDLE[gender]
    if dice.random() < 0.1:
        return f"{family} {middle}{word}"
    return f"{family} {middle if dice.random() < 0.5 else ''}{word} {dice.choice(_GIVEN[gender])}"


def trade(number: int) -> Trade:
    """Return the trade of an enterprise by its number."""
    return TRADES[number % len(TRADES)]


def short_name(number: int) -> str:
    """Name an enterprise by its number as it is called in the street: “May Ví Dụ Một”.

    The three lists have lengths whose cycles first meet again after 560 names; then a number follows.
    """
    again = number // 560
    word, ordinal = MADE_UP[number % len(MADE_UP)], _ORDINALS[number % len(_ORDINALS)]
    return f"{trade(number).name} {word} {ordinal}{f' {again + 1}' if again else ''}"


def enterprise(number: int) -> str:
    """Name an enterprise by its number: “Công ty TNHH May Ví Dụ Một”."""
    return f"{_FORMS[trade(number).ownership]} {short_name(number)}"


def tax_codes() -> Iterator[str]:
    """Yield tax codes that pass the check digit, of a tax office 00 that does not exist."""
    for number in count(1):
        stem = f"00{number:07d}"
        digit = str(mst.calc_check_digit(stem))
        if len(digit) == 1:
            yield stem + digit


def phone(number: int) -> str:
    """Return a phone number of the range that all made-up people share, 0900 and six digits."""
    return f"0900{number % 1_000_000:06d}"

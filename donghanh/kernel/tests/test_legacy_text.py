"""Text of the fonts before Unicode: converted when it surely is such, and never when it is right."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.kernel.legacy_text import Legacy, converted, legacy_of, reads_as, to_legacy
from donghanh.kernel.syllables import is_syllable

SYLLABLES = (
    "an ảnh bà bích bông cảnh chấn chị dũng dương đào đặng đình giang hà hạnh hằng hiếu hoà hoàng hợp hùng huyền hương"
    " khánh khuê kiệt lan lệ liễu loan lộc luyến lương lý mai mẫn mỹ nga ngọc nguyễn nguyệt nhung ninh oanh phạm phúc"
    " phượng quân quốc quỳnh sửu tâm tấn thảo thị thiện thoại thuý thường tiến tỉnh toản trần trịnh tú tuyết uyên vẽ"
    " việt vinh võ vũ xoan xuân ý yến"
)
names = st.lists(st.sampled_from(SYLLABLES.split()), min_size=1, max_size=5).map(" ".join)


@given(names.map(str.title) | names)
def test_right_text_is_never_taken_for_an_old_font(name) -> None:
    assert legacy_of(name) is None


@given(names, st.sampled_from([*string.punctuation, "§", "©", "×", "µ", "½", " 25 µm", "«", "»", " Böhm", " François"]))
def test_right_text_with_foreign_signs_is_never_taken_for_an_old_font(name, sign) -> None:
    assert legacy_of(name + sign) is None or all(ord(letter) <= 0xFF for letter in name)


@given(names, st.sampled_from(Legacy))
def test_what_was_typed_in_an_old_font_comes_back_letter_by_letter(name, legacy) -> None:
    old = to_legacy(name, legacy)
    assert converted(old, legacy) == name
    assert legacy_of(old) in {legacy, None}


@pytest.mark.parametrize(
    ("old", "legacy", "right"),
    [
        ("NguyÔn ThÞ Lan", Legacy.TCVN3, "Nguyễn Thị Lan"),
        ("TrÇn V¨n Dòng", Legacy.TCVN3, "Trần Văn Dũng"),
        ("§Æng Ph\u00ad¬ng", Legacy.TCVN3, "Đặng Phương"),
        ("NGUYÔN V¡N Hµ", Legacy.TCVN3, "NGUYỄN VĂN HÀ"),
        ("Sè Q§", Legacy.TCVN3, "Số QĐ"),
        ("Hä vµ tªn", Legacy.TCVN3, "Họ và tên"),
        ("Nguyeãn Thò Lan", Legacy.VNI, "Nguyễn Thị Lan"),
        ("Ñaëng Phöông", Legacy.VNI, "Đặng Phương"),
        ("HOÏ VAØ TEÂN", Legacy.VNI, "HỌ VÀ TÊN"),
    ],
)
def test_names_as_old_files_hold_them(old, legacy, right) -> None:
    found = legacy_of(old)
    assert found is legacy
    assert found
    assert converted(old, found) == right


@pytest.mark.parametrize(
    "text",
    ["Lê Hà", "Tú", "Vò", "François", "Björn", "Müller", "Peña", "São Tomé", "© 2026", "25 µm", "2 × 3", "Krông Búk",
     "Niê", "Y Bríu", "Nguyễn", "Đắk Lắk", "công ty", "", "§ 12", "½", "ÿ", "\u00ad"],
)  # fmt: skip
def test_right_and_foreign_text_is_left(text) -> None:
    assert legacy_of(text) is None


def test_a_doubtful_text_can_be_read_by_who_knows_its_font() -> None:
    assert reads_as("Dòng", Legacy.TCVN3)
    assert not reads_as("Lê Hà", Legacy.TCVN3), "this font has no à of its own"


@pytest.mark.parametrize("word", ["nguyễn", "Quỳnh", "giếng", "gì", "đường", "khuya", "Ý", "oanh", "xoong", "ước"])
def test_a_syllable_is_recognised(word) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "nguyÔn", "thÞ", "ngà ng", "họcc", "các̀", "đ", "ắ", "Böhm"])
def test_what_spelling_does_not_allow_is_no_syllable(word) -> None:
    assert not is_syllable(word)

"""Whole numbers as they are spoken, in Vietnamese and in English: the only home of amounts in words."""

_VI_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_VI_GROUPS = ("", "nghìn", "triệu")
_EN_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_GROUPS = ("", "thousand", "million", "billion", "trillion", "quadrillion")
_BILLION = 1_000_000_000
MOST = 10**18 - 1
"""The largest number that is spoken; beyond it both languages run out of common words."""


def spoken_vi(number: int) -> str:
    """Say a whole number in Vietnamese: 1.352.585 is “một triệu ba trăm năm mươi hai nghìn năm trăm tám mươi lăm”."""
    _speakable(number)
    if number < 0:
        return f"âm {spoken_vi(-number)}"
    if number == 0:
        return _VI_DIGITS[0]
    billions, rest = divmod(number, _BILLION)
    words = [f"{spoken_vi(billions)} tỷ"] if billions else []
    words += _vi_below_billion(rest, follows=bool(billions))
    return " ".join(words)


def spoken_en(number: int) -> str:
    """Say a whole number in English: 1,250 is “one thousand two hundred fifty”."""
    _speakable(number)
    if number < 0:
        return f"minus {spoken_en(-number)}"
    if number == 0:
        return _EN_SMALL[0]
    words: list[str] = []
    for group in range(len(_EN_GROUPS) - 1, -1, -1):
        three = number // 1000**group % 1000
        if three:
            words.append(f"{_en_three(three)} {_EN_GROUPS[group]}".rstrip())
    return " ".join(words)


def _speakable(number: int) -> None:
    if abs(number) > MOST:
        raise ValueError(f"{number} is too large to be spoken; the largest is {MOST}.")


def _vi_below_billion(number: int, *, follows: bool) -> list[str]:
    """Say millions, thousands and units; a group after a spoken one says its empty hundreds and tens."""
    words: list[str] = []
    for group in (2, 1, 0):
        three = number // 1000**group % 1000
        if three:
            words.append(f"{_vi_three(three, follows=follows)} {_VI_GROUPS[group]}".rstrip())
            follows = True
    return words


def _vi_three(number: int, *, follows: bool) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [f"{_VI_DIGITS[hundreds]} trăm"] if hundreds or follows else []
    if tens > 1:
        words.append(f"{_VI_DIGITS[tens]} mươi")
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    if ones:
        words.append(_vi_ones(ones, tens))
    return " ".join(words)


def _vi_ones(ones: int, tens: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    if ones == 5 and tens:
        return "lăm"
    return _VI_DIGITS[ones]


def _en_three(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_EN_SMALL[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        tens, ones = divmod(rest, 10)
        words.append(_EN_TENS[tens] + (f"-{_EN_SMALL[ones]}" if ones else ""))
    elif rest:
        words.append(_EN_SMALL[rest])
    return " ".join(words)

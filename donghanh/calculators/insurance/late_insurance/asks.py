"""What the calculator of late and evaded insurance asks."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.often_asked import EMPLOYER
from donghanh.calculators.words import Words

ACT = Ask(
    "act",
    Words("Việc đã xảy ra", "What happened"),
    "choice",
    required=False,
    choices=(
        Choice(
            "unpaid",
            Words("Đã đăng ký nhưng chưa đóng đủ", "Registered, not paid in full"),
            ("late", "cham_dong", "no_tien"),
        ),
        Choice("unregistered", Words("Không đăng ký đủ người", "Workers not registered"), ("khong_dang_ky",)),
        Choice(
            "underdeclared",
            Words("Đăng ký lương thấp hơn quy định", "Salary declared too low"),
            ("khai_thap", "under_declared"),
        ),
    ),
    default="unpaid",
    aliases=("case", "viec", "violation", "type"),
)
FUND = Ask(
    "fund",
    Words("Loại bảo hiểm", "Insurance"),
    "choice",
    required=False,
    choices=(
        Choice("social", Words("Bảo hiểm xã hội bắt buộc", "Compulsory social insurance"), ("bhxh", "si")),
        Choice("unemployment", Words("Bảo hiểm thất nghiệp", "Unemployment insurance"), ("bhtn", "ui")),
        Choice("health", Words("Bảo hiểm y tế", "Health insurance"), ("bhyt", "hi")),
    ),
    default="social",
    aliases=("insurance", "loai"),
    rare=True,
)
AMOUNT = Ask(
    "amount",
    Words("Số tiền chưa đóng", "Sum not paid"),
    "money",
    required=False,
    least=0,
    aliases=("sum", "so_tien", "debt"),
    unit="vnd",
)
MONTH = Ask(
    "month",
    Words("Tháng phải đóng", "Month to be paid for"),
    "date",
    help=Words(
        "Ghi như 06/2026. Hạn đóng là ngày cuối tháng sau; đóng theo quý hoặc 6 tháng thì ghi ngày hết hạn vào mục "
        "dưới.",
        "Like 06/2026. It is due by the end of the next month; with a cycle of 3 or 6 months fill in the due day "
        "below.",
    ),
    required=False,
    aliases=("thang",),
    by_month=True,
)
DUE = Ask(
    "due",
    Words("Ngày đóng chậm nhất", "Due day"),
    "date",
    required=False,
    aliases=("due_date", "han_dong", "deadline"),
    rare=True,
)
PAID_ON = Ask(
    "paid_on",
    Words("Ngày đóng đủ", "Day of full payment"),
    "date",
    help=Words("Để trống nếu đến ngày đang xem vẫn chưa đóng.", "Leave it empty while not paid."),
    required=False,
    aliases=("paid", "until", "ngay_dong", "paid_date"),
)
REMINDED = Ask(
    "reminded",
    Words("Cơ quan có thẩm quyền đã đôn đốc bằng văn bản", "A written reminder was given"),
    "yes_no",
    required=False,
    default=False,
    aliases=("don_doc", "reminder"),
)
GOOD_REASON = Ask(
    "good_reason",
    Words("Có lý do chính đáng theo quy định (thiên tai, dịch bệnh …)", "A good reason by law (disaster, epidemic …)"),
    "yes_no",
    required=False,
    default=False,
    aliases=("ly_do_chinh_dang",),
    rare=True,
)
STARTED = Ask(
    "started",
    Words("Ngày người lao động thuộc diện phải tham gia", "Day from which the workers had to be insured"),
    "date",
    required=False,
    aliases=("start", "hired_on", "ngay_vao_lam"),
    rare=True,
)
PEOPLE = Ask(
    "people",
    Words("Số người không được đăng ký", "Workers not registered"),
    "whole",
    required=False,
    least=1,
    most=1_000_000,
    aliases=("workers", "so_nguoi", "headcount", "employees"),
    unit="people",
    rare=True,
)
ASKS = (ACT, FUND, AMOUNT, MONTH, DUE, PAID_ON, REMINDED, GOOD_REASON, STARTED, PEOPLE, EMPLOYER)

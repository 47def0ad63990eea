"""What the calculator of the union fund asks."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.often_asked import EMPLOYER
from donghanh.calculators.words import Words

ASKS = (
    Ask(
        "payroll",
        Words("Quỹ tiền lương đóng bảo hiểm của kỳ", "Insured payroll of the period"),
        "money",
        help=Words(
            "Tổng lương làm căn cứ đóng bảo hiểm xã hội bắt buộc của mọi người lao động.",
            "All salaries that compulsory social insurance is paid on.",
        ),
        least=0,
        aliases=("quy_luong", "wage_fund", "salary_fund", "salary", "total_salary"),
        unit="vnd",
    ),
    Ask(
        "month",
        Words("Tháng phải đóng", "Month to be paid for"),
        "date",
        help=Words(
            "Ghi như 06/2026; để trống thì chỉ tính số tiền.", "Like 06/2026; only the sum is worked out when empty."
        ),
        required=False,
        aliases=("thang",),
        by_month=True,
    ),
    Ask(
        "cycle",
        Words("Kỳ đóng", "Paid every"),
        "choice",
        required=False,
        choices=(
            Choice("month", Words("Hằng tháng", "Month"), ("monthly", "thang", "1")),
            Choice(
                "quarter",
                Words("3 tháng (nông, lâm, ngư, diêm nghiệp)", "3 months (farming, forestry, fishery, salt)"),
                ("quarterly", "quy", "3"),
            ),
        ),
        default="month",
        aliases=("ky",),
        rare=True,
    ),
    Ask(
        "paid",
        Words("Số đã đóng", "Sum paid so far"),
        "money",
        required=False,
        least=0,
        default=0,
        aliases=("da_dong", "paid_sum"),
        unit="vnd",
        rare=True,
    ),
    Ask(
        "paid_on",
        Words("Ngày đóng đủ", "Day of full payment"),
        "date",
        help=Words("Để trống nếu chưa đóng đủ.", "Leave it empty while not paid in full."),
        required=False,
        aliases=("ngay_dong",),
        rare=True,
    ),
    Ask(
        "nobody",
        Words("Không đóng cho toàn bộ người lao động", "Nothing paid for any worker"),
        "yes_no",
        required=False,
        default=False,
        aliases=("none_paid", "whole_workforce", "khong_dong_toan_bo"),
        rare=True,
    ),
    EMPLOYER,
)

"""What the calculator of unemployment benefit asks."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.insurance.levels import REGION
from donghanh.calculators.words import Words

SALARY = Ask(
    "salary",
    Words(
        "Lương đóng bảo hiểm thất nghiệp bình quân 6 tháng cuối",
        "Average salary insured for unemployment, last 6 months",
    ),
    "money",
    least=0,
    aliases=("average", "average_salary", "luong", "luong_binh_quan", "avg_salary"),
    unit="vnd_month",
)
MONTHS = Ask(
    "months",
    Words("Tổng số tháng đã đóng mà chưa hưởng", "Months paid in all and not yet used"),
    "whole",
    least=0,
    most=720,
    aliases=("months_paid", "total_months", "so_thang", "contribution_months", "thang"),
    unit="months",
)
RECENT = Ask(
    "months_recent",
    Words("Số tháng đã đóng trong 24 tháng trước khi nghỉ", "Months paid in the 24 months before the end"),
    "whole",
    help=Words(
        "Hợp đồng từ 1 đến dưới 12 tháng thì tính trong 36 tháng.",
        "Of 36 months for contracts of 1 to less than 12 months.",
    ),
    required=False,
    least=0,
    most=36,
    aliases=("months_in_24", "months_in_window", "recent_months"),
    unit="months",
    rare=True,
)
CONTRACT = Ask(
    "contract",
    Words("Hợp đồng", "Contract"),
    "choice",
    required=False,
    choices=(
        Choice(
            "usual",
            Words("Không xác định thời hạn hoặc từ 12 tháng", "Indefinite, or 12 months and more"),
            ("normal", "indefinite"),
        ),
        Choice("short", Words("Từ 1 đến dưới 12 tháng", "1 to less than 12 months"), ("ngan_han", "seasonal")),
    ),
    default="usual",
    aliases=("hop_dong",),
    rare=True,
)
REASON = Ask(
    "reason",
    Words("Lý do nghỉ", "How the work ended"),
    "choice",
    required=False,
    choices=(
        Choice("lawful", Words("Chấm dứt hợp đồng đúng luật", "A lawful end of the contract"), ("dung_luat", "legal")),
        Choice("unlawful", Words("Tự ý bỏ việc trái luật", "Quitting against the law"), ("trai_luat", "illegal")),
        Choice("dismissed", Words("Bị sa thải", "Dismissal for a breach of discipline"), ("sa_thai",)),
        Choice(
            "pension", Words("Nghỉ khi đủ điều kiện hưởng lương hưu", "Qualified for a pension"), ("huu", "retired")
        ),
    ),
    default="lawful",
    aliases=("ly_do", "ending"),
    rare=True,
)
ENDED = Ask(
    "end_date",
    Words("Ngày chấm dứt hợp đồng", "Day the contract ended"),
    "date",
    help=Words("Để trống thì lấy ngày đang xem.", "The day looked at, when empty."),
    required=False,
    aliases=("ended_on", "ngay_nghi_viec", "end", "last_day"),
)
LAST_PAID = Ask(
    "last_paid",
    Words("Tháng cuối có đóng bảo hiểm thất nghiệp", "Last month paid"),
    "date",
    help=Words("Ghi như 06/2026; để trống thì lấy tháng nghỉ việc.", "Like 06/2026; the month of the end when empty."),
    required=False,
    aliases=("last_month_paid", "thang_dong_cuoi"),
    by_month=True,
    rare=True,
)
FILED = Ask(
    "filed_on",
    Words("Ngày nộp hồ sơ", "Day of the application"),
    "date",
    required=False,
    aliases=("applied_on", "ngay_nop", "filing_date", "application_date"),
)
ASKS = (SALARY, MONTHS, REGION, RECENT, CONTRACT, REASON, ENDED, LAST_PAID, FILED)

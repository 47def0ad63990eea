"""What the calculator of contributions asks."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.insurance.levels import REGION
from donghanh.calculators.often_asked import UNTIL
from donghanh.calculators.words import Words

ASKS = (
    Ask(
        "salary",
        Words("Tiền lương tháng đóng bảo hiểm", "Monthly salary that insurance is paid on"),
        "money",
        help=Words(
            "Gồm mức lương, phụ cấp và khoản bổ sung trả thường xuyên, ổn định theo hợp đồng.",
            "Pay of the job, allowances and other sums paid regularly under the contract.",
        ),
        least=1,
        aliases=("luong", "wage", "pay", "insured_salary", "gross", "tien_luong"),
        unit="vnd_month",
    ),
    REGION,
    Ask(
        "worker",
        Words("Người lao động", "Worker"),
        "choice",
        required=False,
        choices=(
            Choice(
                "employee", Words("Người Việt Nam làm theo hợp đồng", "Vietnamese employee"), ("vietnamese", "viet")
            ),
            Choice(
                "foreign",
                Words("Người nước ngoài, hợp đồng từ 12 tháng", "Foreigner, contract of 12 months or more"),
                ("foreigner", "nuoc_ngoai"),
            ),
            Choice("part_time", Words("Làm không trọn thời gian", "Part time"), ("khong_tron_thoi_gian",)),
            Choice("probation", Words("Hợp đồng thử việc riêng", "Separate probation contract"), ("thu_viec",)),
        ),
        default="employee",
        aliases=("kind", "loai", "type"),
    ),
    UNTIL,
    Ask(
        "unpaid_days",
        Words("Số ngày làm việc không hưởng lương trong tháng", "Working days without pay in the month"),
        "whole",
        required=False,
        least=0,
        most=31,
        default=0,
        aliases=("ngay_khong_luong",),
        unit="working_days",
        rare=True,
    ),
    Ask(
        "reduced_accident",
        Words("Đơn vị được đóng mức thấp vào quỹ tai nạn lao động", "The employer pays the reduced accident rate"),
        "yes_no",
        required=False,
        default=False,
        aliases=("accident_reduced",),
        rare=True,
    ),
)

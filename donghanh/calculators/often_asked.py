"""Questions that several calculators ask in the same words."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.words import Words

UNTIL = Ask(
    "until",
    Words("Tính đến hết tháng", "Until the end of"),
    "date",
    help=Words("Ghi như 07/2026; để trống nếu chỉ tính một tháng.", "Like 07/2026; leave it empty for one month only."),
    required=False,
    aliases=("to", "den", "last_month"),
    by_month=True,
    rare=True,
)
EMPLOYER = Ask(
    "employer",
    Words("Người sử dụng lao động", "Employer"),
    "choice",
    required=False,
    choices=(
        Choice(
            "organisation",
            Words("Doanh nghiệp, tổ chức", "Company or organisation"),
            ("organization", "company", "to_chuc", "doanh_nghiep"),
        ),
        Choice(
            "individual",
            Words("Cá nhân, hộ kinh doanh", "Person or household business"),
            ("person", "household", "ca_nhan", "ho_kinh_doanh"),
        ),
    ),
    default="organisation",
    aliases=("nguoi_su_dung_lao_dong", "violator"),
    rare=True,
)

"""What the calculator of the lump-sum withdrawal asks."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.words import Words

CASE = Ask(
    "case",
    Words("Trường hợp", "Case"),
    "choice",
    choices=(
        Choice(
            "retirement_age",
            Words("Đủ tuổi hưu mà chưa đủ 15 năm đóng", "Of retirement age with less than 15 years"),
            ("a", "du_tuoi"),
        ),
        Choice("abroad", Words("Ra nước ngoài định cư", "Settling abroad"), ("b", "dinh_cu", "emigration")),
        Choice(
            "illness",
            Words(
                "Ung thư, bại liệt, xơ gan mất bù, lao nặng, AIDS",
                "Cancer, polio, decompensated cirrhosis, severe TB, AIDS",
            ),
            ("c", "benh", "disease"),
        ),
        Choice(
            "incapacity",
            Words(
                "Suy giảm khả năng lao động từ 81% hoặc khuyết tật đặc biệt nặng",
                "81% loss of capacity, or specially severe disability",
            ),
            ("disability", "khuyet_tat"),
        ),
        Choice(
            "left_work",
            Words(
                "Nghỉ 12 tháng không đóng, từng đóng trước 01/07/2025",
                "12 months out of insurance, paid before 1 July 2025",
            ),
            ("nghi_viec", "12_months", "left"),
        ),
        Choice(
            "armed_forces",
            Words("Bộ đội, công an phục viên, xuất ngũ, thôi việc", "Discharged from the armed forces"),
            ("e", "xuat_ngu"),
        ),
        Choice(
            "foreigner",
            Words(
                "Người nước ngoài hết hợp đồng, giấy phép hoặc rời Việt Nam",
                "Foreigner whose contract or permit ends, or who leaves",
            ),
            ("foreign", "nuoc_ngoai"),
        ),
    ),
    aliases=("truong_hop", "reason", "type"),
)
AVERAGE = Ask(
    "average",
    Words("Lương đóng bảo hiểm bình quân (đã điều chỉnh)", "Average insured salary (indexed)"),
    "money",
    help=Words(
        "Xem trên VssID hoặc hỏi cơ quan bảo hiểm: lương các năm trước được nhân hệ số điều chỉnh.",
        "See the VssID app or ask the agency: salaries of past years are multiplied by yearly factors.",
    ),
    least=0,
    aliases=("salary", "average_salary", "luong_binh_quan", "luong", "avg_salary"),
    unit="vnd_month",
)
BEFORE = Ask(
    "months_before_2014",
    Words("Số tháng đóng trước năm 2014", "Months paid before 2014"),
    "whole",
    required=False,
    least=0,
    most=720,
    default=0,
    aliases=("before_2014", "thang_truoc_2014", "months_before"),
    unit="months",
)
FROM = Ask(
    "months_from_2014",
    Words("Số tháng đóng từ năm 2014", "Months paid from 2014 on"),
    "whole",
    required=False,
    least=0,
    most=720,
    default=0,
    aliases=("from_2014", "thang_tu_2014", "months_after_2014", "months", "months_from", "after_2014"),
    unit="months",
)
OUT = Ask(
    "months_out",
    Words(
        "Số tháng liền không đóng, đến hết tháng trước khi nộp đơn",
        "Months in a row without paying, up to the month before applying",
    ),
    "whole",
    help=Words(
        "Không tính tháng nghỉ không lương từ 14 ngày khi còn hợp đồng.",
        "Without months of 14 days or more of unpaid leave under a contract.",
    ),
    required=False,
    least=0,
    most=600,
    aliases=("months_without", "thang_ngung_dong"),
    unit="months",
)
JOINED = Ask(
    "paid_before_2025_07",
    Words(
        "Có thời gian đóng trước 01/07/2025 chưa nhận một lần", "Has months paid before 1 July 2025 and not withdrawn"
    ),
    "yes_no",
    required=False,
    default=True,
    aliases=("joined_before", "dong_truoc_2025", "joined_before_2025_07"),
    rare=True,
)
SEX = Ask(
    "sex",
    Words("Giới tính (để so với lương hưu)", "Sex (to compare with a pension)"),
    "choice",
    required=False,
    choices=(
        Choice("woman", Words("Nữ", "Woman"), ("female", "f")),
        Choice("man", Words("Nam", "Man"), ("male", "m")),
    ),
    aliases=("gioi_tinh", "gender"),
)
YEARS_BEFORE = Ask(
    "years_before_2014",
    Words("Số năm đóng trước năm 2014, ngoài số tháng", "Years paid before 2014, besides the months"),
    "whole",
    required=False,
    least=0,
    most=60,
    default=0,
    aliases=("nam_truoc_2014", "years_before"),
    unit="years",
    rare=True,
)
YEARS_FROM = Ask(
    "years_from_2014",
    Words("Số năm đóng từ năm 2014, ngoài số tháng", "Years paid from 2014 on, besides the months"),
    "whole",
    required=False,
    least=0,
    most=60,
    default=0,
    aliases=("nam_tu_2014", "years_after_2014", "years", "years_from"),
    unit="years",
    rare=True,
)
PAID_SUM = Ask(
    "paid",
    Words("Số tiền đã đóng (chỉ khi đóng chưa đủ một năm)", "Sum paid in (only with less than a year)"),
    "money",
    required=False,
    least=0,
    aliases=("paid_sum", "so_tien_da_dong"),
    unit="vnd",
    rare=True,
)
ASKS = (CASE, AVERAGE, BEFORE, FROM, OUT, SEX, YEARS_BEFORE, YEARS_FROM, JOINED, PAID_SUM)

"""What the calculator of pensions asks."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.words import Words

SEX = Ask(
    "sex",
    Words("Giới tính", "Sex"),
    "choice",
    choices=(
        Choice("woman", Words("Nữ", "Woman"), ("female", "f", "w")),
        Choice("man", Words("Nam", "Man"), ("male", "m")),
    ),
    aliases=("gioi_tinh", "gender"),
)
BORN = Ask(
    "birth_date",
    Words("Ngày sinh", "Day of birth"),
    "date",
    help=Words(
        "Chỉ biết tháng năm thì lấy ngày 01 của tháng; chỉ biết năm thì lấy 01/01.",
        "With only month and year: the first of the month; with only the year: 1 January.",
    ),
    aliases=("birth", "born", "ngay_sinh", "date_of_birth", "dob", "birthdate", "birthday"),
    by_month=True,
)
YEARS = Ask(
    "years",
    Words("Số năm đóng bảo hiểm xã hội bắt buộc", "Years of compulsory social insurance"),
    "decimal",
    required=False,
    least=0,
    most=60,
    aliases=("so_nam", "years_paid", "insured_years", "contribution_years"),
    unit="years",
)
MONTHS = Ask(
    "months",
    Words("Số tháng lẻ (hoặc tổng số tháng nếu bỏ trống số năm)", "Odd months (or all months when years are empty)"),
    "whole",
    required=False,
    least=0,
    most=720,
    aliases=("odd_months", "so_thang", "months_paid"),
    unit="months",
)
AVERAGE = Ask(
    "average",
    Words("Lương đóng bảo hiểm bình quân (đã điều chỉnh)", "Average insured salary (indexed)"),
    "money",
    help=Words("Để trống nếu chỉ cần tuổi và tỷ lệ.", "Leave it empty for age and rate only."),
    required=False,
    least=0,
    aliases=("salary", "average_salary", "luong_binh_quan", "luong", "avg_salary"),
    unit="vnd_month",
)
RETIRE_ON = Ask(
    "retire_on",
    Words("Ngày dự định nghỉ hưu", "Day of retirement"),
    "date",
    help=Words("Để trống thì lấy lúc đủ tuổi.", "When the age is reached, if empty."),
    required=False,
    aliases=("retirement_date", "ngay_nghi_huu", "leave_on"),
    rare=True,
)
CONDITIONS = Ask(
    "conditions",
    Words("Công việc (từ đủ 15 năm)", "Work (15 years or more of it)"),
    "choice",
    required=False,
    choices=(
        Choice("normal", Words("Bình thường", "Normal"), ("binh_thuong",)),
        Choice(
            "hazardous",
            Words(
                "Nặng nhọc, độc hại, nguy hiểm hoặc vùng đặc biệt khó khăn",
                "Heavy, harmful or dangerous work, or a specially difficult region",
            ),
            ("heavy", "nang_nhoc", "doc_hai"),
        ),
        Choice(
            "specially_hazardous",
            Words("Đặc biệt nặng nhọc, độc hại, nguy hiểm", "Specially heavy, harmful or dangerous work"),
            ("dac_biet_nang_nhoc", "specially_heavy"),
        ),
        Choice("mining", Words("Khai thác than trong hầm lò", "Underground coal mining"), ("ham_lo", "coal")),
    ),
    default="normal",
    aliases=("dieu_kien", "work"),
    rare=True,
)
INCAPACITY = Ask(
    "incapacity",
    Words("Mức suy giảm khả năng lao động (%)", "Loss of capacity to work (%)"),
    "decimal",
    required=False,
    least=0,
    most=100,
    default=0,
    aliases=("suy_giam", "incapacity_percent"),
    unit="percent",
    rare=True,
)
JOINED = Ask(
    "joined_before_2025_07",
    Words("Đã đóng bảo hiểm xã hội trước 01/07/2025", "Paid social insurance before 1 July 2025"),
    "yes_no",
    required=False,
    default=True,
    aliases=("joined_before",),
    rare=True,
)
AFTER_AGE = Ask(
    "months_after_age",
    Words("Trong đó, số tháng đóng sau khi đủ tuổi hưu", "Of them, months paid after retirement age"),
    "whole",
    required=False,
    least=0,
    most=360,
    default=0,
    aliases=("thang_sau_tuoi",),
    unit="months",
    rare=True,
)
LAST_SALARY = Ask(
    "last_salary",
    Words("Lương đóng bảo hiểm trước khi nghỉ (khi cần đóng thêm)", "Last insured salary (when months must be bought)"),
    "money",
    required=False,
    least=0,
    aliases=("luong_cuoi",),
    unit="vnd_month",
    rare=True,
)
ASKS = (
    SEX, BORN, YEARS, MONTHS, AVERAGE, RETIRE_ON, CONDITIONS, INCAPACITY, AFTER_AGE, JOINED, LAST_SALARY,
)  # fmt: skip

"""What the calculator of sickness benefit asks."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.words import Words

CASE = Ask(
    "case",
    Words("Trường hợp", "Case"),
    "choice",
    required=False,
    choices=(
        Choice(
            "own",
            Words("Bản thân ốm đau, tai nạn không phải lao động", "Own sickness or accident"),
            ("sick", "self", "ban_than"),
        ),
        Choice("child", Words("Chăm con ốm dưới 7 tuổi", "Care of a sick child under 7"), ("con_om", "child_sick")),
        Choice(
            "long",
            Words("Bệnh cần chữa trị dài ngày, đã hết số ngày thường", "Listed long illness, after the usual days"),
            ("long_term", "dai_ngay"),
        ),
        Choice(
            "recuperation", Words("Dưỡng sức sau ốm", "Recuperation after sickness"), ("duong_suc", "convalescence")
        ),
    ),
    default="own",
    aliases=("kind", "truong_hop", "type"),
)
SALARY = Ask(
    "salary",
    Words("Lương đóng bảo hiểm xã hội tháng liền trước", "Insured salary of the month before the leave"),
    "money",
    help=Words(
        "Nghỉ ngay tháng đầu đi làm hoặc trở lại làm thì lấy lương tháng đó.",
        "On leave in the first month of work, or of work again: the salary of that month.",
    ),
    required=False,
    least=0,
    aliases=("luong", "wage", "insured_salary"),
    unit="vnd_month",
)
DAYS = Ask(
    "days",
    Words("Số ngày nghỉ", "Days of leave"),
    "decimal",
    help=Words(
        "Ngày làm việc, không kể lễ, tết, ngày nghỉ tuần; dưỡng sức tính cả ngày nghỉ.",
        "Working days, without holidays and weekly rest; recuperation counts every day.",
    ),
    least=0,
    most=366,
    aliases=("so_ngay", "sick_days"),
    unit="days",
)
YEARS = Ask(
    "years",
    Words("Số năm đã đóng bảo hiểm xã hội bắt buộc", "Years of compulsory social insurance paid"),
    "decimal",
    required=False,
    least=0,
    most=60,
    aliases=("so_nam", "years_paid", "insured_years", "years_insured", "contribution_years", "seniority"),
    unit="years",
)
CONDITIONS = Ask(
    "conditions",
    Words("Điều kiện làm việc", "Working conditions"),
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
            ("heavy", "special", "special_region", "nang_nhoc", "doc_hai"),
        ),
    ),
    default="normal",
    aliases=("dieu_kien", "work_conditions", "condition"),
    rare=True,
)
USED = Ask(
    "used_days",
    Words("Số ngày cùng loại đã nghỉ trong năm", "Days of this kind already taken this year"),
    "decimal",
    required=False,
    least=0,
    most=366,
    default=0,
    aliases=("da_nghi", "days_used", "used"),
    unit="days",
    rare=True,
)
NEXT_YEAR = Ask(
    "days_next_year",
    Words("Trong đó, số ngày từ 01/01 năm sau", "Of them, days from 1 January of the next year"),
    "decimal",
    required=False,
    least=0,
    most=366,
    default=0,
    unit="days",
    rare=True,
)
CHILD_AGE = Ask(
    "child_age",
    Words("Tuổi của con", "Age of the child"),
    "decimal",
    required=False,
    least=0,
    most=18,
    aliases=("tuoi_con", "age"),
    unit="years",
    rare=True,
)
AFTER = Ask(
    "after",
    Words("Dưỡng sức sau", "Recuperation after"),
    "choice",
    required=False,
    choices=(
        Choice("long", Words("Bệnh cần chữa trị dài ngày", "A listed long illness"), ("dai_ngay",)),
        Choice("surgery", Words("Phẫu thuật", "Surgery"), ("phau_thuat",)),
        Choice("other", Words("Trường hợp khác", "Anything else"), ("khac",)),
    ),
    default="other",
    aliases=("sau",),
    rare=True,
)
SICK_BEFORE = Ask(
    "sick_days_this_year",
    Words("Số ngày đã nghỉ ốm hưởng trợ cấp trong năm", "Days of paid sickness this year"),
    "decimal",
    required=False,
    least=0,
    most=366,
    aliases=("total_sick_days", "ngay_om_trong_nam"),
    unit="days",
    rare=True,
)
ASKS = (CASE, SALARY, DAYS, YEARS, CONDITIONS, USED, NEXT_YEAR, CHILD_AGE, AFTER, SICK_BEFORE)

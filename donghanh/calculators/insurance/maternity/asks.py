"""What the calculator of maternity benefit asks."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.words import Words

CASE = Ask(
    "case",
    Words("Trường hợp", "Case"),
    "choice",
    required=False,
    choices=(
        Choice("birth", Words("Mẹ sinh con", "Mother giving birth"), ("mother", "me", "sinh_con", "delivery")),
        Choice(
            "father",
            Words("Cha khi vợ sinh con", "Father when his wife gives birth"),
            ("cha", "chong", "husband", "paternity"),
        ),
        Choice("antenatal", Words("Khám thai", "Antenatal visits"), ("kham_thai", "prenatal")),
        Choice(
            "loss",
            Words(
                "Sảy thai, phá thai, thai chết lưu, thai ngoài tử cung",
                "Miscarriage, abortion, stillbirth, ectopic pregnancy",
            ),
            ("miscarriage", "say_thai", "abortion", "stillbirth"),
        ),
        Choice(
            "adoption", Words("Nhận nuôi con dưới 6 tháng tuổi", "Adopting a child under 6 months"), ("nhan_con_nuoi",)
        ),
        Choice("contraception", Words("Biện pháp tránh thai", "Contraception"), ("tranh_thai",)),
        Choice(
            "recuperation",
            Words("Dưỡng sức sau thai sản", "Recuperation after maternity"),
            ("duong_suc", "convalescence"),
        ),
    ),
    default="birth",
    aliases=("kind", "truong_hop", "type", "who", "role"),
)
SALARY = Ask(
    "salary",
    Words("Lương đóng bảo hiểm xã hội bình quân 6 tháng gần nhất", "Average insured salary of the last 6 months"),
    "money",
    help=Words(
        "6 tháng liền trước khi nghỉ; đóng chưa đủ 6 tháng thì lấy bình quân các tháng đã đóng.",
        "Of the 6 months before the leave; of the months paid when fewer.",
    ),
    required=False,
    least=0,
    aliases=("average", "average_salary", "luong", "luong_binh_quan"),
    unit="vnd_month",
)
BIRTH = Ask(
    "birth_date",
    Words("Ngày sinh con", "Day of the birth"),
    "date",
    help=Words("Để trống thì lấy ngày đang xem.", "The day looked at, when empty."),
    required=False,
    aliases=("birth", "ngay_sinh", "born_on", "child_birth"),
)
BABIES = Ask(
    "babies",
    Words("Số con trong lần sinh này", "Children in this birth"),
    "whole",
    required=False,
    least=1,
    most=6,
    default=1,
    aliases=("children", "so_con", "number_of_children", "num_children"),
    unit="people",
)
SECOND = Ask(
    "second_child",
    Words("Sinh con thứ hai (đang có một con đẻ còn sống)", "Second child (one living child already)"),
    "yes_no",
    required=False,
    default=False,
    aliases=("con_thu_hai", "second"),
)
CONDITION = Ask(
    "condition",
    Words("Hoàn cảnh của mẹ trước khi sinh", "The mother’s situation before the birth"),
    "choice",
    required=False,
    choices=(
        Choice("usual", Words("Bình thường", "Usual"), ("normal",)),
        Choice(
            "prescribed_rest",
            Words("Phải nghỉ dưỡng thai theo chỉ định", "Rest prescribed in pregnancy"),
            ("duong_thai", "rest"),
        ),
        Choice(
            "infertility",
            Words("Phải nghỉ việc để điều trị vô sinh", "Off work for infertility treatment"),
            ("vo_sinh",),
        ),
    ),
    default="usual",
    aliases=("situation", "hoan_canh"),
    rare=True,
)
PAID = Ask(
    "months_paid",
    Words("Số tháng đã đóng trong 12 tháng trước khi sinh", "Months paid in the 12 months before the birth"),
    "whole",
    help=Words(
        "Điều trị vô sinh thì tính trong 24 tháng. Người cha: số tháng của cha.",
        "Of 24 months with infertility treatment. For a father: his own months.",
    ),
    required=False,
    least=0,
    most=24,
    aliases=("months", "months_in_12", "so_thang_dong", "months_paid_in_12", "contribution_months"),
    unit="months",
)
TOTAL_PAID = Ask(
    "total_months",
    Words("Tổng số tháng đã đóng (chỉ khi nghỉ dưỡng thai)", "All months ever paid (only with prescribed rest)"),
    "whole",
    required=False,
    least=0,
    most=720,
    aliases=("tong_so_thang",),
    unit="months",
    rare=True,
)
SURGERY = Ask(
    "surgery",
    Words("Sinh phải phẫu thuật", "Birth by surgery"),
    "yes_no",
    required=False,
    default=False,
    aliases=("caesarean", "cesarean", "phau_thuat", "sinh_mo", "c_section"),
)
PREMATURE = Ask(
    "premature",
    Words("Sinh con dưới 32 tuần", "Birth before 32 weeks"),
    "yes_no",
    required=False,
    default=False,
    aliases=("under_32_weeks", "sinh_non"),
    rare=True,
)
MOTHER_QUALIFIES = Ask(
    "mother_qualifies",
    Words("Người mẹ đủ điều kiện hưởng thai sản", "The mother qualifies for maternity benefit"),
    "yes_no",
    required=False,
    default=True,
    aliases=("mother_insured", "me_du_dieu_kien"),
    rare=True,
)
LEAVE_START = Ask(
    "leave_start",
    Words("Ngày bắt đầu nghỉ", "First day of the leave"),
    "date",
    help=Words("Để trống thì lấy ngày sinh.", "The day of the birth, when empty."),
    required=False,
    aliases=("ngay_nghi", "start"),
    rare=True,
)
DAYS = Ask(
    "days",
    Words("Số ngày nghỉ", "Days of leave"),
    "whole",
    help=Words("Để trống thì lấy mức tối đa.", "The most there is, when empty."),
    required=False,
    least=0,
    most=60,
    aliases=("so_ngay",),
    unit="days",
    rare=True,
)
VISITS = Ask(
    "visits",
    Words("Số lần khám thai", "Antenatal visits"),
    "whole",
    required=False,
    least=0,
    most=20,
    default=5,
    aliases=("so_lan_kham",),
    unit="times_of_leave",
    rare=True,
)
WEEKS = Ask(
    "weeks",
    Words("Tuổi thai (tuần)", "Weeks of pregnancy"),
    "decimal",
    required=False,
    least=0,
    most=45,
    aliases=("tuan", "tuan_thai"),
    rare=True,
)
METHOD = Ask(
    "method",
    Words("Biện pháp tránh thai", "Contraception"),
    "choice",
    required=False,
    choices=(
        Choice("iud", Words("Đặt dụng cụ trong tử cung", "Intrauterine device"), ("dat_vong",)),
        Choice("sterilisation", Words("Triệt sản", "Sterilisation"), ("sterilization", "triet_san")),
    ),
    aliases=("bien_phap",),
    rare=True,
)
TAKES_LEAVE = Ask(
    "takes_leave",
    Words("Có nghỉ việc khi nhận con nuôi", "Takes leave when adopting"),
    "yes_no",
    required=False,
    default=True,
    aliases=("nghi_viec",),
    rare=True,
)
EARLY = Ask(
    "returned_early",
    Words("Đã đi làm lại trước khi hết thai sản", "Went back to work before the leave ended"),
    "yes_no",
    required=False,
    default=False,
    aliases=("early_return", "di_lam_som"),
    rare=True,
)
ASKS = (
    CASE,
    SALARY,
    BIRTH,
    PAID,
    BABIES,
    SECOND,
    SURGERY,
    PREMATURE,
    CONDITION,
    TOTAL_PAID,
    MOTHER_QUALIFIES,
    LEAVE_START,
    DAYS,
    VISITS,
    WEEKS,
    METHOD,
    TAKES_LEAVE,
    EARLY,
)

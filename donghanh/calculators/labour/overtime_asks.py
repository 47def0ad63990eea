"""What the calculator of overtime asks."""

from decimal import Decimal

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.words import Words

DAYS = (
    Choice("weekday", Words("Ngày làm việc bình thường", "Ordinary working day"),
           ("normal", "working_day", "ngay_thuong", "thuong", "1", "150")),
    Choice("rest_day", Words("Ngày nghỉ hằng tuần", "Weekly day of rest"),
           ("weekend", "weekly_rest", "rest", "sunday", "ngay_nghi", "nghi_hang_tuan", "chu_nhat", "cuoi_tuan", "200")),
    Choice("holiday", Words("Ngày lễ, tết, ngày nghỉ có hưởng lương", "Public holiday or other paid day off"),
           ("tet", "le", "ngay_le", "le_tet", "public_holiday", "paid_leave", "300")),
    Choice("holiday_on_rest_day", Words("Ngày lễ trùng ngày nghỉ hằng tuần", "Holiday on a weekly day of rest"),
           ("holiday_rest_day", "le_trung_ngay_nghi")),
    Choice("substitute_day", Words("Ngày nghỉ bù của ngày lễ", "Day off in lieu of a holiday"),
           ("substitute", "day_in_lieu", "ngay_nghi_bu", "nghi_bu")),
)  # fmt: skip

ASKS = (
    Ask("salary", Words("Tiền lương tháng của công việc", "Pay for the job, a month"), "money", unit="vnd",
        help=Words("Không tính tiền làm thêm, thưởng, tiền ăn, xăng xe, điện thoại, nhà ở, giữ trẻ.",
                   "Without overtime, bonuses, meals, fuel, phone, housing, childcare."),
        required=False, least=1,
        aliases=("monthly_salary", "monthly_pay", "monthly_wage", "wage", "luong", "luong_thang", "tien_luong",
                 "base_salary")),
    Ask("normal_hours", Words("Số giờ làm việc bình thường trong tháng", "Normal hours worked in the month"), "decimal",
        help=Words("Ví dụ 26 ngày × 8 giờ = 208.", "For example 26 days × 8 hours = 208."), unit="hours",
        default=Decimal(208), least=1, most=248,
        aliases=("hours_in_month", "month_hours", "monthly_hours", "hours_per_month", "standard_hours", "gio_thang")),
    Ask("hourly_pay", Words("Hoặc: tiền lương một giờ", "Or: pay for one hour"), "money", required=False, unit="vnd",
        help=Words("Ghi mục này thay cho lương tháng nếu đã biết.", "Instead of the monthly pay, if you know it."),
        least=1, rare=True, aliases=("hourly", "hourly_wage", "hourly_rate", "hour_pay", "luong_gio")),
    Ask("day", Words("Làm thêm vào ngày nào", "On which kind of day"), "choice", choices=DAYS, default="weekday",
        aliases=("day_type", "day_kind", "kind", "type", "ngay", "loai_ngay")),
    Ask("day_hours", Words("Số giờ làm thêm ban ngày", "Overtime hours by day"), "decimal", unit="hours",
        help=Words("Từ 6 giờ đến 22 giờ.", "Between 6:00 and 22:00."), default=Decimal(0), least=0, most=744,
        aliases=("hours", "overtime_hours", "ot_hours", "daytime_hours", "so_gio", "gio_ban_ngay", "gio_lam_them")),
    Ask("night_hours", Words("Số giờ làm thêm ban đêm", "Overtime hours at night"), "decimal", unit="hours",
        help=Words("Từ 22 giờ đến 6 giờ sáng.", "From 22:00 to 6:00."), default=Decimal(0), least=0, most=744,
        aliases=("night_overtime_hours", "night_ot_hours", "gio_ban_dem", "gio_dem")),
    Ask("night", Words("Mọi giờ làm thêm đều vào ban đêm", "All overtime hours are at night"), "yes_no", default=False,
        aliases=("at_night", "ban_dem", "dem", "is_night")),
    Ask("after_day_overtime", Words("Hôm đó đã làm thêm ban ngày trước khi làm đêm",
        "Overtime by day came before the night hours"), "yes_no", required=False,
        help=Words("Bỏ trống: có nếu ghi giờ làm thêm ban ngày.", "Left empty: yes when there are hours by day."),
        rare=True, aliases=("day_overtime_before", "after_overtime", "worked_overtime_by_day", "day_ot", "day_overtime",
                 "da_lam_them_ban_ngay")),
    Ask("night_shift_hours", Words("Số giờ làm đêm trong giờ bình thường", "Normal hours worked at night"), "decimal",
        help=Words("Ca đêm, không phải làm thêm.", "A night shift, not overtime."), default=Decimal(0), least=0,
        most=744, unit="hours", rare=True, aliases=("night_work_hours", "night_normal_hours", "gio_ca_dem")),
    Ask("paid_by_day", Words("Hưởng lương theo ngày", "Paid by the day"), "yes_no", default=False,
        rare=True, aliases=("daily_paid", "luong_ngay")),
    Ask("month_total", Words("Tổng giờ làm thêm trong tháng", "Overtime in the month so far"), "decimal", unit="hours",
        help=Words("Để đối chiếu giới hạn; tính cả số giờ trên.", "To check the limit; with the hours above."),
        required=False, least=0, most=744, rare=True,
        aliases=("monthly_overtime", "overtime_this_month", "tong_thang")),
    Ask("year_total", Words("Tổng giờ làm thêm trong năm", "Overtime in the year so far"), "decimal", unit="hours",
        required=False, least=0, most=8784, rare=True, aliases=("yearly_overtime", "overtime_this_year", "tong_nam")),
    Ask("special_case", Words("Thuộc ngành, việc được làm thêm đến 300 giờ một năm",
        "A trade or case with up to 300 hours a year"), "yes_no", default=False,
        rare=True, aliases=("up_to_300", "case_300", "truong_hop_300")),
)  # fmt: skip

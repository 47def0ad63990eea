"""What the calculator of the lump-sum withdrawal says."""

from donghanh.calculators.words import Words

LUMP_SUM = Words("Bảo hiểm xã hội một lần", "Lump sum")
YEARS_BEFORE = Words("Số năm tính trước 2014", "Years counted before 2014")
YEARS_FROM = Words("Số năm tính từ 2014", "Years counted from 2014 on")
MONTHS_OF_PAY = Words("Số tháng lương được nhận", "Months of pay received")
PAID_IN = Words("Số tiền đã đóng", "Sum paid in")
PENSION = Words("Lương hưu mỗi tháng nếu chờ đủ tuổi", "Pension a month, waiting for retirement age")
PENSION_RATE = Words("Tỷ lệ lương hưu nếu chờ đủ tuổi", "Pension rate, waiting for retirement age")

KEEP_PENSION = Words(
    "Trước khi rút, hãy cân nhắc: bạn đã đóng đủ {least} tháng, đủ thời gian để có lương hưu hằng tháng và thẻ bảo "
    "hiểm y tế khi đến tuổi. Rút một lần là mất toàn bộ thời gian này.",
    "Before you withdraw: with {least} months paid you have enough for a monthly pension and a health card at "
    "retirement age. Withdrawing wipes out all of it.",
)
KEEP_YEARS = Words(
    "Trước khi rút, hãy cân nhắc: bảo lưu và đóng thêm {missing} tháng (kể cả tự nguyện) là đủ 15 năm để có lương "
    "hưu khi đến tuổi.",
    "Before you withdraw: keep the time and pay {missing} more months (voluntarily if need be) to have the 15 years "
    "for a pension.",
)
MONTHLY_INSTEAD = Words(
    "Thay cho rút một lần, người đủ tuổi hưu có thể nhận trợ cấp hằng tháng từ chính khoản đã đóng, có thẻ bảo hiểm "
    "y tế (Điều 23); hoặc đóng nốt một lần nếu chỉ thiếu đến 6 tháng (Điều 33 khoản 7).",
    "Instead, people of retirement age may draw a monthly allowance from what they paid in, with a health card "
    "(Article 23); or pay the rest at once when at most 6 months are missing (Article 33(7)).",
)
PENSION_INSTEAD = Words(
    "Đủ tuổi hưu và đã đóng từ đủ {least} tháng thì được hưởng lương hưu hằng tháng (Điều 64): xem bảng tính “Tuổi "
    "nghỉ hưu và lương hưu” (pension).",
    "Of retirement age with {least} months or more there is a monthly pension (Article 64): see the calculator "
    "“pension”.",
)
CHOICE = Words(
    "Nếu đồng thời đủ điều kiện hưởng lương hưu, bạn được chọn một trong hai (Điều 70 khoản 6).",
    "If you qualify for a pension as well, the choice is yours (Article 70(6)).",
)
TOO_LONG = Words(
    "Không rút được theo trường hợp này: đã đóng {months} tháng, phải dưới {under} tháng (Điều 70 khoản 1).",
    "Not possible in this case: {months} months were paid, it must be under {under} (Article 70(1)).",
)
TOO_SOON = Words(
    "Chưa rút được: mới ngừng đóng {out} tháng, cần đủ {least} tháng liền đến tháng trước khi nộp đơn (Nghị định "
    "158/2025, Điều 14).",
    "Not yet: {out} months without paying, {least} in a row are needed up to the month before applying (Decree "
    "158/2025, Article 14).",
)
JOINED_LATE = Words(
    "Chỉ có thời gian đóng từ 01/07/2025: nghỉ việc 12 tháng không phải là lý do để rút (Điều 70 khoản 1 điểm đ).",
    "All time was paid from 1 July 2025 on: 12 months out of work is no reason to withdraw (Article 70(1)(đ)).",
)
NOTHING_PAID = Words("Chưa có tháng đóng nào.", "No month was paid.")
MOVED = Words(
    "{odd} tháng lẻ trước 2014 chuyển sang giai đoạn từ 2014 (Điều 70 khoản 3 điểm a).",
    "{odd} odd months before 2014 move to the time from 2014 on (Article 70(3)(a)).",
)
ODD = Words(
    "Tháng lẻ: từ 1 đến 6 tháng tính nửa năm, từ 7 đến 11 tháng tính một năm (Điều 5 khoản 6).",
    "Odd months: 1 to 6 count as half a year, 7 to 11 as a whole one (Article 5(6)).",
)
UNDER_A_YEAR = Words(
    "Đóng chưa đủ một năm: nhận số đã đóng, nhiều nhất 2 tháng lương bình quân (Điều 70 khoản 3 điểm c).",
    "Less than a year was paid: the sum paid in, at most 2 months of the average (Article 70(3)(c)).",
)
ESTIMATED_SUM = Words(
    "Số đã đóng ước tính bằng 22% lương bình quân cho mỗi tháng (8% của bạn và 14% của đơn vị); ghi số thật nếu biết.",
    "The sum paid in is taken as 22% of the average a month (8% yours, 14% the employer’s); fill it in if known.",
)
NOT_COVERED = (
    Words(
        "Hệ số điều chỉnh lương của từng năm: hãy nhập mức bình quân đã điều chỉnh.",
        "The yearly factors for past salaries: type the average after them.",
    ),
    Words(
        "Phần ngân sách hỗ trợ đóng bảo hiểm tự nguyện (trừ ra, trừ trường hợp bệnh nặng, suy giảm từ 81%).",
        "State support for voluntary contributions (taken out, unless ill or at 81%).",
    ),
    Words(
        "Tuổi, hồ sơ bệnh, giấy định cư: cơ quan bảo hiểm xét.", "Age, medical and emigration papers: for the agency."
    ),
)

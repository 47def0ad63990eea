"""What the calculator of the union fund says."""

from donghanh.calculators.words import Words

FUND = Words("Kinh phí công đoàn", "Union fund")
UNPAID = Words("Còn phải đóng", "Still to be paid")
DUE = Words("Đóng chậm nhất ngày", "Due on")
UNPAID_AFTER = Words("Bị coi là không đóng sau ngày", "Counted as not paid after")
DAYS_LATE = Words("Số ngày quá hạn", "Days past due")
FINE_LEAST = Words("Phạt ít nhất", "Fine, at least")
FINE_MOST = Words("Phạt nhiều nhất", "Fine, at most")
PERSON_LEAST = Words("Mức phạt cá nhân, ít nhất", "Fine for an individual, at least")
PERSON_MOST = Words("Mức phạt cá nhân, nhiều nhất", "Fine for an individual, at most")

ON_TIME = Words("Chưa quá hạn {due}.", "Not past the due day {due}.")
PAID = Words("Đã đóng đủ, đúng hạn.", "Paid in full and on time.")
LATE = Words(
    "Chậm đóng {days} ngày (Nghị định 105/2026, Điều 6 khoản 1).",
    "Late by {days} days (Decree 105/2026, Article 6(1)).",
)
NOT_PAID = Words(
    "Quá 60 ngày sau hạn: bị coi là không đóng (Nghị định 105/2026, Điều 6 khoản 2).",
    "More than 60 days past due: it counts as not paid (Decree 105/2026, Article 6(2)).",
)
NOBODY = Words(
    "Không trích, đóng cho ai: là không đóng ngay, không chờ 60 ngày (Nghị định 105/2026, Điều 6 khoản 2 điểm a).",
    "Nothing set aside for anybody: it counts as not paid at once, without 60 days (Decree 105/2026, Article 6(2)(a)).",
)
OLD_DUE = Words(
    "Hạn đóng {due} trước 16/05/2026, khi Nghị định 105/2026 chưa có hiệu lực: chưa xét chậm hay không đóng ở đây.",
    "The due day {due} is before 16 May 2026, when Decree 105/2026 began: late or not paid is not worked out here.",
)
UNDER = Words(
    "Mức phạt 12% đến dưới 15%, ở đây tính trên toàn bộ số phải đóng của kỳ.",
    "The fine is 12% to less than 15%, here of the whole sum due for the period.",
)
WHOLE = Words(
    "Mức phạt 18% đến 20%, ở đây tính trên toàn bộ số phải đóng của kỳ.",
    "The fine is 18% to 20%, here of the whole sum due for the period.",
)
DOUBLE_UNSURE = Words(
    "Mức phạt tổ chức bằng 2 lần cá nhân; với doanh nghiệp, cần kiểm tra việc nhân đôi đã có hiệu lực chưa (Nghị "
    "định 283/2026, Điều 66 khoản 3 là bản chụp chưa rõ).",
    "Organisations pay twice the fine of a person; whether that is in force for companies must be verified (Decree "
    "283/2026, Article 66(3) is an unclear scan).",
)
REMEDY = Words(
    "Ngoài tiền phạt, phải nộp số còn thiếu và tiền lãi trong 30 ngày (lãi không kỳ hạn cao nhất của ngân hàng "
    "thương mại nhà nước; chưa tính ở đây).",
    "Besides the fine, the missing sum and interest are due within 30 days (the highest demand rate of state "
    "commercial banks; not worked out here).",
)
NOT_COVERED = (
    Words(
        "Miễn, giảm (tối đa 20%, không quá 6 tháng), tạm dừng đóng (không quá 12 tháng, phải đóng bù).",
        "Exemption, reduction (at most 20%, 6 months), suspension (at most 12 months, to be paid back).",
    ),
    Words("Phần để lại công đoàn cơ sở và phần nộp cấp trên.", "The shares of the grassroots union and those above."),
)

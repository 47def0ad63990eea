"""What the calculator of late and evaded insurance says."""

from donghanh.calculators.words import Words

INTEREST = Words("Tiền nộp thêm 0,03% mỗi ngày", "Extra 0.03% a day")
DAYS_LATE = Words("Số ngày chậm", "Days late")
TO_PAY = Words("Phải nộp cả gốc và tiền nộp thêm", "To be paid with the extra sum")
FINE_LEAST = Words("Phạt ít nhất", "Fine, at least")
FINE_MOST = Words("Phạt nhiều nhất", "Fine, at most")
PERSON_LEAST = Words("Mức phạt cá nhân, ít nhất", "Fine for an individual, at least")
PERSON_MOST = Words("Mức phạt cá nhân, nhiều nhất", "Fine for an individual, at most")
DUE = Words("Ngày đóng chậm nhất", "Due day")
EVADED_AFTER = Words("Bị coi là trốn đóng sau ngày", "Evaded after")

NEED_DUE = Words(
    "Điền tháng phải đóng (month) hoặc ngày đóng chậm nhất (due).", "Fill in the month (month) or the due day (due)."
)
NEED_START = Words(
    "Điền ngày người lao động thuộc diện phải tham gia (started).",
    "Fill in the day from which they had to be insured (started).",
)
ON_TIME = Words("Chưa quá hạn đóng {due}: chưa có vi phạm.", "Not past the due day {due}: there is no breach yet.")
REGISTER_ON_TIME = Words(
    "Chưa hết hạn đăng ký 30 ngày ({due}): chưa có vi phạm.",
    "The 30 days to register ({due}) are not over: no breach yet.",
)
LATE = Words(
    "Đây là chậm đóng (Điều 38): quá hạn {due} {days} ngày.",
    "This is late payment (Article 38): {days} days past {due}.",
)
LATE_NOT_REMINDED = Words(
    "Quá 60 ngày nhưng chưa được đôn đốc bằng văn bản nên vẫn là chậm đóng; người lao động, công đoàn nên đề nghị cơ "
    "quan bảo hiểm đôn đốc (Điều 35, 39).",
    "More than 60 days, but without a written reminder it is still late payment; workers and the union should ask "
    "the agency for one (Articles 35 and 39).",
)
EXCUSED = Words(
    "Có lý do chính đáng nên không bị coi là trốn đóng, mà là chậm đóng (Điều 38 khoản 4).",
    "With a good reason it counts as late, not evaded (Article 38(4)).",
)
EVADED = Words(
    "Đây là trốn đóng (Điều 39): quá hạn {due} hơn 60 ngày và đã được đôn đốc bằng văn bản.",
    "This is evasion (Article 39): more than 60 days past {due}, after a written reminder.",
)
UNDERDECLARED = Words(
    "Đăng ký lương thấp hơn quy định là trốn đóng ngay (Điều 39 khoản 1 điểm c, d).",
    "Declaring a salary too low is evasion at once (Article 39(1)(c) and (d)).",
)
UNREGISTERED_LATE = Words(
    "Chưa đăng ký trong 60 ngày sau hạn {due}: là chậm đóng, phạt theo số người (Điều 38 khoản 2, 3).",
    "Not registered within 60 days after {due}: late, fined by the number of workers (Article 38(2) and (3)).",
)
UNREGISTERED_EVADED = Words(
    "Quá 60 ngày sau hạn {due} mà không đăng ký đủ người: là trốn đóng (Điều 39 khoản 1 điểm a, b).",
    "Still not registered 60 days after {due}: evasion (Article 39(1)(a) and (b)).",
)
WARNING = Words("Số tiền dưới {least}: chỉ bị cảnh cáo, không phạt tiền.", "Below {least} there is a warning, no fine.")
DOUBLE_UNSURE = Words(
    "Mức phạt tổ chức bằng 2 lần cá nhân (Nghị định 283/2026, Điều 7). Bản đã lưu của Điều 66 khoản 3 là bản chụp "
    "chưa rõ, nên cần kiểm tra việc nhân đôi với doanh nghiệp đã có hiệu lực chưa; vì vậy có cả mức của cá nhân.",
    "Organisations pay twice the fine of a person (Decree 283/2026, Article 7). The stored copy of Article 66(3) is "
    "an unclear scan, so whether the doubling for companies is in force must be verified; the fine of a person is "
    "shown too.",
)
DOUBLE = Words(
    "Mức phạt tổ chức bằng 2 lần cá nhân (Nghị định 12/2022, Điều 6 khoản 1).",
    "Organisations pay twice the fine of a person (Decree 12/2022, Article 6(1)).",
)
OLD_DECREE = Words(
    "Việc này kết thúc trước 10/09/2026 nên phạt theo Nghị định 12/2022 (Nghị định 283/2026, Điều 67 khoản 1).",
    "It ended before 10 September 2026, so Decree 12/2022 sets the fine (Decree 283/2026, Article 67(1)).",
)
OLD_DECREE_SO_FAR = Words(
    "Xét vào ngày {day} thì phạt theo Nghị định 12/2022; nếu còn kéo dài từ 10/09/2026 thì theo Nghị định 283/2026.",
    "As of {day}, Decree 12/2022 sets the fine; if it goes on from 10 September 2026, Decree 283/2026 does.",
)
STILL_GOING = Words(
    "Việc xảy ra trước 10/09/2026 nhưng vẫn còn sau ngày đó nên phạt theo Nghị định 283/2026 (Điều 67 khoản 2).",
    "It began before 10 September 2026 and went on after it, so Decree 283/2026 sets the fine (Article 67(2)).",
)
OLD_WHOLE_WORKFORCE = Words(
    "Theo Nghị định 12/2022, không đóng cho toàn bộ người lao động thì phạt 18% đến 20% số phải đóng (Điều 39 khoản "
    "6).",
    "Under Decree 12/2022, paying for none of the workers is fined 18% to 20% of the sum (Article 39(6)).",
)
PAID_DAY = Words(
    "Số ngày tính đến hết ngày đóng; văn bản đã lưu không nói rõ có tính ngày đóng hay không (chênh một ngày).",
    "Days are counted up to the day of payment; the stored texts do not say whether that day counts (one day’s "
    "difference).",
)
HEALTH_FINE = Words(
    "Mức phạt về bảo hiểm y tế theo nghị định khác, chưa có ở đây.",
    "Fines for health insurance are in another decree, not here.",
)
TIME_LIMIT = Words(
    "Thời hiệu xử phạt 1 năm (Nghị định 283/2026, Điều 3 khoản 4; Nghị định 12/2022, Điều 5); quyền đòi đóng đủ "
    "không mất đi.",
    "A fine is possible within 1 year (Decree 283/2026, Article 3(4); Decree 12/2022, Article 5); the duty to pay "
    "remains.",
)
NOT_COVERED = (
    Words("Trách nhiệm hình sự khi trốn đóng nhiều lần.", "Criminal liability for repeated evasion."),
    Words(
        "Tiền nộp thêm của khoản nợ trước 01/07/2025 (Điều 141 khoản 12).",
        "The extra sum on debts from before 1 July 2025 (Article 141(12)).",
    ),
    Words(
        "Tình tiết tăng nặng, giảm nhẹ; Nghị định 274/2025 về số ngày chậm đóng chưa có trong thư viện.",
        "Aggravation and mitigation; Decree 274/2025 on the days of delay is not in the library.",
    ),
)

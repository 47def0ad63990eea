"""What the calculator of unemployment benefit says."""

from donghanh.calculators.words import Words

MONTHLY = Words("Trợ cấp thất nghiệp mỗi tháng", "Unemployment benefit a month")
MONTHS = Words("Số tháng hưởng", "Months paid")
TOTAL = Words("Tổng cộng", "In all")
CAP = Words("Mức cao nhất một tháng", "Most a month")
APPLY_BY = Words("Nộp hồ sơ chậm nhất ngày", "Apply at the latest on")
PAID_FROM = Words("Hưởng từ ngày", "Paid from")
PAID_TO = Words("Hết hưởng sau ngày", "Paid until")

NO_BENEFIT = {
    "unlawful": Words(
        "Tự ý chấm dứt hợp đồng trái luật thì không được hưởng trợ cấp thất nghiệp.",
        "After quitting against the law there is no unemployment benefit.",
    ),
    "pension": Words(
        "Nghỉ việc khi hưởng hoặc đủ điều kiện hưởng lương hưu thì không được hưởng trợ cấp thất nghiệp.",
        "Who leaves with a pension, or qualified for one, has no unemployment benefit.",
    ),
}
DISMISSED = Words(
    "Bị sa thải: Luật Việc làm 74/2025 chưa có trong thư viện để kiểm tra; hãy hỏi tổ chức dịch vụ việc làm trước "
    "khi tin vào kết quả này.",
    "Dismissal: Employment Law 74/2025 is not in the library to check this; ask the employment service before you "
    "rely on this answer.",
)
TOO_FEW = Words(
    "Chưa đủ điều kiện: mới đóng {months} tháng trong {window} tháng trước khi nghỉ, cần từ đủ {least} tháng. Thời "
    "gian đã đóng vẫn được cộng cho lần sau.",
    "Not qualified: {months} months paid of the last {window}, at least {least} are needed. They still count next "
    "time.",
)
TOO_LATE = Words(
    "Nộp ngày {filed} là quá 3 tháng kể từ ngày chấm dứt hợp đồng (chậm nhất {last}): không được hưởng lần này; thời "
    "gian đã đóng được bảo lưu.",
    "An application on {filed} is later than 3 months after the end ({last} at the latest): no benefit this time; "
    "the months paid are kept.",
)
FILED_EARLY = Words(
    "Ngày nộp hồ sơ ({filed}) trước ngày chấm dứt hợp đồng ({ended}); sửa lại một trong hai.",
    "The application ({filed}) is before the end of the contract ({ended}); change one of them.",
)
RECENT_MORE = Words(
    "Số tháng gần đây ({recent}) nhiều hơn tổng số tháng ({months}); sửa lại một trong hai.",
    "The recent months ({recent}) are more than all months ({months}); change one of them.",
)
RECENT_TOO_MANY = Words(
    "Trong {window} tháng không thể đóng {recent} tháng; chỉ ghi số tháng đóng trong {window} tháng trước khi nghỉ.",
    "{window} months cannot hold {recent} months paid; give only those of the {window} months before the end.",
)
ASSUMED = Words(
    "Bạn chưa ghi số tháng đóng gần đây: kết quả coi như đã đủ 12 tháng trong 24 tháng.",
    "The recent months were not told: the answer takes for granted 12 of the last 24.",
)
CAPPED = Words(
    "60% lương bình quân cao hơn mức cao nhất; chỉ trả {cap}.", "60% of the average is above the cap; {cap} is paid."
)
FULL = Words(
    "Đã đến mức cao nhất 12 tháng; chưa rõ theo luật mới số tháng đóng còn dư có được bảo lưu không.",
    "12 months is the most; whether months paid beyond are kept is not clear under the new law.",
)
ODD_KEPT = Words(
    "Còn {odd} tháng lẻ chưa dùng được bảo lưu cho lần sau (Nghị định 28/2015, Điều 18 khoản 7).",
    "{odd} odd months are kept for the next time (Decree 28/2015, Article 18(7)).",
)
ODD_UNSURE = Words(
    "Còn {odd} tháng lẻ chưa dùng: chưa rõ theo luật mới có được bảo lưu không.",
    "{odd} odd months are not used: whether they are kept is not clear under the new law.",
)
TWO_LAWS = Words(
    "Bạn nghỉ trước 01/01/2026 và nộp hồ sơ từ ngày đó. Ngày bắt đầu hưởng là {new} theo luật mới (sau 10 ngày làm "
    "việc), {old} theo luật cũ (sau 15 ngày làm việc); hãy hỏi nơi nhận hồ sơ.",
    "Work ended before 1 January 2026 and the application came after. Payment starts on {new} under the new law "
    "(after 10 working days), on {old} under the old one (after 15); ask where you apply.",
)
STILL_JOBLESS = Words(
    "Trong {wait} ngày làm việc sau khi nộp hồ sơ bạn chưa có việc làm, và hằng tháng thông báo tìm việc.",
    "You must still be without work {wait} working days after applying, and report your search for work every month.",
)
CALENDAR = Words(
    "Ngày hưởng tính theo ngày làm việc từ thứ Hai đến thứ Sáu, trừ lễ, tết đã biết.",
    "The day is counted with working days from Monday to Friday, without known holidays.",
)
NOT_COVERED = (
    Words(
        "Người thuộc chế độ tiền lương do Nhà nước quy định nghỉ trước 2026 (mức cao nhất theo lương cơ sở).",
        "People on state pay whose work ended before 2026 (their cap went by the base salary).",
    ),
    Words(
        "Hỗ trợ học nghề, tìm việc và bảo hiểm y tế trong thời gian hưởng.",
        "Training, job search and health cover meanwhile.",
    ),
    Words(
        "Từ 2026, mức cao nhất lấy theo lương tối thiểu của tháng đóng cuối (theo nguồn khác, cần kiểm tra lại).",
        "From 2026 the cap goes by the minimum wage of the last month paid (secondary source, to be verified).",
    ),
)

"""What the calculator of contributions says."""

from donghanh.calculators.words import Words

TOTALS = {
    "employee_total": Words("Người lao động đóng", "The worker pays"),
    "employer_total": Words("Người sử dụng lao động đóng", "The employer pays"),
    "total": Words("Cả hai bên đóng", "Both together"),
}
LINES = {
    "employee_social": Words("Bảo hiểm xã hội, phần người lao động", "Social insurance, worker’s part"),
    "employee_health": Words("Bảo hiểm y tế, phần người lao động", "Health insurance, worker’s part"),
    "employee_unemployment": Words(
        "Bảo hiểm thất nghiệp, phần người lao động", "Unemployment insurance, worker’s part"
    ),
    "employer_social": Words("Bảo hiểm xã hội, phần đơn vị", "Social insurance, employer’s part"),
    "employer_health": Words("Bảo hiểm y tế, phần đơn vị", "Health insurance, employer’s part"),
    "employer_unemployment": Words("Bảo hiểm thất nghiệp, phần đơn vị", "Unemployment insurance, employer’s part"),
}
BASES = {
    "insured_salary": Words("Lương đóng bảo hiểm xã hội, y tế", "Salary for social and health insurance"),
    "unemployment_salary": Words("Lương đóng bảo hiểm thất nghiệp", "Salary for unemployment insurance"),
}
PROBATION = Words(
    "Hợp đồng thử việc riêng không thuộc diện tham gia bảo hiểm xã hội bắt buộc (Nghị định 158/2025, Điều 3 khoản 5).",
    "A separate probation contract is outside compulsory social insurance (Decree 158/2025, Article 3(5)).",
)
PART_TIME = Words(
    "Làm không trọn thời gian mà lương tháng dưới {floor} thì không thuộc diện tham gia bắt buộc (Luật Bảo hiểm xã "
    "hội, Điều 2 khoản 1 điểm l).",
    "Part time below {floor} a month is outside compulsory insurance (Social Insurance Law, Article 2(1)(l)).",
)
EQUIVALENT = Words(
    "Đơn vị phải trả thêm cùng kỳ lương khoản tương đương mức đơn vị đóng bảo hiểm (Bộ luật Lao động, Điều 168 khoản "
    "3).",
    "The employer pays the worker the equivalent of its contributions with the wages (Labour Code, Article 168(3)).",
)
UNPAID = Words(
    "Không hưởng lương {days} ngày làm việc trong tháng (từ {least} ngày trở lên): tháng đó hai bên không phải đóng "
    "bảo hiểm xã hội, trừ khi thỏa thuận vẫn đóng (Điều 33 khoản 5). Bảo hiểm y tế và thất nghiệp của tháng đó theo "
    "quy định riêng, chưa tính ở đây.",
    "{days} working days without pay in the month ({least} or more): neither side pays social insurance for it "
    "unless they agree to (Article 33(5)). Health and unemployment insurance of such a month follow other rules, not "
    "worked out here.",
)
CAPPED = Words(
    "Lương cao hơn mức tối đa: bảo hiểm xã hội và y tế chỉ tính đến {cap} một tháng.",
    "The salary is above the cap: social and health insurance count up to {cap} a month.",
)
FLOORED = Words(
    "Lương thấp hơn mức tối thiểu: đóng theo mức tham chiếu {floor}.",
    "The salary is below the floor: contributions are paid on the reference level, {floor}.",
)
FOREIGN = Words(
    "Người nước ngoài không tham gia bảo hiểm thất nghiệp (cần kiểm tra lại theo Luật Việc làm 74/2025).",
    "Foreign workers are outside unemployment insurance (to be verified in Employment Law 74/2025).",
)
NOT_COVERED = (
    Words(
        "Kinh phí công đoàn 2% và đoàn phí: xem hai công cụ tính riêng.",
        "Union fund of 2% and union dues: they have calculators of their own.",
    ),
    Words(
        "Luật nói mức thấp nhất, cao nhất “tại thời điểm đóng”; ở đây lấy theo tháng được đóng.",
        "The law speaks of floor and cap “when paid”; here they are those of the month paid for.",
    ),
    Words(
        "Lực lượng vũ trang, cán bộ xã không chuyên trách, chủ hộ kinh doanh, người đi làm việc ở nước ngoài.",
        "Armed forces, part-time commune officials, household business owners, workers abroad.",
    ),
)
ENDS_BEFORE = Words(
    "Tháng cuối ({last}) trước tháng đầu ({day}); chọn lại ngày cuối.",
    "The last month ({last}) is before the first ({day}); choose a later one.",
)

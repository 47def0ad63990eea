"""What the calculator of maternity benefit says."""

from donghanh.calculators.words import Words

TOTAL = Words("Tổng số tiền", "Total")
ALLOWANCE = Words("Trợ cấp thai sản", "Maternity allowance")
GRANT = Words("Trợ cấp một lần khi sinh con", "Birth grant")
ADOPTION_GRANT = Words("Trợ cấp một lần khi nhận con nuôi", "Adoption grant")
PER_MONTH = Words("Mức một tháng", "Allowance of a month")
PER_DAY = Words("Mức một ngày", "Allowance of a day")
LEAVE_MONTHS = Words("Số tháng nghỉ", "Months of leave")
ODD_DAYS = Words("Số ngày lẻ", "Odd days")
LEAVE_DAYS = Words("Số ngày nghỉ tối đa", "Most days of leave")
PAID_DAYS = Words("Số ngày được trả", "Days paid")
LEAVE_ENDS = Words("Ngày cuối của kỳ nghỉ", "Last day of the leave")
START_BY = Words("Bắt đầu nghỉ chậm nhất ngày", "Start the leave at the latest on")

NOT_ENOUGH = Words(
    "Chưa đủ điều kiện: mới đóng {months} tháng, cần từ đủ {least} tháng {within} (Điều 50 khoản {clause}).",
    "Not qualified: {months} months paid, and at least {least} {within} are needed (Article 50({clause})).",
)
WITHIN = {
    "usual": Words("trong 12 tháng trước khi sinh", "in the 12 months before the birth"),
    "prescribed_rest": Words("trong 12 tháng trước khi sinh", "in the 12 months before the birth"),
    "prescribed_rest_total": Words("tổng cộng", "in all"),
    "infertility": Words("trong 24 tháng trước khi sinh", "in the 24 months before the birth"),
}
CLAUSES = {"usual": "2", "prescribed_rest": "3", "prescribed_rest_total": "3", "infertility": "5"}
FATHER_INSTEAD = Words(
    "Nếu người cha đã đóng từ đủ 6 tháng trong 12 tháng thì cha được trợ cấp một lần (Điều 58 khoản 1).",
    "If the father has paid 6 months out of 12, he gets the birth grant (Article 58(1)).",
)
CAPPED = Words(
    "Lương bình quân cao hơn mức đóng tối đa của các tháng đó; chỉ tính đến {cap}.",
    "The average is above the most that those months could be insured on; {cap} counts.",
)
AS_OF_BIRTH = Words("Theo quy định của ngày sinh con", "By the rule of the day of the birth")
AS_OF_LEAVE = Words("Nếu được áp dụng quy định từ 01/07/2026", "If the rule from 1 July 2026 applies")
SECOND_STRADDLES = Words(
    "Con sinh trước 01/07/2026 nhưng kỳ nghỉ còn kéo dài sau ngày đó. Chưa thấy quy định chuyển tiếp trong văn bản "
    "đã lưu, nên có hai kết quả; số tiền chính theo ngày sinh. Hãy hỏi cơ quan bảo hiểm xã hội.",
    "The child was born before 1 July 2026 and the leave runs past that day. No transitional rule is in the stored "
    "texts, so there are two answers; the main one goes by the day of the birth. Ask the social insurance agency.",
)
FATHER_STRADDLES = Words(
    "Vợ sinh trước 01/07/2026 nhưng bạn nghỉ từ ngày đó trở đi. Chế độ được giải quyết theo quy định lúc hưởng (Điều "
    "5 khoản 7), cần cơ quan bảo hiểm xác nhận; vì vậy có hai kết quả, số tiền chính theo ngày sinh.",
    "The birth was before 1 July 2026 and the leave starts on or after it. Benefits follow the rule when they are "
    "enjoyed (Article 5(7)), which the agency must confirm; so there are two answers, the main one by the day of the "
    "birth.",
)
FATHER_MAY_STRADDLE = Words(
    "Vợ sinh trước 01/07/2026 nhưng bạn còn được bắt đầu nghỉ sau ngày đó. Chế độ được giải quyết theo quy định lúc "
    "hưởng (Điều 5 khoản 7), cần cơ quan bảo hiểm xác nhận; vì vậy có hai kết quả, số tiền chính theo ngày sinh. Ghi "
    "ngày bắt đầu nghỉ (leave_start) để biết kết quả của bạn.",
    "The birth was before 1 July 2026, but the leave may still start after it. Benefits follow the rule when they are "
    "enjoyed (Article 5(7)), which the agency must confirm; so there are two answers, the main one by the day of the "
    "birth. Give the first day of the leave (leave_start) for yours.",
)
SECOND_AND_TWINS = Words(
    "Vừa sinh con thứ hai vừa sinh đôi trở lên: cách cộng các tháng chưa thấy trong văn bản đã lưu; ở đây cộng cả "
    "hai. Hãy hỏi cơ quan bảo hiểm xã hội.",
    "Second child and multiple birth together: how the months add up is not in the stored texts; both are added "
    "here. Ask the social insurance agency.",
)
SECOND_CHILD = Words(
    "Con thứ hai: cần đang có một con đẻ còn sống lúc sinh (theo các nguồn về Nghị định 168/2026, cần kiểm tra lại).",
    "Second child: one living child at the time of the birth (secondary sources on Decree 168/2026, to be verified).",
)
SECOND_BY_SURGERY = Words(
    "Con thứ hai sinh mổ: hiểu là 10 ngày, vì điểm c không kèm điều kiện phẫu thuật; cần cơ quan bảo hiểm xác nhận.",
    "A second child by surgery: read as 10 days, since point c names no surgery; the agency should confirm.",
)
EARLY_RETURN = Words(
    "Nghỉ ít nhất 4 tháng thì có thể đi làm sớm nếu đơn vị đồng ý và cơ sở y tế xác nhận; khi đó vừa có lương vừa có "
    "trợ cấp (Bộ luật Lao động, Điều 139 khoản 4).",
    "After 4 months you may go back early if the employer and a clinic agree; you then have both wages and allowance "
    "(Labour Code, Article 139(4)).",
)
BEFORE_BIRTH = Words(
    "Được nghỉ trước khi sinh không quá 2 tháng, nằm trong tổng số tháng.",
    "Up to 2 months may be taken before the birth, within the total.",
)
GRANT_BY_MONTH = Words(
    "Trợ cấp một lần tính theo mức tham chiếu của tháng sinh con.",
    "The grant goes by the reference level of the month of the birth.",
)
FATHER_TOO_LATE = Words(
    "Bắt đầu nghỉ ngày {start} là quá 60 ngày từ ngày vợ sinh (chậm nhất {last}) nên không còn chế độ (Điều 53 khoản "
    "3).",
    "A start on {start} is more than 60 days after the birth ({last} at the latest), so there is no benefit (Article "
    "53(3)).",
)
MOTHER_START = Words(
    "Ngày bắt đầu nghỉ ({start}) phải từ {first} (trước khi sinh không quá {months} tháng, Bộ luật Lao động, Điều 139 "
    "khoản 1) đến ngày sinh {birth}; sửa lại một trong hai.",
    "The leave ({start}) must start between {first} (at most {months} months before the birth, Labour Code, Article "
    "139(1)) and the birth {birth}; change one of them.",
)
FATHER_EARLY = Words(
    "Ngày bắt đầu nghỉ ({start}) trước ngày sinh ({birth}); sửa lại một trong hai.",
    "The leave ({start}) starts before the birth ({birth}); change one of them.",
)
FATHER_EDGE = Words(
    "Ngày sinh không tính vào 60 ngày ở đây; nếu nghỉ sát hạn, hãy hỏi cơ quan bảo hiểm.",
    "The day of the birth is not counted in the 60 here; near the limit, ask the agency.",
)
FATHER_GRANT = Words(
    "Người mẹ không đủ điều kiện nên cha được trợ cấp một lần, nếu đã đóng từ đủ {least} tháng trong 12 tháng.",
    "As the mother does not qualify, the father gets the grant if he has paid {least} months out of 12.",
)
MOST = Words("Chỉ trả tối đa {most} ngày.", "At most {most} days are paid.")
LATE_LOSS = Words(
    "Thai từ đủ 22 tuần và đủ điều kiện đóng: mẹ và cha nghỉ như khi sinh con (Điều 52 khoản 2). Tháng thứ 7 và trợ "
    "cấp một lần không tính ở đây.",
    "From 22 weeks and with enough months paid: mother and father have the leave of a birth (Article 52(2)). The 7th "
    "month and the birth grant are not counted here.",
)
ADOPTION_OVER = Words(
    "Ngày nhận nuôi ({start}) con đã đủ 6 tháng tuổi: không có chế độ này (Điều 56).",
    "On {start} the child was 6 months old already: there is no benefit (Article 56).",
)
NO_LEAVE = Words(
    "Không nghỉ việc thì chỉ có trợ cấp một lần (Điều 56 khoản 2).",
    "Without leave there is only the grant (Article 56(2)).",
)
RETURNED_EARLY = Words(
    "Đã đi làm lại trước khi hết thai sản thì không có dưỡng sức (Điều 60 khoản 4).",
    "After an early return to work there is no recuperation (Article 60(4)).",
)
PAPERS = Words(
    "Nộp giấy tờ cho đơn vị chậm nhất 45 ngày từ ngày hết thai sản; đơn vị và cơ quan bảo hiểm mỗi bên có 7 ngày làm "
    "việc (Điều 62).",
    "Hand the papers to the employer within 45 days after the leave; employer and agency have 7 working days each "
    "(Article 62).",
)
NOT_COVERED = (
    Words("Mang thai hộ và nhờ mang thai hộ (Điều 54, 55).", "Surrogacy on either side (Articles 54 and 55)."),
    Words(
        "Mẹ chết hoặc không đủ sức khỏe chăm con sau khi sinh (Điều 53 khoản 5 đến 7).",
        "A mother who dies or is too ill to care for the child after the birth (Article 53(5) to (7)).",
    ),
    Words("Thai sản bắt đầu trước 01/07/2025 (theo luật cũ).", "Leave begun before 1 July 2025 (under the old law)."),
)
ASSUMED = Words(
    "Bạn chưa ghi số tháng đã đóng: kết quả coi như đủ điều kiện, tức từ đủ 6 tháng trong 12 tháng trước.",
    "The months paid were not told: the answer takes for granted that they suffice, 6 of the last 12.",
)

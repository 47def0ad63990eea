"""What the calculator of pensions says."""

from donghanh.calculators.words import Words

MONTHLY = Words("Lương hưu mỗi tháng", "Pension a month")
RATE = Words("Tỷ lệ lương hưu", "Pension rate")
CUT = Words("Giảm do nghỉ trước tuổi", "Cut for retiring early")
AGE_YEARS = Words("Tuổi nghỉ hưu (số năm)", "Retirement age (years)")
AGE_MONTHS = Words("Tuổi nghỉ hưu (số tháng lẻ)", "Retirement age (odd months)")
REACHED = Words("Ngày đủ tuổi", "Age reached on")
COUNTED = Words("Số năm đóng được tính", "Years that count")
GRANT = Words("Trợ cấp một lần khi nghỉ hưu", "Grant on retirement")
MISSING = Words("Số tháng còn thiếu", "Months missing")
TOP_UP = Words("Tiền đóng một lần cho tháng còn thiếu", "Sum for the missing months")

FOR_RATE = Words(
    "Điền số năm hoặc số tháng đã đóng để biết tỷ lệ và số tiền.", "Fill in the years or months paid for rate and sum."
)
BORN_PLUS = Words("{born} + {years} năm {months} tháng", "{born} + {years} years {months} months")
TOO_SHORT = Words(
    "Chưa đủ thời gian: mới đóng {months} tháng, cần từ đủ {least} tháng ({years} năm). Còn thiếu {missing} tháng; "
    "có thể đóng tiếp bảo hiểm tự nguyện (Điều 33 khoản 7).",
    "Not long enough: {months} months paid, {least} ({years} years) are needed. {missing} are missing; they may be "
    "paid voluntarily (Article 33(7)).",
)
TOP_UP_POSSIBLE = Words(
    "Chỉ thiếu {missing} tháng (tối đa {most}): được đóng một lần cho đủ, bằng phần của cả bạn và đơn vị vào quỹ hưu "
    "trí (Điều 33 khoản 7). Kết quả tính như đã đóng.",
    "Only {missing} months are missing (at most {most}): they may be paid at once, both your part and the employer’s "
    "(Article 33(7)). The answer is for after that.",
)
NOT_YET = Words(
    "Đủ tuổi vào ngày {reached}. Kết quả tính như nghỉ lúc đó với thời gian đóng đã khai; đóng thêm thì tỷ lệ cao hơn.",
    "The age is reached on {reached}. The answer is for then, with the time you gave; paying longer raises the rate.",
)
MONTH_END = Words(
    "Người đang làm việc nghỉ hưu vào cuối tháng đủ tuổi (Nghị định 135/2020, Điều 3); lương hưu tính từ lúc đủ điều "
    "kiện ghi trong văn bản chấm dứt làm việc (Điều 69).",
    "Who is at work retires at the end of the month of that age (Decree 135/2020, Article 3); the pension runs from "
    "the time written in the paper that ends the work (Article 69).",
)
TOO_YOUNG = Words(
    "Chưa được nghỉ sớm: vào ngày {day} cần từ đủ {years} tuổi {months} tháng với mức suy giảm này (Điều 65).",
    "Too young for it: on {day} this loss of capacity needs an age of {years} years {months} months (Article 65).",
)
EARLY = Words(
    "Nghỉ sớm {years} năm {months} tháng so với tuổi của năm nghỉ: giảm {cut}% (Điều 66 khoản 3).",
    "{years} years {months} months before the age of that year: {cut} points less (Article 66(3)).",
)
BEFORE_LADDER = Words(
    "Bạn đã đủ tuổi trước năm 2021, theo quy định tuổi cũ; tuổi nêu ở đây là của năm 2021.",
    "You reached the age before 2021 under the older rule; the age shown is that of 2021.",
)
FLOORED = Words(
    "Đóng từ đủ 20 năm và tham gia trước 01/07/2025: lương hưu thấp nhất bằng mức tham chiếu {level} (Điều 141 khoản "
    "11).",
    "20 years or more, begun before 1 July 2025: the pension is at least the reference level, {level} (Article "
    "141(11)).",
)
FLOOR_UNKNOWN = Words(
    "Mức lương hưu thấp nhất (bằng mức tham chiếu) lúc đó chưa biết nên chưa xét ở đây.",
    "The least pension (the reference level) of that time is not known yet and not considered.",
)
ODD = Words(
    "Tháng lẻ: từ 1 đến 6 tháng tính nửa năm, từ 7 đến 11 tháng tính một năm (Điều 5 khoản 6).",
    "Odd months: 1 to 6 count as half a year, 7 to 11 as a whole one (Article 5(6)).",
)
FOR_AGE_ONLY = Words("Điền lương bình quân để tính số tiền.", "Fill in the average salary for the sum.")
NOT_COVERED = (
    Words(
        "Cách tính lương bình quân và hệ số điều chỉnh từng năm: hãy nhập mức bình quân.",
        "How the average is made, with its yearly factors: type the average.",
    ),
    Words(
        "Lực lượng vũ trang, nhà giáo mầm non, người nghỉ hưu ở tuổi cao hơn, bảo hiểm tự nguyện, hiệp định quốc tế.",
        "Armed forces, nursery teachers, later retirement, voluntary insurance, treaties.",
    ),
    Words("Điều chỉnh lương hưu về sau.", "Later adjustments of pensions."),
)

"""What the calculator of sickness benefit says."""

from donghanh.calculators.words import Words

BENEFIT = Words("Trợ cấp ốm đau", "Sickness benefit")
RECUPERATION = Words("Trợ cấp dưỡng sức", "Recuperation benefit")
PER_DAY = Words("Mức một ngày", "Benefit of a day")
PAID_DAYS = Words("Số ngày được trả", "Days paid")
QUOTA = Words("Số ngày tối đa trong năm", "Most days in a year")
LEFT = Words("Số ngày còn lại trong năm", "Days left this year")

ROUNDING = Words(
    "Phần lẻ dưới nửa ngày tính nửa ngày; từ nửa ngày đến dưới một ngày tính một ngày (Điều 45 khoản 5).",
    "Part of a day below one half counts as a half; from one half it counts as a whole day (Article 45(5)).",
)
CAPPED = Words(
    "Lương cao hơn mức đóng tối đa của tháng liền trước; chỉ tính đến {cap}.",
    "The salary is above the most that the month before could be insured on; {cap} counts.",
)
OVER_QUOTA = Words(
    "Bạn nghỉ quá {over} ngày so với số ngày tối đa còn lại: những ngày này không có trợ cấp ốm đau. Bệnh thuộc danh "
    "mục cần chữa trị dài ngày thì được hưởng tiếp ở mức thấp hơn: chọn trường hợp “Bệnh cần chữa trị dài ngày”.",
    "{over} days are more than what is left for the year: no sickness benefit for them. A listed long illness goes "
    "on at a lower rate: choose the case “Listed long illness”.",
)
CHILD_OVER = Words(
    "Quá {over} ngày so với số ngày tối đa cho mỗi con mỗi năm; những ngày này không có trợ cấp.",
    "{over} days are more than what is left for this child this year; they are not paid.",
)
CHILD_TOO_OLD = Words(
    "Con từ đủ 7 tuổi: không còn chế độ chăm con ốm (Điều 42 khoản 1 điểm e). Bạn có thể dùng phép năm hoặc thỏa "
    "thuận nghỉ không hưởng lương.",
    "The child is 7 or older: there is no benefit for its care (Article 42(1)(e)). Annual leave or agreed unpaid "
    "leave is possible.",
)
EACH_CHILD = Words(
    "Số ngày này tính cho mỗi con, và cho riêng cha hoặc mẹ nếu cả hai cùng đóng bảo hiểm xã hội (Điều 44).",
    "These days are for each child, and for each parent when both are insured (Article 44).",
)
TWO_YEARS = Words(
    "Đợt nghỉ kéo sang năm sau: số ngày tối đa tính riêng cho từng năm (từ 01/01 đến 31/12), nên kết quả gồm hai phần.",
    "The leave runs into the next year: the most days are counted for each calendar year, so there are two parts.",
)
ALL_IN_NEXT_YEAR = Words(
    "Số ngày của năm sau ({next_days}) nhiều hơn tổng số ngày nghỉ ({days}); sửa lại một trong hai.",
    "The days of the next year ({next_days}) are more than all days ({days}); change one of them.",
)
THIS_YEAR = Words("Năm {year}", "Year {year}")
NOT_ENOUGH_SICK = Words(
    "Chưa đủ {least} ngày nghỉ ốm trong năm (mới {days} ngày) nên chưa có chế độ dưỡng sức (Điều 46 khoản 1).",
    "Fewer than {least} days of sickness this year ({days}), so there is no recuperation yet (Article 46(1)).",
)
RECUPERATION_OVER = Words(
    "Chỉ trả tối đa {quota} ngày một năm cho trường hợp này.", "At most {quota} days a year are paid in this case."
)
RECUPERATION_CHANGES = Words(
    "Mức tham chiếu thay đổi trong đợt nghỉ; mỗi phần tính theo mức của những ngày đó.",
    "The reference level changes during the leave; each part uses the level of its days.",
)
FROM_TO = Words("Từ {first} đến {last}", "From {first} to {last}")
MAY_RECUPERATE = Words(
    "Nghỉ ốm từ đủ {least} ngày trong năm mà chưa khỏe lại thì có thể được nghỉ dưỡng sức trong 30 ngày tiếp theo.",
    "After {least} days of sickness in a year and still weak, recuperation is possible within the next 30 days.",
)
PAPERS = Words(
    "Nộp giấy tờ cho đơn vị chậm nhất 45 ngày từ ngày trở lại làm việc; đơn vị và cơ quan bảo hiểm mỗi bên có 7 ngày "
    "làm việc (Điều 48).",
    "Hand the papers to the employer within 45 days of being back; employer and agency have 7 working days each "
    "(Article 48).",
)
NOT_COVERED = (
    Words(
        "Lực lượng vũ trang (hưởng 100%, theo thời gian điều trị).",
        "Armed forces (100%, for the time of treatment).",
    ),
    Words(
        "Đợt nghỉ bắt đầu trước 01/07/2025 (theo luật cũ).",
        "Leave begun before 1 July 2025 (under the old law).",
    ),
    Words(
        "Không được hưởng khi tự gây thương tích, dùng chất cấm, hoặc ngày nghỉ trùng phép năm, nghỉ hưởng lương, "
        "thai sản; tai nạn lao động có chế độ riêng (Điều 42 khoản 2).",
        "No benefit for self-inflicted harm, banned drugs, or days of paid, annual or maternity leave; accidents at "
        "work have a scheme of their own (Article 42(2)).",
    ),
)
ASSUMED_YEARS = Words(
    "Bạn chưa ghi số năm đã đóng: kết quả tính cho người đóng dưới 15 năm.",
    "The years paid were not told: the answer is for less than 15 years.",
)

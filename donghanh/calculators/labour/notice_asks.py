"""What the calculator of notice asks, and the reasons that need none."""

from donghanh.calculators.asking import Ask, Choice
from donghanh.calculators.labour.laws import labour_code
from donghanh.calculators.values import Basis
from donghanh.calculators.words import Words

SHORT = "short"
SIDES = (
    Choice("worker", Words("Người lao động nghỉ việc", "The worker leaves"), ("employee", "nguoi_lao_dong", "nld")),
    Choice("employer", Words("Công ty chấm dứt hợp đồng", "The employer ends the contract"),
           ("company", "cong_ty", "nsdld", "nguoi_su_dung_lao_dong")),
)  # fmt: skip
CONTRACTS = (
    Choice("indefinite", Words("Không xác định thời hạn", "Without an end"),
           ("permanent", "open_ended", "unlimited", "khong_xac_dinh_thoi_han", "khong_thoi_han", "kxdth")),
    Choice("fixed", Words("Xác định thời hạn từ 12 đến 36 tháng", "A term of 12 to 36 months"),
           (*map(str, range(12, 37)), "fixed_term", "definite", "12_36", "12_36_months", "fixed_12_36",
            "tu_12_den_36_thang", "xac_dinh_thoi_han")),
    Choice(SHORT, Words("Xác định thời hạn dưới 12 tháng", "A term under 12 months"),
           (*map(str, range(1, 12)), "under_12", "under_12_months", "less_than_12", "short_term",
            "fixed_short", "fixed_under_12", "lt12", "<12", "duoi_12_thang")),
    Choice("probation", Words("Đang thử việc", "On probation"), ("thu_viec",)),
    Choice("domestic", Words("Giúp việc gia đình", "Domestic work"),
           ("domestic_worker", "domestic_work", "giup_viec", "giup_viec_gia_dinh")),
)  # fmt: skip
REASONS = (
    Choice("none", Words("Lý do khác hoặc không cần lý do", "Another reason, or none"),
           ("other", "normal", "ordinary", "any", "khac", "khong")),
    Choice("not_as_agreed", Words("Không đúng công việc, nơi làm, điều kiện đã thỏa thuận",
        "Not the work, place or conditions agreed"), ("wrong_work", "wrong_job", "sai_cong_viec")),
    Choice("wages_late", Words("Không trả đủ lương hoặc trả chậm", "Wages late or not paid in full"),
           ("late_wages", "unpaid_wages", "unpaid", "late_pay", "unpaid_or_late_wages", "no_luong", "cham_luong")),
    Choice("mistreated", Words("Bị ngược đãi, đánh đập, nhục mạ, cưỡng bức", "Ill-treated, beaten, insulted or forced"),
           ("abuse", "abused", "violence", "forced_labour", "nguoc_dai")),
    Choice("harassed", Words("Bị quấy rối tình dục", "Sexual harassment"),
           ("harassment", "sexual_harassment", "quay_roi", "quay_roi_tinh_duc")),
    Choice("pregnant", Words("Mang thai phải nghỉ theo chỉ định y tế", "Pregnant and told to rest by a doctor"),
           ("pregnancy", "mang_thai")),
    Choice("retiring", Words("Người lao động đủ tuổi nghỉ hưu", "The worker has reached retirement age"),
           ("retirement", "retirement_age", "nghi_huu", "du_tuoi_nghi_huu")),
    Choice("false_information", Words("Bên kia cung cấp thông tin sai khi ký hợp đồng", "False information at signing"),
           ("false_info", "thong_tin_sai")),
    Choice("long_illness", Words("Người lao động ốm đau, tai nạn lâu ngày", "The worker is long ill or injured"),
           ("sick", "illness", "long_sick", "long_sickness", "sickness", "om_dau")),
    Choice("poor_work", Words("Thường xuyên không hoàn thành công việc", "Often fails to do the work"),
           ("performance", "poor_performance", "khong_hoan_thanh")),
    Choice("disaster", Words("Thiên tai, dịch bệnh, di dời, thu hẹp sản xuất", "Disaster, epidemic, relocation"),
           ("force_majeure", "thien_tai")),
    Choice("not_back", Words("Không trở lại sau thời hạn tạm hoãn hợp đồng", "Not back after a suspension"),
           ("absent_after_suspension", "not_returned", "suspension", "khong_tro_lai")),
    Choice("absent", Words("Bỏ việc từ 5 ngày làm việc liên tục", "Absent 5 working days in a row without reason"),
           ("absent_5_days", "absence", "absent_5", "bo_viec")),
    Choice("redundancy", Words("Thay đổi cơ cấu, công nghệ, lý do kinh tế", "Restructuring, technology, the economy"),
           ("restructuring", "redundant", "economic", "cat_giam", "thay_doi_co_cau")),
)  # fmt: skip
_WORKER_AT_ONCE = (
    ("not_as_agreed", "a"),
    ("wages_late", "b"),
    ("mistreated", "c"),
    ("harassed", "d"),
    ("pregnant", "đ"),
    ("retiring", "e"),
    ("false_information", "g"),
)
NO_NOTICE: dict[tuple[str, str], Basis] = {
    **{("worker", reason): labour_code("35", "2", point) for reason, point in _WORKER_AT_ONCE},
    ("employer", "not_back"): labour_code("36", "3"),
    ("employer", "absent"): labour_code("36", "3"),
}
"""Side and reason that need no notice, and where that stands."""
ONLY_OF_WORKERS = {"not_as_agreed", "wages_late", "mistreated", "harassed", "pregnant"}
ONLY_OF_EMPLOYERS = {"long_illness", "poor_work", "disaster", "not_back", "absent", "redundancy"}

ASKS = (
    Ask("who", Words("Bên nào chấm dứt hợp đồng", "Who ends the contract"), "choice", choices=SIDES, default="worker",
        aliases=("side", "by", "party", "ben", "initiator")),
    Ask("contract", Words("Loại hợp đồng", "Kind of contract"), "choice", choices=CONTRACTS, required=False,
        help=Words("Bỏ trống: theo số tháng bên dưới, hoặc không xác định thời hạn.",
                   "Left empty: by the months below, or without an end."),
        aliases=("contract_type", "type", "kind", "hop_dong", "loai_hop_dong")),
    Ask("reason", Words("Lý do", "Reason"), "choice", choices=REASONS, default="none",
        aliases=("why", "ground", "ly_do")),
    Ask("special_job", Words("Tổ bay, kỹ thuật hàng không, người quản lý doanh nghiệp, thuyền viên",
        "Air crew, aviation technician, company manager, seafarer"), "yes_no", default=False,
        rare=True, aliases=("special", "special_work", "dac_thu", "cong_viec_dac_thu")),
    Ask("term_months", Words("Thời hạn hợp đồng, nếu có thời hạn", "Term of the contract, if it has one"), "decimal",
        required=False, least=1, most=36, unit="months",
        rare=True, aliases=("months", "contract_months", "term", "thoi_han", "duration")),
    Ask("domestic", Words("Người giúp việc gia đình", "Domestic worker"), "yes_no", default=False,
        rare=True, aliases=("domestic_worker", "giup_viec")),
    Ask("given_on", Words("Ngày báo trước", "Day on which notice is given"), "date", required=False,
        aliases=("notice_on", "given", "notice_date", "from", "ngay_bao")),
)  # fmt: skip

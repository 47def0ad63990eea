"""In which words each indicator enters the text of the report, and under which heading."""

from dataclasses import dataclass

from donghanh.reporting.choices import Part


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands before a figure, what it counts, and what stands after it."""

    part: Part
    code: str
    before: str
    noun: str
    after: str = ""


_LAW = "tuyên truyền, phổ biến, giáo dục pháp luật"

CLAUSES = (
    Clause(Part.LEADERSHIP, "guidance_documents", "ban hành, tham mưu ban hành", "văn bản", "chỉ đạo, hướng dẫn"),
    Clause(Part.LEADERSHIP, "local_plans_issued", "chỉ đạo đơn vị cấp dưới ban hành", "kế hoạch"),
    Clause(Part.FORMS, "integrated_sessions", "lồng ghép", "cuộc", "vào hoạt động khác"),
    Clause(Part.FORMS, "legal_contests", "tổ chức", "cuộc thi", "tìm hiểu pháp luật"),
    Clause(Part.FORMS, "printed_items", "phát hành", "bản", "tài liệu in"),
    Clause(Part.FORMS, "news_items", "có", "tin, bài", "trên phương tiện thông tin đại chúng"),
    Clause(Part.FORMS, "website_articles", "đăng", "tin, bài", "trên trang thông tin điện tử"),
    Clause(Part.FORMS, "facebook_posts", "đăng", "bài", "trên Facebook"),
    Clause(Part.FORMS, "facebook_views", "đạt", "lượt xem", "trên Facebook"),
    Clause(Part.FORMS, "zalo_articles", "đăng", "bài", "trên Zalo"),
    Clause(Part.FORMS, "zalo_views", "đạt", "lượt xem", "trên Zalo"),
    Clause(
        Part.FORMS, "livestream_followers_and_interactions", "đạt", "lượt", "theo dõi và tương tác khi phát trực tiếp"
    ),
    Clause(Part.FORMS, "legal_bookcases", "duy trì", "tủ sách", "pháp luật"),
    Clause(Part.FORMS, "questions_answered_live", "trả lời", "câu hỏi", "trong các buổi phát trực tiếp"),
    Clause(Part.FORMS, "dialogues", "tham gia", "cuộc", "đối thoại tại nơi làm việc"),
    Clause(Part.FORMS, "petitions_resolved", "có", "kiến nghị", "của người lao động được giải quyết"),
    Clause(Part.REPORTERS, "legal_reporters_recognised", "có", "người", "được công nhận là báo cáo viên pháp luật"),
    Clause(Part.COORDINATION, "inspections_and_supervisions", "chủ trì, tham gia", "cuộc", "kiểm tra, giám sát"),
    Clause(Part.COORDINATION, "disputes_represented", "đại diện, bảo vệ người lao động trong", "vụ việc"),
    Clause(
        Part.COORDINATION, "violator_list_actions", "thực hiện", "việc", "xử lý đơn vị chậm đóng, trốn đóng bảo hiểm"
    ),
    Clause(Part.FUNDING, "legal_education_spending_vnd", "chi", "đồng", f"cho {_LAW}"),
    Clause(
        Part.FUNDING,
        "initial_funding_per_culture_point_vnd",
        "hỗ trợ ban đầu",
        "đồng",
        "cho mỗi điểm sinh hoạt văn hóa",
    ),
    Clause(Part.FUNDING, "culture_point_upgrades_vnd", "đầu tư", "đồng", "nâng cấp các điểm sinh hoạt văn hóa"),
    Clause(Part.MODELS, "culture_points", "duy trì", "điểm", "sinh hoạt văn hóa công nhân"),
    Clause(Part.MODELS, "new_culture_points_per_year", "mỗi năm lập mới", "điểm", "sinh hoạt văn hóa công nhân"),
    Clause(Part.MODELS, "relaxation_corners", "có", "góc", "thư giãn, không gian công đoàn"),
    Clause(Part.MODELS, "self_management_groups", "duy trì", "tổ", "tự quản khu nhà trọ công nhân"),
    Clause(Part.MODELS, "workers_in_self_management_groups", "có", "công nhân", "ở các khu nhà trọ có tổ tự quản"),
)

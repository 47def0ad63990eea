"""A report long enough to show every part of an official document; its union and its figures are made up."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

from donghanh.core.documents import (
    Align,
    Annex,
    Bold,
    BulletList,
    Cell,
    Column,
    Document,
    FigureRef,
    Heading,
    Italic,
    Paragraph,
    Section,
    Signature,
    Table,
)

MADE_AT = datetime(2026, 10, 5, 9, 12, tzinfo=UTC)

HEADING = Heading(
    parent_body=("Liên đoàn Lao động TP. Ví Dụ",),
    issuing_body=("Công đoàn xã Thử Nghiệm",),
    number="5",
    symbol="BC-CĐ",
    place="Thử Nghiệm",
    issued_on=date(2026, 10, 5),
)

BLOCKS = (
    Paragraph("Ban Thường vụ Công đoàn xã Thử Nghiệm báo cáo kết quả như sau:"),
    Section("Công tác lãnh đạo, chỉ đạo"),
    Paragraph(
        (
            "Công đoàn xã đã ban hành ",
            FigureRef("03 kế hoạch", "a", "https://donghanh.example/f/a"),
            " và hướng dẫn ",
            FigureRef("41 công đoàn cơ sở", "b", "https://donghanh.example/f/b"),
            " tổ chức thực hiện; giao chỉ tiêu cụ thể cho từng đơn vị và theo dõi hằng tháng.",
        )
    ),
    Section("Kết quả thực hiện"),
    Section("Tuyên truyền trực tiếp", level=2),
    Paragraph(
        (
            "Các cấp công đoàn trong xã tổ chức ",
            FigureRef("47 cuộc", "c", "https://donghanh.example/f/c"),
            ", với ",
            FigureRef("3.105 lượt người", "d", "https://donghanh.example/f/d"),
            " tham dự. Nội dung tập trung vào tiền lương, làm thêm giờ, bảo hiểm xã hội và chế độ thai sản.",
        )
    ),
    Paragraph(
        "Nhiều đơn vị bố trí buổi tuyên truyền ngay sau giờ tan ca, tại xưởng hoặc khu nhà trọ, "
        "để người lao động làm ca đêm cũng tham dự được."
    ),
    Section("Nội dung nổi bật", level=3),
    BulletList(
        (
            ("Luật Công đoàn năm 2024: ", Bold("19 cuộc"), ", 1.260 lượt người;"),
            ("Bộ luật Lao động năm 2019: ", Bold("16 cuộc"), ", 1.044 lượt người;"),
            "Luật Bảo hiểm xã hội năm 2024: 12 cuộc, 801 lượt người.",
        )
    ),
    Section("Hình thức thực hiện", level=3),
    Paragraph("Trực tiếp tại nơi làm việc, trực tuyến, lồng ghép trong sinh hoạt công đoàn."),
    Section("Tư vấn, trả lời câu hỏi", level=2),
    Paragraph(
        (
            "Đã tiếp nhận ",
            FigureRef("212 câu hỏi", "e"),
            ", trả lời ",
            FigureRef("205 câu", "g"),
            ", trong đó ",
            FigureRef("188 câu", "h"),
            " trả lời đúng hạn. Nhiều nhất là câu hỏi về trợ cấp thất nghiệp.",
        )
    ),
    Section("Tài liệu, tủ sách pháp luật", level=2),
    Paragraph(
        (
            "Đã cấp phát ",
            FigureRef("4.600 tờ gấp", "i"),
            " và duy trì ",
            FigureRef("12 tủ sách pháp luật", "k"),
            " tại doanh nghiệp và khu nhà trọ công nhân. ",
            Italic("Tủ sách của hai doanh nghiệp chưa có văn bản ban hành trong năm 2026."),
        )
    ),
    Section("Kết quả theo hình thức", level=2),
    Table(
        title="Số cuộc và số lượt người tham dự theo hình thức",
        columns=(Column(4), Column(2, Align.RIGHT), Column(2, Align.RIGHT), Column(2, Align.RIGHT)),
        head=(
            (Cell("Hình thức", rows=2), Cell("Số cuộc", rows=2), Cell("Lượt người", columns=2)),
            ("Kỳ này", "Cùng kỳ 2025"),
        ),
        rows=(
            ("Trực tiếp", "38", FigureRef("2.704", "d1"), "chưa có"),
            ("Trực tuyến", "5", "240", "chưa có"),
            ("Lồng ghép", "4", "161", "chưa có"),
        ),
        total=("Tổng cộng", "47", "3.105", "chưa có"),
        notes=("Nguồn: sổ buổi tuyên truyền của đơn vị; mã tra cứu d: 3.105 lượt người.",),
    ),
    Section("Đội ngũ báo cáo viên, tuyên truyền viên", level=2),
    Paragraph(
        "Toàn xã có 06 báo cáo viên và 41 tuyên truyền viên pháp luật; 38 người đã qua tập huấn trong kỳ. "
        "Mỗi công đoàn cơ sở có ít nhất một tuyên truyền viên, phần lớn là tổ trưởng sản xuất."
    ),
    Section("Phối hợp liên ngành", level=2),
    Paragraph(
        "Công đoàn xã phối hợp với Bảo hiểm xã hội cơ sở Thử Nghiệm và Công an xã tổ chức 05 buổi đối thoại; "
        "các bên thống nhất lịch chung từng quý, mỗi buổi chỉ tính một lần."
    ),
    Section("Kinh phí", level=2),
    Paragraph("Tổng kinh phí đã chi là 86.500.000 đồng, bằng 72 % dự toán năm, từ nguồn tài chính công đoàn."),
    Section("Mô hình mới", level=2),
    Paragraph(
        "Mô hình “Mười phút pháp luật đầu ca” tại Công ty TNHH May Ví Dụ được duy trì hằng tuần; "
        "mô hình “Góc pháp luật khu trọ” mở thêm tại hai khu nhà trọ, mỗi tháng sinh hoạt một lần."
    ),
    Section("Đánh giá"),
    Section("Ưu điểm", level=2),
    Paragraph(
        "Số cuộc ca đêm tăng, câu hỏi được trả lời nhanh hơn. Công đoàn cơ sở chọn nội dung sát với "
        "việc làm, thu nhập của đoàn viên; người sử dụng lao động bố trí thời gian và địa điểm thuận lợi hơn."
    ),
    Section("Tồn tại, hạn chế và nguyên nhân", level=2),
    Paragraph(
        "Hai công đoàn cơ sở chưa gửi báo cáo; hình thức lồng ghép còn khai bằng con số, chưa có danh sách. "
        "Nguyên nhân chủ yếu do cán bộ công đoàn cơ sở kiêm nhiệm, thay đổi nhân sự trong kỳ."
    ),
    Section("Bài học kinh nghiệm", level=2),
    Paragraph(
        "Nơi nào người sử dụng lao động cùng tham gia chuẩn bị thì số người dự cao hơn; danh sách ghi ngay "
        "tại buổi tuyên truyền đáng tin cậy hơn danh sách lập sau; câu hỏi chưa trả lời được phải hẹn ngày."
    ),
    Section("Phương hướng, nhiệm vụ 3 tháng cuối năm"),
    Paragraph(
        (
            "Tổ chức ",
            FigureRef("21 cuộc", "l"),
            " trong đợt cao điểm hưởng ứng Ngày Pháp luật Việt Nam (9/11), ưu tiên công nhân ca đêm.",
        )
    ),
    Paragraph("Hướng dẫn các công đoàn cơ sở ghi danh sách tham dự ngay tại buổi tuyên truyền."),
    Section("Đề xuất, kiến nghị"),
    Paragraph("Đề nghị Liên đoàn Lao động TP. Ví Dụ hỗ trợ tài liệu về Luật Việc làm năm 2025."),
    Paragraph("Trả lời đúng hạn ít nhất 95 % câu hỏi của đoàn viên, người lao động."),
)

_UNITS = tuple(
    f"CĐCS Công ty {kind} {name}"
    for kind, name in product(
        ("TNHH", "Cổ phần", "TNHH MTV"),
        ("May Ví Dụ", "Bao bì Mẫu", "Giày Thử", "Cơ khí Mẫu Mực", "Gỗ Ví Dụ", "Điện tử Thử"),
    )
)

UNIT_TABLE = Table(
    columns=(
        Column(1, Align.CENTER),
        Column(7),
        Column(2, Align.RIGHT),
        Column(2, Align.RIGHT),
        Column(2, Align.RIGHT),
        Column(2, Align.CENTER),
    ),
    head=(
        (
            Cell("TT", rows=2),
            Cell("Đơn vị", rows=2),
            Cell("Số cuộc", rows=2),
            Cell("Lượt người", columns=2),
            Cell("Bằng chứng", rows=2),
        ),
        ("Kỳ này", "Lũy kế"),
    ),
    rows=tuple(
        (str(place), unit, str(place % 4 + 1), str(40 + 7 * place), str(90 + 11 * place), "A, B")
        for place, unit in enumerate(_UNITS, start=1)
    ),
    total=(Cell("Tổng cộng", columns=2), "45", "1.917", "3.501", ""),
    notes=("A: quét, xác nhận danh tính; B: danh sách có tên.",),
)

INDICATOR_TABLE = Table(
    columns=(Column(2), Column(8), Column(2, Align.CENTER), *[Column(2, Align.RIGHT)] * 4),
    head=(("Mã", "Chỉ tiêu", "Đơn vị tính", "Kỳ này", "Cùng kỳ 2025", "Thay đổi", "Lũy kế"),),
    rows=(
        ("PB01", "Cuộc tuyên truyền, phổ biến pháp luật", "cuộc", "47", "chưa có", "chưa có", "47"),
        ("PB02", "Lượt người tham dự", "lượt người", FigureRef("3.105", "d"), "chưa có", "chưa có", "3.105"),
        ("PB10", "Câu hỏi đã trả lời", "câu", "205", "chưa có", "chưa có", "205"),
    ),
)

REPORT = Document(
    heading=HEADING,
    kind="Báo cáo",
    subject=(
        "Kết quả công tác tuyên truyền, phổ biến, giáo dục pháp luật",
        "9 tháng đầu năm 2026; phương hướng, nhiệm vụ 3 tháng cuối năm",
    ),
    legal_bases=(
        "Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20 tháng 6 năm 2012",
        "Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024",
    ),
    blocks=BLOCKS,
    signature=Signature(("TM. Ban Thường vụ", "Chủ tịch"), "Lê Thị Ví Dụ"),
    recipients=(
        "LĐLĐ TP. Ví Dụ (để báo cáo)",
        "Đảng ủy, UBND xã Thử Nghiệm",
        "Các CĐCS trực thuộc",
        "Lưu: VT, CSPL",
    ),
    annexes=(
        Annex("Kết quả theo từng đơn vị", (UNIT_TABLE,)),
        Annex("Biểu số liệu tổng hợp", (INDICATOR_TABLE,), landscape=True),
    ),
    footer="Công đoàn xã Thử Nghiệm · 9 tháng đầu năm 2026 · số liệu chốt 16:12, 05/10/2026",
    signed_at=datetime.fromisoformat("2026-10-05T16:12:00+07:00"),
)

LETTER = Document(
    heading=replace(HEADING, number="", symbol="CĐ-CSPL", issued_on=None, year=2026),
    kind="",
    subject=("gửi báo cáo tuyên truyền, phổ biến, giáo dục pháp luật",),
    addressees=("CĐCS Công ty TNHH May Ví Dụ", "CĐCS Công ty Gỗ Thử"),
    blocks=(Paragraph("Đề nghị các công đoàn cơ sở gửi báo cáo trước ngày 10/10/2026."),),
    signature=Signature(("KT. Chủ tịch", "Phó Chủ tịch"), "Trần Văn Mẫu"),
    recipients=("Như trên", "Lưu: VT"),
)

SIGN_SHEET = Document(
    heading=replace(HEADING, symbol="", place=""),
    kind="Danh sách ký tên",
    subject=("Buổi tuyên truyền Luật Công đoàn",),
    blocks=(
        Paragraph("Thời gian: 09:00, 05/10/2026. Địa điểm: hội trường Công ty TNHH May Ví Dụ."),
        Table(
            columns=(Column(1, Align.CENTER), Column(5), Column(4), Column(3)),
            head=(("TT", "Họ và tên", "Bộ phận", "Ký tên"),),
            rows=tuple((str(place), "", "", "") for place in range(1, 61)),
            row_height=9,
        ),
    ),
    signature=Signature(("Người lập danh sách",)),
)

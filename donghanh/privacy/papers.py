"""Papers of this room: a copy of everything held about a person, and the notices of a breach.

Every fixed word on paper is Vietnamese, like all official papers of the house.
"""

from collections.abc import Iterator
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import override

from donghanh.core.documents import (
    Block,
    BulletList,
    Column,
    Document,
    Heading,
    Paragraph,
    Section,
    Signature,
    Table,
    typed_blocks,
)
from donghanh.org.models import DocumentSettings, Unit
from donghanh.people.models import Worker
from donghanh.privacy.models import Breach
from donghanh.privacy.queries.held import Held, is_long, lines_of
from donghanh.privacy.rules import clock

LANGUAGE = "vi"


def copy_of_data(worker: Worker, unit: Unit | None, held: list[Held], *, at: datetime) -> Document:
    """Return the paper that a person gets when he asks what is held about him."""
    with override(LANGUAGE):
        return Document(
            heading=_heading(unit, at),
            kind="Bản sao",
            subject=("Dữ liệu cá nhân đang được lưu về", str(worker)),
            blocks=tuple(_held_blocks(held)),
            footer=f"{worker} · lập lúc {_moment(at)}",
        )


def notice_to_authority(breach: Breach, *, at: datetime) -> Document:
    """Draft the notice of a breach to the authority for the protection of personal data."""
    rule = clock("breach", on=localdate(breach.found_at))
    people = f"{breach.people_count} người" if breach.people_count is not None else "chưa xác định"
    return Document(
        heading=_heading(breach.unit, at),
        kind="Thông báo",
        subject=("Vi phạm quy định về bảo vệ dữ liệu cá nhân",),
        addressees=("Cơ quan chuyên trách bảo vệ dữ liệu cá nhân",),
        legal_bases=(f"Căn cứ {rule.article} (cần kiểm tra lại trước khi ban hành)",),
        blocks=(
            Paragraph(f"{breach.unit.name} thông báo vi phạm được phát hiện lúc {_moment(breach.found_at)} như sau:"),
            Section("Diễn biến"),
            *typed_blocks(breach.happened),
            Section("Dữ liệu và số người liên quan"),
            *typed_blocks(breach.data_kinds),
            Paragraph(f"Số người liên quan: {people}."),
            Section("Hậu quả có thể xảy ra"),
            *typed_blocks(breach.consequences),
            Section("Biện pháp đã và sẽ thực hiện"),
            *(typed_blocks(breach.measures) or (Paragraph("Đang xác định."),)),
        ),
        signature=_signature(breach.unit),
        recipients=("Như trên", "Lưu: VT"),
    )


def notice_to_people(breach: Breach, *, at: datetime) -> Document:
    """Draft the words that the people concerned are told."""
    return Document(
        heading=_heading(breach.unit, at),
        kind="Thông báo",
        subject=("Sự cố liên quan đến dữ liệu cá nhân của bạn",),
        blocks=(
            Paragraph(f"Lúc {_moment(breach.found_at)}, {breach.unit.name} phát hiện một sự cố với dữ liệu cá nhân."),
            Section("Chuyện gì đã xảy ra"),
            *typed_blocks(breach.happened),
            Section("Dữ liệu nào"),
            *typed_blocks(breach.data_kinds),
            Section("Điều có thể xảy ra với bạn"),
            *typed_blocks(breach.consequences),
            Section("Chúng tôi đã làm gì"),
            *(typed_blocks(breach.measures) or (Paragraph("Đang xác định."),)),
            Section("Bạn nên làm gì"),
            BulletList(
                (
                    "không đọc mã đăng nhập cho bất kỳ ai;",
                    "cẩn thận với cuộc gọi, tin nhắn tự nhận là công đoàn;",
                    "gặp cán bộ công đoàn của bạn nếu thấy điều lạ.",
                )
            ),
        ),
        signature=_signature(breach.unit),
    )


def _held_blocks(held: list[Held]) -> Iterator[Block]:
    for each in held:
        yield Section(each.title)
        if is_long(each):
            yield BulletList(tuple(" · ".join(value for _words, value in pairs) for pairs in lines_of(each)))
            continue
        for pairs in lines_of(each):
            yield Table(columns=(Column(2), Column(3)), head=(("Mục", "Nội dung"),), rows=tuple(pairs))


def _heading(unit: Unit | None, at: datetime) -> Heading:
    looks = DocumentSettings.objects.filter(unit=unit).first() if unit else None
    return Heading(
        parent_body=tuple(filter(None, [looks.parent_heading if looks else ""])),
        issuing_body=((looks.heading if looks and looks.heading else unit.name) if unit else "Đồng Hành",),
        number="",
        symbol="",
        place=looks.place if looks else "",
        issued_on=localdate(at),
    )


def _signature(unit: Unit) -> Signature | None:
    looks = DocumentSettings.objects.filter(unit=unit).first()
    if looks is None or not looks.signer_name:
        return None
    return Signature(tuple(filter(None, (looks.authority, looks.signer_title))), looks.signer_name)


def _moment(at: datetime) -> str:
    return date_format(localtime(at), "H:i, d/m/Y")

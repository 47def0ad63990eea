"""The sheet that people sign at a session, as a document for print; its fixed words are Vietnamese."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.timezone import localtime

from donghanh.core.documents import Align, Column, Document, Heading, Paragraph, Signature, Table
from donghanh.gatherings.models import Session
from donghanh.people.models import Employment

FEWEST, MOST = 10, 500
USUAL = 30
ROW_HEIGHT = 9
_HEAD = (("STT", "Họ và tên", "Đơn vị, tổ", "Số thẻ, 4 số cuối", "Ký tên"),)
_COLUMNS = (Column(1, Align.CENTER), Column(6), Column(4), Column(3.4), Column(3))


def row_count(session: Session, typed: str) -> int:
    """Return how many rows the sheet has: as typed, else as many as are expected, within reason."""
    wanted = int(typed) if typed.isdecimal() and len(typed) <= len(str(MOST)) else session.expected_count or USUAL
    return min(max(wanted, FEWEST), MOST)


def on_the_rolls(session: Session) -> list[Employment]:
    """Return those employed at the host itself on the day of the session, by given name."""
    rolls = Employment.objects.on(session.held_on).filter(unit=session.host, worker__merged_into=None)
    return list(rolls.select_related("worker").order_by("worker__name_key", "worker")[:MOST])


def sign_sheet(session: Session, rows: int, rolls: Sequence[Employment] = ()) -> Document:
    """Lay out the sheet; the rolls, when given, stand in the first rows and need only a signature."""
    named = [(place.worker.full_name, place.department, _last_digits(place)) for place in rolls]
    empty = [("", "", "")] * max(rows - len(named), 0)
    starts, ends = localtime(session.starts_at), localtime(session.ends_at)
    when = f"Thời gian: {starts:%H:%M}–{ends:%H:%M}, ngày {date_format(starts, 'd/m/Y')}."
    where = f" Địa điểm: {session.place}." if session.place else ""
    speakers = ", ".join(session.speakers.splitlines())
    return Document(
        heading=Heading(issuing_body=(session.host.name,)),
        kind="Danh sách ký tên",
        subject=(session.title,),
        blocks=(
            Paragraph(when + where),
            *([Paragraph(f"Báo cáo viên: {speakers}.")] if speakers else []),
            Table(
                columns=_COLUMNS,
                head=_HEAD,
                rows=tuple((str(number), *row, "") for number, row in enumerate([*named, *empty], start=1)),
                row_height=ROW_HEIGHT,
            ),
        ),
        signature=Signature(("Người lập danh sách",)),
        footer=f"{session.host.name} · {session.title} · mã buổi {session.code}",
    )


def _last_digits(place: Employment) -> str:
    """Return what tells namesakes apart on paper without printing a whole number."""
    number = place.worker.member_no or place.worker.phone
    return number[-4:]

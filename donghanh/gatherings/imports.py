"""A name list of one session from a spreadsheet: read whole, matched, shown, and only then recorded.

A list is one hall: at most a few hundred rows, written in one transaction, so nothing of it
counts before all of it does.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.imports.cells import typed, words
from donghanh.core.imports.columns import Column
from donghanh.core.imports.errors import TooManyRows
from donghanh.core.imports.rows import Problem, Row
from donghanh.core.imports.table import open_table
from donghanh.gatherings.listings.people import roster
from donghanh.gatherings.models import Attendance, Session
from donghanh.kernel.text import clean, fold, only_digits
from donghanh.org.models import User
from donghanh.people.imports import cells
from donghanh.people.models import Worker
from donghanh.people.services.identity import standing

MOST = 500
"""How many rows are recorded at once, in the time that others can wait."""
FEWEST_DIGITS = 3
GOOD_FOR = 60 * 60
"""For how many seconds a list that was looked through can be recorded."""
_IGNORED = ("STT", "TT", "Ký tên", "Đơn vị", "Tổ", "Đơn vị, tổ", "Lỗi")


def last_digits(cell: Any) -> str:
    """Read the last digits of a card or phone."""
    return only_digits(typed(cell))


COLUMNS = (
    Column(
        "full_name",
        gettext_lazy("Full name"),
        words(100),
        aliases=("Họ tên", "Họ và tên đoàn viên", "Tên", "Họ và tên người dự"),
        required=True,
        help=gettext_lazy("Family name and given name."),
        example="Nguyễn Thị Thử Mẫu",
    ),
    Column(
        "member_no",
        gettext_lazy("Member number"),
        cells.member_no,
        aliases=("Số thẻ đoàn viên", "Mã đoàn viên", "Mã số đoàn viên"),
        help=gettext_lazy("Finds the person surely; the name is compared."),
        example="0104000204",
    ),
    Column(
        "phone",
        gettext_lazy("Phone"),
        cells.phone,
        aliases=("Số điện thoại", "SĐT", "ĐT"),
        help=gettext_lazy("Together with the name it finds the person, or records a provisional one."),
        example="0912345678",
    ),
    Column(
        "last_digits",
        gettext_lazy("Last digits"),
        last_digits,
        aliases=("Số thẻ, 4 số cuối", "4 số cuối điện thoại hoặc số thẻ", "Số cuối", "4 số cuối"),
        help=gettext_lazy("Of phone or card, three or more; together with the name they find one of your own people."),
        example="5678",
    ),
)


@dataclass(slots=True)
class NameList:
    """What a file comes to: whom it names, who is there already, whom nobody knows, which rows are refused."""

    row_count: int
    unknown_columns: list[str]
    workers: dict[int, Worker] = field(default_factory=dict)
    present: int = 0
    strangers: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)

    @property
    def to_record(self) -> int:
        """Return how many people the list adds to the session."""
        return len(self.workers) + len(self.strangers)

    def sealed(self, session: Session, actor: User) -> str:
        """Return the list as a text that only the same officer can send back for the same session."""
        strangers = [(phone, name) for (phone, _folded), name in self.strangers.items()]
        return signing.dumps([list(self.workers), strangers], salt=_salt(session, actor), compress=True)


def read_names(session: Session, file: IO[bytes], name: str, *, reader: User) -> NameList:
    """Read a file and find out who is meant by each row; nothing is written."""
    table = open_table(file, name, COLUMNS, _IGNORED)
    if len(table) > MOST:
        raise TooManyRows(len(table), MOST)
    rows = list(table)
    for row in rows:
        row.read()
    found = NameList(len(rows), table.unknown_columns)
    known = _Known([row for row in rows if row.is_good], session, reader)
    there = set(Worker.objects.filter(pk__in=Attendance.objects.of(session).standing().values("worker_id")))
    seen: dict[int | tuple[str, str], int] = {}
    for row in rows:
        worker = known.find(row) if row.is_good else None
        if row.is_good:
            _refuse_repeated(row, worker.pk if worker else _stranger(row), seen)
        if not row.is_good:
            found.refused.add(row.number)
            found.problems += row.problems
        elif (worker or known.provisional(row)) in there:
            found.present += 1
        elif worker is None:
            found.strangers[_stranger(row)] = clean(row.values["full_name"])
        else:
            found.workers[worker.pk] = worker
    return found


def opened(sealed: str, session: Session, actor: User) -> tuple[list[Worker], list[tuple[str, str]]]:
    """Return whom a list that was looked through names; raise ``BadSignature`` when it is not that list."""
    worker_ids, strangers = signing.loads(sealed, salt=_salt(session, actor), max_age=GOOD_FOR)
    workers = Worker.objects.select_related("merged_into").filter(pk__in=worker_ids)
    return [standing(worker) for worker in workers], [(phone, name) for phone, name in strangers]


class _Known:
    """The people on record that some rows may be about, read with a few queries for all of them."""

    def __init__(self, rows: Sequence[Row], session: Session, reader: User) -> None:
        everybody = Worker.objects.select_related("merged_into")
        on_record = everybody.filter(is_provisional=False)
        numbers = {row.values["member_no"] for row in rows if "member_no" in row.values}
        phones = {row.values["phone"] for row in rows if "phone" in row.values}
        names = {fold(row.values["full_name"]) for row in rows if "last_digits" in row.values}
        self._by_number = {worker.member_no: standing(worker) for worker in on_record.filter(member_no__in=numbers)}
        self._by_phone: dict[tuple[str, str], set[Worker]] = defaultdict(set)
        for worker in on_record.filter(phone__in=phones):
            self._by_phone[worker.phone, worker.folded_name].add(standing(worker))
        self._provisional = {
            (worker.phone, worker.folded_name): standing(worker)
            for worker in everybody.filter(is_provisional=True, phone__in=phones)
        }
        self._by_name: dict[str, list[Worker]] = defaultdict(list)
        for worker in roster(reader, session).on_record().filter(folded_name__in=names):
            self._by_name[worker.folded_name].append(worker)

    def find(self, row: Row) -> Worker | None:
        """Return the person of a row: by card, else by phone and name, else by name and last digits.

        A row that names nobody by any of these, and gives no phone to ask later, is refused.
        """
        values, name = row.values, fold(row.values["full_name"])
        if by_number := self._by_number.get(values.get("member_no", "")):
            if by_number.folded_name == name:
                return by_number
            row.refuse("member_no", _("This card belongs to somebody with another name."), _("Check both."))
            return None
        by_phone = self._by_phone.get((values.get("phone", ""), name), set())
        if len(by_phone) == 1:
            return next(iter(by_phone))
        by_digits = self._by_digits(name, values.get("last_digits", ""))
        if len(by_digits) == 1:
            return by_digits[0]
        if "phone" not in values:
            row.refuse("full_name", _("A name alone identifies nobody."), _("Add the member number or the phone."))
        return None

    def provisional(self, row: Row) -> Worker | None:
        """Return the provisional person that this phone and name made before."""
        return self._provisional.get(_stranger(row)) if "phone" in row.values else None

    def _by_digits(self, name: str, digits: str) -> list[Worker]:
        if len(digits) < FEWEST_DIGITS:
            return []
        return [
            worker
            for worker in self._by_name.get(name, [])
            if worker.phone.endswith(digits) or (worker.member_no or "").endswith(digits)
        ]


def _stranger(row: Row) -> tuple[str, str]:
    return row.values["phone"], fold(row.values["full_name"])


def _refuse_repeated(row: Row, person: int | tuple[str, str], seen: dict[int | tuple[str, str], int]) -> None:
    earlier = seen.setdefault(person, row.number)
    if earlier != row.number:
        sentence = _("Repeats row %(row)s.") % {"row": earlier}
        row.refuse("full_name", sentence, _("Delete one of the two rows."))


def _salt(session: Session, actor: User) -> str:
    return f"gatherings.name_list.{session.pk}.{actor.pk}"

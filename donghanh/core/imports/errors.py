"""Why a file, or a step of an import, is refused as a whole."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from donghanh.core.ui.numbers import number
from donghanh.kernel.errors import DomainError


class FileRefused(DomainError):
    """A file that cannot be read as a list."""

    code = "file_refused"


class NotASpreadsheet(FileRefused):
    """Neither .xlsx nor .csv."""

    code = "not_a_spreadsheet"

    def __init__(self, name: str) -> None:
        message = _("%(name)s is neither an .xlsx nor a .csv file. In Excel, choose Save as and .xlsx.")
        super().__init__(message % {"name": name})


class OldFormat(FileRefused):
    """A file in the format of before 2007."""

    code = "old_format"

    def __init__(self, name: str) -> None:
        message = _("%(name)s is in the old .xls format. In Excel, choose Save as and .xlsx.")
        super().__init__(message % {"name": name})


class LockedFile(FileRefused):
    """A file with a password."""

    code = "locked_file"

    def __init__(self, name: str) -> None:
        message = _("%(name)s has a password, so nobody can read it here. In Excel, take the password off and save.")
        super().__init__(message % {"name": name})


class OtherDocument(FileRefused):
    """A file whose content is plainly something else, whatever its name says."""

    code = "other_document"

    def __init__(self, name: str, kind: str) -> None:
        message = _("%(name)s holds %(kind)s and no list. Open it, copy the table into Excel and save that as .xlsx.")
        super().__init__(message % {"name": name, "kind": kind})


class DamagedFile(FileRefused):
    """A workbook that is broken, or made to break its reader."""

    code = "damaged_file"

    def __init__(self, name: str) -> None:
        message = _("%(name)s is damaged. Open it in Excel and save it again as .xlsx, or send the list as .csv.")
        super().__init__(message % {"name": name})


class UnreadableLetters(FileRefused):
    """A .csv file with bytes that are letters in no encoding of ours."""

    code = "unreadable_letters"

    def __init__(self, name: str, row: int) -> None:
        message = _(
            "Row %(row)s of %(name)s has letters that cannot be read. In Excel, choose Save as and CSV UTF-8, or .xlsx."
        )
        super().__init__(message % {"name": name, "row": number(row)})


class OpenQuotation(FileRefused):
    """A .csv file with a cell that never ends."""

    code = "open_quotation"

    def __init__(self, name: str, row: int) -> None:
        message = _("From row %(row)s of %(name)s on, a quotation mark is not closed. Close it, or save as .xlsx.")
        super().__init__(message % {"name": name, "row": number(row)})


class FileTooLarge(FileRefused):
    """More bytes than are taken at once."""

    code = "file_too_large"

    def __init__(self, megabytes: int, most: int) -> None:
        message = _("The file has %(size)s MB and at most %(most)s are taken. Split the list into several files.")
        super().__init__(message % {"size": megabytes, "most": most})


class TooManyRows(FileRefused):
    """More rows than are taken at once."""

    code = "too_many_rows"

    def __init__(self, count: int, most: int) -> None:
        message = _("The list has %(count)s rows and at most %(most)s are taken. Split it into several files.")
        super().__init__(message % {"count": number(count), "most": number(most)})


class TooManyColumns(FileRefused):
    """A sheet that reaches far to the right, mostly by a stray cell."""

    code = "too_many_columns"

    def __init__(self, count: int, most: int) -> None:
        message = _(
            "A sheet has something in column %(letter)s (number %(count)s), and at most %(most)s are read."
            " Delete the columns right of the list."
        )
        super().__init__(message % {"letter": letter(count - 1), "count": number(count), "most": number(most)})


class TooManyCells(FileRefused):
    """A sheet that spans more cells than are laid out at once."""

    code = "too_many_cells"

    def __init__(self, rows: int, columns: int, most: int) -> None:
        message = _(
            "A sheet reaches to row %(rows)s and column %(letter)s; at most %(most)s cells are taken at once."
            " Delete what stands outside the list, or split the list into several files."
        )
        shown = {"rows": number(rows), "letter": letter(columns - 1), "most": number(most)}
        super().__init__(message % shown)


class TooMuchText(FileRefused):
    """More letters than are taken at once."""

    code = "too_much_text"

    def __init__(self, most: int) -> None:
        message = _("The cells hold more than %(most)s letters. Split the list into several files.")
        super().__init__(message % {"most": number(most)})


class NoRows(FileRefused):
    """Headings at most, and nothing below them."""

    code = "no_rows"

    def __init__(self, sheet: str) -> None:
        message = _("The sheet “%(sheet)s” has no rows below its headings. Put the list into the first sheet.")
        super().__init__(message % {"sheet": sheet})


class ColumnsMissing(FileRefused):
    """Columns without which no row can be read."""

    code = "columns_missing"

    def __init__(self, headings: Sequence[str], sheet: str) -> None:
        message = _("The sheet “%(sheet)s” lacks these columns: %(columns)s. Add them, or use the template.")
        super().__init__(message % {"sheet": sheet, "columns": ", ".join(headings)})


class ColumnTwice(FileRefused):
    """Two columns with one meaning."""

    code = "column_twice"

    def __init__(self, heading: str, sheet: str, first: int, second: int) -> None:
        message = _("The sheet “%(sheet)s” has %(column)s twice, in %(first)s and %(second)s. Delete one.")
        places = {"first": letter(first), "second": letter(second)}
        super().__init__(message % {"sheet": sheet, "column": heading, **places})


class UnknownKind(DomainError):
    """No room takes in such a list."""

    code = "unknown_kind"

    def __init__(self, kind: str, known: Sequence[str]) -> None:
        message = _("There is no list of the kind %(kind)s. Choose one of: %(known)s.")
        super().__init__(message % {"kind": kind, "known": ", ".join(known)})


class NotNow(DomainError):
    """The import is in another state than this step needs."""

    code = "import_not_now"

    def __init__(self, state: str) -> None:
        message = _("This import is %(state)s by now. Reload the page to see what can be done.")
        super().__init__(message % {"state": state})


class UndoExpired(DomainError):
    """The time to take an import back is over."""

    code = "undo_expired"

    def __init__(self, until: datetime) -> None:
        message = _("This import could be taken back until %(day)s. Change the records one by one.")
        super().__init__(message % {"day": date_format(localtime(until), "d/m/Y")})


def letter(place: int) -> str:
    """Return the letter that a spreadsheet writes over a column: A, B … Z, AA …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

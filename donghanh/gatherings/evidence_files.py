"""Which files may stand as evidence: photos and PDF, told by their first bytes and not by their name."""

import re
from dataclasses import dataclass
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from donghanh.core.ui.numbers import number
from donghanh.kernel.errors import DomainError

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
_HEAD = 32


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that is accepted: how it starts, and how it is kept and shown."""

    starts: re.Pattern[bytes]
    extension: str
    content_type: str


KINDS = (
    FileKind(re.compile(rb"\xff\xd8\xff"), "jpg", "image/jpeg"),
    FileKind(re.compile(rb"\x89PNG\r\n\x1a\n"), "png", "image/png"),
    FileKind(re.compile(rb"RIFF....WEBP", re.DOTALL), "webp", "image/webp"),
    FileKind(re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL), "heic", "image/heic"),
    FileKind(re.compile(rb"%PDF-"), "pdf", "application/pdf"),
)
CONTENT_TYPES = {kind.extension: kind.content_type for kind in KINDS}


class UnfitFile(DomainError):
    """The file cannot stand as evidence."""

    code = "unfit_file"


def checked(file: "UploadedFile[bytes]") -> "UploadedFile[bytes]":
    """Return the file under a name of ours with its true extension; refuse what is too large or no picture."""
    size = file.size or 0
    if size > LARGEST:
        message = _("%(name)s has %(size)s MB; at most %(most)s MB are taken. Send a smaller photo or fewer pages.")
        shown = {"name": file.name, "size": number(round(size / MEGABYTE, 1), 1), "most": LARGEST // MEGABYTE}
        raise UnfitFile(message % shown)
    head = file.read(_HEAD)
    file.seek(0)
    kind = next((kind for kind in KINDS if kind.starts.match(head)), None)
    if kind is None:
        message = _("%(name)s is no JPG, PNG, WebP, HEIC or PDF file. Take a photo of the sheet and send that.")
        raise UnfitFile(message % {"name": file.name})
    file.name = f"{uuid4().hex}.{kind.extension}"
    return file

"""Photos and PDF files from outside: the one door by which they come in, and the one by which they go out.

What a file is, its content says and never its name. A photo is drawn anew, so that nothing but the
picture is kept: no place, no camera, no second file behind the last byte. A PDF cannot be drawn anew here:
it is refused when it plainly wants to run something, and always leaves as a download.
"""

import re
from io import BytesIO
from pathlib import PurePath
from uuid import uuid4

from django.core.files import File
from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile
from django.http import FileResponse
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from donghanh.core.ui.numbers import number
from donghanh.kernel.errors import DomainError

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
MOST_PIXELS = 50_000_000
"""The most that a phone's photo has; a picture of one colour packs billions into a few kilobytes."""
LONGEST_EDGE = 3200
"""Enough to read a signed sheet; larger photos are made smaller."""
_PHOTOS = ("JPEG", "PNG", "WEBP")
_HEIC = re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL)
_PDF = b"%PDF-"
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
_QUALITY = 88
_SHOWN = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
"""What a browser may show in its window; all else it saves."""
_SAVED = {"pdf": "application/pdf"}


class UnfitFile(DomainError):
    """The file is not one that is taken in."""

    code = "unfit_file"


def accepted(file: "File[bytes]") -> "File[bytes]":
    """Return what is to be kept of an uploaded file, under a name of ours; refuse what is no photo and no PDF."""
    size = file.size or 0
    if size > LARGEST:
        message = _("%(name)s has %(size)s MB; at most %(most)s MB are taken. Send a smaller photo or fewer pages.")
        shown = {"name": file.name, "size": number(round(size / MEGABYTE, 1), 1), "most": LARGEST // MEGABYTE}
        raise UnfitFile(message % shown)
    content = file.read()
    file.seek(0)
    if content.startswith(_PDF):
        return _kept(_checked_pdf(content, file.name), "pdf")
    if _HEIC.match(content):
        message = _("%(name)s is a HEIC photo, which cannot be read here. Send it as JPG, or take a screenshot of it.")
        raise UnfitFile(message % {"name": file.name})
    return _kept(_redrawn(content, file.name), "jpg")


def handed_out(file: FieldFile, title: str) -> FileResponse:
    """Answer with a kept file; its reader's right to it is the view's business."""
    extension = PurePath(str(file.name)).suffix.lstrip(".").lower()
    response = FileResponse(
        file.open("rb"),
        content_type=_SHOWN.get(extension) or _SAVED.get(extension, "application/octet-stream"),
        filename=f"{title}.{extension}",
        as_attachment=extension not in _SHOWN,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store, private"
    return response


def _kept(content: bytes, extension: str) -> "File[bytes]":
    return ContentFile(content, name=f"{uuid4().hex}.{extension}")


def _checked_pdf(content: bytes, name: str | None) -> bytes:
    plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content)
    if found := _ACTIVE.search(plain):
        message = _("%(name)s is a PDF that runs something (%(what)s). Print it to a new PDF, or send a photo of it.")
        raise UnfitFile(message % {"name": name, "what": found[0].decode().lstrip("/")})
    return content


def _redrawn(content: bytes, name: str | None) -> bytes:
    """Draw a photo anew, upright, at a size for reading, as a JPEG without anything beside the picture."""
    try:
        with Image.open(BytesIO(content), formats=_PHOTOS) as photo:
            _check_size(photo, name)
            photo.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
            upright = ImageOps.exif_transpose(photo).convert("RGBA")
    except DomainError:
        raise
    except Exception as error:
        message = _("%(name)s is no JPG, PNG, WebP or PDF file. Take a photo of the sheet and send that.")
        raise UnfitFile(message % {"name": name}) from error
    drawn = Image.new("RGB", upright.size, "white")
    drawn.paste(upright, mask=upright.getchannel("A"))
    made = BytesIO()
    drawn.save(made, "JPEG", quality=_QUALITY)
    return made.getvalue()


def _check_size(photo: Image.Image, name: str | None) -> None:
    if photo.width * photo.height > MOST_PIXELS:
        message = _("%(name)s is a picture of %(width)s × %(height)s points, too large to be read. Send a smaller one.")
        shown = {"name": name, "width": number(photo.width), "height": number(photo.height)}
        raise UnfitFile(message % shown)

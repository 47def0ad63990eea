"""Photos and PDF files from outside: what is kept of them, and how they are handed out (SECURITY 38)."""

import re
import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import FileField
from django.db.models.fields.files import FieldFile
from PIL import Image

from donghanh.core import uploads
from donghanh.core.uploads import LARGEST, UnfitFile, accepted

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
BLUE, RED = (20, 60, 200), (200, 30, 30)
_ORIENTATION, _GPS = 0x0112, 0x8825


def photo(kind: str = "JPEG", size: tuple[int, int] = (40, 20), **options: Any) -> bytes:
    """Make a picture that is blue on the left and red on the right."""
    picture = Image.new("RGB", size, BLUE)
    picture.paste(RED, (size[0] // 2, 0, *size))
    made = BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def located(orientation: int = 1) -> bytes:
    """Make a photo that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh Thử"
    exif[_ORIENTATION] = orientation
    exif.get_ifd(_GPS)[2] = (21.0, 1.0, 42.0)
    return photo(exif=exif, comment=b"chup tai nha")


def kept(content: bytes, name: str = "anh.jpg") -> bytes:
    return bytes(accepted(SimpleUploadedFile(name, content)).read())


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("kind", ["JPEG", "MPO", "PNG", "WEBP"])
@pytest.mark.parametrize("name", ["Ảnh của tôi.bin", "../../etc/passwd", "a.html", "x" * 300])
def test_a_photo_is_told_by_its_content_and_named_by_us(kind, name) -> None:
    file = accepted(SimpleUploadedFile(name, photo(kind)))
    assert re.fullmatch(r"[0-9a-f]{32}\.jpg", str(file.name))
    picture = opened(file.read())
    assert (picture.format, picture.size) == ("JPEG", (40, 20))


def test_nothing_but_the_picture_is_kept() -> None:
    content = kept(located())
    assert not opened(content).getexif()
    assert not {"exif", "comment", "icc_profile"} & set(opened(content).info)
    assert b"Exif" not in content
    assert b"chup tai nha" not in content


def test_a_photo_taken_sideways_stands_upright() -> None:
    picture = opened(kept(located(orientation=6))).convert("RGB")
    assert picture.size == (20, 40)
    top, bottom = picture.getpixel((10, 5)), picture.getpixel((10, 35))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert (top[2] > top[0], bottom[0] > bottom[2]) == (True, True)


def test_a_transparent_picture_stands_on_white() -> None:
    made = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(made, "PNG")
    assert opened(kept(made.getvalue())).getpixel((1, 1)) == (255, 255, 255)


def test_a_large_photo_is_made_readable_and_not_larger(monkeypatch) -> None:
    monkeypatch.setattr(uploads, "LONGEST_EDGE", 20)
    assert opened(kept(photo())).size == (20, 10)


@pytest.mark.parametrize("tail", [b"<script>alert(1)</script>", b"PK\x03\x04" + b"\0" * 30, b"%PDF-1.7 /JavaScript"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_second_file_behind_a_picture_is_gone(kind, tail) -> None:
    assert tail not in kept(photo(kind) + tail)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<!doctype html><script>alert(1)</script>",
        b"PK\x03\x04",
        b"MZ\x90\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        photo()[:200],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
        b" %PDF-1.7",
    ],
    ids=["empty", "gif", "svg", "html", "zip", "exe", "head only", "cut", "noise", "late pdf"],
)
def test_what_is_no_photo_and_no_pdf_is_refused_by_name(content) -> None:
    with pytest.raises(UnfitFile, match=r"anh\.jpg"):
        accepted(SimpleUploadedFile("anh.jpg", content))


def test_a_heic_photo_is_refused_with_what_to_do(english) -> None:
    with pytest.raises(UnfitFile, match="Send it as JPG"):
        kept(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00")


def png_of(width: int, height: int) -> bytes:
    """Make a PNG that claims a size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8_000, 8_000), (50_001, 1_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_unpacks_into_billions_of_points_is_refused_unread(size) -> None:
    with pytest.raises(UnfitFile):
        kept(png_of(*size))


@pytest.mark.parametrize(("size", "fits"), [(LARGEST, True), (LARGEST + 1, False)])
def test_a_file_of_more_than_twenty_megabytes_is_refused(size, fits) -> None:
    file = SimpleUploadedFile("anh.jpg", photo())
    file.size = size
    if fits:
        assert accepted(file)
    else:
        with pytest.raises(UnfitFile, match="20 MB"):
            accepted(file)


def test_a_plain_pdf_is_kept_as_it_is() -> None:
    file = accepted(SimpleUploadedFile("bien-ban.pdf", PDF))
    assert (file.read(), str(file.name)[-4:]) == (PDF, ".pdf")


@pytest.mark.parametrize(
    "act", [b"/S /JavaScript /JS (app.alert(1))", b"/S /J#61vaScript", b"/S /Launch", b"/EmbeddedFile", b"/XFA 3 0 R"]
)
def test_a_pdf_that_runs_something_is_refused(act) -> None:
    with pytest.raises(UnfitFile, match=r"bien-ban\.pdf"):
        accepted(SimpleUploadedFile("bien-ban.pdf", PDF + act))


@pytest.mark.parametrize(
    ("name", "content_type", "disposition"),
    [
        ("evidence/a.jpg", "image/jpeg", 'inline; filename="sheet-1.jpg"'),
        ("evidence/a.pdf", "application/pdf", 'attachment; filename="sheet-1.pdf"'),
        ("evidence/a.heic", "application/octet-stream", 'attachment; filename="sheet-1.heic"'),
        ("evidence/a.html", "application/octet-stream", 'attachment; filename="sheet-1.html"'),
    ],
)
def test_a_file_is_handed_out_so_that_no_browser_runs_it(name, content_type, disposition) -> None:
    stored = FieldFile(None, FileField(storage=InMemoryStorage()), name)  # type: ignore[arg-type]
    stored.storage.save(name, ContentFile(b"x"))
    response = uploads.handed_out(stored, "sheet-1")
    assert (response["Content-Type"], response["Content-Disposition"]) == (content_type, disposition)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "no-store, private"

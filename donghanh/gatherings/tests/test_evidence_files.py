"""Which files may stand as evidence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from donghanh.gatherings.evidence_files import LARGEST, UnfitFile, checked

PNG = b"\x89PNG\r\n\x1a\n"
FILES = {
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "png": PNG,
    "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "pdf": b"%PDF-1.7",
}


@pytest.mark.parametrize("extension", FILES)
def test_a_file_is_told_by_its_first_bytes_and_named_by_us(extension) -> None:
    file = checked(SimpleUploadedFile("Ảnh của tôi.bin", FILES[extension]))
    assert file.name is not None
    assert file.name.endswith(f".{extension}")
    assert "tôi" not in file.name
    assert file.read() == FILES[extension]


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg onload=x>", b"PK\x03\x04", b"MZ"])
def test_other_files_are_refused_by_name(content) -> None:
    with pytest.raises(UnfitFile, match=r"anh\.jpg"):
        checked(SimpleUploadedFile("anh.jpg", content))


@pytest.mark.parametrize(("size", "fits"), [(LARGEST, True), (LARGEST + 1, False)])
def test_a_file_of_more_than_twenty_megabytes_is_refused(size, fits) -> None:
    file = SimpleUploadedFile("anh.png", PNG)
    file.size = size
    if fits:
        assert checked(file)
    else:
        with pytest.raises(UnfitFile, match="20 MB"):
            checked(file)

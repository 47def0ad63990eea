"""The file around a .docx: the blank it starts from, and a packing that is equal for equal words."""

import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path

_BLANK = Path(__file__).with_name("blank")
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/document.xml": "document.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # The earliest a zip can tell; the real moment stands in the properties.


@lru_cache(maxsize=1)
def blank() -> bytes:
    """Return an empty document that holds the layout as styles."""
    return _packed({part: (_BLANK / file).read_bytes() for part, file in _PARTS.items()})


def packed_again(package: bytes) -> bytes:
    """Return the same parts without the times at which they happened to be packed."""
    with zipfile.ZipFile(BytesIO(package)) as given:
        return _packed({name: given.read(name) for name in given.namelist()})


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

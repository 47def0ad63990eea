"""Workbooks written part by part, so that a test can write what no program would."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
LINKS = "xl/_rels/workbook.xml.rels"
PARTS = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="Danh sách" sheetId="1" r:id="r1"/></sheets></workbook>',
    LINKS: f'{HEAD}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def sheet_of(rows: str, *, before: str = "", after: str = "") -> str:
    """Return the part of a sheet with these rows."""
    return f'{HEAD}{before}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def texts_of(texts: str) -> str:
    """Return the part of the shared texts."""
    return f'{HEAD}<sst xmlns="{_MAIN}">{texts}</sst>'


def text_cell(reference: str, text: str) -> str:
    """Return a cell that holds its own text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def packed(sheet: str, parts: Mapping[str, str | bytes] | None = None) -> BytesIO:
    """Pack a workbook; ``parts`` are added, or take the place of the usual ones."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, content in {**PARTS, SHEET: sheet, **(parts or {})}.items():
            package.writestr(name, content)
    made.seek(0)
    return made

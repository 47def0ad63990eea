"""Catalogues follow the words of the code, keep what was translated, and say what is missing."""

import gettext

import pytest

from donghanh.core.catalogue import compile_room, contradictions, po_file, problems, update


@pytest.fixture
def package(tmp_path):
    """A package of one room with words in its code and in a template."""
    templates = tmp_path / "room" / "templates"
    templates.mkdir(parents=True)
    (tmp_path / "room" / "words.py").write_text(
        '_("Hello %(name)s")\nngettext("%(count)s unit", "%(count)s units", 2)\npgettext("door", "Open")\n'
    )
    (templates / "page.html").write_text(
        "  {% translate 'Sessions' %}\n      {% blocktranslate trimmed with unit=unit.name %}\n"
        "    held by\n    {{ unit }}\n  {% endblocktranslate %}{# Translators: on top #}"
    )
    return tmp_path


def translate(package, **words: str) -> None:
    """Write translations into the room's catalogue: the first word of the source names the entry."""
    path = po_file("room", package)
    blocks = path.read_text("utf-8").split("\n\n")
    for number, block in enumerate(blocks[1:], start=1):
        for first, translation in words.items():
            if f'"{first}' in block or f'"%({first})s' in block:
                blocks[number] = block.replace('msgstr ""', f'msgstr "{translation}"').replace(
                    'msgstr[0] ""', f'msgstr[0] "{translation}"'
                )
    path.write_text("\n\n".join(blocks), "utf-8")


def translate_all(package) -> None:
    translate(
        package,
        Hello="Chào %(name)s",
        count="%(count)s đơn vị",
        Open="Mở",
        Sessions="Buổi",
        held="%(unit)s mở",
    )


def test_every_kind_of_string_is_found(package) -> None:
    update("room", package)
    missing = [problem.partition("“")[2].partition("”")[0] for problem in problems("room", package)]
    assert sorted(missing) == ["%(count)s units", "Hello %(name)s", "Open", "Sessions", "held by %(unit)s"]


def test_a_translated_room_has_no_problem_and_stays_as_it_is(package) -> None:
    update("room", package)
    translate_all(package)
    assert list(problems("room", package)) == []
    before = po_file("room", package).read_text("utf-8")
    update("room", package)
    assert po_file("room", package).read_text("utf-8") == before


def test_words_that_went_are_dropped_and_new_ones_are_not_guessed(package) -> None:
    update("room", package)
    translate_all(package)
    words = package / "room" / "words.py"
    words.write_text(words.read_text().replace("Hello", "Hallo"))
    assert [problem.rpartition(" is ")[2] for problem in problems("room", package)] == [
        "not translated",
        "no longer used; run make messages",
    ]
    update("room", package)
    text = po_file("room", package).read_text("utf-8")
    assert "Hello" not in text
    assert "fuzzy" not in text
    assert 'msgid "Hallo %(name)s"\nmsgstr ""' in text
    assert 'msgstr "Buổi"' in text


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("Chào %(name)s", "Chào %(ten)s", "must have the placeholders name"),
        ("%(unit)s mở", "do đơn vị mở", "must have the placeholders unit"),
        ('msgid "Sessions"', '#, fuzzy\nmsgid "Sessions"', "is fuzzy"),
    ],
)
def test_a_wrong_translation_is_pointed_out(package, right, wrong, said) -> None:
    update("room", package)
    translate_all(package)
    path = po_file("room", package)
    path.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
    assert [said in problem for problem in problems("room", package)] == [True]


def test_a_placeholder_needs_a_name(package) -> None:
    (package / "room" / "words.py").write_text('_("%s units of 100%%")')
    assert any("placeholder without a name" in problem for problem in problems("room", package))


def test_the_compiled_catalogue_is_what_the_reader_gets(package) -> None:
    update("room", package)
    translate_all(package)
    compile_room("room", package)
    with po_file("room", package).with_suffix(".mo").open("rb") as compiled:
        words = gettext.GNUTranslations(compiled)
    assert words.gettext("held by %(unit)s") == "%(unit)s mở"
    assert words.pgettext("door", "Open") == "Mở"
    assert [words.ngettext("%(count)s unit", "%(count)s units", count) for count in (1, 2)] == [
        "%(count)s đơn vị",
        "%(count)s đơn vị",
    ]


def test_two_rooms_that_disagree_are_named(package) -> None:
    update("room", package)
    translate(package, Sessions="Buổi")
    (package / "hall").mkdir()
    (package / "hall" / "words.py").write_text('_("Sessions")')
    update("hall", package)
    other = po_file("hall", package)
    other.write_text(
        other.read_text("utf-8").replace('msgid "Sessions"\nmsgstr ""', 'msgid "Sessions"\nmsgstr "Phiên"')
    )
    (problem,) = contradictions(["room", "hall"], package)
    assert "“Buổi” in room" in problem
    assert "“Phiên” in hall" in problem

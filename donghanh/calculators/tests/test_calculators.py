"""Every calculator speaks both languages, stands on articles, and says what it leaves out."""

import re
import subprocess
import sys

import pytest

from donghanh.calculators.calculator import Calculator, calculator, calculators
from donghanh.calculators.errors import UnknownCalculator
from donghanh.calculators.words import Words
from donghanh.legal.models import Topic

NAMES = {
    "overtime", "annual-leave", "severance", "job-loss", "notice", "minimum-wage", "dismissal-limits", "late-wages",
    "sickness", "maternity", "unemployment", "lump-sum", "pension", "contributions", "union-dues", "union-fund",
    "late-insurance",
}  # fmt: skip
_VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def test_all_calculators_are_on_the_list() -> None:
    assert {one.name for one in calculators()} == NAMES


@pytest.mark.parametrize("one", calculators(), ids=lambda one: one.name)
def test_a_calculator_is_told_whole_in_both_languages(one: Calculator) -> None:
    words = [one.title, one.summary, *(ask.label for ask in one.asks), *(ask.help for ask in one.asks if ask.help.vi)]
    words += [choice.label for ask in one.asks for choice in ask.choices]
    assert [each for each in words if not each.vi or not each.en] == []
    assert [each.en for each in words if _VIETNAMESE.search(each.en)] == []
    assert one.cites
    assert one.lay_words


@pytest.mark.parametrize("one", calculators(), ids=lambda one: one.name)
def test_a_name_stands_for_one_question_only(one: Calculator) -> None:
    names = [name for ask in one.asks for name in (ask.name, *ask.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.django_db
def test_the_topics_of_calculators_are_topics_of_the_library() -> None:
    known = set(Topic.objects.values_list("code", flat=True))
    assert {topic for one in calculators() for topic in one.topics} <= known


def test_a_calculator_answers_to_its_aliases_and_an_unknown_name_is_told_the_known_ones() -> None:
    assert calculator("Thoi_Viec") is calculator("severance")
    with pytest.raises(UnknownCalculator, match="overtime, "):
        calculator("magic")


def test_words_write_numbers_and_days_as_readers_of_each_language_do() -> None:
    assert Words("{n}", "{n}").fill(n=1_352_585) == Words("1.352.585", "1,352,585")


def test_the_engine_and_the_calculators_need_no_django() -> None:
    source = "import sys, donghanh.calculators.labour, donghanh.calculators.insurance, donghanh.calculators.told;"
    check = "assert not any(name.split('.')[0] == 'django' for name in sys.modules)"
    command = [sys.executable, "-c", source + check]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert done.returncode == 0, done.stderr

"""Words of calculators in the language of the reader."""

from django import template
from django.utils.translation import get_language

from donghanh.calculators.rate_names import rate_name
from donghanh.calculators.result import Amount
from donghanh.calculators.told import days_of, in_words, place, standing, with_unit
from donghanh.calculators.values import Basis, Value
from donghanh.calculators.words import Words
from donghanh.legal.addresses import address
from donghanh.legal.citations import Reference

register = template.Library()


def language() -> str:
    """Return the language of the reader."""
    return get_language() or "vi"


@register.filter
def said(words: Words | None) -> str:
    """Write words: ``{{ calculator.title|said }}``."""
    return words.text(language()) if words else ""


@register.filter
def figure_of(amount: Amount) -> str:
    """Write a figure with its unit."""
    return with_unit(amount.value, amount.unit).text(language())


@register.filter
def spoken(amount: Amount) -> str:
    """Write a figure in words."""
    return in_words(amount).text(language())


@register.filter
def level_of(value: Value) -> str:
    """Write a level with its unit."""
    return with_unit(value.amount, value.unit).text(language())


@register.filter
def name_of(value: Value) -> str:
    """Write what a level is called."""
    return rate_name(value.code, value.key).text(language())


@register.filter("days_of")
def days_written(value: Value) -> str:
    """Write from when to when a level applies."""
    return days_of(value).text(language())


@register.filter
def standing_of(value: Value) -> str:
    """Write how sure a level is."""
    return standing(value).text(language())


@register.filter
def place_of(basis: Basis) -> str:
    """Write where an article stands: “khoản 1 Điều 98, 45/2019/QH14”."""
    article = place(basis, language())
    return f"{article}, {basis.document}" if article else basis.document


@register.inclusion_tag("calculators/law.html", takes_context=True)
def law(context: template.Context, basis: Basis) -> dict[str, str]:
    """Draw where the law says something, as a link when the library holds the document."""
    documents: dict[str, str] = context.get("documents") or {}
    slug = documents.get(basis.document, "")
    reference = Reference(basis.document, basis.article, basis.clause, basis.point)
    return {"words": place_of(basis), "url": address(reference, context.get("on"), slug=slug) if slug else ""}

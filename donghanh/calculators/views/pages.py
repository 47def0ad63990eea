"""Calculators for everybody: the list, each with its result on the same page, and the levels they use."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from donghanh.calculators.answering import Answered, answer, read_day
from donghanh.calculators.calculator import calculator, calculators
from donghanh.calculators.errors import Refusal, UnknownCalculator, WrongAnswers
from donghanh.calculators.forms import ON, AskForm
from donghanh.calculators.in_force import levels
from donghanh.calculators.queries import documents_of, moved_of
from donghanh.calculators.rate_names import rate_name
from donghanh.legal.access import keeps_law
from donghanh.legal.models import Topic


@require_safe
def calculator_list(request: HttpRequest) -> HttpResponse:
    """List the calculators by topic."""
    known = calculators()
    topics = Topic.objects.in_use()
    groups = [(topic, [one for one in known if one.topics[0] == topic.code]) for topic in topics]
    return render(
        request,
        "calculators/calculator_list.html",
        {"groups": [group for group in groups if group[1]], "keeps_law": _keeps_law(request)},
    )


@require_safe
def calculator_detail(request: HttpRequest, name: str) -> HttpResponse:
    """Ask, and work out what was answered; nothing is kept."""
    try:
        one = calculator(name)
    except UnknownCalculator as unknown:
        raise Http404 from unknown
    language = get_language() or "vi"
    raw = {key: str(value) for key, value in request.GET.items() if key != ON}
    form = AskForm(one, language, request.GET.dict() if raw else None, today=_shown_day(request), auto_id="ask-%s")
    context: dict[str, Any] = {"calculator": one, "form": form, "moved": moved_of(one), "language": language}
    if not raw:
        return render(request, "calculators/calculator_detail.html", context)
    try:
        done = answer(one, raw, on=request.GET.get(ON, ""), today=localdate())
    except WrongAnswers as wrong:
        form.refuse(wrong, language)
        return render(request, "calculators/calculator_detail.html", context, status=422)
    except Refusal as refusal:
        context["refusal"] = refusal.words
        return render(request, "calculators/calculator_detail.html", context, status=422)
    context |= _result_context(request, done)
    return render(request, "calculators/calculator_detail.html", context)


@require_safe
def rate_list(request: HttpRequest) -> HttpResponse:
    """List the levels that apply on a day, or every value of one level over time."""
    code, rows, refusal = request.GET.get("code", ""), [], None
    on = localdate()
    try:
        on = read_day(request.GET.get(ON, ""), today=on)
    except WrongAnswers as wrong:
        refusal = wrong.words
    for level in levels():
        if code and level.code != code:
            continue
        values = level.values if code else [value for value in level.values if value.applies_on(on)]
        rows += [(level, value) for value in values]
    context = {
        "rows": rows,
        "code": code,
        "name": rate_name(code),
        "on": on,
        "refusal": refusal,
        "documents": documents_of(value.basis.document for _level, value in rows),
        "keeps_law": _keeps_law(request),
    }
    return render(request, "calculators/rate_list.html", context, status=422 if refusal else 200)


def _result_context(request: HttpRequest, done: Answered) -> dict[str, Any]:
    bases = [*done.result.basis, *(value.basis for value in done.result.values)]
    return {
        "result": done.result,
        "on": done.on,
        "address": request.build_absolute_uri(),
        "documents": documents_of(basis.document for basis in bases),
    }


def _shown_day(request: HttpRequest) -> date:
    try:
        return read_day(request.GET.get(ON, ""), today=localdate())
    except WrongAnswers:
        return localdate()


def _keeps_law(request: HttpRequest) -> bool:
    return request.user.is_authenticated and keeps_law(request.user)

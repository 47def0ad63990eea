"""A mother giving birth: months of leave, allowance and grant."""

from datetime import date, timedelta
from functools import partial

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import noted
from donghanh.calculators.errors import Fault, NotKnownOn, WrongAnswers
from donghanh.calculators.insurance.figures import day_amount, formula, step
from donghanh.calculators.insurance.levels import rate
from donghanh.calculators.insurance.maternity import common
from donghanh.calculators.insurance.maternity import sentences as say
from donghanh.calculators.months import months_after
from donghanh.calculators.result import Amount, Result, whole_dong
from donghanh.calculators.values import Rates


def birth(answers: Answers, rates: Rates, day: date) -> Result:
    """Answer for the mother; twice when a second child was born before its rule and the leave runs into it."""
    born = common.born_on(answers, day)
    _check_start(answers, rates, born)
    missing = common.why_not_qualified(answers, rates, born)
    if missing:
        return common.nothing([*missing, say.FATHER_INSTEAD])
    result = _leave(answers, rates, born, rule_of=born)
    result.explains += common.assumed(answers)
    if not answers.yes("second_child"):
        return result
    ends = result_day(result, "leave_ends")
    if _has_second_child_month(rates, born):
        result.explains.append(say.SECOND_CHILD)
    elif _has_second_child_month(rates, ends):
        before, after = (noted(partial(_leave, rule_of=rule), answers, rates, born) for rule in (born, ends))
        before.title, after.title = say.AS_OF_BIRTH, say.AS_OF_LEAVE
        before.explains, after.explains = [], []
        result.parts = [before, after]
        result.explains.append(say.SECOND_STRADDLES)
    return result


def _check_start(answers: Answers, rates: Rates, born: date) -> None:
    """Refuse a leave that starts after the birth, or longer before it than the law lets it."""
    if not answers.has("leave_start"):
        return
    start = answers.day("leave_start")
    months = int(rate(rates, "maternity_leave", born, "before_birth"))
    first = months_after(born, -months)
    if not first <= start <= born:
        words = say.MOTHER_START.fill(start=start, first=first, birth=born, months=months)
        raise WrongAnswers(Fault("leave_start", words))


def result_day(result: Result, code: str) -> date:
    """Return an amount of a result that is a day."""
    return next(amount.value for amount in result.amounts if amount.code == code and isinstance(amount.value, date))


def _has_second_child_month(rates: Rates, day: date) -> bool:
    try:
        rates.on("maternity_leave", day, "second_child")
    except NotKnownOn:
        return False
    return True


def _leave(answers: Answers, rates: Rates, born: date, *, rule_of: date) -> Result:
    start = answers.day("leave_start") if answers.has("leave_start") else born
    babies = answers.whole("babies")
    months = rate(rates, "maternity_leave", born, "birth")
    if babies > 1:
        months += rate(rates, "maternity_leave", born, "each_more_child") * (babies - 1)
    with_second = answers.yes("second_child") and _has_second_child_month(rates, rule_of)
    if with_second:
        months += rate(rates, "maternity_leave", rule_of, "second_child")
    month, explains = common.a_month(answers, rates, start)
    allowance = whole_dong(month * months)
    if with_second and babies > 1:
        explains.append(say.SECOND_AND_TWINS)
    ends = months_after(start, int(months)) - timedelta(days=1)
    result = Result(
        [
            Amount("total", say.TOTAL, allowance, "vnd"),
            Amount("allowance", say.ALLOWANCE, allowance, "vnd"),
            Amount("per_month", say.PER_MONTH, whole_dong(month), "vnd_month"),
            Amount("leave_months", say.LEAVE_MONTHS, months, "months"),
            day_amount("leave_ends", say.LEAVE_ENDS, ends),
        ],
        steps=[step(say.ALLOWANCE, formula("{month} × {months}", month=month, months=months), allowance, "vnd")],
        explains=[*explains, say.GRANT_BY_MONTH, say.BEFORE_BIRTH, say.EARLY_RETURN],
    )
    grant = common.grant_of(rates, born, babies)
    return common.with_grant(result, grant, say.GRANT, common.grant_formula(rates, born, babies))

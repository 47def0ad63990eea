"""A father when his wife gives birth: days of leave, allowance, and the grant when only he qualifies."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from donghanh.calculators.asking import Answers
from donghanh.calculators.calculator import noted
from donghanh.calculators.errors import Fault, NotKnownOn, WrongAnswers
from donghanh.calculators.insurance.figures import day_amount
from donghanh.calculators.insurance.levels import need, rate
from donghanh.calculators.insurance.maternity import asks, common
from donghanh.calculators.insurance.maternity import sentences as say
from donghanh.calculators.result import Result
from donghanh.calculators.values import Rates

TWINS = 2


def father(answers: Answers, rates: Rates, day: date) -> Result:
    """Answer for the father; twice when the rule for a second child began between birth and leave."""
    born = common.born_on(answers, day)
    start = answers.day("leave_start") if answers.has("leave_start") else born
    if start < born:
        raise WrongAnswers(Fault("leave_start", say.FATHER_EARLY.fill(start=start, birth=born)))
    latest = born + timedelta(days=int(rate(rates, "father_start_within", born)))
    if start > latest:
        return _with_grant(common.nothing([say.FATHER_TOO_LATE.fill(start=start, last=latest)]), answers, rates, born)
    result = _days(answers, rates, start, rule_of=born)
    result.amounts.append(day_amount("start_by", say.START_BY, latest))
    other = start if answers.has("leave_start") else latest
    if _days_of(answers, rates, born) != _days_of(answers, rates, other):
        before, after = (noted(partial(_days, rule_of=rule), answers, rates, start) for rule in (born, other))
        before.title, after.title = say.AS_OF_BIRTH, say.AS_OF_LEAVE
        before.explains, after.explains = [], []
        result.parts = [before, after]
        result.explains.append(say.FATHER_STRADDLES if answers.has("leave_start") else say.FATHER_MAY_STRADDLE)
    result.explains.append(say.FATHER_EDGE)
    return _with_grant(result, answers, rates, born)


def _days(answers: Answers, rates: Rates, start: date, *, rule_of: date) -> Result:
    most = _days_of(answers, rates, rule_of)
    result = common.days_paid(answers, rates, start, most=most, divisor="working_days")
    if _second_child_counts(answers, rates, rule_of) and answers.whole("babies") < TWINS:
        result.explains.append(say.SECOND_CHILD)
        if answers.yes("surgery"):
            result.explains.append(say.SECOND_BY_SURGERY)
    return result


def _days_of(answers: Answers, rates: Rates, day: date) -> Decimal:
    """Return the most days by the rule of a day: point c stands beside twins and is not added to others."""
    babies, is_surgery = answers.whole("babies"), answers.yes("surgery")
    if babies >= TWINS:
        days = rate(rates, "father_days", day, "twins_surgery" if is_surgery else "twins")
        return days + rate(rates, "father_days", day, "each_more_child") * (babies - TWINS)
    if _second_child_counts(answers, rates, day):
        return rate(rates, "father_days", day, "second_child")
    return rate(rates, "father_days", day, "surgery" if is_surgery or answers.yes("premature") else "normal")


def _second_child_counts(answers: Answers, rates: Rates, day: date) -> bool:
    if not answers.yes("second_child"):
        return False
    try:
        rates.on("father_days", day, "second_child")
    except NotKnownOn:
        return False
    return True


def _with_grant(result: Result, answers: Answers, rates: Rates, born: date) -> Result:
    """Add the grant when the mother does not qualify and the father has paid long enough."""
    if answers.yes("mother_qualifies"):
        return result
    need(answers, asks.PAID)
    least = rate(rates, "maternity_paid_months", born, "usual")
    result.explains.append(say.FATHER_GRANT.fill(least=least))
    if answers.whole("months_paid") < least:
        return result
    babies = answers.whole("babies")
    grant = common.grant_of(rates, born, babies)
    return common.with_grant(result, grant, say.GRANT, common.grant_formula(rates, born, babies))

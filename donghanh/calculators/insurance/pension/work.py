"""How a pension is worked out: age, enough time, rate, and what comes with it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from donghanh.calculators.asking import Answers
from donghanh.calculators.errors import NotKnownOn
from donghanh.calculators.insurance.figures import day_amount, dong, formula, step
from donghanh.calculators.insurance.levels import law, rate, reference_level
from donghanh.calculators.insurance.pension import sentences as say
from donghanh.calculators.insurance.pension.age import FIRST_STEP, Age, age_in, retirement_age
from donghanh.calculators.insurance.pension.rate import early_cut, pension_rate, years_of
from donghanh.calculators.months import YEAR, months_between, months_of_years
from donghanh.calculators.result import Amount, Result, Step, whole_dong
from donghanh.calculators.values import Basis, Rates
from donghanh.calculators.words import Words

CITES = (
    *(law(article) for article in (33, 64, 65, 66, 68, 69)),
    law(5, "6"),
    law(141, "11"),
    Basis("45/2019/QH14", "169"),
    Basis("135/2020/NĐ-CP", "4"),
    Basis("158/2025/NĐ-CP", "13"),
)
YOUNGER = {"normal": "", "hazardous": "hazardous", "specially_hazardous": "hazardous", "mining": "mining"}
SOME_CAPACITY_LOST, MOST_CAPACITY_LOST = 61, 81


@dataclass(frozen=True, slots=True)
class Retirement:
    """When somebody retires, and how many months before the age that counts."""

    day: date
    age: Age
    months_early: int
    said: tuple[Words, ...]


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Work out the pension, seen from ``day``; without the time paid, only the age."""
    leaving = _retirement(answers, rates, day)
    months = _months(answers)
    result = (
        Result(_age(leaving.age), explains=[say.FOR_RATE])
        if months is None
        else _with_time(answers, rates, day, leaving, months)
    )
    result.steps.insert(0, _age_step(answers.day("birth_date"), leaving.age))
    result.explains = [*leaving.said, *result.explains, say.MONTH_END]
    result.basis, result.not_covered = [*CITES], [*say.NOT_COVERED]
    return result


def _with_time(answers: Answers, rates: Rates, day: date, leaving: Retirement, months: int) -> Result:
    """Answer with the pension, or with what it lacks: time or age."""
    least = int(rate(rates, "pension_from", day, "reduced_capacity" if leaving.months_early else "usual"))
    missing = least - months
    most = 0 if leaving.months_early else int(rate(rates, "pension_top_up", day))
    too_young = _too_young(answers, rates, leaving)
    if missing <= most and not too_young:
        result = _pension(answers, rates, day, leaving, max(months, least))
        if missing > 0:
            _add_top_up(result, answers, rates, day, missing)
        return result
    result = Result([Amount("rate", say.RATE, 0, "percent"), *_age(leaving.age)], explains=too_young)
    if missing > most:
        words = say.TOO_SHORT.fill(months=months, least=least, years=least // YEAR, missing=missing)
        result.explains.append(words)
        result.amounts.append(Amount("missing_months", say.MISSING, missing, "months"))
    return result


def _months(answers: Answers) -> int | None:
    """Return all months paid, None when neither years nor months were told."""
    if not answers.has("years") and not answers.has("months"):
        return None
    years = months_of_years(answers.decimal("years")) if answers.has("years") else Decimal(0)
    return int(years) + (answers.whole("months") if answers.has("months") else 0)


def _age_step(born: date, age: Age) -> Step:
    years, months = divmod(age.months, YEAR)
    working = say.BORN_PLUS.fill(born=born, years=years, months=months)
    return Step(say.REACHED, working, formula("{day}", day=age.reached_on))


def _retirement(answers: Answers, rates: Rates, day: date) -> Retirement:
    """Find the day of retirement; before the age it is early only with a loss of capacity."""
    sex, born = answers.choice("sex"), answers.day("birth_date")
    younger = _younger(answers, rates, day)
    age = retirement_age(rates, sex, born, younger=younger)
    said = [say.BEFORE_LADDER] if age.reached_on.year < FIRST_STEP else []
    leaves = answers.day("retire_on") if answers.has("retire_on") else max(day, age.reached_on)
    if answers.decimal("incapacity") >= SOME_CAPACITY_LOST and not answers.has("retire_on"):
        leaves = day
    if leaves >= age.reached_on:
        if age.reached_on > day:
            said.append(say.NOT_YET.fill(reached=age.reached_on))
        return Retirement(leaves, age, 0, tuple(said))
    if answers.decimal("incapacity") < SOME_CAPACITY_LOST:
        return Retirement(age.reached_on, age, 0, (*said, say.NOT_YET.fill(reached=age.reached_on)))
    milestone = age_in(rates, sex, leaves.year) - younger
    return Retirement(leaves, age, milestone - months_between(born, leaves), tuple(said))


def _younger(answers: Answers, rates: Rates, day: date) -> int:
    kind = YOUNGER[answers.choice("conditions")]
    return int(rate(rates, "pension_younger", day, kind)) if kind else 0


def _too_young(answers: Answers, rates: Rates, leaving: Retirement) -> list[Words]:
    """Say which age an early retirement needs, when it is not reached."""
    if not leaving.months_early or answers.choice("conditions") == "specially_hazardous":
        return []
    key = "capacity_81" if answers.decimal("incapacity") >= MOST_CAPACITY_LOST else "capacity_61"
    usual = age_in(rates, answers.choice("sex"), leaving.day.year)
    needed = usual - int(rate(rates, "pension_younger", leaving.day, key))
    if months_between(answers.day("birth_date"), leaving.day) >= needed:
        return []
    years, months = divmod(needed, YEAR)
    return [say.TOO_YOUNG.fill(day=leaving.day, years=years, months=months)]


def _age(age: Age) -> list[Amount]:
    years, months = divmod(age.months, YEAR)
    return [
        Amount("retirement_age_years", say.AGE_YEARS, years, "years"),
        Amount("retirement_age_months", say.AGE_MONTHS, months, "months"),
        day_amount("age_reached_on", say.REACHED, age.reached_on),
    ]


def _pension(answers: Answers, rates: Rates, day: date, leaving: Retirement, months: int) -> Result:
    full = pension_rate(rates, day, answers.choice("sex"), months)
    cut = early_cut(rates, day, leaving.months_early)
    percent = max(full - cut, Decimal(0))
    years = years_of(rates, day, months)
    result = Result(
        [
            Amount("rate", say.RATE, percent, "percent"),
            *_age(leaving.age),
            Amount("years_counted", say.COUNTED, years, "years"),
        ],
        steps=[step(say.RATE, formula("{full}% − {cut}%", full=full, cut=cut), percent, "percent")],
    )
    if leaving.months_early:
        early_years, early_months = divmod(leaving.months_early, YEAR)
        result.amounts.append(Amount("cut", say.CUT, cut, "percent"))
        result.explains.append(say.EARLY.fill(years=early_years, months=early_months, cut=cut))
    if months % YEAR:
        result.explains.append(say.ODD)
    if answers.has("average"):
        _add_money(result, answers, rates, leaving.day, percent=percent, months=months)
    else:
        result.explains.append(say.FOR_AGE_ONLY)
    return result


def _add_money(result: Result, answers: Answers, rates: Rates, day: date, *, percent: Decimal, months: int) -> None:
    """Put the pension first, with the grant for the years above the most that the rate counts."""
    average = answers.money("average")
    monthly = whole_dong(average * percent / 100)
    floor, said = _floor(answers, rates, day, months)
    result.explains += [*said, *([say.FLOORED.fill(level=dong(floor))] if monthly < floor else [])]
    result.amounts.insert(0, Amount("monthly", say.MONTHLY, max(monthly, floor), "vnd_month"))
    working = formula("{average} × {percent}%", average=average, percent=percent)
    result.steps.append(step(say.MONTHLY, working, monthly, "vnd"))
    over, after = _years_over(answers, rates, day, months)
    if over:
        usual, late = (
            rate(rates, "retirement_grant", day, "before_age"),
            rate(rates, "retirement_grant", day, "after_age"),
        )
        grant = whole_dong(average * (usual * (over - after) + late * after))
        result.amounts.append(Amount("grant", say.GRANT, grant, "vnd"))
        working = formula(
            "{average} × ({usual} × {before} + {late} × {after})",
            average=average, usual=usual, before=over - after, late=late, after=after,
        )  # fmt: skip
        result.steps.append(step(say.GRANT, working, grant, "vnd"))


def _floor(answers: Answers, rates: Rates, day: date, months: int) -> tuple[int, list[Words]]:
    """Return the least pension, 0 without one."""
    if not answers.yes("joined_before_2025_07") or months < rate(rates, "least_pension_from", day):
        return 0, []
    try:
        return reference_level(rates, day), []
    except NotKnownOn:
        return 0, [say.FLOOR_UNKNOWN]


def _years_over(answers: Answers, rates: Rates, day: date, months: int) -> tuple[Decimal, Decimal]:
    """Return the years above the most that the rate counts, and those of them paid after the age."""
    limit = rate(rates, "retirement_grant_over", day, answers.choice("sex"))
    over = max(years_of(rates, day, months) - limit, Decimal(0))
    return over, min(over, years_of(rates, day, answers.whole("months_after_age")))


def _add_top_up(result: Result, answers: Answers, rates: Rates, day: date, missing: int) -> None:
    most = rate(rates, "pension_top_up", day)
    result.explains.insert(0, say.TOP_UP_POSSIBLE.fill(missing=missing, most=most))
    result.amounts.append(Amount("missing_months", say.MISSING, missing, "months"))
    if answers.has("last_salary"):
        percent = rate(rates, "pension_fund_rate", day)
        cost = whole_dong(answers.money("last_salary") * percent * missing)
        result.amounts.append(Amount("top_up", say.TOP_UP, cost, "vnd"))
        working = formula(
            "{salary} × {percent}% × {missing}",
            salary=answers.money("last_salary"), percent=percent * 100, missing=missing,
        )  # fmt: skip
        result.steps.append(step(say.TOP_UP, working, cost, "vnd"))

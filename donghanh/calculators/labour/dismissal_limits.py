"""Until when an employer may discipline for an act, and until when a worker may go to law."""

from datetime import date, timedelta

from donghanh.calculators.asking import Answers, Ask
from donghanh.calculators.calculator import Calculator, register
from donghanh.calculators.errors import Fault, WrongAnswers
from donghanh.calculators.labour.laws import labour_code
from donghanh.calculators.months import months_after
from donghanh.calculators.result import Amount, Result, Step
from donghanh.calculators.values import Rates
from donghanh.calculators.words import Words

ASKS = (
    Ask("happened_on", Words("Ngày xảy ra hành vi vi phạm", "Day of the act"), "date",
        aliases=("violation_on", "act_on", "violation_date", "happened", "date", "committed_on", "ngay_vi_pham",
                 "act_date")),
    Ask("grave", Words("Liên quan trực tiếp đến tài chính, tài sản, bí mật công nghệ, bí mật kinh doanh",
        "Directly about finance, property, technology or business secrets"), "yes_no", default=False,
        aliases=("financial", "finance", "property", "assets", "secrets", "serious", "tai_chinh", "tai_san")),
    Ask("protected_until", Words("Ngày hết thời gian không được xử lý kỷ luật", "Last day when discipline was barred"),
        "date", required=False,
        help=Words("Nghỉ ốm, tạm giam, chờ điều tra, mang thai, nghỉ thai sản, nuôi con dưới 12 tháng tuổi.",
                   "Sick leave, detention, an inquiry, pregnancy, maternity leave, a child under 12 months."),
        rare=True, aliases=("blocked_until", "barred_until", "protection_ends", "het_thoi_gian_bao_ve")),
    Ask("decided_on", Words("Ngày ra quyết định kỷ luật, sa thải", "Day of the decision"), "date", required=False,
        aliases=("decision_on", "decided", "dismissed_on", "decision_date", "ngay_quyet_dinh", "dismissal_date")),
    Ask("known_on", Words("Ngày bạn biết quyền lợi bị xâm phạm", "Day on which you found out"), "date", required=False,
        help=Words("Bỏ trống: ngày ra quyết định.", "Left empty: the day of the decision."),
        rare=True, aliases=("discovered_on", "found_on", "known", "ngay_phat_hien", "discovered", "discovery_date")),
)  # fmt: skip
_DISPUTES = (
    ("mediator", Words("Yêu cầu hòa giải viên đến hết ngày", "To a mediator until")),
    ("arbitration", Words("Yêu cầu Hội đồng trọng tài đến hết ngày", "To arbitration until")),
    ("court", Words("Khởi kiện ra Tòa án đến hết ngày", "To court until")),
)


def work(answers: Answers, rates: Rates, day: date) -> Result:
    """Say the last day for a disciplinary decision, whether one was in time, and the worker's own limits."""
    happened = answers.day("happened_on")
    _check_order(answers, happened)
    key = "grave" if answers.yes("grave") else ""
    months = int(rates.on("discipline_limit", happened, key).amount)
    last = months_after(happened, months)
    words = Words("Thời hiệu xử lý kỷ luật", "Time limit for discipline")
    formula = Words("{day} + {months} tháng", "{day} + {months} months").fill(day=happened, months=months)
    steps, explains = [Step(words, formula, _day(last))], list[Words]()
    if answers.has("protected_until"):
        last = _prolonged(answers.day("protected_until"), last, rates, steps, explains)
    label = Words("Ngày cuối để ra quyết định kỷ luật", "Last day for a disciplinary decision")
    amounts = [Amount("last_day", label, last, "date")]
    if answers.has("decided_on"):
        explains.append(_in_time(answers.day("decided_on"), last))
    elif day > last:
        explains.append(Words("Ngày {day} đã hết thời hiệu.", "On {day} the limit has passed.").fill(day=day))
    if answers.has("known_on") or answers.has("decided_on"):
        known = answers.day("known_on") if answers.has("known_on") else answers.day("decided_on")
        for body, body_label in _DISPUTES:
            limit = int(rates.on("dispute_limit", known, body).amount)
            amounts.append(Amount(body, body_label, months_after(known, limit), "date"))
        explains.append(
            Words("Tranh chấp về sa thải, chấm dứt hợp đồng không bắt buộc qua hòa giải (Điều 188).",
                  "Disputes about dismissal or the end of a contract need no mediation first (Article 188).")
        )  # fmt: skip
    return Result(
        amounts=amounts,
        steps=steps,
        basis=[labour_code("123"), labour_code("122", "4"), labour_code("190")],
        explains=explains,
        not_covered=NOT_COVERED,
    )


def _prolonged(until: date, last: date, rates: Rates, steps: list[Step], explains: list[Words]) -> date:
    """Prolong a limit that ran out, or has too few days left, when the barred time ends."""
    extra = int(rates.on("discipline_limit_after", until).amount)
    prolonged = until + timedelta(days=extra)
    if last >= prolonged:
        explains.append(
            Words("Sau ngày {until} thời hiệu còn từ {days} ngày trở lên, nên không kéo dài.",
                  "After {until} at least {days} days are left, so the limit is not prolonged.").fill(
                until=until, days=extra)
        )  # fmt: skip
        return last
    steps.append(
        Step(
            Words("Kéo dài thời hiệu sau thời gian không được xử lý", "Prolonged after the barred time"),
            Words("{until} + {days} ngày", "{until} + {days} days").fill(until=until, days=extra),
            _day(prolonged),
        )
    )
    return prolonged


def _in_time(decided: date, last: date) -> Words:
    if decided <= last:
        words = Words(
            "Quyết định ngày {decided} còn trong thời hiệu.", "The decision of {decided} is within the limit."
        )
    else:
        words = Words("Quyết định ngày {decided} đã quá thời hiệu (đến hết ngày {last}): bạn có thể yêu cầu hủy.",
                      "The decision of {decided} came too late (limit {last}): you may contest it.")  # fmt: skip
    return words.fill(decided=decided, last=last)


def _check_order(answers: Answers, happened: date) -> None:
    faults = [
        Fault(name, Words("Ngày {day} ({name}) trước ngày vi phạm {first}; ghi lại hai ngày.",
                          "The day {day} ({name}) is before the act on {first}; give both days again.").fill(
            day=answers.day(name), name=name, first=happened))
        for name in ("protected_until", "decided_on")
        if answers.has(name) and answers.day(name) < happened
    ]  # fmt: skip
    if faults:
        raise WrongAnswers(*faults)


def _day(day: date) -> Words:
    return Words("{day}", "{day}").fill(day=day)


NOT_COVERED = [
    Words("Trình tự họp kỷ luật và căn cứ sa thải (Điều 122, 125).",
          "The hearing and the grounds for dismissal (Articles 122, 125)."),
    Words("Thời gian có trở ngại khách quan, bất khả kháng: không tính vào thời hiệu (Điều 190 khoản 4).",
          "Time lost to force majeure does not count (Article 190(4))."),
]  # fmt: skip

register(
    Calculator(
        name="dismissal-limits",
        title=Words("Thời hiệu kỷ luật, sa thải và khiếu kiện", "Time limits of discipline and dismissal"),
        summary=Words("Xem công ty còn được kỷ luật, sa thải không và bạn còn bao lâu để yêu cầu giải quyết.",
                      "Whether the employer may still discipline, and how long you have to go to law."),
        topics=("labour_discipline", "labour_disputes"),
        asks=ASKS,
        work=work,
        cites=(labour_code("122"), labour_code("123"), labour_code("188"), labour_code("190")),
        lay_words=("sa thải", "kỷ luật", "đuổi việc", "thời hiệu", "khởi kiện", "hết hạn kiện", "dismissal", "fired"),
        aliases=("dismissal", "dismissal-time-limits", "dismissal-limit", "thoi-hieu", "sa-thai", "thoi-hieu-ky-luat"),
    )
)  # fmt: skip

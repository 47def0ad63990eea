"""Questions that workers often ask, to begin with: the library is Vietnamese, so they are asked in Vietnamese."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class CommonQuestion:
    """A question as it is asked, and in the reader's language."""

    asked: str
    words: str | Promise


COMMON_QUESTIONS = (
    CommonQuestion("công ty chậm trả lương thì làm thế nào", _("My wages are late. What can I do?")),
    CommonQuestion("làm thêm ngày chủ nhật được trả lương bao nhiêu", _("What is paid for overtime on a Sunday?")),
    CommonQuestion("nghỉ việc phải báo trước bao nhiêu ngày", _("How early must I say that I leave?")),
    CommonQuestion("mang thai được nghỉ thai sản mấy tháng", _("How long is maternity leave?")),
    CommonQuestion("điều kiện hưởng trợ cấp thất nghiệp", _("When am I paid unemployment benefit?")),
    CommonQuestion("rút bảo hiểm xã hội một lần", _("Can I take my social insurance out at once?")),
    CommonQuestion("công ty không đóng bảo hiểm xã hội", _("My employer pays no social insurance")),
    CommonQuestion("một năm được nghỉ bao nhiêu ngày phép", _("How many days of paid leave a year?")),
)

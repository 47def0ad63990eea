"""Pages with every component in every state, to look at and to test."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from donghanh.web.views import samples

KINDS = ("desk", "hall", "check-in", "checked-in", "document")


class SampleForm(forms.Form):
    """A form with a field of each kind."""

    title = forms.CharField(label="Nội dung", max_length=100)
    held_on = forms.DateField(label="Ngày", help_text="ngày/tháng/năm")
    expected = forms.IntegerField(label="Số người dự kiến", widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    form = forms.ChoiceField(label="Hình thức", choices=[("direct", "Trực tiếp"), ("online", "Trực tuyến")])
    audience = forms.MultipleChoiceField(
        label="Đối tượng",
        choices=[("members", "Đoàn viên"), ("workers", "Người lao động")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_mobile = forms.BooleanField(label="Lưu động", required=False)
    sheet = forms.FileField(label="Bản ký tên", required=False)


TYPED = {"title": "Chế độ thai sản từ 01/07/2026", "held_on": "31/02/2026", "expected": "một trăm", "form": "direct"}


def styleguide(request: HttpRequest, kind: str = "desk") -> HttpResponse:
    """Show the components of one kind of page as the look describes them."""
    if kind not in KINDS:
        raise Http404
    at = now()
    context = {
        "figures": samples.figures(at),
        "shares": samples.SHARES,
        "path": samples.PATH,
        "dues": samples.dues(at),
        "citations": samples.citations(),
        "statuses": samples.STATUSES,
        "months": samples.months(),
        "digest": samples.DIGEST,
        "sealed_at": at,
        "units_there": [True] * 34 + [False] * 7,
        "form": SampleForm(TYPED),
    }
    return render(request, f"web/styleguide/{kind}.html", context)

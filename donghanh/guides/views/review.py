"""What the law made stale: the queue, old and new words side by side, and what comes of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.guides import services
from donghanh.guides.forms.review import StillRightForm
from donghanh.guides.models import Comparison, StaleMark
from donghanh.guides.queries.desk import reviews, side_by_side
from donghanh.guides.views.scope import for_keepers
from donghanh.guides.watching import watch_of
from donghanh.org.requests import SignedInRequest


@require_GET
@for_keepers
def review_list(request: SignedInRequest) -> HttpResponse:
    """List what waits to be looked at again."""
    return render(request, "guides/review_list.html", {"reviews": reviews()})


@require_http_methods(["GET", "POST"])
@for_keepers
def review_mark(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the words before and now, and take down that the thing is still right."""
    mark = get_object_or_404(StaleMark.objects.filter(settled_at=None), pk=pk)
    form = StillRightForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.confirm_still_right(mark, actor=request.user, at=now(), note=form.cleaned_data["note"])
        messages.success(request, _("Noted: it is right under the words of today."))
        return redirect("guides:review-list")
    thing = watch_of(mark.kind).described([mark.key]).get(mark.key)
    kept = Comparison.objects.filter(kind=mark.kind, key=mark.key, document=mark.document, article=mark.article).first()
    compared_on = kept.compared_on if kept else localdate(mark.found_at)
    words = side_by_side(mark, compared_on=compared_on, on=localdate())
    context = {"mark": mark, "thing": thing, "words": words, "form": form}
    return render(request, "guides/review_mark.html", context, status=422 if form.errors else 200)

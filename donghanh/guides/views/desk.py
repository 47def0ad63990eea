"""Guides for those who keep the law: the list, writing, trying out, earlier versions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.guides import services
from donghanh.guides.choices import VersionState
from donghanh.guides.content_format import Content
from donghanh.guides.forms.guides import GuideForm
from donghanh.guides.models import Guide, GuideVersion
from donghanh.guides.queries.desk import desk_lines, reviews
from donghanh.guides.queries.known import KnownGuide, library
from donghanh.guides.queries.reading import GuideShown, guide_shown
from donghanh.guides.views.scope import for_keepers
from donghanh.org.requests import SignedInRequest

TRY_OUT = "try"
"""The button that shows how the page would look, and writes nothing."""


@require_GET
@for_keepers
def desk_list(request: SignedInRequest) -> HttpResponse:
    """List every guide with its state, and what waits to be looked at."""
    lines = desk_lines()
    context = {"lines": lines, "waiting": [line for line in lines if line.waiting], "reviews": reviews()}
    return render(request, "guides/desk_list.html", context)


@require_http_methods(["GET", "POST"])
@for_keepers
def guide_new(request: SignedInRequest) -> HttpResponse:
    """Write a guide of one's own."""
    form = GuideForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.content and TRY_OUT not in request.POST:
        version = services.write_guide(form.content, actor=request.user, at=now(), note=form.cleaned_data["note"])
        messages.success(request, _("The guide is there. Ask another officer to check it."))
        return redirect("guides:guide-edit", version.guide.slug)
    return _form(request, form, None)


@require_http_methods(["GET", "POST"])
@for_keepers
def guide_edit(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write a guide anew; the words before stay among its versions."""
    version = _version_shown(slug)
    form = GuideForm(request.POST or None, content=version.written)
    if request.method == "POST" and form.is_valid() and form.content and TRY_OUT not in request.POST:
        services.revise_guide(version.guide, form.content, actor=request.user, at=now(), note=form.cleaned_data["note"])
        messages.success(request, _("Readers are given the new words. Ask another officer to check them."))
        return redirect("guides:guide-edit", slug)
    return _form(request, form, version)


@require_POST
@for_keepers
def guide_verify(request: SignedInRequest, slug: str) -> HttpResponse:
    """Stand behind the version in use."""
    services.verify_guide(_version_shown(slug), actor=request.user, at=now())
    messages.success(request, _("Readers are told that an officer checked it."))
    return redirect("guides:guide-edit", slug)


@require_POST
@for_keepers
def guide_retire(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take a guide from readers."""
    services.retire_guide(get_object_or_404(Guide, slug=slug), actor=request.user, at=now())
    messages.success(request, _("Readers are no longer given this guide."))
    return redirect("guides:guide-edit", slug)


@require_POST
@for_keepers
def guide_reinstate(request: SignedInRequest, slug: str) -> HttpResponse:
    """Give readers a retired guide again."""
    services.reinstate_guide(get_object_or_404(Guide, slug=slug), actor=request.user, at=now())
    messages.success(request, _("Readers are given this guide again."))
    return redirect("guides:guide-edit", slug)


@require_http_methods(["GET", "POST"])
@for_keepers
def version_detail(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    """Show the words of a version, and give them to readers again."""
    version = _version(slug, number)
    if request.method == "POST":
        note = _("the words of version %(number)s again") % {"number": number}
        services.restore_version(version, actor=request.user, at=now(), note=note)
        messages.success(request, _("Readers are given these words again. Ask another officer to check them."))
        return redirect("guides:guide-edit", slug)
    shown = _shown(version.written, version)
    return render(request, "guides/version_detail.html", {"version": version, "guide": shown})


@require_POST
@for_keepers
def version_take(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    """Give readers the newer shipped version that waited."""
    services.take_waiting(_version(slug, number), actor=request.user, at=now())
    messages.success(request, _("Readers are given the newer version."))
    return redirect("guides:guide-edit", slug)


@require_POST
@for_keepers
def version_pass_over(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    """Keep to the words in use."""
    services.pass_over_waiting(_version(slug, number), actor=request.user)
    messages.success(request, _("The words in use stay."))
    return redirect("guides:guide-edit", slug)


def _version(slug: str, number: int) -> GuideVersion:
    return get_object_or_404(GuideVersion.objects.select_related("guide"), guide__slug=slug, number=number)


def _version_shown(slug: str) -> GuideVersion:
    versions = GuideVersion.objects.select_related("guide", "checked_by", "made_by")
    return get_object_or_404(versions, guide__slug=slug, state=VersionState.IN_USE)


def _form(request: SignedInRequest, form: GuideForm, version: GuideVersion | None) -> HttpResponse:
    tried = _shown(form.content, version) if form.content else None
    versions = list(version.guide.versions.select_related("made_by")) if version else []
    context = {
        "form": form,
        "version": version,
        "versions": versions,
        "waiting": next((each for each in versions if each.state == VersionState.WAITING), None),
        "is_mine": version is not None and version.made_by_id == request.user.pk,
        "guide": tried,
    }
    return render(request, "guides/guide_edit.html", context, status=422 if form.errors else 200)


def _shown(content: Content, version: GuideVersion | None) -> GuideShown:
    """Return words as their page would show them."""
    known = KnownGuide(
        content.slug, content, version.compared_on if version else content.compared_on, content.review_by, None, ()
    )
    return guide_shown(known, library(), get_language() or "vi")

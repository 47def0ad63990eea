"""The pages of imports: choose a file, look at what would happen, have it written, take it back."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.core.exports import file_name, made_file
from donghanh.core.forms import ImportForm
from donghanh.core.import_models import BatchState, ImportBatch
from donghanh.core.imports import batches
from donghanh.core.imports.errors import FileRefused
from donghanh.core.imports.files import write_marked, write_template
from donghanh.core.imports.importer import Importer, Place
from donghanh.core.imports.registry import importer_of
from donghanh.core.imports.undoing import rows_left
from donghanh.core.paging import keyset_page

SHOWN_WORK = 12
SHOWN_ROWS = 50


@login_required
@require_GET
def import_list(request: HttpRequest) -> HttpResponse:
    """Offer the lists that the reader may take in, and show what is under way."""
    lists = batches.open_lists(request.user)
    if not lists:
        raise Http404
    kinds = [importer for importer, _places in lists]
    past = _chosen(batches.batches_of(lists), request.GET)
    page = keyset_page(past, order=("-pk",), after=request.GET.get("after", ""), size=SHOWN_WORK)
    context = {"kinds": kinds, "states": BatchState, "page": page, "work": _work(page.rows, lists)}
    return render(request, "core/import_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def import_new(request: HttpRequest, kind: str) -> HttpResponse:
    """Take a file; one that is no such list is refused at once."""
    importer, places = _importer(request, kind)
    if request.method != "POST":
        form = ImportForm(places=places, initial={"unit": request.GET.get("unit")})
        return render(request, "core/import_new.html", {"importer": importer, "form": form})
    form = ImportForm(request.POST, request.FILES, places=places)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            batch = batches.upload(importer, form.unit_id, file, file.name, actor=request.user)
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("core:import-detail", batch.pk)
    return render(request, "core/import_new.html", {"importer": importer, "form": form}, status=422)


@login_required
@require_GET
def import_template(request: HttpRequest, kind: str) -> FileResponse:
    """Hand out an empty list to fill in."""
    importer, _places = _importer(request, kind)
    return made_file(file_name(str(importer.title), "xlsx"), partial(write_template, importer))


@login_required
@require_GET
def import_detail(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show an import as it stands; asked by htmx, only the part that moves."""
    batch = batches.batch_for(request.user, batch_id)
    problems = list(batch.problems.all()[:SHOWN_ROWS])
    left, left_count = rows_left(batch, SHOWN_ROWS)
    context = {
        "batch": batch,
        "importer": importer_of(batch.kind),
        "problems": problems,
        "more_problems": batch.problems.count() - len(problems) if len(problems) == SHOWN_ROWS else 0,
        "left": left,
        "more_left": left_count - len(left),
        "may_undo": batches.why_not_undo(batch) is None,
    }
    part = "#work" if request.headers.get("HX-Request") else ""
    return render(request, f"core/import_detail.html{part}", context)


@login_required
@require_POST
def import_confirm(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Have the rows written."""
    batches.confirm(batches.batch_for(request.user, batch_id), actor=request.user)
    return redirect("core:import-detail", batch_id)


@login_required
@require_POST
def import_stop(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Stop after the rows in hand."""
    batches.stop(batches.batch_for(request.user, batch_id), actor=request.user)
    return redirect("core:import-detail", batch_id)


@login_required
@require_POST
def import_undo(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Take the import back."""
    batches.undo(batches.batch_for(request.user, batch_id), actor=request.user)
    return redirect("core:import-detail", batch_id)


@login_required
@require_GET
def import_errors(request: HttpRequest, batch_id: int) -> FileResponse:
    """Hand back the file with its errors marked."""
    batch = batches.batch_for(request.user, batch_id)
    if not batch.file:
        raise Http404
    return made_file(file_name(PurePath(batch.file_name).stem, "xlsx"), partial(write_marked, batch))


def _importer(request: HttpRequest, kind: str) -> tuple[type[Importer], Sequence[Place]]:
    """Return a kind of list and the units where the reader may take it in; else there is none."""
    importer = importer_of(kind)
    places = importer.places(request.user) if importer else []
    if importer is None or not places:
        raise Http404
    return importer, places


def _chosen(past: QuerySet[ImportBatch], asked: QueryDict) -> QuerySet[ImportBatch]:
    """Keep the imports of the kind and in the state that the address names; a word it does not know finds none."""
    chosen = {name: asked[name] for name in ("kind", "state") if asked.get(name)}
    return past.filter(**chosen).select_related("created_by")


def _work(rows: Sequence[ImportBatch], lists: batches.OpenLists) -> list[dict[str, object]]:
    """Return some imports, each with whether it can be taken back, and its unit where there are several."""
    places = {place.pk: place for _importer, places in lists for place in places}
    return [
        {
            "batch": batch,
            "importer": importer_of(batch.kind),
            "may_undo": batch.to_write and batches.why_not_undo(batch) is None,
            "place": places[batch.unit_id] if len(places) > 1 else None,
        }
        for batch in rows
    ]

"""All doors for programs: each room's router under its address, and what they share."""

from typing import Any

from ninja import NinjaAPI

from donghanh.api.answering import answer_problems
from donghanh.api.description import Description
from donghanh.api.reading import ReadParser
from donghanh.api.repeats import done_once
from donghanh.calculators.api import router as calculators
from donghanh.core.api.imports import router as imports
from donghanh.gatherings.api.presence import router as presence
from donghanh.gatherings.api.public import router as public
from donghanh.gatherings.api.sessions import router as sessions
from donghanh.guides.api import router as guides
from donghanh.indicators.api import indicators
from donghanh.indicators.api import router as figures
from donghanh.legal.api.law import router as law
from donghanh.legal.api.topics import router as topics
from donghanh.org.api.areas import router as areas
from donghanh.org.api.units import router as units
from donghanh.people.api.enterprises import router as enterprises
from donghanh.people.api.workers import router as workers
from donghanh.reporting.api.reach import router as reach
from donghanh.reporting.api.reports import router as reports

INTRODUCTION = """\
The working system of a trade-union federation, for programs. A token acts in the name of the person who made it and
sees what he sees; what he may not see is answered as 404. Lists are read page by page, writes carry an
Idempotency-Key, refusals are application/problem+json with a stable code. The guide is docs/api.md.
"""


class Api(NinjaAPI):
    """The doors, described as OpenAPI 3.1."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> Description:
        """Describe all operations."""
        prefix = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        return Description(self, prefix)

    def get_openapi_operation_id(self, operation: Any) -> str:
        """Name an operation as its function is named."""
        return str(operation.view_func.__name__)


api = Api(
    title="Đồng Hành", version="1.0.0", description=INTRODUCTION, openapi_url=None, docs_url=None,
    urls_namespace="api", parser=ReadParser(),
)  # fmt: skip
api.add_decorator(done_once)
answer_problems(api)
for _prefix, _router, _tag in (
    ("/", "donghanh.api.own.router", "own"),
    ("/topics/", topics, "open"),
    ("/law/", law, "open"),
    ("/areas/", areas, "open"),
    ("/guides/", guides, "open"),
    ("/public/", public, "open"),
    ("/calculators/", calculators, "open"),
    ("/units/", units, "units"),
    ("/enterprises/", enterprises, "enterprises"),
    ("/workers/", workers, "workers"),
    ("/sessions/", sessions, "sessions"),
    ("/sessions/", presence, "presence"),
    ("/reach/", reach, "reach"),
    ("/indicators/", indicators, "figures"),
    ("/figures/", figures, "figures"),
    ("/reports/", reports, "reports"),
    ("/imports/", imports, "imports"),
):
    api.add_router(_prefix, _router, tags=[_tag])

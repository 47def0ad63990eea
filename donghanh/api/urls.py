"""Addresses of the doors for programs, and of the pages about them."""

from django.urls import URLPattern, path, re_path

from donghanh.api.answering import answering
from donghanh.api.doors import api
from donghanh.api.views import docs
from donghanh.core.api.problems import not_found

app_name = "api"
operations = [answering(pattern) for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
urlpatterns = [
    path("openapi.json", docs.openapi, name="openapi"),
    path("docs/", docs.reference, name="docs"),
    path("problems/<slug:code>/", docs.problem, name="problem"),
    *operations,
    re_path(r"^.*$", not_found),
]

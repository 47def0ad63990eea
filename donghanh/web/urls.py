"""The front door: which room answers which address."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("units/", include("donghanh.org.urls")),
    path("people/", include("donghanh.people.urls")),
    path("", include("donghanh.gatherings.urls")),
    path("figures/", include("donghanh.indicators.urls")),
    path("", include("donghanh.reporting.urls")),
    path("imports/", include("donghanh.core.urls")),
]

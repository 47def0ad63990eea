"""The front door: which room answers which address."""

from django.urls import include, path

from donghanh.web.views import help as help_pages
from donghanh.web.views.home import home
from donghanh.web.views.search import search
from donghanh.web.views.security import security_policy, security_txt
from donghanh.web.views.styleguide import styleguide
from donghanh.web.views.trail import unit_trail

web = (
    [
        path("", home, name="home"),
        path("search/", search, name="search"),
        path("help/", help_pages.help_index, name="help"),
        path("help/<slug:guide>/", help_pages.help_guide, name="help-guide"),
        path("trail/<str:code>/", unit_trail, name="trail"),
        path("security/", security_policy, name="security"),
        path(".well-known/security.txt", security_txt, name="security-txt"),
        path("styleguide/", styleguide, name="styleguide"),
        path("styleguide/<slug:kind>/", styleguide, name="styleguide-kind"),
    ],
    "web",
)

urlpatterns = [
    path("", include(web)),
    path("accounts/", include("donghanh.accounts.library_urls")),
    path("accounts/", include("donghanh.accounts.urls")),
    path("privacy/", include("donghanh.privacy.urls")),
    path("api/v1/", include("donghanh.api.urls")),
    path("api/", include("donghanh.api.page_urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("units/", include("donghanh.org.urls")),
    path("lists/", include("donghanh.org.list_urls")),
    path("people/", include("donghanh.people.urls")),
    path("", include("donghanh.gatherings.urls")),
    path("figures/", include("donghanh.indicators.urls")),
    path("", include("donghanh.reporting.urls")),
    path("law/", include("donghanh.legal.urls")),
    path("", include("donghanh.guides.urls")),
    path("calculators/", include("donghanh.calculators.urls")),
    path("imports/", include("donghanh.core.urls")),
]

"""The front door: which room answers which address."""

from allauth.account import views as accounts
from django.urls import include, path

from donghanh.web.views import help as help_pages
from donghanh.web.views.home import home
from donghanh.web.views.search import search
from donghanh.web.views.styleguide import styleguide

web = (
    [
        path("", home, name="home"),
        path("search/", search, name="search"),
        path("help/", help_pages.help_index, name="help"),
        path("help/<slug:guide>/", help_pages.help_guide, name="help-guide"),
        path("styleguide/", styleguide, name="styleguide"),
        path("styleguide/<slug:kind>/", styleguide, name="styleguide-kind"),
    ],
    "web",
)

urlpatterns = [
    path("", include(web)),
    path("accounts/login/", accounts.login, name="account_login"),
    path("accounts/logout/", accounts.logout, name="account_logout"),
    path("accounts/signup/", accounts.signup, name="account_signup"),
    path("accounts/inactive/", accounts.account_inactive, name="account_inactive"),
    path("accounts/password/change/", accounts.password_change, name="account_change_password"),
    path("accounts/", include("donghanh.accounts.urls")),
    path("privacy/", include("donghanh.privacy.urls")),
    path("api/v1/", include("donghanh.api.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("units/", include("donghanh.org.urls")),
    path("people/", include("donghanh.people.urls")),
    path("", include("donghanh.gatherings.urls")),
    path("figures/", include("donghanh.indicators.urls")),
    path("", include("donghanh.reporting.urls")),
    path("imports/", include("donghanh.core.urls")),
]

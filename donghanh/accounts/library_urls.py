"""The addresses of django-allauth that work here, each under the name by which the library calls it.

What is not listed does not exist: no sign-up by e-mail, no reset by e-mail, no list of e-mail addresses.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as elsewhere
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from donghanh.accounts.views.again import ask_again
from donghanh.accounts.views.issuer import issuer_answer

_security = RedirectView.as_view(pattern_name="accounts:security")

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("signup/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", ask_again(account.password_set), name="account_set_password"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("second-step/", factor.authenticate, name="mfa_authenticate"),
    path("again/code/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("again/passkey/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("factors/", _security, name="mfa_index"),
    path("factors/app/new/", never_cache(app.activate_totp), name="mfa_activate_totp"),
    path("factors/app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("factors/codes/", never_cache(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("factors/codes/file/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("factors/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("factors/passkeys/", _security, name="mfa_list_webauthn"),
    path("factors/passkeys/new/", never_cache(passkey.add_webauthn), name="mfa_add_webauthn"),
    path("factors/passkeys/<int:pk>/remove/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path("passkey/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("issuer/<slug:provider_id>/answer/", issuer_answer, name="openid_connect_callback"),
    path("issuer/cancelled/", elsewhere.login_cancelled, name="socialaccount_login_cancelled"),
]

"""Addresses of this room; those of django-allauth are in ``library_urls``."""

from django.urls import path

from donghanh.accounts.views import codes, issuer, joiners, joining, resets, security, sessions, trail

app_name = "accounts"
urlpatterns = [
    path("security/", security.security, name="security"),
    path("contact/", security.contact, name="contact"),
    path("sessions/end/", sessions.sessions_end, name="sessions-end"),
    path("sessions/<int:pk>/end/", sessions.session_end, name="session-end"),
    path("users/<str:code>/<int:pk>/sessions/", sessions.user_sessions, name="user-sessions"),
    path("issuer/sign-in/", issuer.issuer_sign_in, name="issuer-sign-in"),
    path("issuer/link/", issuer.issuer_link, name="issuer-link"),
    path("issuer/unlink/", issuer.issuer_unlink, name="issuer-unlink"),
    path("trail/", trail.account_trail, name="account-trail"),
    path("code/", codes.code_ask, name="code-ask"),
    path("code/enter/", codes.code_enter, name="code-enter"),
    path("reset/", resets.reset_redeem, name="reset-redeem"),
    path("resets/", resets.reset_list, name="reset-list"),
    path("resets/<int:pk>/", resets.reset_detail, name="reset-detail"),
    path("resets/<int:pk>/confirm/", resets.reset_confirm, name="reset-confirm"),
    path("resets/<int:pk>/refuse/", resets.reset_refuse, name="reset-refuse"),
    path("resets/<int:pk>/code/", resets.reset_code, name="reset-code"),
    path("users/<str:code>/<int:pk>/reset/", resets.reset_start, name="reset-start"),
    path("join/", joining.join, name="join"),
    path("join/<str:code>/", joining.join_unit, name="join-unit"),
    path("joined/", joining.join_done, name="join-done"),
    path("units/<str:code>/joiners/", joiners.joiner_list, name="joiner-list"),
    path("units/<str:code>/join-codes/", joiners.join_code_make, name="join-code-make"),
    path("joiners/<int:pk>/", joiners.joiner_detail, name="joiner-detail"),
    path("joiners/<int:pk>/bind/", joiners.joiner_bind, name="joiner-bind"),
    path("joiners/<int:pk>/refuse/", joiners.joiner_refuse, name="joiner-refuse"),
    path("join-codes/<int:pk>/", joiners.join_poster, name="join-poster"),
    path("join-codes/<int:pk>/revoke/", joiners.join_code_revoke, name="join-code-revoke"),
]

"""Addresses of this room."""

from django.urls import path

from donghanh.org.views import account, areas, decisions, facts, suggestions, units, users

app_name = "org"
urlpatterns = [
    path("", units.unit_list, name="unit-list"),
    path("account/", account.account, name="account"),
    path("areas/", areas.area_list, name="area-list"),
    path("areas/suggestions/", suggestions.area_suggestions, name="area-suggestions"),
    path("areas/<str:code>/", areas.area_detail, name="area-detail"),
    path("suggestions/", suggestions.unit_suggestions, name="unit-suggestions"),
    path("<str:code>/", units.unit_detail, name="unit-detail"),
    path("<str:code>/tree/", units.unit_tree, name="unit-tree"),
    path("<str:code>/found/", decisions.unit_found, name="unit-found"),
    path("<str:code>/move/", decisions.unit_move, name="unit-move"),
    path("<str:code>/merge/", decisions.unit_merge, name="unit-merge"),
    path("<str:code>/close/", decisions.unit_close, name="unit-close"),
    path("<str:code>/edit/", facts.unit_edit, name="unit-edit"),
    path("<str:code>/documents/", facts.unit_documents, name="unit-documents"),
    path("<str:code>/visibility/", facts.unit_visibility, name="unit-visibility"),
    path("<str:code>/users/", users.user_list, name="user-list"),
    path("<str:code>/users/new/", users.user_create, name="user-create"),
    path("<str:code>/users/<int:pk>/", users.user_detail, name="user-detail"),
    path("<str:code>/roles/<int:pk>/end/", users.role_end, name="role-end"),
]

"""Addresses of what people do to any list: views, columns, bulk changes."""

from django.urls import path

from donghanh.core.bulk import views as bulk
from donghanh.org.views import lists

app_name = "lists"
urlpatterns = [
    path("changes/<int:change_id>/", bulk.bulk_detail, name="bulk-detail"),
    path("changes/<int:change_id>/confirm/", bulk.bulk_confirm, name="bulk-confirm"),
    path("changes/<int:change_id>/undo/", bulk.bulk_undo, name="bulk-undo"),
    path("<slug:name>/views/", lists.view_list, name="view-list"),
    path("<slug:name>/views/keep/", lists.view_keep, name="view-keep"),
    path("<slug:name>/views/first/", lists.view_first, name="view-first"),
    path("<slug:name>/views/<int:pk>/rename/", lists.view_rename, name="view-rename"),
    path("<slug:name>/views/<int:pk>/share/", lists.view_share, name="view-share"),
    path("<slug:name>/views/<int:pk>/remove/", lists.view_remove, name="view-remove"),
    path("<slug:name>/views/<int:pk>/restore/", lists.view_restore, name="view-restore"),
    path("<slug:name>/columns/", lists.list_columns, name="columns"),
    path("<slug:name>/changes/", bulk.bulk_list, name="bulk-list"),
    path("<slug:name>/changes/new/", bulk.bulk_choose, name="bulk-choose"),
]

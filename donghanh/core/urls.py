"""Addresses of this room."""

from django.urls import path

from donghanh.core import views

app_name = "core"
urlpatterns = [
    path("", views.import_list, name="import-list"),
    path("new/<slug:kind>/", views.import_new, name="import-new"),
    path("templates/<slug:kind>.xlsx", views.import_template, name="import-template"),
    path("<int:batch_id>/", views.import_detail, name="import-detail"),
    path("<int:batch_id>/confirm/", views.import_confirm, name="import-confirm"),
    path("<int:batch_id>/stop/", views.import_stop, name="import-stop"),
    path("<int:batch_id>/undo/", views.import_undo, name="import-undo"),
    path("<int:batch_id>/errors.xlsx", views.import_errors, name="import-errors"),
]

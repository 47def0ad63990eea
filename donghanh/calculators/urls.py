"""Addresses of this room."""

from django.urls import path

from donghanh.calculators.views import desk, pages

app_name = "calculators"
urlpatterns = [
    path("", pages.calculator_list, name="calculator-list"),
    path("rates/", pages.rate_list, name="rate-list"),
    path("rates/changes/", desk.rate_change_list, name="rate-change-list"),
    path("rates/changes/new/", desk.rate_propose, name="rate-propose"),
    path("rates/changes/<int:pk>/", desk.rate_change_detail, name="rate-change-detail"),
    path("rates/changes/<int:pk>/approve/", desk.rate_change_approve, name="rate-change-approve"),
    path("rates/changes/<int:pk>/refuse/", desk.rate_change_refuse, name="rate-change-refuse"),
    path("rates/changes/<int:pk>/withdraw/", desk.rate_change_withdraw, name="rate-change-withdraw"),
    path("<slug:name>/", pages.calculator_detail, name="calculator"),
]

"""Addresses of this room."""

from django.urls import path

from donghanh.indicators.views import changes, figures, indicators, waiting

app_name = "indicators"
urlpatterns = [
    path("", figures.figure_list, name="figure-list"),
    path("new/", changes.figure_declare, name="figure-declare"),
    path("<int:pk>/", figures.figure_detail, name="figure-detail"),
    path("<int:pk>/correct/", changes.figure_correct, name="figure-correct"),
    path("<int:pk>/withdraw/", changes.figure_withdraw, name="figure-withdraw"),
    path("waiting/", waiting.waiting_list, name="waiting-list"),
    path("waiting/<int:pk>/", waiting.waiting_detail, name="waiting-detail"),
    path("indicators/", indicators.indicator_list, name="indicator-list"),
    path("indicators/definition/", indicators.indicator_definition, name="indicator-definition"),
    path("indicators/<slug:code>/", indicators.indicator_detail, name="indicator-detail"),
]

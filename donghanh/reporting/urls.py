"""Addresses of this room."""

from django.urls import URLPattern, path

from donghanh.reporting.report_urls import urlpatterns as report_urls
from donghanh.reporting.views import reach

app_name = "reporting"
urlpatterns: list[URLPattern] = [
    path("reach/", reach.reach_home, name="reach-home"),
    path("reach/<str:code>/", reach.reach_detail, name="reach-detail"),
    path("reach/<str:code>/records/<slug:what>/", reach.reach_records, name="reach-records"),
    path("reach/<str:code>/plan/", reach.plan_for_silent, name="plan-for-silent"),
    *report_urls,
]

"""Addresses of this room."""

from django.urls import path

from donghanh.privacy.views import breaches, contacts, mine, notice, persons, requests, rules

app_name = "privacy"
urlpatterns = [
    path("", notice.notice, name="notice"),
    path("mine/", mine.mine, name="mine"),
    path("mine/held/", mine.held, name="mine-held"),
    path("mine/opened/", mine.opened, name="mine-opened"),
    path("mine/data.json", mine.download, {"kind": "json"}, name="mine-json"),
    path("mine/data.pdf", mine.download, {"kind": "pdf"}, name="mine-pdf"),
    path("mine/consents/<slug:purpose>/", mine.consent, name="mine-consent"),
    path("mine/ask/<slug:kind>/", mine.ask, name="mine-ask"),
    path("mine/requests/<int:pk>/take-back/", mine.take_back, name="mine-take-back"),
    path("desk/", notice.desk, name="desk"),
    path("requests/", requests.request_list, name="request-list"),
    path("requests/<int:pk>/", requests.request_detail, name="request-detail"),
    path("requests/<int:pk>/acknowledge/", requests.request_acknowledge, name="request-acknowledge"),
    path("requests/<int:pk>/extend/", requests.request_extend, name="request-extend"),
    path("requests/<int:pk>/answer/", requests.request_answer, name="request-answer"),
    path("requests/<int:pk>/erase/", requests.request_erase, name="request-erase"),
    path("people/<int:pk>/", persons.person, name="person"),
    path("people/<int:pk>/ask/", persons.person_ask, name="person-ask"),
    path("people/<int:pk>/consents/<slug:purpose>/", persons.person_consent, name="person-consent"),
    path("people/<int:pk>/holds/new/", persons.hold_place, name="hold-place"),
    path("people/<int:pk>/holds/<int:hold_pk>/lift/", persons.hold_lift, name="hold-lift"),
    path("people/<int:pk>/data.json", persons.person_download, {"kind": "json"}, name="person-json"),
    path("people/<int:pk>/data.pdf", persons.person_download, {"kind": "pdf"}, name="person-pdf"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("map/", rules.map_page, name="map"),
    path("retention/", rules.retention_page, name="retention"),
    path("breaches/", breaches.breach_list, name="breach-list"),
    path("breaches/new/", breaches.breach_record, name="breach-record"),
    path("breaches/<int:pk>/", breaches.breach_detail, name="breach-detail"),
    path("breaches/<int:pk>/correct/", breaches.breach_correct, name="breach-correct"),
    path("breaches/<int:pk>/steps/", breaches.breach_step, name="breach-step"),
    path("breaches/<int:pk>/notices/<slug:to>.<slug:kind>", breaches.breach_notice, name="breach-notice"),
]

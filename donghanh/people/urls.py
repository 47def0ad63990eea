"""Addresses of this room."""

from django.urls import path

from donghanh.people.views import accounts, cards, employments, enterprises, identity, reveals, workers

app_name = "people"
urlpatterns = [
    path("", workers.worker_list, name="worker-list"),
    path("new/", workers.worker_create, name="worker-create"),
    path("cards/", cards.card_list, name="card-list"),
    path("cards/sheet/", cards.card_sheet, name="card-sheet"),
    path("duplicates/", identity.duplicate_list, name="duplicate-list"),
    path("merges/", identity.merge_list, name="merge-list"),
    path("merges/<int:pk>/undo/", identity.merge_undo, name="merge-undo"),
    path("enterprises/", enterprises.enterprise_list, name="enterprise-list"),
    path("enterprises/new/", enterprises.enterprise_create, name="enterprise-create"),
    path("enterprises/<int:pk>/", enterprises.enterprise_detail, name="enterprise-detail"),
    path("enterprises/<int:pk>/edit/", enterprises.enterprise_edit, name="enterprise-edit"),
    path("reveals/", reveals.reveal_list, name="reveal-list"),
    path("reveals/ask/<str:code>/", reveals.reveal_ask, name="reveal-ask"),
    path("reveals/<int:pk>/", reveals.reveal_detail, name="reveal-detail"),
    path("reveals/<int:pk>/answer/", reveals.reveal_answer, name="reveal-answer"),
    path("reveals/<int:pk>/names/", reveals.reveal_names, name="reveal-names"),
    path("<int:pk>/", workers.worker_detail, name="worker-detail"),
    path("<int:pk>/edit/", workers.worker_edit, name="worker-edit"),
    path("<int:pk>/employ/", employments.worker_employ, name="worker-employ"),
    path("<int:pk>/transfer/", employments.worker_transfer, name="worker-transfer"),
    path("<int:pk>/leave/", employments.worker_leave, name="worker-leave"),
    path("<int:pk>/admit/", employments.worker_admit, name="worker-admit"),
    path("<int:pk>/resign/", employments.worker_resign, name="worker-resign"),
    path("<int:pk>/places/<int:employment_pk>/", employments.worker_place, name="worker-place"),
    path("<int:pk>/numbers/", reveals.worker_numbers, name="worker-numbers"),
    path("<int:pk>/account/", accounts.worker_account, name="worker-account"),
    path("<int:pk>/card/", cards.worker_card, name="worker-card"),
    path("<int:pk>/card/issue/", cards.card_issue, name="card-issue"),
    path("<int:pk>/card/renew/", cards.card_renew, name="card-renew"),
    path("<int:pk>/card/annul/", cards.card_annul, name="card-annul"),
    path("<int:pk>/confirm/", identity.provisional_confirm, name="provisional-confirm"),
    path("<int:kept_pk>/merge/<int:gone_pk>/", identity.worker_merge, name="worker-merge"),
]

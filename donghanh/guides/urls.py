"""Addresses of this room: guides under /guides/, short links under /g/, bookcases under /shelves/."""

from django.urls import path

from donghanh.guides.views import desk, reading, review, sharing, shelf_desk, shelf_keeping, shelves

app_name = "guides"

keeping = [
    path("guides/desk/", desk.desk_list, name="desk-list"),
    path("guides/desk/new/", desk.guide_new, name="guide-new"),
    path("guides/desk/links/", sharing.link_list, name="link-list"),
    path("guides/desk/review/", review.review_list, name="review-list"),
    path("guides/desk/review/<int:pk>/", review.review_mark, name="review-mark"),
    path("guides/desk/<slug:slug>/", desk.guide_edit, name="guide-edit"),
    path("guides/desk/<slug:slug>/verify/", desk.guide_verify, name="guide-verify"),
    path("guides/desk/<slug:slug>/retire/", desk.guide_retire, name="guide-retire"),
    path("guides/desk/<slug:slug>/reinstate/", desk.guide_reinstate, name="guide-reinstate"),
    path("guides/desk/<slug:slug>/versions/<int:number>/", desk.version_detail, name="version"),
    path("guides/desk/<slug:slug>/versions/<int:number>/take/", desk.version_take, name="version-take"),
    path("guides/desk/<slug:slug>/versions/<int:number>/pass-over/", desk.version_pass_over, name="version-pass-over"),
]
reading_guides = [
    path("guides/", reading.guide_list, name="guide-list"),
    path("guides/<slug:slug>/", reading.guide, name="guide"),
    path("guides/<slug:slug>/leaflet-<slug:size>.pdf", reading.leaflet_file, name="leaflet"),
    path("guides/<slug:slug>/share/", sharing.share, name="share"),
    path("g/<slug:code>/", reading.link, name="link"),
]
bookcases = [
    path("shelves/", shelf_desk.shelf_list, name="shelf-list"),
    path("shelves/new/", shelf_desk.shelf_new, name="shelf-new"),
    path("shelves/<slug:code>/", shelves.shelf, name="shelf"),
    path("shelves/<slug:code>/s/", shelves.shelf_scan, name="shelf-scan"),
    path("shelves/<slug:code>/report/", shelves.shelf_report, name="shelf-report"),
    path("shelves/<slug:code>/poster.pdf", shelf_desk.poster_file, name="shelf-poster"),
    path("shelves/<slug:code>/keep/", shelf_keeping.shelf_keep, name="shelf-keep"),
    path("shelves/<slug:code>/edit/", shelf_desk.shelf_edit, name="shelf-edit"),
    path("shelves/<slug:code>/copy/", shelf_desk.shelf_copy, name="shelf-copy"),
    path("shelves/<slug:code>/retire/", shelf_desk.shelf_retire, name="shelf-retire"),
    path("shelves/<slug:code>/reinstate/", shelf_desk.shelf_reinstate, name="shelf-reinstate"),
    path("shelves/<slug:code>/items/<int:pk>/remove/", shelf_keeping.item_remove, name="item-remove"),
    path("shelves/<slug:code>/items/<int:pk>/up/", shelf_keeping.item_up, name="item-up"),
    path("shelves/<slug:code>/reports/<int:pk>/close/", shelf_keeping.report_close, name="report-close"),
]

urlpatterns = [*keeping, *reading_guides, *bookcases]

"""Addresses of this room."""

from django.urls import URLPattern, path

from donghanh.legal.views import articles, documents, feed, packs, searches
from donghanh.legal.views import asking as ask
from donghanh.legal.views import desk as keep
from donghanh.legal.views import desk_changes as changes

app_name = "legal"

# Reading: documents, articles, what is new.
reading: list[URLPattern] = [
    path("documents/", documents.document_list, name="document-list"),
    path("topics/<slug:code>/", documents.topic_detail, name="topic"),
    path("topics/<slug:code>/pack/", packs.pack, name="pack"),
    path("topics/<slug:code>/pack.pdf", packs.pack_print, name="pack-print"),
    path("new/", feed.new, name="new"),
    path("new/atom/", feed.new_atom, name="new-atom"),
    path("new/json/", feed.new_json, name="new-json"),
    path("cite/", articles.cite, name="cite"),
    path("d/<slug:slug>/", documents.document_detail, name="document"),
    path("d/<slug:slug>/compare/", documents.document_compare, name="document-compare"),
    path("d/<slug:slug>/<str:article>/", articles.article_detail, name="article"),
    path("d/<slug:slug>/<str:article>/compare/", articles.article_compare, name="compare"),
    path("d/<slug:slug>/<str:article>/print/", articles.article_print, name="article-print"),
    path("d/<slug:slug>/<str:article>/qr/", articles.article_qr, name="qr"),
]

# Asking: the box, its suggestions, saved searches.
asking = [
    path("", ask.ask, name="ask"),
    path("suggest/", ask.suggest_words, name="suggest"),
    path("ask-a-person/", ask.ask_person, name="ask-person"),
    path("searches/", searches.search_list, name="search-list"),
    path("searches/keep/", searches.search_keep, name="search-keep"),
    path("searches/<int:pk>/rename/", searches.search_rename, name="search-rename"),
    path("searches/<int:pk>/remove/", searches.search_remove, name="search-remove"),
    path("searches/<int:pk>/restore/", searches.search_restore, name="search-restore"),
]

# Keeping: texts brought in, checked, withdrawn.
desk = [
    path("desk/", keep.desk_list, name="desk"),
    path("desk/import/", keep.desk_import, name="desk-import"),
    path("desk/import/<str:word>/", keep.desk_trial, name="desk-trial"),
    path("desk/import/<str:word>/keep/", keep.desk_trial_keep, name="desk-trial-keep"),
    path("desk/d/<slug:slug>/", keep.desk_document, name="desk-document"),
    path("desk/d/<slug:slug>/verify/", changes.document_verify, name="desk-document-verify"),
    path("desk/d/<slug:slug>/edit/", changes.document_edit, name="desk-document-edit"),
    path("desk/d/<slug:slug>/relations/add/", changes.relation_add, name="desk-relation-add"),
    path("desk/relations/<int:pk>/remove/", changes.relation_remove, name="desk-relation-remove"),
    path("desk/texts/<int:pk>/verify/", changes.text_verify, name="desk-text-verify"),
    path("desk/texts/<int:pk>/give/", changes.text_give, name="desk-text-give"),
    path("desk/texts/<int:pk>/withdraw/", changes.text_withdraw, name="desk-text-withdraw"),
]

urlpatterns = [*asking, *reading, *desk]

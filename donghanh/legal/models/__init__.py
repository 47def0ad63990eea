"""Topics, legal documents, their texts and articles."""

from donghanh.legal.models.article import Article, Citation
from donghanh.legal.models.document import Edition, LegalDocument, Relation
from donghanh.legal.models.saved_search import SavedSearch
from donghanh.legal.models.topic import Topic

__all__ = ["Article", "Citation", "Edition", "LegalDocument", "Relation", "SavedSearch", "Topic"]

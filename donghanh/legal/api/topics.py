"""Topics for programs, open to everybody."""

from django.http import HttpRequest
from ninja import Router

from donghanh.core.api.schemas import Told
from donghanh.legal.models import Topic

router = Router()


class TopicTold(Told):
    """A subject of sessions."""

    code: str
    name_vi: str
    name_en: str
    parent: str | None
    laws: list[str]


@router.get("/", response=list[TopicTold])
def list_topics(request: HttpRequest) -> list[TopicTold]:
    """List the topics in use, in their order."""
    return [
        TopicTold(
            code=topic.code,
            name_vi=topic.name_vi,
            name_en=topic.name_en,
            parent=topic.parent.code if topic.parent else None,
            laws=topic.laws,
        )
        for topic in Topic.objects.in_use().select_related("parent")
    ]

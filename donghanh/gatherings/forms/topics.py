"""The tree of topics as tick boxes."""

from collections.abc import Iterator
from typing import Any

from django import forms

from donghanh.legal.models import Topic


class TopicTree(forms.CheckboxSelectMultiple):
    """Tick boxes of all topics in use, each branch under its trunk."""

    template_name = "gatherings/widgets/topic_tree.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the trunks with their branches."""
        context = super().get_context(name, value, attrs)
        options = {
            int(str(option["value"])): option
            for _group, group_options, _index in context["widget"]["optgroups"]
            for option in group_options
        }
        context["trunks"] = [
            (options[trunk.pk], [options[topic.pk] for topic in branches if topic.pk in options])
            for trunk, branches in trunks(Topic.objects.in_use())
            if trunk.pk in options
        ]
        return context


def trunks(topics: Any) -> Iterator[tuple[Topic, list[Topic]]]:
    """Give each topic without a parent, and the topics below it, in their order."""
    found = list(topics)
    for trunk in found:
        if trunk.parent_id is None:
            yield trunk, [topic for topic in found if topic.parent_id == trunk.pk]

"""The part of reach that one topic or one audience stands for, and what contains it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from donghanh.gatherings.choices import Audience
from donghanh.legal.models import Topic


@dataclass(frozen=True, slots=True)
class Slice:
    """One topic with all below it, or one audience; neither is the whole."""

    topic: str = ""
    audience: str = ""


WHOLE = Slice()


class Slices:
    """Which slices lie side by side, and which contain which; the topic tree is read when first asked for."""

    @cached_property
    def _parents(self) -> dict[str, str]:
        return {code: parent or "" for code, parent in Topic.objects.values_list("code", "parent__code")}

    def above(self, part: Slice) -> Iterator[Slice]:
        """Return the slices that contain one, the nearest first."""
        topic = part.topic
        while topic and (topic := self._parents[topic]):
            yield Slice(topic=topic)
        if part != WHOLE:
            yield WHOLE

    def beside(self, part: Slice) -> list[Slice]:
        """Return the slices that divide what contains this one, itself among them."""
        if part.audience:
            return [Slice(audience=audience) for audience in Audience.values]
        if part.topic:
            parent = self._parents[part.topic]
            return [Slice(topic=code) for code, above in self._parents.items() if above == parent]
        return []

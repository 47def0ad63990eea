"""What is no longer right about a thing that stands on law, decided from the library as it is now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from donghanh.guides.choices import StaleReason
from donghanh.guides.watching import Cited, Standing
from donghanh.guides.wordings import Wordings


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason to look at a thing again."""

    reason: StaleReason
    since: date
    document: str = ""
    article: str = ""
    old_sha256: str = ""
    new_sha256: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells it from the other reasons of the same thing."""
        return (self.reason, self.document, self.article)


def findings(
    standing: Standing, wordings: Wordings, compared: Mapping[tuple[str, str], str], *, on: date
) -> Iterator[Finding]:
    """Give every reason to look again; where the texts are not loaded, nothing is claimed.

    ``compared`` holds the hashes of the words that the thing was compared with, where they were kept.
    """
    if standing.review_by and standing.review_by < on:
        yield Finding(StaleReason.REVIEW_DUE, standing.review_by)
    for cited in standing.cites:
        if cited.ends_on and cited.ends_on < standing.compared_on:
            continue  # Cited as the law of an earlier time.
        found = _finding(cited, standing, wordings, compared, on)
        if found:
            yield found


def compared_with(standing: Standing, wordings: Wordings) -> dict[tuple[str, str], str]:
    """Return the hash of the words of each cited article on the day of the comparison, as far as they are stored."""
    found = {
        (cited.document, cited.article): wordings.on(cited.document, cited.article, standing.compared_on)
        for cited in standing.cites
    }
    return {key: wording.sha256 for key, wording in found.items() if wording}


def _finding(
    cited: Cited, standing: Standing, wordings: Wordings, compared: Mapping[tuple[str, str], str], on: date
) -> Finding | None:
    number, article = cited.document, cited.article
    expired_on = wordings.expired_on.get(number)
    if expired_on and expired_on <= on:
        return Finding(StaleReason.ENDED, expired_on, number, article)
    if cited.ends_on and cited.ends_on < on:
        return Finding(StaleReason.REPEALED, cited.ends_on, number, article)
    before = wordings.on(number, article, standing.compared_on)
    old = compared.get((number, article)) or (before.sha256 if before else "")
    if not old:
        return None
    now = wordings.on(number, article, on)
    if now is None or now.is_repealed:
        was_repealed_before = before is not None and before.is_repealed
        gone = wordings.articles.get((number, article)) and not was_repealed_before
        since = (now.applies_from if now else before.applies_to if before else None) or on
        return Finding(StaleReason.REPEALED, since, number, article, old) if gone else None
    if now.sha256 == old:
        return None
    return Finding(StaleReason.CHANGED, now.applies_from or on, number, article, old, now.sha256)

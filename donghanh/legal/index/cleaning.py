"""What is left out of an article before it is indexed: the debris of the codification.

The codification prints notes between articles (“(Điều này có nội dung liên quan đến …)”) and heads each article with a
code such as “Điều 1.1.NĐ.1.7.”. Where the split of a text went wrong, the next article hangs at the end of one.
"""

import re

_LONGEST_HEADING = 160

_CODE = r"Điều \d+\.\d+\.[A-ZĐ]{2}\.\d"
_NOTE = re.compile(r"\(Điều này có nội dung liên quan đến[^()]*(?:\([^()]*\)[^()]*)*\)")
_NEXT_ARTICLE = re.compile(rf"(?<=[.;:\n)]){_CODE}[\d.]*\. ")


def without_debris(text: str) -> str:
    """Return an article's own words."""
    if "Điều" not in text:
        return text
    own = _NOTE.sub("", text)
    following = _NEXT_ARTICLE.search(own, 1)
    return own[: following.start()] if following else own


def heading_and_text(heading: str, text: str) -> tuple[str, str]:
    """Put right a heading that holds the first clause, or that was left at the top of the text."""
    first, _, rest = heading.strip().partition("\n")
    if rest:
        return first, f"{rest}\n{text}"
    line, _, following = text.strip().partition("\n")
    is_heading = 3 < len(line) < _LONGEST_HEADING and line[0].isupper() and line[-1] not in ".;:,"
    if not first and following and is_heading:
        return line.strip(), following
    return first, text

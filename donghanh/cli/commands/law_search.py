"""``donghanh law search|index|evaluate``: ask the library, make its index anew, measure the answers."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from donghanh.cli.session import Session, note, print_json

if TYPE_CHECKING:
    from donghanh.legal.queries.searching import Found, Hit


@click.command("search")
@click.argument("question")
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day whose law is asked for; today if left out."
)
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
@click.option("--all", "everything", is_flag=True, help="Also what is no longer law on that day.")
@click.option("--json", "as_json", is_flag=True, help="Write the answer as JSON to standard output.")
@click.pass_obj
def law_search(
    session: Session, question: str, day: datetime | None, limit: int, everything: bool, as_json: bool
) -> None:
    """Find the articles that answer a question on a day."""
    session.start()
    from django.utils.timezone import localdate

    from donghanh.legal.queries.searching import search_law

    on = day.date() if day else localdate()
    found = search_law(question, on=on, status="all" if everything else "in_force", limit=limit)
    if as_json:
        print_json({"question": question, "on": on.isoformat(), **_told(found)})
        return
    for typed, meant in (*found.reading.corrected, *found.reading.expanded):
        note(f"“{typed}”: {meant}")
    for place, hit in enumerate(found.hits, start=1):
        click.echo(f"{place:>2}. Điều {hit.article.number} {hit.document.number}  {hit.article.heading[:80]}")
        click.echo(f"    {hit.sentence.text}")
    if found.is_weak:
        note("Nothing found answers this well enough: ask a person." if found.hits else "Nothing was found.")


@click.command("index")
@click.pass_obj
def law_index(session: Session) -> None:
    """Make the search index anew from the library, and check it."""
    session.start()
    from donghanh.legal import indexed

    began = perf_counter()
    count = indexed.rebuild()
    note(f"{count} wordings indexed in {perf_counter() - began:.1f} s.")
    if not indexed.is_right():
        raise click.ClickException("The index does not hold what the library gives. Run donghanh law index again.")


@click.command("evaluate")
@click.option("--corpus", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--questions", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--strip-diacritics", is_flag=True, help="Ask as people type on a phone without accents.")
@click.option("--abbreviate", is_flag=True, help="Ask with the usual abbreviations: BHXH, HĐLĐ, NLĐ …")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON to standard output.")
def law_evaluate(corpus: Path, questions: Path, strip_diacritics: bool, abbreviate: bool, as_json: bool) -> None:
    """Index a corpus of articles and measure how well questions with known answers find them."""
    from donghanh.legal.index.evaluation import evaluate

    measured = asdict(evaluate(corpus, questions, strip_diacritics=strip_diacritics, abbreviate=abbreviate))
    if as_json:
        print_json(measured)
        return
    for name, value in measured.items():
        click.echo(f"{name:12} {value}")


def _told(found: "Found") -> dict[str, Any]:
    return {
        "is_weak": found.is_weak,
        "corrected": dict(found.reading.corrected),
        "expanded": dict(found.reading.expanded),
        "hits": [_hit(hit) for hit in found.hits],
    }


def _hit(hit: "Hit") -> dict[str, Any]:
    return {
        "law_id": hit.document.number,
        "article_id": hit.article.number,
        "title": hit.document.title,
        "heading": hit.article.heading,
        "sentence": hit.sentence.text,
        "marks": hit.sentence.marks,
        "anchor": hit.sentence.anchor,
    }

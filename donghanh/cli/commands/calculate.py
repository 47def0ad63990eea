"""``donghanh calculate``: the calculators of labour and insurance law from the command line."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from donghanh.cli.session import Session, print_json

if TYPE_CHECKING:
    from donghanh.calculators.errors import Refusal


@click.command()
@click.argument("name", required=False)
@click.argument("answers", nargs=-1, metavar="KEY=VALUE...")
@click.option("--on", "day", metavar="DATE", help="The day whose law applies, like 2026-07-01; today unless given.")
@click.option("--list", "lists", is_flag=True, help="List the calculators and what each asks.")
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", help="Language of the words.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON to standard output.")
@click.pass_obj
def calculate(
    session: Session, name: str | None, answers: tuple[str, ...], day: str | None, lists: bool, lang: str, as_json: bool
) -> None:
    """Work out NAME from KEY=VALUE answers; --list shows the names and keys."""
    session.start()
    from donghanh.calculators.errors import Refusal

    if lists or name is None:
        _list(name, lang, as_json=as_json)
        return
    try:
        answer = _answer(name, _pairs(answers), day, lang)
    except Refusal as refusal:
        _refuse(refusal, lang, as_json=as_json)
        return
    if as_json:
        print_json(answer)
        return
    for line in _lines(answer):
        click.echo(line)


def _answer(name: str, raw: dict[str, str], day: str | None, lang: str) -> dict[str, Any]:
    from django.utils.timezone import localdate

    from donghanh.calculators.answering import answer
    from donghanh.calculators.calculator import calculator
    from donghanh.calculators.told import told

    one = calculator(name)
    done = answer(one, raw, on=day or raw.pop("on", ""), today=localdate())
    return told(one, done.answers, done.result, on=done.on, language=lang)


def _pairs(answers: tuple[str, ...]) -> dict[str, str]:
    raw: dict[str, str] = {}
    for text in answers:
        key, sign, value = text.partition("=")
        if not sign:
            raise click.UsageError(f"“{text}” is no KEY=VALUE; write for example salary=20000000.")
        raw[key.strip()] = value.strip()
    return raw


def _list(name: str | None, lang: str, *, as_json: bool) -> None:
    from donghanh.calculators.calculator import calculator, calculators
    from donghanh.calculators.errors import Refusal
    from donghanh.calculators.told import told_calculator

    try:
        chosen = calculators() if name is None else [calculator(name)]
    except Refusal as refusal:
        _refuse(refusal, lang, as_json=as_json)
        return
    told = [told_calculator(one, lang) for one in chosen]
    if as_json:
        print_json(told)
        return
    for one in told:
        click.echo(f"{one['name']}  –  {one['title']}")
        for ask in one["asks"]:
            click.echo(f"    {_ask_line(ask)}")


def _ask_line(ask: dict[str, Any]) -> str:
    kind = "|".join(choice["value"] for choice in ask["choices"]) or ask["kind"]
    default = "" if ask["default"] is None else f" [{ask['default']}]"
    return f"{ask['name']}{'*' if ask['required'] else ''} = {kind}{default}  {ask['label']}"


def _refuse(refusal: "Refusal", lang: str, *, as_json: bool) -> None:
    """End with exit code 1 and the sentence."""
    from donghanh.calculators.told import told_refusal

    if as_json:
        print_json(told_refusal(refusal, lang))
        raise SystemExit(1)
    raise click.ClickException(refusal.words.text(lang))


def _lines(answer: dict[str, Any]) -> Iterator[str]:
    yield f"{answer['title']}  ({date.fromisoformat(answer['on']):%d/%m/%Y})"
    yield from _result_lines(answer)
    for part in answer["parts"]:
        yield f"  {part['title']}"
        for line in _result_lines(part):
            yield f"  {line}"
    yield f"  {answer['for_reference']}"


def _result_lines(answer: dict[str, Any]) -> Iterator[str]:
    for amount in answer["amounts"]:
        words = f" ({answer['words']})" if amount is answer["amounts"][0] else ""
        yield f"  {amount['label']}: {amount['text']}{words}"
    for step in answer["steps"]:
        yield f"  {step['words']}: {step['formula']} = {step['value']}"
    for sentence in answer["explains"]:
        yield f"  · {sentence}"
    for value in answer["values"]:
        stands = ", ".join(filter(None, (value["place"], value["document"], value["days"], value["standing"])))
        yield f"  – {value['name']}: {value['text']}, {stands}"
    for sentence in answer["not_covered"]:
        yield f"  ✗ {sentence}"

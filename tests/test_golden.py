"""What the whole of it gives, compared with golden files; `make bless` approves a change."""

from __future__ import annotations

from pathlib import Path

import pytest
from content import EXAMPLE, HERE, TODAY, copy_of_example, findings_in
from faults import MADE_BY_CODE
from golden import compare
from natverk.changes import Changes
from natverk.history.decisions import StandingKind
from natverk.history.duties import Duty, judge_all
from natverk.history.years import Outcome
from natverk.load import load
from natverk.model.vocabulary import RelationKind
from natverk.outputs import Front, Output
from natverk.report import as_text
from natverk.site import build
from natverk.views.rows import Rows
from rule_page import NAMES, PAGES, read_page, with_messages

GOLDEN = HERE / "golden"


def test_the_example_site_is_faultless() -> None:
    assert as_text(findings_in(EXAMPLE)) == "Innehållet är felfritt."


def test_the_example_site_holds_every_turn_of_history() -> None:
    """So that the golden files show each relation, duty, renaming, move, revision and part."""
    found = load(EXAMPLE).public()
    relations = {one.kind for decision in found.decisions.values() for one in decision.relations}
    assert relations == set(RelationKind)
    judged = [
        one
        for network in found.networks.values()
        for one in judge_all(found, network, TODAY, Changes())
    ]
    assert {one.duty for one in judged} == set(Duty)
    assert {one.outcome for one in judged} == set(Outcome)
    assert len({one.year for one in judged}) > 2
    assert any(seen.due and seen.due.skipped for one in judged for seen in one.seen)
    rows = Rows(found, TODAY)
    assert {one.standing.kind for one in rows.decisions.values()} >= {
        StandingKind.ENDED,
        StandingKind.REPLACED,
        StandingKind.REVOKED,
        StandingKind.WAITING,
    }
    assert any(one.standing.fell_as for one in rows.decisions.values())
    assert any(one.done and not one.closed_by for one in rows.follow_ups.values())
    assert any(len(network.names) > 1 for network in found.networks.values())
    assert any(len(mandates) > 1 for mandates in found.mandates_of.values())
    assert found.moved_from


def test_the_report_of_all_mistakes(*, bless: bool) -> None:
    report = as_text(findings_in(HERE / "mistakes"))
    compare(HERE / "mistakes" / "report.txt", f"{report}\n", bless=bless)


def test_the_tree_of_outputs(*, bless: bool) -> None:
    """Every file that the example site becomes, before any site engine has seen it."""
    outputs = build(load(EXAMPLE), TODAY, site="https://exempel.example/")
    seen = {output.path: _text(output) for output in outputs}
    assert len(seen) == len(outputs)
    known = [path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()]
    compare(GOLDEN.with_suffix(".txt"), _list(outputs), bless=bless)
    for path in sorted({*known, *seen}):
        compare(GOLDEN / path, seen.get(path, ""), bless=bless)
        if bless and path not in seen:
            (GOLDEN / path).unlink()


def _text(output: Output) -> str:
    content = (
        (EXAMPLE / (output.origin or "")).read_bytes() if output.content is None else output.content
    )
    return content.decode().replace("\r\n", "\n")


def _hits(front: Front | None) -> list[str]:
    """Tell what the search finds of a page: the page and its parts, with date and filters."""
    if front is None or not front.searched:
        return []
    return [
        "; ".join(
            [one.title, *([one.date] if one.date else [])]
            + [f"{name}: {', '.join(values)}" for name, values in one.filters.items()]
        )
        for one in (front, *front.parts)
    ]


def _list(outputs: tuple[Output, ...]) -> str:
    """Tell of each Output what stands beside its content: its origin, neighbours and hits."""
    return "".join(
        f"{output.path}\n"
        + "".join(
            f"    {name}: {value}\n"
            for name in ("origin", "parent", "earlier", "later")
            if (value := getattr(output, name))
        )
        + "".join(f"    sök: {line}\n" for line in _hits(output.front))
        for output in outputs
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_page_shows_the_messages_that_its_example_gives(
    name: str, tmp_path: Path, *, bless: bool
) -> None:
    """As `natverk check` prints them, without the last line."""
    root = copy_of_example(tmp_path, read_page(name).wrong)
    MADE_BY_CODE.get(name, lambda _: None)(root)
    report = as_text(findings_in(root)).rpartition("\n")[0]
    compare(PAGES / f"{name}.md", with_messages(name, report), bless=bless)

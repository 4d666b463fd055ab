"""Draws a matter's way: a lane for every body, and the steps between them from left to right.

The picture says nothing that the list of steps beside it does not say; its numbers are the list's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree import ElementTree as ET

from markupsafe import Markup

from natverk.pages.markdown import upper_first, written_date
from natverk.pages.svg import Length, element, lines, written
from natverk.views.steps import Stage, StepRow

WIDTH, LANE, MARGIN, RADIUS = 360, 44, 12, 9
"""In units of the picture, which is shown about as wide, or narrower on a phone."""
NAMES, SIGNS, LINE = 122, 17, 15
"""How wide the names of the bodies stand, left of the way, and how their lines are."""
WIDEST = 40
FEWEST, MOST = 2, 13
"""Within one body there is no way to draw; with more steps the numbers would touch on a phone."""

Point = tuple[float, float]


def way(steps: Sequence[StepRow], title: str) -> Markup:
    """Return the picture of a matter's steps as inline SVG, empty when it would tell nothing."""
    lanes = {body: at for at, body in enumerate(dict.fromkeys(step.body for step in steps))}
    if len(lanes) < FEWEST or len(steps) > MOST:
        return Markup()
    points = list(_points(steps, lanes))
    height = LANE * len(lanes)
    drawn = element(
        "svg",
        {
            "viewBox": f"0 0 {WIDTH} {height}",
            "role": "img",
            "aria-labelledby": "vagen-titel vagen-text",
        },
        element("title", {"id": "vagen-titel"}, f"Vägen för {title}"),
        element("desc", {"id": "vagen-text"}, " ".join(map(_told, steps))),
        *_lanes(steps, lanes),
        *_lines(steps, points),
        *_dots(steps, points),
    )
    return written(drawn)


def _points(steps: Sequence[StepRow], lanes: dict[str, int]) -> Iterator[Point]:
    apart = min(WIDEST, (WIDTH - NAMES - 2 * MARGIN) / (len(steps) - 1))
    for at, step in enumerate(steps):
        yield NAMES + MARGIN + at * apart, lanes[step.body] * LANE + LANE / 2


def _lines(steps: Sequence[StepRow], points: Sequence[Point]) -> Iterator[ET.Element]:
    """Yield the way to each step: along the lane, then to the next body's."""
    for step, ((x, y), (to_x, to_y)) in zip(steps[1:], pairwise(points), strict=True):
        corners = f"{x:.1f},{y:.1f} {to_x:.1f},{y:.1f} {to_x:.1f},{to_y:.1f}"
        yield element("polyline", {"points": corners, "class": f"nv-way--{step.stage.value}"})


def _lanes(steps: Sequence[StepRow], lanes: dict[str, int]) -> Iterator[ET.Element]:
    """Yield a faint line for each body, and its name to the left of it."""
    names = {step.body: step.body_name for step in steps}
    for body, lane in lanes.items():
        middle = lane * LANE + LANE / 2
        yield element("path", {"d": f"M{NAMES} {middle:.0f}H{WIDTH}"})
        name = lines(upper_first(names[body]), SIGNS, 3)
        first = middle + 4.5 - LINE * (len(name) - 1) / 2
        for at, line in enumerate(name):
            yield element("text", {"x": 0, "y": first + LINE * at}, line)


def _dots(steps: Sequence[StepRow], points: Sequence[Point]) -> Iterator[ET.Element]:
    for step, (x, y) in zip(steps, points, strict=True):
        place: dict[str, Length] = {"cx": x, "cy": y}
        rings = [element("circle", {**place, "r": RADIUS + 3})] if step.stage is Stage.NEXT else []
        dot = element("circle", {**place, "r": RADIUS})
        number: dict[str, Length] = {"x": x, "y": y + 4, "text-anchor": "middle"}
        yield element(
            "g",
            {"class": f"nv-way--{step.stage.value}"},
            *rings,
            dot,
            element("text", number, str(step.number)),
        )


def _told(step: StepRow) -> str:
    match step.stage:
        case Stage.DONE:
            state = f"taget {written_date(step.day)}" if step.day else "taget, dagen är inte känd"
        case Stage.NEXT:
            state = "nästa steg"
        case Stage.LATER:
            state = "återstår"
    return f"Steg {step.number}: {upper_first(step.body_name)}, {state}."

"""What libyaml complains of, said in Swedish, on the line where the author should look."""

from __future__ import annotations

import re

import yaml

from natverk.findings import Finding, Place, error, shorten


def broken(fault: yaml.YAMLError, text: str, path: str, first_line: int) -> Finding:
    """Tell a parser's complaint in Swedish, with the line and the likeliest remedy."""
    mark = getattr(fault, "problem_mark", None)
    if re.match("while (?:scanning a quoted|parsing a flow)", str(getattr(fault, "context", ""))):
        mark = getattr(fault, "context_mark", mark)
    lines = text.rstrip().split("\n")
    number = min(mark.line if mark else _strange_sign_line(fault, text), len(lines) - 1)
    number = _glued_line(lines, number)
    written = lines[number]
    problem = str(getattr(fault, "problem", "") or fault)
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    message, hint = _too_deep(problem, written, above) or _explain(problem, written)
    return error("trasig-yaml", Place(path, number + first_line), message, hint)


def _strange_sign_line(fault: yaml.YAMLError, text: str) -> int:
    return text[: getattr(fault, "position", 0)].count("\n")


_GLUED = re.compile(r"\s*(?:- )?(?P<key>[^\W\d_]\w*(?: \w+){0,2}):(?P<value>[^\s/].*)$")
"""A key whose value follows its colon at once; `https://…` is no key."""


def _glued_line(lines: list[str], number: int) -> int:
    """Return the line where a space is missing after a colon: YAML complains one line too late."""
    for at in (number, number - 1):
        if at >= 0 and _GLUED.match(lines[at]):
            return at
    return number


_CAUSES = (
    (
        ("quoted scalar", "end of stream"),
        "Ett citattecken börjar här men slutar aldrig.",
        "Sätt dit det andra citattecknet.",
    ),
    (
        ("alias", "anchor", "alphabetic or numeric"),
        "Värdet börjar med & eller *, som YAML läser som en genväg: {shown}",
        "Sätt citattecken om värdet: {quoted}",
    ),
    (
        ("start any token",),
        "Värdet börjar med ett tecken som YAML använder till annat: {shown}",
        "Sätt citattecken om värdet: {quoted}",
    ),
    (
        ("expected ',' or", "did not find expected node content"),
        "En lista eller grupp inom hakar eller klamrar går inte att läsa.",
        "Skriv ett värde per rad med bindestreck framför, eller se till att varje [ har sin ].",
    ),
    (
        ("special characters", "control characters"),
        "Raden har ett osynligt tecken som inte får finnas.",
        "Skriv om raden för hand.",
    ),
)
"""What libyaml complains of, by words of its message, with what to say and the remedy."""


_KEYED = re.compile(r"(?P<indent> *(?:- +)?)[^\W\d_]\w*(?: \w+){0,2}:(?P<value> *\S)?")


def _too_deep(problem: str, written: str, above: str) -> tuple[str, str] | None:
    """Tell of a key below one that has its value already, but indented as if it were part of it."""
    own, other = _KEYED.match(written), _KEYED.match(above)
    if not (own and other and other["value"]):
        return None
    width = len(other["indent"])
    if len(own["indent"]) <= width or not re.search("mapping values|expected key", problem):
        return None
    return (
        f"Raden är för djupt indragen: {shorten(written, 60)}",
        "Börja den rakt under nyckeln på raden ovanför"
        + (f", med {width} mellanslag före." if width else ", utan mellanslag före."),
    )


_CUT = re.compile(r"""[^:]*: +(?P<sign>["'])(?:(?!(?P=sign)).)*(?P=sign)\s*[^\s#].*$""")
"""A value in quotation marks that goes on after the second of them."""


def _explain(problem: str, written: str) -> tuple[str, str]:
    """Tell a complaint about a line in Swedish: what the line shows comes before libyaml's guess."""
    shown = shorten(written, 60)
    if glued := _GLUED.match(written):
        return (
            f"Det saknas ett mellanslag efter kolonet: {shown}",
            f"Skriv {glued['key']}: {shorten(glued['value'], 50)}",
        )
    if "\t" in written:
        return (
            "Raden är indragen med tabb, och YAML räknar bara mellanslag.",
            "Byt tabben mot mellanslag, två för varje steg.",
        )
    if "mapping values" in problem:
        return (
            f"Raden har ett kolon för mycket: {shown}",
            f"Sätt citattecken om värdet: {_quoted(written)}",
        )
    if _CUT.match(written):
        return (
            f"Värdet slutar vid det andra citattecknet, men raden fortsätter: {shown}",
            f"Sätt andra citattecken om hela värdet: {_quoted(written)}",
        )
    for words, message, hint in _CAUSES:
        if any(word in problem for word in words):
            return message.replace("{shown}", shown), hint.replace("{quoted}", _quoted(written))
    return (
        f"Raden går inte att läsa som YAML: {shown}"
        if shown
        else "Filen går inte att läsa som YAML.",
        "Se över indragen och kolonen: varje rad är nyckel, kolon, mellanslag, värde.",
    )


def _quoted(written: str) -> str:
    key, _, value = written.strip().removeprefix("- ").partition(":")
    value = value.strip().strip("”“„")
    if _CUT.match(written) and value.startswith('"'):
        return f"{key}: '{shorten(value, 50)}'"
    value = value.strip("\"'").strip()
    return f'{key}: "{shorten(value, 50)}"' if value else 'title: "Del 1: början"'

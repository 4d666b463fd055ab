"""From a YAML tree to records: every fault of a file at once, each with its line and in Swedish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from natverk.findings import Finding, Place, RefusalError, error, nearest, shorten
from natverk.model.records import Origin, Record
from natverk.source.yamltree import Mapping, Scalar, Sequence
from natverk.words import swedish

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

R = TypeVar("R", bound=Record)


def decode(
    node: Mapping, record: type[R], path: str, **known: object
) -> tuple[R | None, list[Finding]]:
    """Return the record in `node`, or None, and what is wrong with it.

    `known` are fields that the file's place tells. A key without a value counts as left out.
    """
    try:
        found = record.model_validate({**_plain(node, path), **known}, context=swedish())
    except ValidationError as faults:
        details = faults.errors(include_url=False, include_input=False)
        return None, [_finding(fault, node, record, path) for fault in _distinct(details)]
    return found, []


def _plain(node: Mapping, path: str) -> dict[str, Any]:
    plain = {key: _value(value, path) for key, value in node.values.items()}
    present = {key: value for key, value in plain.items() if value is not None}
    return {**present, "at": Origin(path, node.line, dict(node.key_lines))}


def _value(node: Scalar | Sequence | Mapping, path: str) -> Any:  # noqa: ANN401 - the tree's own shape
    match node:
        case Scalar():
            return node.text if node.text.strip() else None
        case Sequence():
            return tuple(value for item in node.items if (value := _value(item, path)) is not None)
        case Mapping():
            return _plain(node, path)


def _distinct(faults: list[ErrorDetails]) -> list[ErrorDetails]:
    """Drop the repetitions that a union of types gives for one place."""
    seen: dict[tuple[object, ...], ErrorDetails] = {}
    for fault in faults:
        seen.setdefault((*fault["loc"], fault["msg"]), fault)
    return list(seen.values())


def _finding(fault: ErrorDetails, node: Mapping, record: type[Record], path: str) -> Finding:
    line = _line(fault, node)
    place = Origin(path, line).place()
    cause = fault.get("ctx", {}).get("error")
    if isinstance(cause, RefusalError):
        key = _last_key(fault)
        message = (
            f"{key}: {cause.message}" if key and cause.rule != "nyckel-saknas" else cause.message
        )
        return error(cause.rule, Place(path, cause.line or line), message, cause.hint)
    key = _last_key(fault)
    match fault["type"]:
        case "extra_forbidden":
            return _unknown_key(fault, record, place.path, line)
        case "missing":
            return _missing({"names": "name"}.get(key, key), place)
        case "tuple_type":
            return error(
                "fel-varde",
                place,
                f"{key} ska vara en lista, men här står ett enda värde.",
                f"Skriv värdena under {key}:, ett per rad, med bindestreck framför.",
            )
        case "model_type" | "model_attributes_type" | "dict_type":
            return error(
                "fel-varde",
                place,
                f"{key or 'Raden'} ska ha egna nycklar under sig, men här står bara ett värde.",
                f"Skriv till exempel {_example(keys_of(_record_at(fault['loc'], record)))} på en egen, indragen rad.",
            )
    return error(
        "fel-varde",
        place,
        f"{key or 'Värdet'} ska vara ett enda värde, inte en lista eller grupp.",
        f"Skriv värdet efter kolonet: {key or 'name'}: …",
    )


_EXAMPLES = {
    "name": "Förskolenätverket",
    "kind": "professionsnätverk",
    "legal_form": "kommunalförbund",
    "organisation": "goteborg",
    "body": "utbildningschefsnatverket",
    "date": "2021-03-05",
    "from": "2021-06-14",
    "to": "2021-08-17",
    "year": "2020",
    "term": "VFU",
    "expansion": "verksamhetsförlagd utbildning",
    "title": "Revidering av samverkansavtalet",
    "rubrik": "Branschrådet fortsätter",
    "role": "ordförande",
}


def _example(known: list[str]) -> str:
    """Return a line with a key that the author may write there."""
    if "name" in known:
        return "name: Anna Exempel"
    return f"{known[0]}: {_EXAMPLES.get(known[0], '…')}"


def _missing(key: str, place: Place) -> Finding:
    example = _EXAMPLES.get(key, "…")
    return error(
        "nyckel-saknas", place, f"Nyckeln {key} saknas.", f"Lägg till en rad: {key}: {example}"
    )


def _unknown_key(fault: ErrorDetails, record: type[Record], path: str, line: int) -> Finding:
    key = str(fault["loc"][-1])
    known = keys_of(_record_at(fault["loc"][:-1], record))
    close = nearest(key, known)
    return error(
        "okand-nyckel",
        Origin(path, line).place(),
        f"Nyckeln {shorten(key, 40)} är okänd.",
        f"Menade du {close}?" if close else f"Nycklar som går att använda: {', '.join(known)}.",
    )


def keys_of(record: type[Record]) -> list[str]:
    """Return the keys that an author may write in a record, as written in the file."""
    hidden = {"at", "id", "association"}
    names = [
        field.alias or name for name, field in record.model_fields.items() if name not in hidden
    ]
    return ["name", "short", *names] if "names" in record.model_fields else names


def _record_at(path: tuple[int | str, ...], record: type[Record]) -> type[Record]:
    """Follow the place of a fault through the records' annotations."""
    for step in path:
        if isinstance(step, str):
            record = _inner_record(record, step) or record
    return record


def _inner_record(record: type[Record], key: str) -> type[Record] | None:
    for name, field in record.model_fields.items():
        if key in {name, field.alias}:
            return _first_record(field.annotation)
    return None


def _first_record(annotation: Any) -> type[Record] | None:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    inner = (_first_record(part) for part in getattr(annotation, "__args__", ()))
    return next((record for record in inner if record), None)


def _last_key(fault: ErrorDetails) -> str:
    return next((str(step) for step in reversed(fault["loc"]) if isinstance(step, str)), "")


def _line(fault: ErrorDetails, node: Mapping) -> int:
    """Return the line of the fault: as deep as the tree goes along its place."""
    here: Scalar | Sequence | Mapping = node
    line = node.line
    for step in fault["loc"]:
        if isinstance(here, Mapping) and step in here.values:
            line = here.key_lines[str(step)]
            here = here.values[str(step)]
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
            line = here.line
        else:
            break
    return line

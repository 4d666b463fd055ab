"""Puts what Pagefind writes in the order of a hash table in an order that is the same every time.

Only filters and the file that lists them need it; the rest is the same already. Their form is CBOR
after a mark: arrays, texts and whole numbers. What looks otherwise is left as it is.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping

MARK = b"pagefind_dcd"
UINT, TEXT, ARRAY = 0, 3, 4
FILTERS = 3
"""Where in the list of everything the filters stand: version, pages, chunks, filters, sorts, fields."""

Value = int | str | list["Value"]


class UnreadableError(ValueError):
    """The bytes have another form than the one that is known."""


def ordered_filter(packed: bytes) -> bytes:
    """Return a filter's file with its values in order: [name, [[value, pages], ...]]."""
    found = _read(packed)
    match found:
        case [str(), [*values]]:
            values.sort(key=str)
            return _written([found[0], values])
    raise UnreadableError


def ordered_list(packed: bytes, renamed: Mapping[str, str]) -> bytes:
    """Return the list of everything with the filters in order, under their new hashes."""
    found = _read(packed)
    match found:
        case [str(), [*_], [*_], [*filters], *_]:
            told = sorted((_renamed(one, renamed) for one in filters), key=str)
            return _written([*found[:FILTERS], told, *found[FILTERS + 1 :]])
    raise UnreadableError


def _renamed(one: Value, renamed: Mapping[str, str]) -> Value:
    match one:
        case [str(name), str(code)]:
            return [name, renamed.get(code, code)]
    raise UnreadableError


def code_of(packed: bytes, letters: int) -> str:
    """Return a name for a file by what it holds."""
    return hashlib.sha256(packed).hexdigest()[:letters]


def _read(packed: bytes) -> Value:
    data = gzip.decompress(packed)
    if not data.startswith(MARK):
        raise UnreadableError
    value, end = _value(data, len(MARK))
    if end != len(data):
        raise UnreadableError
    return value


def _value(data: bytes, at: int) -> tuple[Value, int]:
    kind, count, at = _head(data, at)
    match kind:
        case 0:
            return count, at
        case 3:
            return data[at : at + count].decode(), at + count
        case 4:
            values: list[Value] = []
            for _ in range(count):
                value, at = _value(data, at)
                values.append(value)
            return values, at
    raise UnreadableError


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return what kind of value begins at `at`, its number or length, and where it goes on."""
    kind, short = data[at] >> 5, data[at] & 31
    if short < 24:  # noqa: PLR2004 - CBOR: the number itself
        return kind, short, at + 1
    if short > 27:  # noqa: PLR2004 - CBOR: a length that is not told
        raise UnreadableError
    size = 1 << (short - 24)
    return kind, int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def _written(value: Value) -> bytes:
    return gzip.compress(MARK + b"".join(_bytes(value)), mtime=0)


def _bytes(value: Value) -> list[bytes]:
    match value:
        case int():
            return [_headed(UINT, value)]
        case str():
            text = value.encode()
            return [_headed(TEXT, len(text)), text]
    return [_headed(ARRAY, len(value)), *(part for one in value for part in _bytes(one))]


def _headed(kind: int, count: int) -> bytes:
    if count < 24:  # noqa: PLR2004 - CBOR: the number itself
        return bytes([kind << 5 | count])
    power = next(power for power in range(4) if count < 1 << (8 << power))
    return bytes([kind << 5 | 24 + power]) + count.to_bytes(1 << power, "big")

"""`make bench`: measures whole builds of made-up content, and prints what they cost."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from amounts import lines, measure_growth
from measure import FailedError
from report import report, report_stages
from sizes import Bench
from weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OUT = Path(__file__).resolve().parent / ".out"
SIZES = (1000, 4000)


def main() -> int:
    """Measure each size and print the report; fail only when a build does."""
    parser = argparse.ArgumentParser(prog="bench", description="Mäter vad ett bygge kostar.")
    parser.add_argument(
        "sizes",
        nargs="*",
        type=int,
        default=SIZES,
        metavar="MÖTEN",
        help="antal möten, ett eller flera (annars 1000 och 4000)",
    )
    parser.add_argument(
        "--times",
        type=int,
        default=1,
        metavar="GÅNGER",
        help="mät varje steg flera gånger och räkna den snabbaste",
    )
    parser.add_argument(
        "--stages",
        action="store_true",
        help="mät bara natverks egna steg, utan MkDocs och Pagefind",
    )
    parser.add_argument(
        "--amounts",
        action="store_true",
        help="mät stegen också med färre ärenden och färre beslut",
    )
    options = parser.parse_args()
    sizes = sorted(set(options.sizes))
    try:
        for line in _measure(sizes, options):
            print(line)
    except FailedError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _measure(sizes: Sequence[int], options: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of the report; fewer matters and decisions are tried at the largest size."""
    benches = [Bench(size, OUT / str(size), options.times) for size in sizes]
    if options.stages:
        pure = [bench.measure_stages() for bench in benches]
        yield from report_stages(sizes, pure)
    else:
        measured = [bench.measure() for bench in benches]
        pure = [one.pure for one in measured]
        yield from report(measured)
        yield ""
        yield from weights(OUT / str(sizes[-1]) / "site")
    if options.amounts or not options.stages:
        yield from lines(measure_growth(OUT / "amounts", sizes[-1], pure[-1], options.times))


if __name__ == "__main__":
    sys.exit(main())

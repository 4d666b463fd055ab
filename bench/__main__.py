"""`make bench`: measures whole builds of made-up content, and prints what they cost."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from measure import FailedError
from report import report
from sizes import Bench
from weights import weights

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
    options = parser.parse_args()
    sizes = sorted(set(options.sizes))
    try:
        measured = [Bench(size, OUT / str(size), options.times).measure() for size in sizes]
    except FailedError as failure:
        print(failure, file=sys.stderr)
        return 1
    print("\n".join(report(measured)))
    print("\n".join(["", *weights(OUT / str(sizes[-1]) / "site")]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Runs MkDocs as its own command does, and tells the memory that it held without its children.

Pagefind is a child of the build and may hold more, so the memory of the command tells only of one.
"""

from __future__ import annotations

import resource
import runpy

from measure import MEMORY_UNIT

if __name__ == "__main__":
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    finally:
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MEMORY_UNIT)

"""A folder made beside the one it is to replace, which stands untouched until the new one is whole."""

from __future__ import annotations

import shutil
from pathlib import Path


class Replacement:
    """A new version of the folder `target`; `new` is where it is made."""

    def __init__(self, target: Path) -> None:
        """Begin afresh: what an interrupted run left beside the target is thrown away."""
        self.target = target
        self.new = target.with_name(f".{target.name}.ny")
        self._old = target.with_name(f".{target.name}.gammal")
        self.discard()

    def discard(self) -> None:
        """Throw the new folder away; the target stays as it is."""
        shutil.rmtree(self.new, ignore_errors=True)

    def take_place(self) -> None:
        """Let the new folder be the target; the old one stands aside until it is."""
        shutil.rmtree(self._old, ignore_errors=True)
        if self.target.exists():
            self.target.rename(self._old)
        self.new.rename(self.target)
        shutil.rmtree(self._old, ignore_errors=True)

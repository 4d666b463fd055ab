"""Where the programs lie that look at built pages; tests/skaffa-granskare fetches them."""

from __future__ import annotations

from pathlib import Path

MODULES = Path(__file__).parent / "granskare" / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

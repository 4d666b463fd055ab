"""The architecture: imports go one way, and only the edges touch the world."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from content import HERE

PACKAGE = HERE.parent / "hooks" / "natverk"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))

LAYERS = (
    ("findings",),
    ("source", "changes"),
    ("model",),
    ("history", "words", "urls"),
    ("decode",),
    ("load", "rules", "views"),
    ("outputs",),
    ("pages", "calendars", "feeds"),
    ("searching", "replacement"),
    ("site", "report", "githistory"),
    ("cli",),
    ("__main__",),
)
"""From low to high; a module imports from lower layers and from its own package only."""

HEIGHT = {part: height for height, parts in enumerate(LAYERS) for part in parts}

EDGES = {
    "source.tree": "reads the content folders",
    "words": "reads its own sv.yml",
    "words.search": "reads its own search.yml",
    "searching.bundle": "puts the index in order",
    "searching.service": "lets Pagefind write the index",
    "githistory": "asks git",
    "replacement": "swaps folders",
    "site": "writes the Outputs",
    "cli": "prints, reads the clock, sets the exit status",
    "__main__": "sets the exit status",
}
"""The only modules that may touch the world, and why."""

WORLDLY = {
    "modules": {
        *("os", "sys", "io", "subprocess", "shutil", "tempfile", "glob", "logging", "warnings"),
        *("random", "secrets", "uuid", "time", "socket", "platform", "locale", "getpass"),
    },
    "names": {"open", "print", "input", "eval", "exec", "compile", "hash"},
    "methods": {
        *("now", "utcnow", "today", "cwd", "home", "reconfigure"),
        *("read_text", "read_bytes", "write_text", "write_bytes", "open", "exists", "is_file"),
        *("is_dir", "is_symlink", "iterdir", "glob", "rglob", "stat", "lstat", "mkdir", "unlink"),
    },
}


def name_of(path: Path) -> str:
    """Return a module's name in the package: `source.tree`, `words`, `` for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports_of(path: Path) -> Iterator[str]:
    """Yield everything a module imports, by its whole name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: importera med hela namnet"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("name", ("CONTRIBUTING.md", "docs/utveckling/arkitektur.md"))
def test_whoever_reads_of_the_layers_reads_of_these(name: str) -> None:
    text = (HERE.parent / name).read_text("utf-8")
    (told,) = re.findall(r"^findings\s+<.*?build\.py", text, re.DOTALL | re.MULTILINE)
    told = re.sub(r" och `?hooks/build\.py", "", told)
    layers = tuple(tuple(part.strip().split(", ")) for part in told.split("<"))
    assert (*layers, ("__main__",)) == LAYERS


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_from_high_to_low(path: Path) -> None:
    own = name_of(path).partition(".")[0]
    if not own:
        return
    assert own in HEIGHT, f"{own} saknas i LAYERS"
    for name in imports_of(path):
        root, _, rest = name.partition(".")
        part = rest.partition(".")[0]
        if root == "natverk" and part not in {own, "__version__"}:
            assert HEIGHT[part] < HEIGHT[own], f"{own} får inte importera {part}"


def test_no_package_imports_itself_in_a_ring() -> None:
    """Within a package, too, modules import one way: a ring hides which is the lower."""
    graph = {name_of(path): set(_inside(path)) for path in MODULES}
    while leaves := {name for name, targets in graph.items() if not targets & graph.keys()}:
        graph = {name: targets for name, targets in graph.items() if name not in leaves}
    assert graph == {}


def _inside(path: Path) -> Iterator[str]:
    names = {name_of(other) for other in MODULES} - {"", name_of(path)}
    for name in imports_of(path):
        bare = name.removeprefix("natverk.")
        if name.startswith("natverk."):
            yield from {bare, bare.rpartition(".")[0]} & names


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_edges_touch_the_world(path: Path) -> None:
    """No clock, chance, environment, file or terminal anywhere else."""
    assert name_of(path) in EDGES or worldly_in(path) == set()


def test_every_edge_is_still_one() -> None:
    paths = {name_of(path): path for path in MODULES}
    assert [name for name in EDGES if not worldly_in(paths[name])] == []


def worldly_in(path: Path) -> set[str]:
    """Return what a module uses of the world; imports for type checking alone do not count."""
    tree = ast.parse(path.read_text("utf-8"))
    typing = {id(node) for block in _typing_blocks(tree) for node in ast.walk(block)}
    found = set()
    for node in ast.walk(tree):
        if id(node) in typing:
            continue
        match node:
            case ast.Import(names=names):
                found |= {alias.name for alias in names} & WORLDLY["modules"]
            case ast.ImportFrom(module=str(module)):
                found |= {module.partition(".")[0]} & WORLDLY["modules"]
            case ast.Call(func=ast.Name(id=name)):
                found |= {name} & WORLDLY["names"]
            case ast.Call(func=ast.Attribute(attr=name)):
                found |= {name} & WORLDLY["methods"]
    return found


def _typing_blocks(tree: ast.Module) -> list[ast.If]:
    return [
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]


def test_mkdocs_is_known_in_one_file() -> None:
    """So that another engine can take its place."""
    files = [*(HERE.parent / "hooks").rglob("*.py"), *(HERE.parent / "bench").rglob("*.py")]
    knowing = [
        path.name for path in files if any(name.startswith("mkdocs") for name in imports_of(path))
    ]
    assert knowing == ["build.py"]


def test_nothing_in_the_hooks_folder_shadows_a_module() -> None:
    """MkDocs puts the folder on the path; `hooks/calendar.py` would break `import calendar`."""
    entries = {path.name for path in (HERE.parent / "hooks").iterdir()}
    assert {name for name in entries if not name.endswith(".egg-info")} - {"__pycache__"} == {
        "build.py",
        "natverk",
    }

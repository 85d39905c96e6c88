"""The house rules that a machine can check: layers, sizes, and what must not be where."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "app").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def test_layers_import_only_downwards() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--config", ROOT / "pyproject.toml"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_of_a_readable_size_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= 500
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} is too long"


@pytest.mark.parametrize("folder", ["packaging", "resources"])
def test_folder_is_no_package(folder: str) -> None:
    """`packaging/__init__.py` would shadow the distribution of that name."""
    assert not list((ROOT / folder).rglob("__init__.py"))


def test_top_level_holds_what_the_design_names() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    if len(tracked) < 2:
        pytest.skip("not a git checkout")
    tops = {name.split("/")[0] for name in tracked if name}
    folders = {"app", "resources", "tests", "packaging", ".ci", ".github"}
    files = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", ".gitignore"}
    assert tops <= folders | files


def test_locks_hold_hashes_and_no_address() -> None:
    for lock in (ROOT / "packaging").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        for trace in ("http", "file:", "@ ", "/opt", "--index", "--find-links"):
            assert trace not in text, f"{lock.name} names {trace!r}"


def test_core_starts_without_qt() -> None:
    """Importing every module but the window's must not import Qt."""
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in MODULES
        if "gui" not in path.parts and path.name not in ("bootstrap.py", "__main__.py")
    ]
    code = f"import importlib, sys\nfor n in {names!r}: importlib.import_module(n)\nsys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_one_module_leads_to_clipboard_drag_and_printer(path: Path) -> None:
    """What is handed out is metered at one door; no other module may have the means to pass it by."""
    means = {"QClipboard", "QDrag", "QPrinter", "QPrintDialog", "QPdfWriter", "QMimeData", "setMimeData"}
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    named = {node.name for node in nodes if isinstance(node, ast.alias)} | {
        node.attr for node in nodes if isinstance(node, ast.Attribute)
    }
    asks = any(isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute) and n.func.attr == "clipboard" for n in nodes)
    allowed = {"clipboard.py": means, "article_view.py": {"QMimeData"}}.get(path.name, set())
    assert not (named & means) - allowed
    assert not asks or path.name == "clipboard.py"


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_path_of_a_machine(path: Path) -> None:
    home = "/" + "home/"
    work = "/" + "work/"
    text = path.read_text(encoding="utf-8")
    assert work not in text
    assert home not in text

"""The program as a person meets it: a real window under Xvfb, driven by xdotool, its clipboard read by xclip."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.articles import LONG_HARBOUR
from tests.gui.driving import ADDRESS

pytestmark = pytest.mark.xvfb
PATIENCE_S = 60


def _missing() -> str:
    tools = [name for name in ("xdotool", "xclip") if shutil.which(name) is None]
    return "no display" if not os.environ.get("DISPLAY") else f"without {', '.join(tools)}" if tools else ""


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE_S).stdout


def wait_for(what: Callable[[], object], told: str) -> object:
    """Return what was waited for as soon as it is there."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.1)
    raise AssertionError(f"not in time: {told}")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def program(tmp_path: Path, archive: Path) -> Iterator[subprocess.Popen[bytes]]:
    if reason := _missing():
        pytest.skip(reason)
    (tmp_path / "harbour.txt").write_text(LONG_HARBOUR, encoding="utf-8")
    pressmark(archive, "import", str(tmp_path / "harbour.txt"))
    process = start(archive)
    yield process
    if process.poll() is None:
        process.kill()
    process.wait()


def pressmark(archive: Path, *arguments: str) -> str:
    return run(sys.executable, "-m", "app", "--archive", str(archive), *arguments)


def start(archive: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", "from app.bootstrap import main; main()", str(archive)]
    process = subprocess.Popen(command, env=environment)
    wait_for(lambda: window_of("archive – Pressmark"), "the window")
    return process


def window_of(title: str) -> str:
    found = run("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").split()
    return found[-1] if found else ""


def keys(*pressed: str) -> None:
    run("xdotool", "key", "--delay", "60", *pressed)


def type_words(text: str) -> None:
    run("xdotool", "type", "--delay", "15", text)


def test_search_select_quote_and_refuse_with_keys_alone(program: subprocess.Popen[bytes], archive: Path) -> None:
    """Found by a word, a passage selected, the missing address given once, and the quotation read off the clipboard."""
    run("xdotool", "windowfocus", "--sync", window_of("archive – Pressmark"))
    # Without a window manager a click is what gives the keyboard to the window.
    run("xdotool", "mousemove", "--window", window_of("archive – Pressmark"), "300", "60", "click", "1")
    type_words('"one crane"')
    time.sleep(1.5)
    keys("Return", "Down", "Return")
    time.sleep(0.5)
    keys("F3", *["ctrl+shift+Right"] * 8, "ctrl+shift+c")
    time.sleep(1.5)
    # The bar asks for the address; Copy quote has put the keyboard into its field.
    type_words(ADDRESS)
    keys("Return")
    copied = wait_for(lambda: run("xclip", "-o", "-selection", "clipboard"), "the quotation on the clipboard")
    assert "one crane is a harbour that waits" in str(copied)
    html = run("xclip", "-o", "-selection", "clipboard", "-t", "text/html")
    assert f'<blockquote cite="{ADDRESS}"' in html
    assert "Ingrid Solbakken" in html
    assert run("xclip", "-o", "-selection", "clipboard", "-t", "text/rtf").startswith(r"{\rtf1")
    assert run("xclip", "-o", "-selection", "primary") == copied, "the middle button pastes what was handed out, nothing else"
    keys(*["ctrl+shift+Right"] * 20, "ctrl+shift+c")
    time.sleep(1.5)
    assert run("xclip", "-o", "-selection", "clipboard") == copied
    assert run("xclip", "-o", "-selection", "primary") in ("", copied)
    assert pressmark(archive, "ledger", "--json").count('"excerpt_id"') == 1
    keys("ctrl+q")
    assert program.wait(PATIENCE_S) == 0


def test_an_import_that_is_killed_leaves_an_archive_that_opens_and_searches(
    program: subprocess.Popen[bytes], archive: Path, tmp_path: Path
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(300):
        (many / f"{number}.txt").write_text(
            f"Note {number}\n\nThe quay of Varnsund was mended {number} times.\n", encoding="utf-8"
        )
    importing = subprocess.Popen([sys.executable, "-m", "app", "--archive", str(archive), "import", str(many)])
    time.sleep(4)
    importing.send_signal(signal.SIGKILL)
    importing.wait()
    program.send_signal(signal.SIGKILL)
    program.wait()
    again = start(archive)
    try:
        assert '"total": 1' in pressmark(archive, "search", "crane", "--json")
        assert "Nothing is missing" in pressmark(archive, "check")
    finally:
        again.terminate()
        again.wait(PATIENCE_S)

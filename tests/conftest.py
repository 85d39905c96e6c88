"""What all tests share: nobody's real folders, and no display unless a test brings one."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test cache, data and settings folders of its own."""
    root = tmp_path_factory.mktemp("user")
    for variable, name in (("PRESSMARK_CACHE", "cache"), ("PRESSMARK_DATA", "data"), ("PRESSMARK_SETTINGS", "settings")):
        monkeypatch.setenv(variable, str(root / name))
    monkeypatch.delenv("PRESSMARK_ARCHIVE", raising=False)
    return root


@pytest.fixture
def shared() -> Path:
    """The folder of shared data beside the checkout; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared data are not here")
    return SHARED

"""`pressmark --selftest`: the main job in a temporary archive, to prove that this installation works."""

import argparse
import os
import tempfile
from pathlib import Path

from app.cli.main import DONE, FAILED
from app.cli.output import complain, say
from app.workflows.selftest import run_main_job


def run_selftest(given: argparse.Namespace) -> int:
    """Do the main job and print each step; exit code 1 when a step did not give what it must."""
    with tempfile.TemporaryDirectory(prefix="pressmark-selftest-") as folder:
        # The user's own index, settings and ledger heads stay untouched.
        for variable in ("PRESSMARK_CACHE", "PRESSMARK_SETTINGS", "PRESSMARK_DATA"):
            os.environ[variable] = str(Path(folder) / variable.lower())
        for step, went_well in run_main_job(Path(folder) / "archive"):
            (say if went_well else complain)(f"{'ok' if went_well else 'FAILED'}  {step}")
            if not went_well:
                return FAILED
    say("The self-test passed.")
    return DONE

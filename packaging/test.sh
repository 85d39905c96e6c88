#!/usr/bin/env bash
# Set Pressmark up for its tests and run them all: offscreen, then in a real window under Xvfb. Coverage is told at the end.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
set_up requirements-dev.lock "$TEST_COMMANDS"
cd "$ROOT"
export COVERAGE_FILE="$ROOT/.coverage"
"$VENV/bin/coverage" erase
QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -m pytest -m "not xvfb" -n 2 --cov=app --cov-report= "$@"
if [ "$(uname -s)" = Linux ]; then
  # No test in a real window is no failure of the suite (pytest's exit status 5) when a selection was asked for.
  QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1600x1000x24" "$VENV/bin/python" -m pytest -m xvfb --cov=app --cov-append --cov-report= "$@" ||
    { status=$?; [ "$status" -eq 5 ] && [ "$#" -gt 0 ] || exit "$status"; }
fi
"$VENV/bin/coverage" report --format=total >/dev/null || true
"$VENV/bin/coverage" report --fail-under=90

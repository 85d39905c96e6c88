#!/usr/bin/env bash
# Set Pressmark up for its tests and run them all: offscreen, then those in a real window under Xvfb. Coverage is told at the end.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
set_up requirements-dev.lock "$TEST_COMMANDS"
cd "$ROOT"
export COVERAGE_FILE="$ROOT/.coverage"
"$VENV/bin/coverage" erase
QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -m pytest -n 2 -m "not xvfb" --cov=app --cov-report= "$@"
if command -v xvfb-run >/dev/null 2>&1; then
  QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1440x900x24" "$VENV/bin/python" -m pytest -m xvfb tests/e2e
else
  say "The tests in a real window were left out: xvfb-run is not here."
fi
"$VENV/bin/coverage" report --fail-under="${COVERAGE_LEAST:-90}"

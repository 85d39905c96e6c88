#!/usr/bin/env bash
# Set Pressmark up for its tests and run them all, offscreen. Coverage is told at the end.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
set_up requirements-dev.lock "$TEST_COMMANDS"
cd "$ROOT"
export COVERAGE_FILE="$ROOT/.coverage"
"$VENV/bin/coverage" erase
QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -m pytest -n 2 --cov=app --cov-report= "$@"
"$VENV/bin/coverage" report --fail-under="${COVERAGE_LEAST:-85}"

#!/usr/bin/env bash
# Make the three locks again: names, versions, hashes and markers; no address of an index, no host, no path.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
compile() { uv pip compile --quiet --generate-hashes --universal --no-header --no-annotate --python-version 3.11 --upgrade "$@"; }
compile pyproject.toml --output-file packaging/requirements.lock
compile pyproject.toml --extra dev --output-file packaging/requirements-dev.lock
compile packaging/requirements-build.in --output-file packaging/requirements-build.lock

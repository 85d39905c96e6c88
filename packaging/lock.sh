#!/usr/bin/env bash
# Make the three locks again: names, versions, hashes and markers; no address of an index, no host, no path.
# Extras are kept: pip, asked for `coverage[toml]` where the lock pins `coverage`, would look at newer ones that have no hash.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
compile() { uv pip compile --quiet --generate-hashes --universal --no-header --no-annotate --no-strip-extras --python-version 3.11 --upgrade "$@"; }
compile pyproject.toml --output-file packaging/requirements.lock
compile pyproject.toml --extra dev --output-file packaging/requirements-dev.lock
compile packaging/requirements-build.in --output-file packaging/requirements-build.lock

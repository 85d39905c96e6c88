#!/usr/bin/env bash
# Set Pressmark up and open its window on the sample archive; without a display show the main job in the terminal instead:
# import the sample articles, a faceted search, a compliant quotation.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
set_up requirements.lock

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
  exec "$VENV/bin/pressmark-gui" --sample
fi

say "There is no display, so this is the main job in the terminal."
archive="$(mktemp -d)/archive"
pressmark() {
  say ""
  say "\$ pressmark $*"
  "$VENV/bin/pressmark" --archive "$archive" "$@"
}
pressmark import "$ROOT/resources/sample"
pressmark search harbour --limit 3 --facets
article="$("$VENV/bin/pressmark" --archive "$archive" search '"second crane"' --limit 1 --json |
  "$VENV/bin/python" -c 'import json, sys; print(json.load(sys.stdin)["hits"][0]["id"])')"
pressmark quote "$article" --text "A harbour with one crane is a harbour that waits" --publication my-site.example --url https://northbridge.example.com/crane
pressmark ledger
say ""
say "The archive is in $archive."

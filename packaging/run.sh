#!/usr/bin/env bash
# Set Pressmark up and show it: the window on the sample archive or, without a display, the main job in the terminal.
# Arguments are handed to the window: `bash packaging/run.sh DIR` opens the archive in DIR.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
set_up requirements.lock

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$VENV/bin/pressmark-gui" "${@:---sample}"
fi

say "There is no display; this is the main job in the terminal."
archive="$(mktemp -d)/archive"
pressmark() {
  say ""
  say "\$ pressmark $*"
  "$VENV/bin/pressmark" --archive "$archive" "$@"
}
pressmark import "$ROOT/resources/sample"
pressmark search harbour --sort newest --limit 3 --facets
article="$("$VENV/bin/pressmark" --archive "$archive" search 'source:"Northbridge Wire"' --limit 1 --json |
  "$VENV/bin/python" -c 'import json, sys; print(json.load(sys.stdin)["hits"][0]["id"])')"
pressmark rights "$ROOT/resources/sample/$(ls "$ROOT/resources/sample" | head -n 1)"
pressmark quote "$article" --span 0:40 --publication "my-site.example"
pressmark ledger
say ""
say "The archive is in $archive. In a graphical session the same command opens the window."

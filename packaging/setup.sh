# To be sourced: everything that Pressmark needs on this machine. `set_up requirements.lock` for running it,
# `set_up requirements-dev.lock` for its tests. Quick when nothing is to be done.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
VENV="$ROOT/.venv"

# Debian's names of what Qt needs: a shared library to look for, and its package.
WINDOW_LIBRARIES="
libEGL.so.1=libegl1 libGL.so.1=libgl1 libglib-2.0.so.0=libglib2.0-0 libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0 libxcb-cursor.so.0=libxcb-cursor0
libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0
libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0"
# Commands that the tests in a real window need, and their packages.
TEST_COMMANDS="xvfb-run=xvfb xauth=xauth xdotool=xdotool xclip=xclip"

say() { printf '%s\n' "$*" >&2; }

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3 python3.11 python3.12 python3.13; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'; then
      printf '%s' "$candidate"
      return
    fi
  done
  say "Pressmark needs Python 3.11, 3.12 or 3.13. Install one (Debian: apt-get install python3 python3-venv) and run this again."
  exit 1
}

# Print the packages that are missing; $1: commands wanted beside the libraries ("" for none).
missing_packages() {
  local known pair
  known="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)"
  for pair in $WINDOW_LIBRARIES; do
    case "$known" in *"${pair%%=*} "*) ;; *) printf '%s ' "${pair#*=}" ;; esac
  done
  for pair in $1; do
    command -v "${pair%%=*}" >/dev/null 2>&1 || printf '%s ' "${pair#*=}"
  done
  "$PYTHON_FOUND" -c 'import ensurepip, venv' 2>/dev/null || printf 'python3-venv '
}

install_packages() {
  local wanted="$1" as_root=()
  [ -n "$wanted" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    say "These libraries are needed (Debian's names): $wanted- install what your system calls them."
    return 0
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      say "Some system packages are missing. Run this line, then the same command again:"
      say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $wanted"
      exit 1
    fi
  fi
  say "Installing system packages: $wanted"
  # shellcheck disable=SC2086
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -c "apt-get -q update && apt-get -q install -y --no-install-recommends $wanted" >&2
}

# Make or renew .venv from a lock; every package is checked against its hash.
# A lock is complete, so nothing is resolved: pip would look at newer releases for an extra like `coverage[toml]` and refuse them.
install_locked() {
  local lock="$ROOT/packaging/$1" build="$ROOT/packaging/requirements-build.lock" stamp
  stamp="$(cat "$lock" "$build" "$ROOT/pyproject.toml" | sha256sum | cut -d' ' -f1)"
  if [ "$(cat "$VENV/.pressmark-$1" 2>/dev/null)" = "$stamp" ] && [ -x "$VENV/bin/pressmark" ]; then
    return 0
  fi
  say "Installing Pressmark into .venv ..."
  [ -x "$VENV/bin/python" ] || "$PYTHON_FOUND" -m venv "$VENV"
  "$VENV/bin/python" -m pip install -q --no-deps --require-hashes -r "$build"
  "$VENV/bin/python" -m pip install -q --no-deps --require-hashes -r "$lock"
  "$VENV/bin/python" -m pip install -q --no-deps --no-build-isolation -e "$ROOT"
  printf '%s' "$stamp" >"$VENV/.pressmark-$1"
}

# $1: the lock; $2: commands wanted beside the libraries.
set_up() {
  PYTHON_FOUND="$(find_python)"
  if [ "$(uname -s)" = Linux ]; then
    install_packages "$(missing_packages "${2:-}")"
  fi
  install_locked "$1"
}

#!/usr/bin/env bash
# Builds Lectern as the checks build it, and runs every test. On a bare Debian 12 it installs what it needs first
# (as root or with sudo). Arguments go to ctest:
#
#     packaging/test.sh [-R NAME]
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$project/packaging/packages.sh"

need_packages "${build_packages[@]}" "${run_packages[@]}" "${screen_packages[@]}" "${check_packages[@]}"

cd -- "$project"
cmake --preset ci
cmake --build --preset ci

# Dates, sorting and messages as the tests expect them, whoever runs this.
export LANG=C.UTF-8
unset LANGUAGE LC_ALL WAYLAND_DISPLAY
# Chromium refuses its sandbox to root; the tests serve it nothing but our own pages.
if ((EUID == 0)); then
    export QTWEBENGINE_DISABLE_SANDBOX=1
fi
XDG_RUNTIME_DIR=$(mktemp --directory)  # mode 700, as Qt asks for
export XDG_RUNTIME_DIR
trap 'rm --recursive --force -- "$XDG_RUNTIME_DIR"' EXIT

xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24' ctest --preset ci --output-on-failure "$@"

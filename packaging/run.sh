#!/usr/bin/env bash
# Builds Lectern on Debian 12 and opens the sample archive, or whatever the arguments say:
#
#     packaging/run.sh [FOLDER|FILE|OPTION…]
#
# Installs what is missing (as root or with sudo). Where there is no screen it saves a picture of the window.
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
program=$project/build/release/lectern
# shellcheck source=packaging/packages.sh
source "$project/packaging/packages.sh"

if (($# == 0)); then
    set -- "$project/seeds"
fi

need_packages "${build_packages[@]}" "${run_packages[@]}"
# In a subshell: relative paths among the arguments are meant from where the caller stands.
(cd -- "$project" && cmake --preset release && cmake --build --preset release --target lectern)

if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec "$program" "$@"
fi

echo "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): saving a picture of the window instead."
need_packages "${screen_packages[@]}"
exec "$project/packaging/screenshot.sh" "$program" "$project/build/lectern.png" "$@"

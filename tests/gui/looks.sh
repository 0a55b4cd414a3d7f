#!/usr/bin/env bash
# Takes pictures of every window, dialog, menu and state, for a person to look at:
#
#     tests/gui/looks.sh [--quick] BUILD_FOLDER OUT_FOLDER
#     tests/gui/looks.sh --screenshots BUILD_FOLDER
#
# At 100, 125, 150 and 200 %, in Chinese and English, light and dark, on screens of 1280×720 and 3840×2160; with text
# twice as large, from right to left, and in high contrast, the desktop's and our own. --quick takes 100 % on the small
# screen alone. OUT_FOLDER/sheets holds them side by side. --screenshots renews those of the README and the metainfo, in
# resources/screenshots.
#
# There is no set for reduced motion: no picture of the sample archive moves, and nothing of the window does. All that
# would differ is one box of the preferences, ticked and grey, which tst_preferences looks at.
set -euo pipefail

if [[ ${1:-} == --on-this-screen ]]; then
    program=$2 folder=$3 prefix=$4
    shift 4
    exec "$program" "$@" "$folder" "$prefix"
fi

scales=(1 1.25 1.5 2)
screens=(1280x720 3840x2160)
use=${1:-}
if [[ $use == --* ]]; then
    scales=(1)
    screens=(1280x720)
    shift
fi
build=$(realpath -- "$1")
out=$(mktemp --directory)
if [[ $use != --screenshots ]]; then
    rmdir -- "$out"
    mkdir --parents -- "$2"
    out=$(realpath -- "$2")
fi
cmake --build "$build" --target looks >&2

runtime=$(mktemp --directory)
trap 'rm --recursive --force -- "$runtime"' EXIT
export XDG_RUNTIME_DIR=$runtime QT_QPA_PLATFORM=xcb QTWEBENGINE_DISABLE_SANDBOX=1 LANG=C.UTF-8
unset WAYLAND_DISPLAY LC_ALL

take() { # SCREEN SCALE LANGUAGE NAME [OPTION…]
    local screen=$1 scale=$2 language=$3 name=$4
    shift 4
    # Dates and numbers of a person's own place, without that place's files.
    local place=en_GB.UTF-8
    [[ $language == zh_CN ]] && place=zh_CN.UTF-8
    LC_TIME=$place LC_NUMERIC=$place QT_SCALE_FACTOR=$scale LANGUAGE=$language xvfb-run --auto-servernum --server-args="-screen 0 ${screen}x24" \
        "${BASH_SOURCE[0]}" --on-this-screen "$build/looks" "$out" "$name" "$@"
    echo "$name" >&2
}

if [[ $use == --screenshots ]]; then
    take 1280x800 1 en en
    take 1280x800 1 zh_CN zh_CN
    cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../resources/screenshots"
    keep() { convert "$out/$1" -strip -define png:compression-level=9 "$2"; }
    keep en-light-window.png window.png
    keep zh_CN-light-window.png window-zh_CN.png
    keep en-dark-window.png dark.png
    keep en-light-preferences-1.png preferences.png
    rm --recursive --force -- "$out"
    exit
fi
for screen in "${screens[@]}"; do
    for scale in "${scales[@]}"; do
        for language in en zh_CN; do
            take "$screen" "$scale" "$language" "$screen-$scale-$language"
        done
    done
done
take 1280x720 1 zh_CN large-text-zh_CN --text 200
take 1280x720 1 en right-to-left -reverse
take 1280x720 1 en high-contrast --contrast
take 1280x720 1 en more-contrast --more-contrast

mkdir --parents -- "$out/sheets"
for name in $(basename --multiple --suffix=-window.png -- "$out"/*-light-window.png); do
    montage "$out/$name"-*.png -tile 3x -geometry '900x600>+6+6' -background '#777' "$out/sheets/$name.png"
done
echo "$out"

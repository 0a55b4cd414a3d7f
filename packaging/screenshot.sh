#!/usr/bin/env bash
# Opens the program on a screen of its own that nobody sees, waits until the article stands, and saves the window:
#
#     packaging/screenshot.sh PROGRAM OUT.png [ARGUMENT…]
#
# The program keeps its marks and its catalogue in a folder that is deleted afterwards.
set -euo pipefail

patience=60  # seconds for the window, and again for the article

if [[ ${1:-} != --on-this-screen ]]; then
    exec xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24' "${BASH_SOURCE[0]}" --on-this-screen "$@"
fi
program=$2
picture=$3
shift 3

scratch=$(mktemp --directory)
process=
clean_up() {
    if [[ -n $process ]]; then
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    fi
    rm --recursive --force -- "$scratch"
}
trap clean_up EXIT

give_up() {
    echo "$1 The program said:" >&2
    cat -- "$scratch/log" >&2
    exit 1
}

mkdir --mode=700 -- "$scratch/runtime"
export XDG_RUNTIME_DIR=$scratch/runtime
unset WAYLAND_DISPLAY
# Chromium refuses its sandbox to root. That is bearable here alone: nobody browses in a picture of the samples.
if ((EUID == 0)); then
    export QTWEBENGINE_DISABLE_SANDBOX=1
fi

QT_LOGGING_RULES='lectern.timing=true' "$program" --data-dir "$scratch/data" --cache-dir "$scratch/cache" "$@" \
    2>"$scratch/log" &
process=$!

grep --quiet --max-count=1 'article visible' \
    < <(timeout "$patience" tail --follow --lines=+1 --pid="$process" -- "$scratch/log" 2>/dev/null) ||
    give_up "No article became visible."
window=$(timeout "$patience" xdotool search --sync --onlyvisible --class '^lectern$' | head --lines=1) ||
    give_up "No window appeared."

# Pictures arrive after the text: take the window until two takes are alike.
mkdir --parents -- "$(dirname -- "$picture")"
take() {
    import -window "$window" "png:$scratch/$1.png" || give_up "The window vanished."
    identify -format '%#' "$scratch/$1.png"
}
before=
for _ in {1..20}; do
    now=$(take window)
    if [[ $now == "$before" ]]; then
        break
    fi
    before=$now
    sleep 0.5
done
mv -- "$scratch/window.png" "$picture"
echo "$picture"

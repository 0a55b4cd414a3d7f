#!/usr/bin/env bash
# How fast Lectern is, as ratios to the least that this machine needs, measured in the same run:
#
#     tests/bench/run.sh [N…]
#
# Builds what it needs in build/bench, writes archives of 1,000 and 100,000 articles (and of every N) below
# $LECTERN_BENCH_DIR (~/.cache/lectern-bench) unless they are there already, and prints Markdown tables. A million
# articles take 6 GB of disk. Everything is measured with a warm system cache, on a screen of its own (Xvfb);
# figures are medians. Leave the machine alone meanwhile.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
project=$(cd -- "$here/../.." && pwd)
# shellcheck source=packaging/packages.sh
source "$project/packaging/packages.sh"

build=$project/build/bench
tools=$build/tests/bench
place=${LECTERN_BENCH_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/lectern-bench}
starts=7  # of each program whose start is measured

say() { echo "$*" >&2; }

prepare() {
    need_packages "${build_packages[@]}" "${run_packages[@]}" "${screen_packages[@]}"
    cmake -S "$project" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo >&2
    cmake --build "$build" --target lectern archivegenerator emptywindow bench_held bench_launch bench_marks bench_page \
        bench_pass bench_pictures bench_reading bench_sanitizer >&2
    mkdir --parents -- "$place"
}

# The folder's name says which generator wrote it.
archive_of() {
    local version
    version=$(cat -- "$here"/{random,synthetic,awkward,archivegenerator}*.{h,cpp} 2>/dev/null | sha256sum)
    echo "$place/articles-$1-${version:0:8}"
}

generate() {
    local folder
    folder=$(archive_of "$1")
    if [[ ! -d $folder ]]; then
        say "writing $1 articles"
        rm --recursive --force -- "$folder.part"
        "$tools/archivegenerator" "$1" "$folder.part"
        mv -- "$folder.part" "$folder"
    fi
}

# --- Figures: lines "name value" in one file for each size

figures=
median() { sort --numeric-sort | awk '{ value[NR] = $1 } END { if (NR) print value[int((NR + 1) / 2)] }'; }
note() { echo "$1 $2" >>"$figures"; }
figure() { awk -v name="$1" '$1 == name { print $2 }' "$figures" | median; }

# launch MILESTONE time|memory PROGRAM…: what bench_launch says, less the engine's chatter.
launch() { "$tools/bench_launch" "$@" 2>>"$work/log"; }
# after NAME MILESTONE WHAT: notes the time (or memory) of a line that launch printed.
after() { awk -v what="$2" '{ value = $1; sub(/^[^ ]+ /, "") } $0 == what { print value; exit }' \
    | while read -r value; do note "$1" "$value"; done; }

lectern() {
    echo "$build/lectern" --offline --data-dir "$work/data" --cache-dir "$work/cache"
}

measure_memory() {
    local folder=$1
    rm --recursive --force -- "$work/data" "$work/cache"
    # shellcheck disable=SC2046
    launch "catalogue complete" memory $(lectern) "$folder" | after passMemory peak
    for _ in 1 2 3; do
        launch "page visible" memory "$tools/emptywindow" | after emptyMemory memory
        launch "page visible" memory "$tools/emptywindow" --drawn-like-lectern | after alikeMemory memory
        # shellcheck disable=SC2046
        launch "catalogue complete" memory $(lectern) "$folder" | after openMemory memory
    done
}

# The catalogue of measure_memory() is there. Turn by turn, so that a busy moment hits all alike.
measure_starts() {
    local folder=$1 article i lines
    article=$(find "$folder" -name '*.md' -size 2k -print -quit)
    for ((i = 0; i < starts; ++i)); do
        lines=$(launch "page visible" time "$tools/emptywindow")
        after emptyWindow "window shown" <<<"$lines"
        after emptyPage "page visible" <<<"$lines"
        lines=$(launch "page visible" time "$tools/emptywindow" --drawn-like-lectern)
        after alikeWindow "window shown" <<<"$lines"
        after alikePage "page visible" <<<"$lines"
        # shellcheck disable=SC2046
        lines=$(launch "first rows" time $(lectern) "$folder")
        after window "window shown" <<<"$lines"
        after reopenRows "first rows" <<<"$lines"
        # shellcheck disable=SC2046
        launch "article visible" time $(lectern) "$article" | after articleVisible "article visible"
        rm --recursive --force -- "$work/new"
        launch "first rows" time "$build/lectern" --offline --data-dir "$work/new" --cache-dir "$work/new" "$folder" \
            | after newRows "first rows"
    done
}

measure_reading() {
    for _ in 1 2 3; do
        "$tools/bench_reading" "$1" "$work/list" >>"$figures" 2>>"$work/log"
        "$tools/bench_page" "$1" "$work/list" >>"$figures" 2>>"$work/log"
    done
}

measure() {
    local count=$1 folder rounds=5
    folder=$(archive_of "$count")
    ((count > 20000)) && rounds=3
    ((count > 200000)) && rounds=1
    figures=$work/figures-$count
    say "$count articles: passes"
    "$tools/bench_pass" "$folder" "$rounds" >>"$figures"
    say "$count articles: marks"
    "$tools/bench_marks" "$count" >>"$figures"
    "$tools/bench_held" "$count" >>"$figures" 2>>"$work/log"
    say "$count articles: reading"
    measure_reading "$folder"
    say "$count articles: memory"
    measure_memory "$folder"
    say "$count articles: starts"
    measure_starts "$folder"
}

# --- Tables

# cell OURS BARE UNIT: "2.3 × (46 ms : 20 ms)"
cell() {
    awk -v ours="$(figure "$1")" -v bare="$(figure "$2")" -v unit="$3" 'BEGIN {
        if (ours == "" || bare == "") print "–"
        else printf "%.1f × (%s : %s %s)", ours / bare, digits(ours), digits(bare), unit }
        function digits(value) { return sprintf(value < 10 ? "%.2g" : "%.0f", value) }'
}
more() {
    awk -v ours="$(figure "$1")" -v bare="$(figure "$2")" 'BEGIN {
        if (ours == "" || bare == "") print "–"
        else printf "%+.0f MiB (%.0f : %.0f MiB)", ours - bare, ours, bare }'
}
plain() { awk -v ours="$(figure "$1")" 'BEGIN { if (ours == "") print "–"; else printf ours < 10 ? "%.2g ms" : "%.0f ms", ours }'; }

row() {
    local text=$1 count
    shift
    printf '| %s |' "$text"
    for count in "${sizes[@]}"; do
        figures=$work/figures-$count
        printf ' %s |' "$("$@")"
    done
    echo
}

print_table() {
    printf '| Lectern : the bare limit |'
    # 100000 becomes 100,000.
    printf '%s\n' "${sizes[@]}" | sed --expression=':again; s/\B[0-9]\{3\}\b/,&/; t again; s/.*/ & articles |/' \
        | tr --delete '\n'
    printf '\n|---|'
    printf -- '---:|%.0s' "${sizes[@]}"
    echo
    row "First pass : open and read 4 KiB of every file, $(nproc) threads" cell firstPass bareRead ms
    row "First pass : the same, one thread" cell firstPass bareReadOneThread ms
    row "First pass and the indexes of lists after it : open and read, $(nproc) threads" cell firstPassIndexed bareRead ms
    row "First pass : yaml-cpp alone over the same front matter, $(nproc) threads" cell firstPass yaml ms
    row "First pass : the same, one thread" cell firstPass yamlOneThread ms
    row "Reconcile, nothing changed (F5) : stat of every file, $(nproc) threads" cell refresh bareStat ms
    row "Reconcile : the same, one thread" cell refresh bareStatOneThread ms
    row "Reconcile : the same, processor time of both" cell refreshProcessor bareStatProcessor ms
    row "Reopen until reconciled : stat of every file, $(nproc) threads" cell reopenReconcile bareStat ms
    row "Start to window : empty web engine window" cell window emptyWindow ms
    row "… : one that draws like Lectern" cell window alikeWindow ms
    row "Reopen, start to first rows : empty window" cell reopenRows emptyWindow ms
    row "New folder, start to first rows : empty window" cell newRows emptyWindow ms
    row "New folder in the open window to first rows" plain newFolderRows
    row "Start to article visible : empty window" cell articleVisible emptyWindow ms
    row "Start to article visible : a line of text visible in that" cell articleVisible emptyPage ms
    row "… : in one that draws like Lectern" cell articleVisible alikePage ms
    row "Key press to next article visible : bare load of the same page" cell nextArticle barePage ms
    row "Mark one article : one row written and synced" cell markOne bareMark ms
    row "Mark everything as read : one row written and synced" cell markAll bareMark ms
    row "Unread counts : the marked articles joined and counted" cell counts bareCounts ms
    row "Unread view, first rows : all numbers read in order" cell unreadFirst bareList ms
    row "Unread view, whole : all numbers read in order" cell unreadView bareList ms
    row "Window's thread held at most, by opening the archive" plain heldOpen
    row "… by marking one article" plain heldMarkOne
    row "… by marking everything" plain heldMarkAll
    row "… by taking that back" plain heldUndo
    row "… by opening the Unread view" plain heldUnread
    row "… by marking everything one by one" plain heldBulk
    row "Longest answer to a reader while everything is marked one by one" plain rowsBehindBulk
    row "Memory, archive open : empty window" more openMemory emptyMemory
    row "… : one that draws like Lectern" more openMemory alikeMemory
    row "Memory, highest in the first pass : empty window" more passMemory emptyMemory
}

print_sanitizer() {
    figures=$work/figures-sanitizer
    local folders=("$project/seeds")
    [[ -d $project/../shared/corpus ]] && folders+=("$project/../shared/corpus")
    "$tools/bench_sanitizer" "${folders[@]}" >>"$figures"
    echo "Sanitise and build : gumbo alone over the same bytes ($(figure articles | cut --delimiter=. --fields=1)" \
        "articles): $(cell safePage bareGumbo ms)"
    echo
    echo "| hostile article | time | memory |"
    echo "|---|---:|---:|"
    "$tools/bench_sanitizer" --bombs | while read -r time memory name; do
        echo "| $name | $time ms | $memory MiB |"
    done
}

print_pictures() {
    figures=$work/figures-pictures
    "$tools/bench_pictures" time 100 >>"$figures" 2>>"$work/log"
    for _ in 1 2 3; do
        "$tools/bench_pictures" memory ours 300 >>"$figures" 2>>"$work/log"
        "$tools/bench_pictures" memory bare 300 >>"$figures" 2>>"$work/log"
    done
    echo "| Lectern : Chromium with the same files | |"
    echo "|---|---:|"
    echo "| An article with 100 stored pictures until all have arrived | $(cell picturesLoaded barePicturesLoaded ms) |"
    echo "| The same until all are decoded and painted | $(cell picturesPainted barePicturesPainted ms) |"
    echo "| The same : a scheme handler that has them in memory | $(cell picturesPainted schemePicturesPainted ms) |"
    echo "| Memory with 300 pictures | $(more picturesMemory barePicturesMemory) |"
}

print_machine() {
    local memory
    memory=$(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
    # shellcheck source=/dev/null
    echo "$(. /etc/os-release && echo "$PRETTY_NAME"), $(nproc) cores, $memory of memory," \
        "$(date --utc +%Y-%m-%d), load $(cut --delimiter=' ' --fields=1 /proc/loadavg) at the start"
}

# --- All of it, on a screen that nobody else draws on

if [[ -z ${LECTERN_BENCH_SCREEN:-} ]]; then
    prepare
    export LECTERN_BENCH_SCREEN=1
    exec xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24' "${BASH_SOURCE[0]}" "$@"
fi

export LC_ALL=C.UTF-8
unset LANGUAGE WAYLAND_DISPLAY
# Chromium refuses its sandbox to root; it is shown nothing but what the generator wrote.
if ((EUID == 0)); then
    export QTWEBENGINE_DISABLE_SANDBOX=1
fi
work=$(mktemp --directory "$place/run-XXXXXX")
trap 'rm --recursive --force -- "$work"' EXIT
mkdir --mode=700 -- "$work/runtime"
export XDG_RUNTIME_DIR=$work/runtime
export TMPDIR=$work  # the catalogues lie on the same disk as the archives

mapfile -t sizes < <(printf '%s\n' 1000 100000 "$@" | sort --numeric-sort --unique)
machine=$(print_machine)
for count in "${sizes[@]}"; do
    generate "$count"
    measure "$count"
done
echo "$machine"
echo
print_table
echo
print_sanitizer
echo
print_pictures

#!/usr/bin/env bash
# Proves that each validator of the sanitizer, and each guard of the pictures and of the pane, is held by a test:
# switches off one at a time, in a copy of its source, and requires that a test fails. The product's own source
# stays as it is.
#
#     tests/validators.sh BUILD_DIR            all of them, some minutes
#     tests/validators.sh BUILD_DIR --short    every twentieth
#     tests/validators.sh BUILD_DIR WORD…      those whose name holds one of the words
#     tests/validators.sh BUILD_DIR --list     their names
#
# Left out are three that nothing can reach while the others hold, and that stay as second lines: gumbo mends
# UTF-8 itself, foreign names never arrive there, and QUrl encodes what an address must not hold.
#
# BUILD_DIR is a finished build by Ninja. As many at a time as LECTERN_JOBS says, or as there are processors. Each
# line names the test that failed, so that one that fails for another reason can be seen. Exit status 1 where a
# validator can be switched off unnoticed, or where a change no longer finds its line.
set -uo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
build=$(cd -- "${1:?the build directory is missing}" && pwd)
shift
work=$build/validators
jobs=${LECTERN_JOBS:-$(nproc)}
seconds=120 # for one test: a bomb that is not stopped counts as a failure
# As ctest has it; windows need it.
export QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1 LANGUAGE=en LC_ALL=C.UTF-8

# name ~ unit in app/page, or with its room ~ sed expression ~ tests that may notice
changes() {
    cat "$project"/tests/{validators,imageguards,paneguards}.txt
    local name
    for name in script style title textarea datalist object applet canvas noembed noframes xmp listing map portal \
        x-option x-optgroup; do
        echo "drop: $name ~ htmlrules ~ /droppedElements()/,/return names/s/\"$name\", *// ~ hostilecases htmlrules"
    done
    for name in svg math select option optgroup template frame frameset isindex form button input keygen html head \
        body noscript blink marquee; do
        echo "rename: $name ~ tagrewriting ~ s/{\"$name\", \"[a-z-]*\"},*// ~ tagrewriting"
    done
    # Those that are on unless somebody switches them off.
    for name in JavascriptEnabled JavascriptCanOpenWindows LocalStorageEnabled LocalContentCanAccessFileUrls \
        ErrorPageEnabled WebGLEnabled Accelerated2dCanvasEnabled AutoLoadIconsForPage PdfViewerEnabled \
        NavigateOnDropEnabled; do
        echo "setting: $name ~ ui/webprofile ~ s/Settings::$name,* *// ~ webprofile"
    done
}

selected() {
    case ${1:-} in
    '') changes ;;
    --short) changes | awk 'NR % 20 == 1' ;;
    *) changes | grep --fixed-strings --regexp="$(printf '%s\n' "$@")" ;;
    esac
}

# The command that Ninja has for a target, its last step.
command_for() {
    ninja -C "$build" -t commands "$1" | tail -n 1
}

# Its path in the project.
source_of() {
    case $1 in
    ui/*) echo "$1" ;;
    */*) echo "app/$1" ;;
    *) echo "app/page/$1" ;;
    esac
}

# Not optimised: that would take longer than it saves.
compile_changed() { # unit
    local source library=lectern_core object command
    source=$(source_of "$1").cpp
    [[ $source == ui/* ]] && library=lectern_ui
    object=CMakeFiles/$library.dir/$source.o
    command=$(command_for "$object")
    command=${command//"$project/$source"/"$work/${1##*/}.cpp"}
    command=${command//"$object"/"$work/${1##*/}.o"}
    (cd -- "$build" && eval "$command -w -O0 -g0") >"$work/log" 2>&1
}

# The changed object comes before the library, whose own is then not looked at.
link_changed() { # test unit
    local command
    command=$(command_for "tst_$1")
    command=${command/ -o tst_$1 / $work/${2##*/}.o -o $work/tst_$1 }
    command=${command%%&& cd *}
    (cd -- "$build" && eval "${command%&& :}") >"$work/log" 2>&1
}

# True where the test in that folder passes; bombs are left out, they would only take time.
passes() { # folder test
    local functions=()
    [[ $2 == hostilecases ]] && functions=(everyCase everyCase_anywhere)
    # The shell would say that one was aborted, where it is the last command.
    (timeout "$seconds" "$1/tst_$2" "${functions[@]}" >"$work/log" 2>&1 || exit 1) 2>/dev/null
}

# What failed first, or that it crashed or took too long.
failure() {
    local first
    first=$(grep --text --max-count=1 '^FAIL!' "$work/log" | sed 's/^FAIL! *: *[A-Za-z]*::\([^(]*([^)]*)\).*/\1/')
    echo "${first:-no end}"
}

# A test that fails anyway would notice everything.
check_unchanged() {
    local test
    for test in $(selected "$@" | cut --delimiter='~' --fields=4 | tr ' ' '\n' | sort --unique); do
        if ! passes "$build" "$test"; then
            echo "tst_$test fails before anything is changed:"
            cat "$work/log"
            return 1
        fi
    done
}

# Prints what became of one change; false where nobody noticed.
try_change() { # name unit expression tests
    local name=$1 unit=$2 expression=$3 test original changed
    original=$project/$(source_of "$unit").cpp
    changed=$work/${unit##*/}.cpp
    sed --expression="$expression" "$original" >"$changed" || return 1
    if cmp --silent "$changed" "$original"; then
        echo "NO LINE   $name: $expression finds nothing in $unit.cpp"
        return 1
    fi
    if ! compile_changed "$unit"; then
        echo "NO BUILD  $name"
        cat "$work/log"
        return 1
    fi
    for test in $4; do
        if ! link_changed "$test" "$unit"; then
            echo "NO BUILD  $name, tst_$test"
            cat "$work/log"
            return 1
        fi
        if ! passes "$work" "$test"; then
            echo "noticed   $name (tst_$test, $(failure))"
            return 0
        fi
    done
    echo "UNNOTICED $name (tried: $4)"
    return 1
}

# One line of the lists, in a folder of its own.
try_line() {
    local name unit expression tests
    IFS='~' read -r name unit expression tests <<<"$1"
    read -r name <<<"$name"
    read -r unit <<<"$unit"
    expression=${expression# }
    work=$(mktemp --directory --tmpdir="$work")
    try_change "$name" "$unit" "${expression% }" "$tests"
    local status=$?
    rm --recursive -- "$work"
    return "$status"
}

case ${1:-} in
--list)
    changes | cut --delimiter='~' --fields=1
    exit
    ;;
--line) # one of several at a time
    try_line "$2"
    exit
    ;;
esac
mkdir --parents -- "$work"
results=$(mktemp --tmpdir="$work")
check_unchanged "$@" || exit
count=$(selected "$@" | wc --lines)
selected "$@" | xargs --delimiter='\n' --max-args=1 --max-procs="$jobs" "${BASH_SOURCE[0]}" "$build" --line |
    tee "$results"
wrong=$((count - $(grep --count '^noticed ' "$results")))
rm -- "$results"
echo "$count validators, $wrong without a test"
((count > 0 && wrong == 0))

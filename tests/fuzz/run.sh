#!/usr/bin/env bash
# Fuzzes what reads a stranger's bytes, with clang's libFuzzer and the address and undefined behaviour sanitizers.
#
#     tests/fuzz/run.sh [SECONDS=60] [NAME…]
#     tests/fuzz/run.sh --short [NAME…]
#
# SECONDS is for each fuzzer; 0 only replays what is kept. NAMEs are those of the fuzz_NAME.cpp. The corpus
# stays in LECTERN_FUZZ_FOLDER (build/fuzz of the project, by default), crashes lie beside it. --short is for the
# tests: what is kept, and as many inputs more, the same each time. Without clang it says so, and leaves with
# status 77 where it was --short. Exit status 1 where something was found.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
seconds=${1:-60}
without_clang=0
limits=(-max_total_time="$seconds")
case $seconds in
0) limits=(-runs=0) ;;
--short) limits=(-runs=1000 -seed=1) without_clang=77 ;;
esac
shift || true
folder=${LECTERN_FUZZ_FOLDER:-$here/../../build/fuzz}
all=(sanitizer address srcset style frontmatter head date encoding picture store)
longest=65536 # bytes of one input

for compiler in clang++-14 clang++; do
    command -v "$compiler" >/dev/null && break
    compiler=
done
if [[ -z $compiler ]]; then
    echo "No clang here: the fuzzers are left out."
    exit "$without_clang"
fi

launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
if ! cmake -S "$here" -B "$folder" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" "${launcher[@]}" >"$folder.log" 2>&1; then
    cat "$folder.log"
    exit 1
fi
cmake --build "$folder" -- --quiet

# Small inputs to start from; the sanitizer's are the hostile bodies of the unit tests.
seed() { # fuzzer text…
    local corpus=$folder/corpus/$1 text
    shift
    for text in "$@"; do
        printf '%b' "$text" >"$corpus/seed-$(printf '%s' "$text" | cksum | cut --delimiter=' ' --fields=1)"
    done
}
for name in "${all[@]}"; do
    mkdir --parents -- "$folder/corpus/$name"
done
"$folder/fuzz_seeds" "$folder/corpus/sanitizer"
seed sanitizer 'h<p><span style="color:red"><br>a</span></p>' \
    'h<font color="#ff0000">\xef\xbb\xbfa</font>'
seed address 'https://s.example/a\n../b.png?c#d' '\nhttps://cors.mhuig.top/?r=https://a.example&url=https://b.example/c' \
    'file:///a/b.md\nc.png' '\nhttps://i0.wp.com/a.example/b' '\nmailto:a@b.example' '\nhttps://s.example//cdn.example/a'
seed srcset 'a 1x, b 2x' 'a,b 100w 50h, c f(1,2) 3x'
seed style 'color:rgba(1,2,3,.5);float:left;width:1px' 'text-align:center!important;font-weight:700'
seed frontmatter "y---\ntitle: 'a'\ncategories:\n - b\n - c\ndate: 2021-08-25\n---\nx" "ytitle: a\ncategories: ['b', 'c']\n" \
    "ytitle: ['b', 'c']\n" 'ytitle: "a"\ncategories:\n  - - b\n    - c' 't+++\ntitle = "a\\\\u0041"\ncategories = ["b"]\n+++\n'
seed head "---\ntitle: 'a'\ncategories:\n - b\ndate: 2021-08-25\n---\n<p>x &amp; y</p>\n{% link https://a.example/ %}\n" \
    "\n---\ntitle: a  b\nlink: https://a.example/?a&amp;b\ndate: 2021-08-25T12:00:00.000Z\nheadimg: c.png\n---\n正文" \
    "---\ndate: 2021-08-25\n---\na ->"
seed date 'Tue, 23 Nov 2021 04:19:03 GMT' '2021-08-25T12:00:00.000+08:00' 'Nov 23, 2021 4:19 PM' '1637641143' \
    '2021年8月25日 12:00' '2021-08-25-name.md'
seed encoding '\xef\xbb\xbfa' '\xff\xfea\x00' '\xc4\xe3\xba\xc3' '\xa7\x41\xa6\x6e' 'caf\xe9'
seed picture 'GIF89a\x04\x00\x05\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x04\x00\x05\x00\x00\x02\x02\x44\x01\x00;' \
    '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x07\x00\x00\x00\x09\x08\x02\x00\x00\x00' \
    'RIFF\x1a\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00\x01\x00\x00\x01\x00\x00' '\xff\xd8\xff\xe0\x00\x10JFIF'
seed store '\x00\x01GIF89a' '\x00\x02https://a.example/b.png' '\xff\xff\x89PNG'

found=0
for name in "${@:-${all[@]}}"; do
    echo "fuzz_$name, ${limits[*]}"
    # gumbo leaves by longjmp, and what it had then lies in the arena: no leaks are looked for.
    if ! ASAN_OPTIONS=detect_leaks=0 "$folder/fuzz_$name" "${limits[@]}" -max_len="$longest" \
        -timeout=20 -rss_limit_mb=2048 -artifact_prefix="$folder/$name-" "$folder/corpus/$name" >"$folder/$name.log" 2>&1; then
        found=$((found + 1))
        grep --text --extended-regexp 'BROKEN|ERROR|runtime error|ASSERT|^ *#[0-9]+ .*app/|artifact_prefix' "$folder/$name.log" | head -n 20
    fi
    grep --text --extended-regexp '^#[0-9]+.*DONE|stat::number' "$folder/$name.log" || true
done
((found == 0))

#!/usr/bin/env bash
# What the desktop is told of Lectern, checked by the desktop's own tools, and the manual and the completion against
# the program's own options:
#
#     tests/packaging.sh PROGRAM METAINFO
#
# Ends with 77, "skipped", where one of the tools is missing.
set -euo pipefail

program=$1
metainfo=$2
packaging=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../packaging" && pwd)

missing=()
for tool in desktop-file-validate appstreamcli man; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done

options=$("$program" --help | grep --only-matching --extended-regexp '^ +(-[a-z], )?--[a-z-]+' |
    grep --only-matching --extended-regexp -- '--[a-z-]+' | sort)
[[ -n $options ]]
for option in $options; do
    grep --quiet --fixed-strings -- "${option//-/\\-}" "$packaging/lectern.1" ||
        { echo "lectern.1 does not know $option" >&2; exit 1; }
done
# shellcheck source=packaging/lectern.bash
source "$packaging/lectern.bash"
COMP_WORDS=(lectern --) COMP_CWORD=1 COMPREPLY=()
compopt() { :; } # works while completing only
_lectern
diff <(printf '%s\n' "${COMPREPLY[@]}" | sort) <(echo "$options") >&2

if ((${#missing[@]} > 0)); then
    echo "Not installed here, so not everything was checked: ${missing[*]}"
    exit 77
fi
desktop-file-validate "$packaging/org.lectern.Lectern.desktop"
appstreamcli validate --no-net "$metainfo"
# As it is where the source has an address, with the pictures.
published=$(mktemp --directory)
trap 'rm --recursive --force -- "$published"' EXIT
sed 's,@LECTERN_HOMEPAGE@,https://example.org/lectern,; s,@LECTERN_PICTURES@,https://example.org/raw,' \
    "$packaging/org.lectern.Lectern.metainfo.xml.in" >"$published/org.lectern.Lectern.metainfo.xml"
appstreamcli validate --no-net "$published/org.lectern.Lectern.metainfo.xml"
for picture in $(grep --only-matching --extended-regexp '@LECTERN_PICTURES@/[^<]+' \
    "$packaging/org.lectern.Lectern.metainfo.xml.in"); do
    test -s "$packaging/../resources/screenshots/${picture#*/}"
done
[[ -z $(man --warnings --local-file "$packaging/lectern.1" 2>&1 >/dev/null) ]]

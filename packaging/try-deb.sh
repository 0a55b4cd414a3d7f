#!/usr/bin/env bash
# Installs the package on a bare Debian 12 in a folder of its own, and tries it there: lists the samples, draws an
# article through the web engine, and keeps a window open for some seconds. Needs root, debootstrap and the network:
#
#     packaging/try-deb.sh PACKAGE.deb [MIRROR]
set -euo pipefail

package=$(realpath -- "$1")
# shellcheck disable=SC2016 # apt fills it in
# The mirror that this machine itself installs from.
mirror=${2:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)}
root=$(mktemp --directory)
trap 'rm --recursive --force --one-file-system -- "$root"' EXIT

debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log"
rm --force "$root.log"
for file in /etc/apt/apt.conf.d/*proxy* /etc/resolv.conf; do
    [[ -e $file ]] && cp --dereference "$file" "$root$file"
done
cp -- "$package" "$root/lectern.deb"

inside() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1 "$@"; }

inside apt-get update --quiet=2
inside apt-get install --yes --quiet=2 --no-install-recommends /lectern.deb >/dev/null
inside lectern --version
inside lectern --list /usr/share/lectern/seeds | wc --lines
article=$(inside find /usr/share/lectern/seeds -name 'how-to-read-a-tide-table.md')
inside lectern --export /tmp/article.png "$article"
inside test -s /tmp/article.png
# Still there after some seconds: timeout ends it with 124.
inside timeout 8 lectern /usr/share/lectern/seeds && ended=0 || ended=$?
[[ $ended == 124 ]] || { echo "The window did not stay open ($ended)." >&2; exit 1; }
inside apt-get remove --yes --quiet=2 lectern >/dev/null
inside test ! -e /usr/bin/lectern
echo "The package installs, starts, draws and leaves again."

#!/usr/bin/env bash
# Makes a Debian package of Lectern, build/release/lectern_*.deb, and says what lintian thinks of it where that is
# installed. Installs what is missing to build it (as root or with sudo).
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$project/packaging/packages.sh"

need_packages "${build_packages[@]}" "${run_packages[@]}" dpkg-dev file
cd -- "$project"
# Who builds it answers for it, as in Debian's own tools; without a name the package says that nobody does.
contact=()
if [[ -n ${DEBEMAIL:-} ]]; then
    contact=(-DCPACK_PACKAGE_CONTACT="${DEBFULLNAME:-$DEBEMAIL} <$DEBEMAIL>")
fi
# As Debian builds its own programs: guarded stacks and buffers, addresses bound before main() and then locked.
hardened() { DEB_BUILD_MAINT_OPTIONS=hardening=+all dpkg-buildflags --get "$1"; }
cmake --preset release "${contact[@]}" -DCMAKE_CXX_FLAGS="$(hardened CPPFLAGS) $(hardened CXXFLAGS)" \
    -DCMAKE_EXE_LINKER_FLAGS="$(hardened LDFLAGS)"
cmake --build --preset release --target lectern compressed_texts
rm --force build/release/lectern_*.deb
(umask 022 && cd build/release && cpack)
package=$(ls "$project"/build/release/lectern_*.deb)
if command -v lintian >/dev/null; then
    lintian --allow-root --fail-on error,warning "$package"
fi
echo "$package"

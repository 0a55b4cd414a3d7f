#!/usr/bin/env bash
# Makes an AppImage of Lectern, build/release/Lectern-*.AppImage, for systems that are at least as new as this one:
#
#     packaging/appimage.sh
#
# Wants linuxdeploy and its Qt plugin, which Debian does not have, under these names in the PATH:
# https://github.com/linuxdeploy/linuxdeploy and https://github.com/linuxdeploy/linuxdeploy-plugin-qt
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$project/packaging/packages.sh"

for tool in linuxdeploy linuxdeploy-plugin-qt; do
    command -v "$tool" >/dev/null || { echo "$tool is not in the PATH; the head of this script says where it is." >&2
        exit 1; }
done
need_packages "${build_packages[@]}" "${run_packages[@]}"
cd -- "$project"
cmake --preset release -DCMAKE_INSTALL_PREFIX=/usr
cmake --build --preset release --target lectern compressed_texts
folder=build/release/AppDir
rm --recursive --force -- "$folder"
DESTDIR=$folder cmake --install build/release

# What is loaded while it runs, which no linker sees: icons, Wayland. The plugin finds the rest by the libraries.
export QMAKE=/usr/lib/qt6/bin/qmake6
export EXTRA_QT_MODULES='svg;wayland-graphics-integration-client'
export EXTRA_PLATFORM_PLUGINS='libqwayland-egl.so;libqwayland-generic.so'
LDAI_OUTPUT=build/release/Lectern-$(uname --machine).AppImage
export LDAI_OUTPUT
linuxdeploy --appdir "$folder" --desktop-file "$folder/usr/share/applications/org.lectern.Lectern.desktop" \
    --icon-file resources/icons/lectern-256.png --icon-filename org.lectern.Lectern --plugin qt --output appimage
echo "$LDAI_OUTPUT"

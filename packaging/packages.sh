# What Lectern needs from Debian 12, and how the scripts beside this file get it. Sourced, never run.
# shellcheck shell=bash disable=SC2034

# To compile it.
build_packages=(
    cmake
    g++
    libgumbo-dev
    libicu-dev
    libmd4c-dev
    libmd4c-html0-dev
    libsimdjson-dev
    libsqlite3-dev
    libssl-dev            # libcrypto
    libyaml-cpp-dev
    ninja-build
    pkg-config
    qt6-base-dev
    qt6-declarative-dev   # QuickWidgets
    qt6-l10n-tools        # lrelease, lupdate
    qt6-tools-dev         # CMake's LinguistTools
    qt6-tools-dev-tools
    qt6-webengine-dev
)

# To run it.
run_packages=(
    ca-certificates             # pictures over https
    fonts-noto-cjk
    libgl1-mesa-dri             # drawing without a graphics card
    libqt6sql6-sqlite
    libqt6svg6                  # the icons
    qt6-image-formats-plugins   # WebP thumbnails and the viewer
    qt6-translations-l10n       # Qt's own dialogs in the reader's language
    qt6-wayland
    xdg-utils                   # opens links in the browser
)

# To show it, or test it, where there is no screen.
screen_packages=(
    dbus-daemon   # a bus for the tests alone
    imagemagick
    xauth
    xdotool
    xvfb
)

# To check what the desktop is told of it.
check_packages=(
    appstream
    desktop-file-utils
    man-db
)

# Installs those of the named packages that are missing. Asks apt nothing when none is.
need_packages() {
    local missing=() package
    for package in "$@"; do
        if [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
            missing+=("$package")
        fi
    done
    if ((${#missing[@]} == 0)); then
        return 0
    fi

    local root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and installing them needs root or sudo: ${missing[*]}" >&2
            return 1
        fi
        root=(sudo)
    fi
    echo "Installing: ${missing[*]}" >&2
    # An unreachable third-party source must not stop us: what matters is whether the installation succeeds.
    "${root[@]}" apt-get update || echo "apt-get update failed; trying with the lists that are here." >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}"
}

#!/usr/bin/env bash
# What the machine must have before the first build: Swift, and some libraries from apt. Says what it
# does, and is silent when there is nothing to do. Called by make; `make setup` runs it alone.
#
# usage: packaging/setup.sh SWIFT [PACKAGE...]
#
# SWIFT is the compiler's path, or empty when make found none. PACKAGEs are what a target needs beside the
# rest.
set -euo pipefail

readonly OLDEST=6.2
# libxml2-utils and sqlite3 are for the tests and the demo, zlib1g-dev for SwiftNIO and the store, git for
# SwiftPM. perl makes the manual pages, python3 verifies a webhook's signature in a test; most Debians have both.
readonly PACKAGES=(
    ca-certificates curl git libsqlite3-dev libsystemd-dev libxml2-dev libxml2-utils perl pkg-config
    python3 sqlite3 zlib1g-dev "${@:2}"
)

fail() { printf 'set-up: %s\n' "$@" >&2; exit 1; }

check_swift() {
    local swift=$1 version
    [[ -n $swift ]] || fail \
        "Swift $OLDEST or later is needed and was not found, neither in PATH nor in /opt/swift/usr/bin." \
        "Get it from https://www.swift.org/install/linux/ and run make again (or: make SWIFT=/path/to/swift)."
    version=$("$swift" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    [[ -n $version ]] || fail "$swift did not say which version it is; is the installation complete?"
    [[ $(printf '%s\n' "$OLDEST" "$version" | sort -V | head -n 1) == "$OLDEST" ]] || fail \
        "Swift $OLDEST or later is needed; $swift is $version." \
        "Get a newer one from https://www.swift.org/install/linux/ and run make again."
}

# Machines without dpkg: the libraries may be there under other package names.
check_libraries() {
    local library missing=()
    for library in libsystemd sqlite3 libxml-2.0 zlib; do
        pkg-config --exists "$library" 2>/dev/null || missing+=("$library")
    done
    [[ ${#missing[@]} -eq 0 ]] || fail \
        "This is not a Debian or Ubuntu machine, so nothing was installed. Missing, by pkg-config's names: ${missing[*]}." \
        "Install pkg-config and the development files of systemd, SQLite 3, libxml2 and zlib, and run make again."
}

install_packages() {
    local package missing=() as_root=()
    for package in "${PACKAGES[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null || fail \
            "These packages are missing, and there is no sudo to install them with: ${missing[*]}." \
            "As root: apt-get update && apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    echo "set-up: installing from apt${as_root[0]:+ (with sudo)}: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq </dev/null ||
        echo "set-up: apt-get update failed; trying with the package lists there are." >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null ||
        fail "apt-get could not install ${missing[*]}; its own message is above."
    echo "set-up: done."
}

check_swift "${1:-}"
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    install_packages
else
    check_libraries
fi

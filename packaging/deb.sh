#!/usr/bin/env bash
# Builds the Debian package from the programs that `make build` made. Called by `make deb`.
#
# usage: packaging/deb.sh BINARIES CHECKOUTS SWIFT FOLDER [VERSION]
#
# BINARIES holds the programs and their pages, CHECKOUTS the sources that are linked in, SWIFT is the
# compiler; the package goes into FOLDER. VERSION is the programs' own unless given: the test of an upgrade
# gives a higher one.
#
# It is dpkg-deb and not debhelper, because there is little to do and all of it can be read here. qbsim is in
# the same package: it has to know exactly what its qbsyncd knows, and whoever installs on a server tries the
# pairing with it before a Windows computer is touched. It runs no service and costs a third of the size.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[[ $# -ge 4 ]] || { echo "usage: packaging/deb.sh BINARIES CHECKOUTS SWIFT FOLDER [VERSION]" >&2; exit 2; }
readonly BINARIES=$1 CHECKOUTS=$2 SWIFT=$3 FOLDER=$4
own_version=$("$BINARIES/qbsyncd" --version)
readonly VERSION=${5:-${own_version#qbsyncd }}
# Whoever builds it maintains it; the variables are those of Debian's own tools.
readonly MAINTAINER="${DEBFULLNAME:-qbsyncd authors} <${DEBEMAIL:-qbsyncd@localhost.localdomain}>"
architecture=$(dpkg --print-architecture)
readonly ARCHITECTURE=$architecture
# The day of the sources, so that the same sources make the same package.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH
work=$(mktemp -d "${TMPDIR:-/tmp}/qbsyncd-deb.XXXXXX")
trap 'rm -rf "$work"' EXIT
readonly ROOT=$work/root
readonly DOCUMENTS=$ROOT/usr/share/doc/qbsyncd

fill() {
    umask 022
    bash packaging/install.sh install "$BINARIES" "$ROOT" /usr >/dev/null
    # Debian 12 keeps units in /lib; the licence is in copyright, the changelog in changelog.gz.
    mkdir -p "$ROOT/lib"
    mkdir -p "$ROOT/lib/systemd"
    mv "$ROOT/usr/lib/systemd/system" "$ROOT/lib/systemd/system"
    rm "$DOCUMENTS/LICENSE"
    perl packaging/licences.pl "$CHECKOUTS" "$(toolchain_licence)" >"$DOCUMENTS/copyright"
    perl packaging/debian/changelog.pl "$VERSION" "$SOURCE_DATE_EPOCH" "$MAINTAINER" <CHANGELOG.md |
        gzip -9n >"$DOCUMENTS/changelog.gz"
    install -D -m 644 packaging/debian/lintian-overrides "$ROOT/usr/share/lintian/overrides/qbsyncd"
}

toolchain_licence() {
    local compiler
    compiler=$(readlink -f "$SWIFT")
    local licence=${compiler%/bin/*}/share/swift/LICENSE.txt
    [[ -r $licence ]] || { echo "deb: Swift's licence is not at $licence" >&2; return 1; }
    echo "$licence"
}

# The libraries that the programs are linked to, as packages with versions.
library_packages() {
    # dpkg-shlibdeps wants to be in a source package.
    mkdir -p "$work/source/debian"
    printf 'Source: qbsyncd\n\nPackage: qbsyncd\nArchitecture: any\nDescription: x\n' >"$work/source/debian/control"
    # It warns of each library of the compiler that a debug build is linked to, since no package has it.
    (cd "$work/source" && dpkg-shlibdeps -O "$ROOT"/usr/bin/qbs* 2> >(grep -v '^dpkg-shlibdeps: warning' >&2)) |
        sed -n 's/^shlibs:Depends=//p'
}

describe() {
    mkdir -m 755 "$ROOT/DEBIAN"
    install -m 755 packaging/debian/{postinst,prerm,postrm} "$ROOT/DEBIAN/"
    echo /etc/qbsyncd/qbsyncd.toml >"$ROOT/DEBIAN/conffiles"
    (cd "$ROOT" && find . -type f ! -path './DEBIAN/*' ! -path './etc/*' -printf '%P\0' | sort -z |
        xargs -0 md5sum >DEBIAN/md5sums)
    local libraries size
    libraries=$(library_packages)
    [[ $libraries == *libxml2* ]] || { echo "deb: the libraries could not be told: $libraries" >&2; return 1; }
    size=$(du -sk --apparent-size --exclude=DEBIAN "$ROOT" | cut -f 1)
    {
        printf 'Package: qbsyncd\nVersion: %s\nArchitecture: %s\n' "$VERSION" "$ARCHITECTURE"
        printf 'Maintainer: %s\nInstalled-Size: %s\n' "$MAINTAINER" "$size"
        printf 'Depends: %s, systemd (>= 252), init-system-helpers (>= 1.54)\n' "$libraries"
        printf 'Recommends: ca-certificates\nSuggests: sqlite3, nginx | caddy\nSection: admin\nPriority: optional\n'
        printf 'Description: %s\n' "$(<packaging/debian/description)"
    } >"$ROOT/DEBIAN/control"
    echo "make deb: installed size $((size / 1024)) MB"
}

fill
describe
find "$ROOT" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0 -r touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
mkdir -p "$FOLDER"
readonly PACKAGE=$FOLDER/qbsyncd_${VERSION}_$ARCHITECTURE.deb
# A lower level than usual: somewhat larger, and much faster. For a test that throws it away, none at all.
dpkg-deb --root-owner-group -Z"${DEB_COMPRESSION:-xz}" -z2 --build "$ROOT" "$PACKAGE" >/dev/null
echo "make deb: $PACKAGE"

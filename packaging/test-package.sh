#!/usr/bin/env bash
# Packs the programs of a debug build and looks at what came out: every file that an administrator or a shell
# looks for is in it, each where Debian has it. Called by `make test`; the package for use is `make deb`.
#
# usage: packaging/test-package.sh BINARIES CHECKOUTS SWIFT FOLDER
#
# The programs with their pages are left in FOLDER/programs and the package in FOLDER, for the tests on a real
# systemd.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[[ $# -eq 4 ]] || { echo "usage: packaging/test-package.sh BINARIES CHECKOUTS SWIFT FOLDER" >&2; exit 2; }
readonly BINARIES=$1 CHECKOUTS=$2 SWIFT=$3 FOLDER=$4

# Without debugging information, which is two thirds of them and concerns nobody here.
rm -rf "$FOLDER"
mkdir -p "$FOLDER/programs"
for program in qbsyncd qbsyncctl qbsim; do strip -o "$FOLDER/programs/$program" "$BINARIES/$program"; done
bash packaging/pages.sh "$FOLDER/programs"
DEB_COMPRESSION=none bash packaging/deb.sh "$FOLDER/programs" "$CHECKOUTS" "$SWIFT" "$FOLDER" >/dev/null
package=$(find "$FOLDER" -maxdepth 1 -name 'qbsyncd_*.deb')
[[ -n $package ]] || { echo "test-package: no package came out" >&2; exit 1; }

work=$(mktemp -d "${TMPDIR:-/tmp}/qbsyncd-package.XXXXXX")
trap 'rm -rf "$work"' EXIT
readonly ROOT=$work/unpacked
dpkg-deb --raw-extract "$package" "$ROOT"
failures=0
fail() { echo "test-package: $1" >&2; failures=$((failures + 1)); }

readonly EXPECTED=(
    usr/bin/{qbsyncd,qbsyncctl,qbsim}
    etc/qbsyncd/qbsyncd.toml
    lib/systemd/system/{qbsyncd.service,qbsyncd.socket,qbsyncd-backup.service,qbsyncd-backup.timer}
    usr/lib/{sysusers.d,tmpfiles.d}/qbsyncd.conf
    usr/lib/systemd/catalog/qbsyncd.catalog
    usr/share/man/man8/qbsyncd.8.gz usr/share/man/man1/{qbsyncctl,qbsim}.1.gz usr/share/man/man5/qbsyncd.toml.5.gz
    usr/share/bash-completion/completions/{qbsyncd,qbsyncctl,qbsim}
    usr/share/zsh/vendor-completions/_{qbsyncd,qbsyncctl,qbsim}
    usr/share/fish/vendor_completions.d/{qbsyncd,qbsyncctl,qbsim}.fish
    usr/share/doc/qbsyncd/{copyright,changelog.gz,README.md} usr/share/doc/qbsyncd/packaging/doc/{views,install,api}.md
    usr/share/doc/qbsyncd/examples/{nginx.conf,Caddyfile}
    DEBIAN/{control,conffiles,md5sums,postinst,prerm,postrm}
)
for file in "${EXPECTED[@]}"; do [[ -s $ROOT/$file ]] || fail "$file is not in the package"; done
(cd "$ROOT" && md5sum --quiet -c DEBIAN/md5sums) || fail "the sums of its files are not those that it says"
for script in postinst prerm postrm; do sh -n "$ROOT/DEBIAN/$script" || fail "$script is no shell script"; done
while IFS= read -r file; do [[ -e $ROOT$file ]] || fail "the configuration file $file is not in it"; done <"$ROOT/DEBIAN/conffiles"
for field in Package Version Architecture Maintainer Installed-Size Depends Description; do
    grep -q "^$field: ." "$ROOT/DEBIAN/control" || fail "its control file has no $field"
done
# All that is linked in has its licence there, under the name of its checkout.
for checkout in "$CHECKOUTS"/*/; do
    grep -qi "$(basename "$checkout" .swift)" "$ROOT/usr/share/doc/qbsyncd/copyright" ||
        fail "copyright does not name $(basename "$checkout")"
done
[[ $failures -eq 0 ]] || exit 1
echo "test-package: ${#EXPECTED[@]} files are where they belong in $(basename "$package")"

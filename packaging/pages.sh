#!/usr/bin/env bash
# Makes what the programs can say about themselves: manual pages and the shells' completions. They go into
# BINARIES/share, laid out as under /usr/share.
#
# usage: packaging/pages.sh BINARIES      BINARIES holds qbsyncd, qbsyncctl and qbsim
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly BINARIES=${1:?usage: packaging/pages.sh BINARIES}
readonly SHARE=$BINARIES/share
version=$("$BINARIES/qbsyncd" --version)
readonly VERSION=${version#qbsyncd }
# The day of the sources, not of the build, so that the same sources make the same pages.
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
date=$(date -u -d "@$epoch" +%Y-%m-%d)
readonly DATE=$date

page() { mkdir -p "$SHARE/man/man$2"; gzip -9n >"$SHARE/man/man$2/$1.$2.gz"; }

manual() {
    local program=$1 section=$2
    "$BINARIES/$program" --experimental-dump-help |
        perl packaging/manual.pl program "$section" "$VERSION" "$DATE" | page "$program" "$section"
}

completions() {
    local program=$1
    mkdir -p "$SHARE"/{bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}
    # It is read by a shell and not run, so it has no #! line.
    "$BINARIES/$program" --generate-completion-script bash |
        sed '1{/^#!/d}' >"$SHARE/bash-completion/completions/$program"
    "$BINARIES/$program" --generate-completion-script zsh >"$SHARE/zsh/vendor-completions/_$program"
    "$BINARIES/$program" --generate-completion-script fish >"$SHARE/fish/vendor_completions.d/$program.fish"
}

rm -rf "$SHARE"
manual qbsyncd 8
manual qbsyncctl 1
manual qbsim 1
perl packaging/manual.pl configuration "$VERSION" "$DATE" <etc/qbsyncd/qbsyncd.toml | page qbsyncd.toml 5
for program in qbsyncd qbsyncctl qbsim; do completions "$program"; done

#!/usr/bin/env bash
# Puts the built programs and what belongs to them in place, or takes them away again. Called by make.
#
# usage: packaging/install.sh install|uninstall BINARIES DESTDIR PREFIX
#
# With DESTDIR (for building a package) only files are copied. Without it this machine is told about
# them as well: its users, folders, journal catalog and units. A configuration that is there is kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly VERB=$1 BINARIES=$2 DESTDIR=$3 PREFIX=$4
readonly PROGRAMS=(qbsyncd qbsyncctl qbsim)
readonly UNITS=$PREFIX/lib/systemd/system
readonly UNIT=$UNITS/qbsyncd.service
readonly DOCUMENTS=$PREFIX/share/doc/qbsyncd
readonly CONFIGURATION=/etc/qbsyncd/qbsyncd.toml

# Each file that is installed, as "mode source target".
files() {
    local program
    for program in "${PROGRAMS[@]}"; do echo "755 $BINARIES/$program $PREFIX/bin/$program"; done
    echo "644 packaging/qbsyncd.service $UNIT"
    echo "644 packaging/qbsyncd.socket $UNITS/qbsyncd.socket"
    echo "644 packaging/qbsyncd-backup.service $UNITS/qbsyncd-backup.service"
    echo "644 packaging/qbsyncd-backup.timer $UNITS/qbsyncd-backup.timer"
    echo "644 packaging/qbsyncd.sysusers $PREFIX/lib/sysusers.d/qbsyncd.conf"
    echo "644 packaging/qbsyncd.tmpfiles $PREFIX/lib/tmpfiles.d/qbsyncd.conf"
    echo "644 packaging/qbsyncd.catalog $PREFIX/lib/systemd/catalog/qbsyncd.catalog"
    echo "644 README.md $DOCUMENTS/README.md"
    echo "644 CHANGELOG.md $DOCUMENTS/CHANGELOG.md"
    echo "644 LICENSE $DOCUMENTS/LICENSE"
    echo "644 CONTRIBUTING.md $DOCUMENTS/CONTRIBUTING.md"
    local page
    for page in packaging/doc/*.md; do echo "644 $page $DOCUMENTS/$page"; done
    for page in packaging/examples/*; do echo "644 $page $DOCUMENTS/examples/${page##*/}"; done
    # Manual pages and completions, which the programs made of themselves: packaging/pages.sh.
    [[ -d $BINARIES/share ]] || return 0
    while read -r page; do
        echo "644 $BINARIES/share/$page $PREFIX/share/$page"
    done < <(cd "$BINARIES/share" && find . -type f -printf '%P\n' | sort)
}

has_systemd() { [[ -z $DESTDIR && -d /run/systemd/system ]]; }

install_all() {
    [[ -d $BINARIES/share/man ]] || { echo "install: the manual pages are not made yet; first: make build" >&2; exit 1; }
    [[ -n $DESTDIR || $EUID -eq 0 ]] || { echo "install: this needs root: sudo make install" >&2; exit 1; }
    local mode source target
    while read -r mode source target; do
        install -D -m "$mode" "$source" "$DESTDIR$target"
    done < <(files)
    local unit
    for unit in "$UNIT" "$UNITS"/qbsyncd-backup.{service,timer}; do
        [[ $PREFIX == /usr ]] || sed -i "s|/usr/bin/qbsync|$PREFIX/bin/qbsync|; s|/usr/share/doc|$PREFIX/share/doc|" "$DESTDIR$unit"
    done
    if [[ -e $DESTDIR$CONFIGURATION ]]; then
        echo "install: $CONFIGURATION is kept as it is; all settings with their defaults: .$CONFIGURATION"
    elif [[ -e .$CONFIGURATION ]]; then
        install -D -m 644 ".$CONFIGURATION" "$DESTDIR$CONFIGURATION"
    fi
    has_systemd || return 0
    systemd-sysusers qbsyncd.conf
    systemd-tmpfiles --create qbsyncd.conf
    journalctl --update-catalog
    systemctl daemon-reload
    echo "install: done. Next: look at $CONFIGURATION, then: systemctl enable --now qbsyncd"
}

uninstall_all() {
    if has_systemd && [[ -e $UNIT ]]; then
        systemctl disable --now --quiet qbsyncd-backup.timer qbsyncd.service qbsyncd.socket ||
            echo "uninstall: systemd could not stop qbsyncd; its files go all the same." >&2
    fi
    local mode source target
    while read -r mode source target; do
        rm -f "$DESTDIR$target"
    done < <(files)
    rmdir "$DESTDIR$DOCUMENTS" 2>/dev/null || true
    has_systemd || return 0
    systemctl daemon-reload
    journalctl --update-catalog
    echo "uninstall: done. Kept: /etc/qbsyncd, /var/lib/qbsyncd, the user qbsyncd."
}

case $VERB in
    install) install_all ;;
    uninstall) uninstall_all ;;
    *) echo "usage: packaging/install.sh install|uninstall BINARIES DESTDIR PREFIX" >&2; exit 2 ;;
esac

#!/usr/bin/env bash
# What the tests of the package on a real systemd have in common: where they run, and how they ask. Sourced
# by packaging/test-systemd.sh and packaging/install-page.sh, which set CHECKOUT, SCRIPT (their own path in
# it), BOX_NAME, SCRATCH and OTHER_VERSION before.
#
# Where: with SYSTEMD_BOX=program, in the throw-away machine that this program boots. `make test-systemd` takes
# packaging/box.sh, whose head tells what a program for it understands; where no such machine can be made, it
# says in a sentence why, and exits with 77. Without SYSTEMD_BOX, on this machine, if it runs systemd, one is
# root, and no qbsyncd is installed that could come to harm. Otherwise this script says why not, and exits
# with 77.

readonly CONFIGURATION=/etc/qbsyncd/qbsyncd.toml
readonly DATABASE=/var/lib/qbsyncd/qbsyncd.sqlite
readonly DROP_IN=/run/systemd/system/qbsyncd.service.d/50-test.conf

# ------------------------------------------------------------------------------------------- where

# main FUNCTION BINARIES CHECKOUTS SWIFT: prepares the place, and runs FUNCTION, which calls `phase`. A script
# may have functions `before`, which may add to BOX_OPTIONS, and `after`, which comes however it ends.
main() {
    if [[ ${2:-} == --here ]]; then
        PACKAGES=$4
        "$3" "${@:5}"
        return
    fi
    [[ $# -eq 4 && -x $2/qbsyncd ]] || { echo "usage: $SCRIPT BINARIES CHECKOUTS SWIFT" >&2; exit 2; }
    is_box || refuse_machine
    build_packages "${@:2}"
    BOX_OPTIONS=(--share-ro "$CHECKOUT" --share-ro "$PACKAGES")
    trap clean_up EXIT
    if declare -F before >/dev/null; then before; fi
    if is_box; then boot_box; fi
    "$1"
    echo "$(basename "$SCRIPT" .sh): passed"
}

is_box() { [[ -n ${SYSTEMD_BOX:-} ]]; }

boot_box() {
    local said status=0
    said=$("$SYSTEMD_BOX" -n "$BOX_NAME" up --fresh "${BOX_OPTIONS[@]}" 2>&1) || status=$?
    [[ $status -ne 77 ]] || skip "$said"
    [[ -z $said ]] || echo "$said" >&2
    # A machine on which none can be booted says nothing of the package.
    [[ $status -eq 0 ]] || skip "no throw-away machine could be booted, for the reason above"
}

# phase FUNCTION [ARGUMENT...]: runs a function of the script where it belongs.
phase() {
    if is_box; then
        "$SYSTEMD_BOX" -n "$BOX_NAME" run bash "$CHECKOUT/$SCRIPT" --here "$1" "$PACKAGES" "${@:2}"
    else
        "$@"
    fi
}

# The package, and the same programs as a package of another version.
build_packages() {
    PACKAGES=$(mktemp -d "${TMPDIR:-/tmp}/qbsyncd-packages.XXXXXX")
    trap 'rm -rf "$PACKAGES"' EXIT
    DEB_COMPRESSION=none bash "$CHECKOUT/packaging/deb.sh" "$1" "$2" "$3" "$PACKAGES" >/dev/null
    DEB_COMPRESSION=none bash "$CHECKOUT/packaging/deb.sh" "$1" "$2" "$3" "$PACKAGES" "$OTHER_VERSION" >/dev/null
}
own_package() { find "$PACKAGES" -name 'qbsyncd_*.deb' ! -name "qbsyncd_${OTHER_VERSION}_*"; }
other_package() { find "$PACKAGES" -name "qbsyncd_${OTHER_VERSION}_*.deb"; }

refuse_machine() {
    [[ -d /run/systemd/system ]] || skip "this machine does not run systemd"
    [[ $EUID -eq 0 ]] || skip "this needs root: sudo make test-systemd"
    local trace
    for trace in /usr/bin/qbsyncd /etc/qbsyncd /var/lib/qbsyncd; do
        [[ ! -e $trace ]] || skip "$trace is here, and an installed qbsyncd must not come to harm"
    done
}

clean_up() {
    if is_box; then
        "$SYSTEMD_BOX" -n "$BOX_NAME" down || echo "$SCRIPT: the throw-away machine could not be taken down" >&2
    else
        dpkg --purge qbsyncd >/dev/null 2>&1 || echo "$SCRIPT: the package could not be purged" >&2
        rm -rf "$DROP_IN" "$SCRATCH"
    fi
    rm -rf "$PACKAGES"
    if declare -F after >/dev/null; then after; fi
}

skip() { echo "$(basename "$SCRIPT" .sh): not run: $1."; exit 77; }

# ------------------------------------------------------------------------------------------ asking

# check SENTENCE COMMAND...: the sentence is true if the command succeeds.
check() {
    local sentence=$1 output
    shift
    if output=$("$@" 2>&1); then
        echo "  ok    $sentence"
    else
        echo "  FAIL  $sentence"
        [[ -z $output ]] || sed 's/^/          /' <<<"$output"
        echo "--- the last lines of the journal:"
        journalctl -u qbsyncd --no-pager -n 30
        exit 1
    fi
}
not() { ! "$@"; }

# within SECONDS COMMAND...: the command succeeds before the time is over.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.05
    done
}

property() { systemctl show qbsyncd -p "$1" --value; }
is() { [[ $(property "$1") == "$2" ]] || { echo "$1 is $(property "$1")"; return 1; }; }
is_active() { [[ $(property ActiveState) == active ]]; }
is_other_process() { is_active && [[ $(property MainPID) != "$1" && $(property MainPID) != 0 ]]; }
milliseconds() { local now; now=$(date +%s%N); echo $((now / 1000000)); }
owner_and_mode() { [[ $(stat -c '%U:%G %a' "$1") == "$2" ]] || { stat -c '%n %U:%G %a' "$1"; return 1; }; }
user_of() { [[ $(stat -c %U "/proc/$1") == "$2" ]]; }
# shows PATTERN COMMAND...: what the command says holds the pattern, whether it succeeds or not.
shows() {
    local pattern=$1 output
    shift
    output=$("$@" 2>&1) || true
    grep -q -- "$pattern" <<<"$output" || { echo "$output"; return 1; }
}
all_loopback() {
    local ours
    ours=$(ss -Hltnp | grep '"qbsyncd"')
    [[ -n $ours ]] && ! grep -v -E ' (127\.0\.0\.1|\[::1\]):' <<<"$ours"
}
listens_at() { shows " $1 .*\"qbsyncd\"" ss -Hltnp; }
no_more_than() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a <= b) }'; }
exit_status_of_service() { [[ $(property ExecMainStatus) == "$1" ]] || { property ExecMainStatus; return 1; }; }

# The number of an event's kind, by the subject that the catalog gives it.
message_id() {
    awk -v subject="Subject: $1" '/^-- /{id = $2} $0 == subject {print id}' "$CHECKOUT/packaging/qbsyncd.catalog"
}
count_entries() { journalctl -u qbsyncd --no-pager -q -o cat "$@" | wc -l; }
has_entry() { [[ $(count_entries "MESSAGE_ID=$(message_id "$1")") -ge ${2:-1} ]]; }
# Each of our lines at info or above has a kind; those of systemd about us are its own.
without_kind() {
    journalctl -u qbsyncd -q -o json --no-pager _TRANSPORT=journal SYSLOG_IDENTIFIER=qbsyncd PRIORITY=0 \
        PRIORITY=1 PRIORITY=2 PRIORITY=3 PRIORITY=4 PRIORITY=5 PRIORITY=6 | grep -v '"MESSAGE_ID"'
}

#!/usr/bin/env bash
# Tries qbsyncd on a real systemd: install, start, reload, stop, kill, watchdog, journal. Called by
# `make test-systemd`.
#
# usage: packaging/test-systemd.sh BINARIES      BINARIES holds qbsyncd, qbsyncctl and qbsim
#
# Where: with SYSTEMD_BOX=program, in the throw-away machine that this program boots (it is called as
# `program -n NAME up|run|down`); else on this machine, if it runs systemd, one is root, and no
# qbsyncd is installed that could come to harm. Otherwise it says why not and exits with 77.
set -euo pipefail

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly CHECKOUT=$checkout
readonly BOX_NAME=qbsyncd-test
readonly CONFIGURATION=/etc/qbsyncd/qbsyncd.toml
readonly DROP_IN=/run/systemd/system/qbsyncd.service.d/50-test.conf

# ------------------------------------------------------------------------------------------- where

choose_place() {
    if [[ -n ${SYSTEMD_BOX:-} ]]; then
        trap '"$SYSTEMD_BOX" -n "$BOX_NAME" down' EXIT
        "$SYSTEMD_BOX" -n "$BOX_NAME" up --fresh --share-ro "$CHECKOUT" --share-ro "$BINARIES"
        "$SYSTEMD_BOX" -n "$BOX_NAME" run bash "$CHECKOUT/packaging/test-systemd.sh" --here "$BINARIES"
        return
    fi
    [[ -d /run/systemd/system ]] || skip "this machine does not run systemd"
    [[ $EUID -eq 0 ]] || skip "this needs root: sudo make test-systemd"
    local trace
    for trace in /usr/bin/qbsyncd /etc/qbsyncd /var/lib/qbsyncd; do
        [[ ! -e $trace ]] || skip "$trace is here, and an installed qbsyncd must not come to harm"
    done
    trap clean_up EXIT
    try_all
}

clean_up() {
    bash "$CHECKOUT/packaging/install.sh" uninstall "$BINARIES" "" /usr >/dev/null
    rm -rf "$DROP_IN" /etc/qbsyncd /var/lib/qbsyncd
}

skip() { echo "test-systemd: not run: $1."; exit 77; }

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

# The number of an event's kind, by the subject that the catalog gives it.
message_id() {
    awk -v subject="Subject: $1" '/^-- /{id = $2} $0 == subject {print id}' "$CHECKOUT/packaging/qbsyncd.catalog"
}
count_entries() { journalctl -u qbsyncd --no-pager -q -o cat "$@" | wc -l; }
has_entry() { [[ $(count_entries "MESSAGE_ID=$(message_id "$1")") -ge ${2:-1} ]]; }
shows() { local pattern=$1; shift; "$@" | grep -q -- "$pattern"; }

# ------------------------------------------------------------------------------------------ trying

try_install() {
    echo "Install"
    bash "$CHECKOUT/packaging/install.sh" install "$BINARIES" "" /usr >/dev/null
    check "the user exists" id qbsyncd
    check "the database's folder is for the service and its group" \
        owner_and_mode /var/lib/qbsyncd "qbsyncd:qbsyncd 750"
    check "systemd finds nothing wrong with the unit" systemd-analyze verify qbsyncd.service
    check "the journal knows our explanations" shows "qbsyncd is ready" journalctl --list-catalog
}

try_start() {
    echo "Start"
    local begin end
    begin=$(milliseconds)
    check "systemctl start comes back" systemctl start qbsyncd
    end=$(milliseconds)
    check "the service is active, and said so itself" is_active
    check "its type is notify" is Type notify
    check "it runs as its own user" user_of "$(property MainPID)" qbsyncd
    check "systemctl status shows a text from the daemon" test -n "$(property StatusText)"
    check "the control socket is for the group" owner_and_mode /run/qbsyncd/control.sock "qbsyncd:qbsyncd 660"
    echo "        ready after $((end - begin)) ms; status: $(property StatusText)"
}

try_journal() {
    echo "Journal"
    check "readiness is an entry of its own kind" within 5 has_entry "qbsyncd is ready"
    check "it came through the journal's own socket, under our name" shows . \
        journalctl -q -o cat "MESSAGE_ID=$(message_id "qbsyncd is ready")" _TRANSPORT=journal SYSLOG_IDENTIFIER=qbsyncd
    check "journalctl -x explains it" shows "Web Connectors" journalctl -x -u qbsyncd --no-pager
    check "a connector can be made" qbsyncctl connector add acme --accept-default
    check "journalctl QBSYNC_CONNECTOR=acme finds what happened to it" \
        within 5 shows . journalctl -q -u qbsyncd -o cat QBSYNC_CONNECTOR=acme
    check "and finds nothing for a connector that does not exist" \
        not shows . journalctl -q -u qbsyncd -o cat QBSYNC_CONNECTOR=nobody
}

try_reload() {
    echo "Reload"
    local process
    process=$(property MainPID)
    check "systemctl reload comes back" systemctl reload qbsyncd
    check "the journal says that the configuration was read again" \
        within 5 has_entry "The configuration was read again"
    check "it is the same process" is MainPID "$process"
    check "it is ready again" within 5 is SubState running
    touch "$CONFIGURATION"
    cp "$CONFIGURATION" "$CONFIGURATION.kept"
    echo 'nonsense = 1' >>"$CONFIGURATION"
    check "with a wrong configuration, the reload fails" not systemctl reload qbsyncd
    check "and the service goes on" within 5 is SubState running
    check "in the same process" is MainPID "$process"
}

try_stop() {
    echo "Stop"
    local begin end
    begin=$(milliseconds)
    check "systemctl stop comes back" systemctl stop qbsyncd
    end=$(milliseconds)
    check "in under five seconds" test $((end - begin)) -lt 5000
    check "by itself, without being killed" is Result success
    check "the journal says that it was stopping" within 5 has_entry "qbsyncd is stopping"
    check "its runtime folder is gone" test ! -e /run/qbsyncd
    echo "        stopped after $((end - begin)) ms"
    check "with a wrong configuration, the start fails" not systemctl start qbsyncd
    check "and is not tried again" is NRestarts 0
    mv "$CONFIGURATION.kept" "$CONFIGURATION"
    systemctl reset-failed qbsyncd
    check "with the right one it starts again" systemctl start qbsyncd
}

try_kill() {
    echo "Kill"
    local process begin end
    process=$(property MainPID)
    begin=$(milliseconds)
    kill -KILL "$process"
    check "after kill -9 systemd starts it anew" within 15 is_other_process "$process"
    end=$(milliseconds)
    check "it was counted as a restart" is NRestarts 1
    echo "        ready again $((end - begin)) ms after the kill"
}

try_watchdog() {
    echo "Watchdog"
    local process begin end
    mkdir -p "${DROP_IN%/*}"
    printf '[Service]\nWatchdogSec=3s\n' >"$DROP_IN"
    systemctl daemon-reload
    systemctl restart qbsyncd
    process=$(property MainPID)
    check "a healthy service outlives its watchdog" not within 7 is_other_process "$process"
    begin=$(milliseconds)
    kill -STOP "$process"
    check "a stopped process is noticed, ended and started anew" within 30 is_other_process "$process"
    end=$(milliseconds)
    check "by the watchdog" shows "Watchdog timeout" journalctl -q -u qbsyncd -o cat --no-pager
    echo "        ready again $((end - begin)) ms after it froze, with a watchdog of 3 s"
    rm "$DROP_IN"
    systemctl daemon-reload
}

try_all() {
    try_install
    try_start
    try_journal
    try_reload
    try_stop
    try_kill
    try_watchdog
    systemctl stop qbsyncd
    echo "Exposure: $(systemd-analyze security --no-pager qbsyncd | sed -n 's/.*Overall exposure level for qbsyncd.service: //p')"
    echo "test-systemd: passed"
}

here=no
[[ ${1:-} != --here ]] || { here=yes; shift; }
[[ $# -eq 1 && -x $1/qbsyncd ]] || { echo "usage: packaging/test-systemd.sh BINARIES" >&2; exit 2; }
BINARIES=$(cd "$1" && pwd)
if [[ $here == yes ]]; then try_all; else choose_place; fi

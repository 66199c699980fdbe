#!/usr/bin/env bash
# Tries the package on a real systemd: install, start, pair, journal, reload, stop, kill, watchdog, restarts
# under load, socket unit, credentials, backup, restore, trouble with journal and disk, power cut, upgrade,
# downgrade, remove, purge. Called by `make test-systemd`; where it runs is told in packaging/on-systemd.sh.
#
# usage: packaging/test-systemd.sh BINARIES CHECKOUTS SWIFT      as packaging/deb.sh has them
set -euo pipefail

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly CHECKOUT=$checkout
readonly SCRIPT=packaging/test-systemd.sh
readonly BOX_NAME=${SYSTEMD_BOX_NAME:-qbsyncd-test}
# Of the package that is installed over the first.
readonly OTHER_VERSION=999.0
# Outside /tmp and /run: it has to be there after the power cut.
readonly SCRATCH=/var/tmp/qbsyncd-test
readonly EXPOSURE_LIMIT=1.5
# Of the tests with a disk of its own: not below /tmp or /var/tmp, of which the service has its own.
readonly OWN_DISK=/var/lib/qbsyncd-test-disk
# shellcheck source=packaging/on-systemd.sh
source "$CHECKOUT/packaging/on-systemd.sh"

# ---------------------------------------------------------------------------------------- speaking

# soap OPERATION BODY: posts a call of the Web Connector and prints the answer.
soap() {
    curl -s --max-time 20 -H 'Content-Type: text/xml; charset=utf-8' http://127.0.0.1:8180/qbwc --data-binary @- <<XML
<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><$1 xmlns="http://developer.intuit.com/">$2</$1></soap:Body></soap:Envelope>
XML
}

# The workstation: Web Connector and QuickBooks in software, with the company file kept from run to run.
workstation() {
    qbsim run --qwc "$SCRATCH/acme.qwc" --workstation FRONTDESK --company-path 'C:\Books\Acme.QBW' \
        --company-name "Acme Plumbing" --company-size small --state "$SCRATCH/pc" \
        --password-file "$SCRATCH/passwords" --once "$@"
}

# under_load COMMAND...: the command succeeds, and of the calls that were made meanwhile none failed.
under_load() {
    local kind status=0 clients=() password
    read -r _ password <"$SCRATCH/passwords"
    rm -f "$SCRATCH/stop"
    for kind in fresh fresh kept control; do
        perl "$CHECKOUT/packaging/load.pl" "$kind" "$SCRATCH/stop" acme "$password" >"$SCRATCH/load.${#clients[@]}" &
        clients+=($!)
    done
    sleep 1
    "$@" || status=1
    sleep 1
    touch "$SCRATCH/stop"
    local client
    for client in "${clients[@]}"; do wait "$client" || status=1; done
    cat "$SCRATCH"/load.*
    return $status
}
report_load() { sed 's/^/        /' "$SCRATCH"/load.*; }

# ------------------------------------------------------------------------------------------ trying

try_install() {
    echo "Install"
    local package begin end
    package=$(own_package)
    begin=$(milliseconds)
    check "the package installs" dpkg -i "$package"
    end=$(milliseconds)
    check "the service is active, and said so itself" is_active
    check "it is enabled for the next boot" systemctl is-enabled qbsyncd
    check "the socket unit is there for who wants it, and not enabled" \
        shows disabled systemctl is-enabled qbsyncd.socket
    check "it listens on loopback only" all_loopback
    check "qbsyncctl says what to do next" shows "qbsyncctl connector add NAME" qbsyncctl status
    check "the user exists" id qbsyncd
    check "the database's folder is for the service and its group" \
        owner_and_mode /var/lib/qbsyncd "qbsyncd:qbsyncd 750"
    check "systemd finds nothing wrong with the units" systemd-analyze verify qbsyncd.service qbsyncd.socket \
        qbsyncd-backup.service qbsyncd-backup.timer
    check "the nightly backup is there for who has the room, and not enabled" \
        shows disabled systemctl is-enabled qbsyncd-backup.timer
    check "the journal knows our explanations" shows "qbsyncd is ready" journalctl --list-catalog
    local page
    for page in 8/qbsyncd 1/qbsyncctl 1/qbsim 5/qbsyncd.toml; do
        check "there is a manual page ${page#*/}(${page%/*})" test -s "/usr/share/man/man${page%/*}/${page#*/}.${page%/*}.gz"
    done
    check "the shell completes qbsyncctl" bash -n /usr/share/bash-completion/completions/qbsyncctl
    echo "        installed and ready after $((end - begin)) ms; $(dpkg-query -W -f '${Installed-Size}' qbsyncd) KB"
}

try_start() {
    echo "Start"
    local begin end
    systemctl stop qbsyncd
    begin=$(milliseconds)
    check "systemctl start comes back" systemctl start qbsyncd
    end=$(milliseconds)
    check "its type is notify" is Type notify
    check "it runs as its own user" user_of "$(property MainPID)" qbsyncd
    check "systemctl status shows a text from the daemon" test -n "$(property StatusText)"
    check "the control socket is for the group" owner_and_mode /run/qbsyncd/control.sock "qbsyncd:qbsyncd 660"
    echo "        ready after $((end - begin)) ms; status: $(property StatusText)"
}

try_pairing() {
    echo "Pairing, with qbsim as the workstation"
    mkdir -p "$SCRATCH"
    check "a connector is made" bash -c "qbsyncctl connector add acme --title 'Acme Plumbing' \
        --time-zone America/Chicago --overnight-shutdown none --accept-default --json >$SCRATCH/made.json"
    local password
    password=$(sed -n 's/.*"password" *: *"\([^"]*\)".*/\1/p' "$SCRATCH/made.json")
    echo "acme $password" >"$SCRATCH/passwords"
    check "its .qwc file is written" qbsyncctl qwc acme --output "$SCRATCH/acme.qwc"
    check "the workstation syncs" workstation
    check "and the grid shows a success" shows "Success" qbsyncctl status acme
    check "the order is in the journal with the name of who gave it" within 5 \
        shows "by root" journalctl -q -u qbsyncd -o cat "MESSAGE_ID=$(message_id "Somebody gave an order")"
}

try_journal() {
    echo "Journal"
    check "readiness is an entry of its own kind" within 5 has_entry "qbsyncd is ready"
    check "it came through the journal's own socket, under our name" shows . \
        journalctl -q -o cat "MESSAGE_ID=$(message_id "qbsyncd is ready")" _TRANSPORT=journal SYSLOG_IDENTIFIER=qbsyncd
    check "journalctl -x explains it" shows "Web Connectors" journalctl -x -u qbsyncd --no-pager
    check "journalctl QBSYNC_CONNECTOR=acme finds what happened to it" \
        within 5 shows . journalctl -q -u qbsyncd -o cat QBSYNC_CONNECTOR=acme
    check "and finds nothing for a connector that does not exist" \
        not shows . journalctl -q -u qbsyncd -o cat QBSYNC_CONNECTOR=nobody
    local ticket
    ticket=$(journalctl -q -u qbsyncd -o json --no-pager "MESSAGE_ID=$(message_id "A conversation ended")" |
        sed -n 's/.*"QBSYNC_TICKET":"\([^"]*\)".*/\1/p' | tail -n 1)
    check "a conversation is one line at info" \
        test "$(count_entries "QBSYNC_TICKET=$ticket" PRIORITY=6)" -eq 1
    check "every line at info or above has a kind that the catalog explains" not without_kind
    local password
    read -r _ password <"$SCRATCH/passwords"
    check "the password is nowhere in it" not shows "$password" journalctl -q -u qbsyncd -o json --no-pager
    printf '[Service]\nEnvironment=QBSYNCD_LOG_LEVEL=debug\n' | drop_in
    systemctl restart qbsyncd
    qbsyncctl sync acme >/dev/null
    check "with the level debug, the steps are there as well" workstation
    check "and journalctl QBSYNC_CATEGORY=customers finds those of a category" \
        within 5 shows . journalctl -q -u qbsyncd -o cat QBSYNC_CATEGORY=customers
    check "the password is not among them either" \
        not shows "$password" journalctl -q -u qbsyncd -o json --no-pager
    no_drop_in
}

drop_in() { mkdir -p "${DROP_IN%/*}"; cat >"$DROP_IN"; systemctl daemon-reload; systemctl reset-failed qbsyncd; }
no_drop_in() { rm -f "$DROP_IN"; systemctl daemon-reload; systemctl reset-failed qbsyncd; systemctl restart qbsyncd; }

try_reload() {
    echo "Reload"
    local process
    process=$(property MainPID)
    check "systemctl reload comes back" systemctl reload qbsyncd
    check "the journal says that the configuration was read again" \
        within 5 has_entry "The configuration was read again"
    check "it is the same process" is MainPID "$process"
    check "it is ready again" within 5 is SubState running
    cp "$CONFIGURATION" "$SCRATCH/kept.toml"
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
    check "and what remains is one whole database file" test ! -e "$DATABASE-wal"
    check "nobody listens any more" not shows '"qbsyncd"' ss -Hltnp
    check "qbsyncctl says how to look for it" shows "systemctl status qbsyncd" qbsyncctl status
    check "the doctor says that the service is stopped" shows "qbsyncd.service is stopped" qbsyncctl doctor
    echo "        stopped after $((end - begin)) ms"
    check "with a wrong configuration, the start fails" not systemctl start qbsyncd
    check "the doctor says with which status" shows "has failed (exit-code, exit status 78)" qbsyncctl doctor
    check "and what is wrong with the settings" shows "nonsense" qbsyncctl doctor
    check "and is not tried again" is NRestarts 0
    cp "$SCRATCH/kept.toml" "$CONFIGURATION"
    systemctl reset-failed qbsyncd
    check "with the right one it starts again" systemctl start qbsyncd
}

try_kill() {
    echo "Kill"
    local process begin end
    process=$(property MainPID)
    begin=$(milliseconds)
    kill -KILL "$process"
    check "a client that calls in the moment after kill -9 is answered" qbsyncctl status
    end=$(milliseconds)
    check "by another process" is_other_process "$process"
    check "it was counted as a restart" is NRestarts 1
    echo "        answered $((end - begin)) ms after the kill"
}

try_watchdog() {
    echo "Watchdog"
    local process begin end
    printf '[Service]\nWatchdogSec=3s\n' | drop_in
    systemctl restart qbsyncd
    process=$(property MainPID)
    check "a healthy service outlives its watchdog" not within 7 is_other_process "$process"
    begin=$(milliseconds)
    kill -STOP "$process"
    check "a stopped process is noticed, ended and started anew" within 30 is_other_process "$process"
    end=$(milliseconds)
    check "by the watchdog" shows "Watchdog timeout" journalctl -q -u qbsyncd -o cat --no-pager
    echo "        ready again $((end - begin)) ms after it froze, with a watchdog of 3 s"
    no_drop_in
}

restart_often() {
    local round
    for round in 1 2 3 4 5 6 7 8; do
        systemctl restart qbsyncd || return 1
        systemctl reset-failed qbsyncd
        sleep 0.3
    done
}

try_restarts() {
    echo "Restarts under load"
    check "of all calls made during eight restarts, none failed" under_load restart_often
    report_load
    check "a restart takes a changed address" change_address 127.0.0.1:8199
    check "and nobody listens at the old one" not shows ':8180 ' ss -Hltn
    change_address 127.0.0.1:8180
    check "also when the new address covers the old one" change_address 0.0.0.0:8180
    cp "$SCRATCH/kept.toml" "$CONFIGURATION"
    systemctl restart qbsyncd
}

change_address() {
    printf '[listen]\naddress = "%s"\ntrusted_proxies = ["127.0.0.1"]\n' "$1" >"$CONFIGURATION"
    systemctl restart qbsyncd && listens_at "$1"
}

try_socket_unit() {
    echo "Socket unit, for ports below 1024"
    systemctl stop qbsyncd
    mkdir -p /run/systemd/system/qbsyncd.socket.d
    printf '[Socket]\nListenStream=\nListenStream=127.0.0.1:443\n' >/run/systemd/system/qbsyncd.socket.d/50-test.conf
    systemctl daemon-reload
    systemctl start qbsyncd.socket
    check "a socket that the settings do not name is told, with the fix" restart_and_tell
    systemctl stop qbsyncd.socket qbsyncd
    check "without the unit, port 443 is refused, and the refusal names it" refused_low_port
    systemctl reset-failed qbsyncd
    systemctl start qbsyncd.socket
    check "with it, port 443 is served, and nobody has the privilege" serves_low_port
    systemctl stop qbsyncd.socket qbsyncd
    rm -r /run/systemd/system/qbsyncd.socket.d
    cp "$SCRATCH/kept.toml" "$CONFIGURATION"
    systemctl daemon-reload
    systemctl start qbsyncd.socket
    check "a call starts a service that was stopped" qbsyncctl status
    systemctl stop qbsyncd.socket qbsyncd
    systemctl start qbsyncd
}
restart_and_tell() {
    systemctl start qbsyncd && within 5 has_entry "systemd holds a socket that nobody answers" && all_loopback
}
refused_low_port() {
    change_address 127.0.0.1:443 && return 1
    shows "ListenStream=127.0.0.1:443" qbsyncd --check-config || return 1
    within 5 shows "ListenStream=127.0.0.1:443" journalctl -q -u qbsyncd -o cat -n 50
}
serves_low_port() {
    systemctl start qbsyncd && listens_at 127.0.0.1:443 &&
        shows '^CapEff:\s*0000000000000000' cat "/proc/$(property MainPID)/status" &&
        curl -s --max-time 5 -o /dev/null http://127.0.0.1:443/support
}

try_credentials() {
    echo "Credentials"
    mkdir -m 700 "$SCRATCH/tls"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,DNS:sync.example.com \
        -keyout "$SCRATCH/tls/key.pem" -out "$SCRATCH/tls/chain.pem" 2>/dev/null
    chmod 600 "$SCRATCH"/tls/*
    printf '[Service]\nLoadCredential=tls-certificate:%s\nLoadCredential=tls-key:%s\n' \
        "$SCRATCH/tls/chain.pem" "$SCRATCH/tls/key.pem" | drop_in
    {
        printf '[listen]\ntls_certificate = "credential:tls-certificate"\ntls_key = "credential:tls-key"\n'
        printf 'public_url = "https://localhost:8180"\n'
    } >"$CONFIGURATION"
    systemctl restart qbsyncd
    check "with a key that only root can read, https is served" \
        curl -s --max-time 5 -o /dev/null --cacert "$SCRATCH/tls/chain.pem" https://localhost:8180/support
    check "a reload finds the credentials too" systemctl reload qbsyncd
    check "a check by hand says that it cannot see them, and is no error" \
        shows "is there for the service only" qbsyncd --check-config
    install -m 644 "$SCRATCH/tls/chain.pem" /etc/qbsyncd/chain.pem
    install -m 600 "$SCRATCH/tls/key.pem" /etc/qbsyncd/key.pem
    {
        printf '[listen]\ntls_certificate = "/etc/qbsyncd/chain.pem"\ntls_key = "/etc/qbsyncd/key.pem"\n'
        printf 'public_url = "https://localhost:8180"\n'
    } >"$CONFIGURATION"
    check "a key that only root can read is refused by a check that root runs" not qbsyncd --check-config
    check "which names the key, and whose rights it judged by" root_only_key_is_told
    chgrp qbsyncd /etc/qbsyncd/key.pem
    chmod 640 /etc/qbsyncd/key.pem
    check "readable for the service, it is fine" qbsyncd --check-config
    rm /etc/qbsyncd/chain.pem /etc/qbsyncd/key.pem
    cp "$SCRATCH/kept.toml" "$CONFIGURATION"
    no_drop_in
}

root_only_key_is_told() {
    shows "/etc/qbsyncd/key.pem may not be read" qbsyncd --check-config &&
        shows "with the rights of qbsyncd" qbsyncd --check-config
}

try_newer_database() {
    echo "Downgrade"
    check "a copy is made while the service runs" qbsyncctl backup "$DATABASE.kept"
    systemctl stop qbsyncd
    sqlite3 "$DATABASE" "INSERT INTO grdb_migrations (identifier) VALUES ('99 from the future')"
    check "a database that a newer version has changed is refused" not systemctl start qbsyncd
    check "with a status of its own, and no second try" exit_status_of_service 65
    check "and the journal says the way back" within 5 shows "was written by a newer qbsyncd" \
        journalctl -q -u qbsyncd -o cat -n 30
    rm -f "$DATABASE" "$DATABASE-wal" "$DATABASE-shm"
    cp -a "$DATABASE.kept" "$DATABASE"
    chmod 640 "$DATABASE"
    systemctl reset-failed qbsyncd
    check "with the copy in its place it starts" systemctl start qbsyncd
    check "and knows its connector" shows acme qbsyncctl connector list
}

try_backup() {
    echo "Nightly backup"
    check "the timer is enabled" systemctl enable --now qbsyncd-backup.timer
    check "and waits for the night" shows qbsyncd-backup.service systemctl list-timers --no-pager qbsyncd-backup.timer
    check "its service makes a copy" systemctl start qbsyncd-backup.service
    check "which only the service's user reads" owner_and_mode "$(newest_copy)" "qbsyncd:qbsyncd 600"
    check "the whole database is sound" qbsyncctl check-store
    check "and so is the copy" qbsyncctl check-store --file "$(newest_copy)"
    check "the doctor knows of it" shows "qbsyncd-[0-9TZ]*.sqlite" qbsyncctl doctor
    local exposure
    exposure=$(systemd-analyze security --no-pager qbsyncd-backup |
        sed -n 's/.*Overall exposure level for qbsyncd-backup.service: \([0-9.]*\).*/\1/p')
    check "its exposure is $EXPOSURE_LIMIT or lower" no_more_than "$exposure" "$EXPOSURE_LIMIT"
    check "the timer is disabled again" systemctl disable --now qbsyncd-backup.timer
}
newest_copy() {
    local copies=(/var/lib/qbsyncd/backups/qbsyncd-*.sqlite)
    echo "${copies[-1]}"
}

try_restore() {
    echo "Restore"
    local copy
    copy=$(newest_copy)
    check "while the service runs, a restore is refused and says what to stop" \
        shows "systemctl stop qbsyncd.socket qbsyncd.service" qbsyncctl restore "$copy"
    check "a connector is made that the copy does not know" qbsyncctl connector add later
    systemctl stop qbsyncd.socket qbsyncd
    check "the copy comes in the database's place" qbsyncctl restore "$copy"
    check "with the owner and the mode of the one that was there" owner_and_mode "$DATABASE" "qbsyncd:qbsyncd 640"
    check "which is kept" bash -c "ls $DATABASE.before-restore-*"
    check "the service starts on it" systemctl start qbsyncd
    check "and knows that it was restored" within 5 has_entry "The database was put back to a copy of itself"
    check "so does whoever looks" shows "that was put back on" qbsyncctl status
    check "what came after the copy is not in it" not shows later qbsyncctl connector list
    qbsyncctl sync acme >/dev/null
    check "the workstation syncs, and all records are compared" workstation
    check "which is told to be done" shows "done.*Comparison" qbsyncctl task list acme
    systemctl stop qbsyncd.socket qbsyncd
    check "a copy that is put in place by hand is known as well" \
        install -o qbsyncd -g qbsyncd -m 640 "$copy" "$DATABASE"
    check "the service starts on that too" systemctl start qbsyncd
    check "and says so again" within 5 has_entry "The database was put back to a copy of itself" 2
    rm -f "$DATABASE".before-restore-*
}

# ------------------------------------------------------------------------------------------ trouble

# Each unknown user is an entry of the journal: more of them than any queue takes.
talk() {
    local body
    body='<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><authenticate xmlns="http://developer.intuit.com/"><strUserName>nobody</strUserName><strPassword>x</strPassword></authenticate></soap:Body></soap:Envelope>'
    curl -s --max-time 60 -H 'Content-Type: text/xml' -o /dev/null -w '%{http_code}\n' --data-binary "$body" \
        "http://127.0.0.1:8180/qbwc?[1-3000]" | sort | uniq -c | sed 's/^ *//' >"$SCRATCH/talk"
}
all_answered() { [[ $(<"$SCRATCH/talk") == "3000 200" ]] || { cat "$SCRATCH/talk"; return 1; }; }
journald() { systemctl show systemd-journald -p MainPID --value; }
# Those that are there: a machine without the kernel's audit has not all of them.
journal_sockets() {
    systemctl list-units --plain --no-legend --state=active 'systemd-journald*.socket' | cut -d ' ' -f 1
}

try_journal_trouble() {
    echo "A journal that takes nothing"
    local frozen before sockets
    mapfile -t sockets < <(journal_sockets)
    frozen=$(journald)
    before=$(property MainPID)
    kill -STOP "$frozen"
    talk
    check "while journald hangs, each of 3000 calls is answered that has something to tell" all_answered
    check "and the workstation syncs" next_is_success
    kill -CONT "$frozen"
    qbsyncctl sync acme >/dev/null || true
    check "when it goes on, so does our part of the journal" within 10 has_recent_order
    # The sockets are systemd's: with them stopped, nobody listens at all.
    systemctl stop "${sockets[@]}" systemd-journald.service 2>/dev/null
    talk
    check "without any journald, calls are answered as well" all_answered
    check "and status says that what happens is not written down" \
        within 75 shows "entries of the journal were lost" qbsyncctl status
    systemctl start "${sockets[@]}" systemd-journald.service
    check "with a journald again, it is told how many entries are missing" \
        within 75 has_entry "The journal takes entries again"
    check "and status is content" not shows "entries of the journal" qbsyncctl status
    check "all that in one process" is MainPID "$before"
}
has_recent_order() { shows "a sync was forced" journalctl -q -u qbsyncd -o cat --since "-15s"; }

# On a small disk of its own; everything of it is taken, and given back.
try_full_disk() {
    echo "A full disk"
    local process
    on_disk mount -t tmpfs -o size=160m tmpfs
    process=$(property MainPID)
    check "on a disk of 160 MB a conversation begins" begin_conversation
    head -c 200M /dev/zero >"$OWN_DISK/filler" 2>/dev/null || true
    check "when the disk is full, QuickBooks' answer is refused in the protocol" answer_is_refused
    check "and check-ins are told that qbsyncd is busy" is_busy
    check "status says why" shows "disk" qbsyncctl status
    rm "$OWN_DISK/filler"
    check "with room again, the next conversation is a success, by itself" next_is_success
    check "in the same process" is MainPID "$process"
    off_disk
}

# A file system that met an error turns itself read-only beneath open files: that is how it happens. No command
# does it to a disk on which files are open for writing, so ext4 is told to meet an error. The disk is the
# host's, since a box has no loop devices.
make_disk() {
    DISK=$(mktemp -d "${TMPDIR:-/tmp}/qbsyncd-disk.XXXXXX")
    if truncate -s 256M "$DISK.img" && mkfs.ext4 -q -F "$DISK.img" && mount -o loop,errors=remount-ro "$DISK.img" "$DISK" 2>/dev/null; then
        BOX_OPTIONS+=(--share "$DISK")
    else
        drop_disk
    fi
}
drop_disk() {
    [[ -n ${DISK:-} ]] || return 0
    umount -l "$DISK" 2>/dev/null || true
    rm -rf "$DISK.img"
    rmdir "$DISK"
    DISK=
}
break_disk() {
    local device
    device=$(basename "$(findmnt -no SOURCE "$DISK")")
    echo 1 >"/sys/fs/ext4/$device/trigger_fs_error"
}

begin_on_own_disk() {
    echo "A disk that turns read-only"
    on_disk mount --bind "$1"
    check "a conversation begins on it" begin_conversation
    property MainPID >"$SCRATCH/process"
}

disk_is_read_only() {
    check "the disk is read-only now" not touch "$OWN_DISK/x"
    check "QuickBooks' answer is refused in the protocol" answer_is_refused
    check "check-ins are told that qbsyncd is busy" is_busy
    check "status says why" shows "The database" qbsyncctl status
    check "the journal too" shows "answered without the database" journalctl -q -u qbsyncd -o cat -n 50
    check "all that by the same process" is MainPID "$(<"$SCRATCH/process")"
    off_disk
    check "moved to a sound disk, the database has lost nothing: the next conversation is a success" next_is_success
}

# on_disk MOUNT...: qbsyncd with its database on a disk of its own, which the command mounts.
on_disk() {
    systemctl stop qbsyncd
    mkdir -p "$OWN_DISK"
    "$@" "$OWN_DISK"
    chown qbsyncd:qbsyncd "$OWN_DISK"
    cp -a "$DATABASE" "$OWN_DISK/qbsyncd.sqlite"
    printf '[Service]\nReadWritePaths=%s\n' "$OWN_DISK" | drop_in
    printf '[store]\ndatabase = "%s/qbsyncd.sqlite"\n' "$OWN_DISK" >"$CONFIGURATION"
    systemctl start qbsyncd
}
off_disk() {
    systemctl stop qbsyncd
    # With what stands in its log still.
    local file
    for file in "$OWN_DISK"/qbsyncd.sqlite*; do cp -a "$file" /var/lib/qbsyncd/; done
    umount "$OWN_DISK"
    rmdir "$OWN_DISK"
    cp "$SCRATCH/kept.toml" "$CONFIGURATION"
    no_drop_in
}
answer_is_refused() {
    local answer
    answer=$(soap receiveResponseXML "<ticket>$(<"$SCRATCH/ticket")</ticket><response>$(head -c 2000000 /dev/zero | tr '\0' x)</response><hresult/><message/>")
    grep -q "<receiveResponseXMLResult>-" <<<"$answer" || { echo "$answer"; return 1; }
    answer=$(soap getLastError "<ticket>$(<"$SCRATCH/ticket")</ticket>")
    grep -q "Nothing is lost" <<<"$answer" || { echo "$answer"; return 1; }
}
is_busy() {
    local password
    read -r _ password <"$SCRATCH/passwords"
    shows "<string>busy</string>" soap authenticate "<strUserName>acme</strUserName><strPassword>$password</strPassword>"
}
next_is_success() { qbsyncctl sync acme >/dev/null; workstation; }

try_exposure() {
    echo "Sandbox"
    local exposure
    exposure=$(systemd-analyze security --no-pager qbsyncd |
        sed -n 's/.*Overall exposure level for qbsyncd.service: \([0-9.]*\).*/\1/p')
    check "the exposure is $EXPOSURE_LIMIT or lower" no_more_than "$exposure" "$EXPOSURE_LIMIT"
    check "no system call was refused fatally" not shows "SIGSYS\|status=31" journalctl -q -u qbsyncd -o cat
    check "the daemon wrote nothing past the journal's own socket" not shows "priority\|qbsyncd stops\|Fatal" \
        journalctl -q -u qbsyncd -o cat _TRANSPORT=stdout
    check "a backup goes into the service's own folder" \
        qbsyncctl backup "/var/lib/qbsyncd/copy-$(date +%s).sqlite"
    echo "        exposure $exposure"
}

# With names and certificates that are there; each where the program is installed.
try_examples() {
    echo "Examples"
    local examples=/usr/share/doc/qbsyncd/examples
    if command -v nginx >/dev/null; then
        printf 'events {}\npid %s/nginx.pid;\nhttp {\n' "$SCRATCH" >"$SCRATCH/nginx.conf"
        sed -e "s|/etc/letsencrypt/live/sync.example.com/fullchain.pem|$SCRATCH/tls/chain.pem|" \
            -e "s|/etc/letsencrypt/live/sync.example.com/privkey.pem|$SCRATCH/tls/key.pem|" \
            $examples/nginx.conf >>"$SCRATCH/nginx.conf"
        echo "}" >>"$SCRATCH/nginx.conf"
        nginx -c "$SCRATCH/nginx.conf"
        check "through nginx, https reaches qbsyncd, and so does a body of 3 MB" within 10 through_proxy
        nginx -c "$SCRATCH/nginx.conf" -s quit 2>/dev/null
        check "nginx goes again" within 5 nobody_on_port_443
    else
        echo "        nginx is not here, so its example was not tried"
    fi
    if command -v caddy >/dev/null; then
        sed "s|^sync.example.com {|&\n\ttls $SCRATCH/tls/chain.pem $SCRATCH/tls/key.pem|" \
            $examples/Caddyfile >"$SCRATCH/Caddyfile"
        HOME=$SCRATCH caddy start --config "$SCRATCH/Caddyfile" --adapter caddyfile >/dev/null 2>&1
        check "through Caddy as well" within 10 through_proxy
        HOME=$SCRATCH caddy stop >/dev/null 2>&1
    else
        echo "        caddy is not here, so its example was not tried"
    fi
}
nobody_on_port_443() { ! ss -Hltn | grep ':443 '; }
through_proxy() {
    local options=(-s --max-time 10 --cacert "$SCRATCH/tls/chain.pem" --resolve sync.example.com:443:127.0.0.1)
    curl "${options[@]}" https://sync.example.com/support | grep -qi quickbooks || return 1
    # Too large for nginx's own limit, and no call that qbsyncd knows: its fault has to come back, not a 413.
    # It comes before the whole body went, so curl may complain of the rest: only what was said counts.
    local answer
    answer=$(head -c 3000000 /dev/zero | tr '\0' x | curl "${options[@]}" -H 'Content-Type: text/xml' \
        --data-binary @- https://sync.example.com/qbwc) || true
    grep -q "soap:Fault\|soap:Server\|faultstring" <<<"$answer" || { echo "$answer"; return 1; }
}

# A conversation in its middle: the question was sent, and the answer is not back.
begin_conversation() {
    local password answer
    read -r _ password <"$SCRATCH/passwords"
    qbsyncctl sync acme >/dev/null
    answer=$(soap authenticate "<strUserName>acme</strUserName><strPassword>$password</strPassword>")
    sed -n 's/.*<authenticateResult><string>\([^<]*\)<.*/\1/p' <<<"$answer" >"$SCRATCH/ticket"
    [[ -s $SCRATCH/ticket ]] || { echo "$answer"; return 1; }
    answer=$(soap sendRequestXML "<ticket>$(<"$SCRATCH/ticket")</ticket><strHCPResponse/>
        <strCompanyFileName>C:\Books\Acme.QBW</strCompanyFileName><qbXMLCountry>US</qbXMLCountry><qbXMLMajorVers>16</qbXMLMajorVers><qbXMLMinorVers>0</qbXMLMinorVers>")
    grep -q QBXML <<<"$answer" || { echo "$answer"; return 1; }
}
goes_on() {
    local answer
    answer=$(soap receiveResponseXML "<ticket>$(<"$SCRATCH/ticket")</ticket><response/>
        <hresult>0x80040408</hresult><message>Could not start QuickBooks.</message>")
    grep -q "<receiveResponseXMLResult>" <<<"$answer" || { echo "$answer"; return 1; }
    soap closeConnection "<ticket>$(<"$SCRATCH/ticket")</ticket>" | grep -q "<closeConnectionResult>"
    ! journalctl -b -q -u qbsyncd -o cat "MESSAGE_ID=$(message_id "A Web Connector used a ticket that is not known here")" | grep .
}
is_sound() { [[ $(sqlite3 -readonly "$DATABASE" 'PRAGMA integrity_check') == ok ]]; }

alive() {
    try_install
    try_start
    try_pairing
    try_journal
    try_reload
    try_stop
    try_kill
    try_watchdog
    try_restarts
    try_socket_unit
    try_credentials
    try_examples
    try_newer_database
    try_backup
    try_restore
    try_journal_trouble
    try_full_disk
    try_exposure
}

before_power_cut() { check "a conversation is open, in its middle" begin_conversation; }

after_power_cut() {
    check "after the boot the service is active by itself" within 30 is_active
    check "the database is sound" is_sound
    check "the same ticket goes on" goes_on
    qbsyncctl sync acme >/dev/null
    check "and the next conversation is a success" workstation
}

upgrade() { dpkg -i "$(other_package)"; }

end_of_life() {
    echo "Upgrade"
    local process
    process=$(property MainPID)
    check "under load, the upgrade fails no call" under_load upgrade
    report_load
    check "another process serves" is_other_process "$process"
    check "the connector is there" shows acme qbsyncctl connector list
    check "a changed configuration is kept" keeps_configuration
    echo "Remove and purge"
    check "the package is removed" dpkg --remove qbsyncd
    check "the data stays" test -s "$DATABASE"
    check "the configuration stays" test -s "$CONFIGURATION"
    check "no process stays" not pgrep -x qbsyncd
    check "installed again, it finds its data" bash -c "dpkg -i $(other_package) && qbsyncctl connector list | grep -q acme"
    check "the package is purged" dpkg --purge qbsyncd
    check "nothing of it is left" nothing_left
    rm -rf "$SCRATCH"
}
keeps_configuration() {
    echo "# a line of the administrator's" >>"$CONFIGURATION"
    dpkg -i "$(other_package)" && grep -q "administrator's" "$CONFIGURATION"
}
nothing_left() {
    local path left=0
    for path in /etc/qbsyncd /var/lib/qbsyncd /run/qbsyncd /usr/bin/qbsyncd /lib/systemd/system/qbsyncd.service \
        /lib/systemd/system/qbsyncd-backup.timer /etc/systemd/system/timers.target.wants/qbsyncd-backup.timer \
        /etc/systemd/system/multi-user.target.wants/qbsyncd.service /usr/share/doc/qbsyncd; do
        if [[ -e $path || -L $path ]]; then echo "$path"; left=1; fi
    done
    return $left
}

everything() {
    phase alive
    if [[ -n ${DISK:-} ]]; then
        phase begin_on_own_disk "$DISK"
        break_disk
        phase disk_is_read_only "$DISK"
    else
        echo "A disk that turns read-only: left out, since there is no loop device here"
    fi
    phase before_power_cut
    if is_box; then
        echo "Power cut"
        "$SYSTEMD_BOX" -n "$BOX_NAME" reboot --hard
        phase after_power_cut
    else
        echo "Power cut: left out, since this is no throw-away machine"
    fi
    phase end_of_life
}

before() { make_disk; }
after() { drop_disk; }
main everything "$@"

#!/usr/bin/env bash
# Follows the page "Install on a server" (packaging/doc/install.md) word by word on a fresh machine, as its
# administrator: takes the commands and settings out of the page itself, runs them in order, pairs qbsim where
# the page speaks of the QuickBooks computer, and looks after each whether what the page promises is true.
# Called by `make test-systemd`; where it runs is told in packaging/on-systemd.sh.
#
# usage: packaging/install-page.sh BINARIES CHECKOUTS SWIFT      as packaging/deb.sh has them
#
# A command that the page has and this script does not expect ends it, and so does one that is missing: who
# changes the page changes this script.
set -euo pipefail

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly CHECKOUT=$checkout
readonly SCRIPT=packaging/install-page.sh
readonly BOX_NAME=${SYSTEMD_BOX_NAME:-qbsyncd-page}
# Of the package to which one goes back.
readonly OTHER_VERSION=0.0.1
readonly SCRATCH=/var/tmp/qbsyncd-page
# shellcheck source=packaging/on-systemd.sh
source "$CHECKOUT/packaging/on-systemd.sh"

readonly PAGE=$CHECKOUT/packaging/doc/install.md
readonly ADMINISTRATOR=qbsync-page
# What was said to the last command.
readonly SAID=$SCRATCH/said

# ---------------------------------------------------------------------------------- reading the page

# What is not run as it stands on the page, and why:
#
#   make deb                         needs the sources and a network; the package was built from this checkout
#   systemctl start qbsyncd.socket   "only if you use it"; tried where the page speaks of port 443
#   sync.example.com                 is this machine, by /etc/hosts: a box has no name in the DNS
#   its certificate                  is of an authority of our own, which this machine trusts: Let's Encrypt
#                                    cannot reach a box, so Caddy is handed the certificate too
#   THE-PASSWORD, OLD, schema-N, and the time in a copy's name     are filled in by `filled`
left_out() { [[ $1 == "make deb" || $1 == "sudo systemctl start qbsyncd.socket "* ]]; }

filled() {
    local command=$1
    command=${command//THE-PASSWORD/$(password_of trial)}
    command=${command//qbsyncd_OLD_/qbsyncd_${OTHER_VERSION}_}
    command=${command//schema-N/schema-$(schema)}
    command=${command//qbsyncd-20261130T023000Z.sqlite/$(basename "$(newest_copy)")}
    echo "$command"
}

# block NUMBER: the fenced block of that number, without its fences.
block() { awk -v wanted="$1" '/^```/ { inside = !inside; if (inside) n++; next } inside && n == wanted' "$PAGE"; }
blocks_of_page() { grep -c '^```[a-z]' "$PAGE"; }
# Commands one a line: continued lines are joined, comments of a line of their own left out.
commands() { sed -e ':a' -e '/\\$/{N;s/\\\n */ /;ta' -e '}' | grep -v '^ *#' | grep .; }
# promised TEXT: the page says so, whatever its lines are.
promised() { tr '\n' ' ' <"$PAGE" | tr -s ' ' | grep -qF -- "$1" || { echo "the page does not say: $1"; return 1; }; }

# ------------------------------------------------------------------------------------ doing as it says

# As the administrator, in a login of its own each time: a group that was joined counts from the next on.
# Whoever asks something is answered yes.
administrator() {
    (cd "$HOME_FOLDER" && runuser -u "$ADMINISTRATOR" -- env -i HOME="$HOME_FOLDER" USER="$ADMINISTRATOR" \
        PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin TERM=dumb LANG=C.UTF-8 bash -c "$1")
}
on_terminal() { administrator "echo yes | script -qec $(printf %q "$1") /dev/null"; }

# Runs one command, keeps what it says, and is true if it succeeds.
run() {
    local command=$1 status=0
    shift
    echo "        \$ ${command//"$(password_of trial)"/THE-PASSWORD}"
    "${@:-administrator}" "$command" >"$SAID" 2>&1 </dev/null || status=$?
    return $status
}
# follow NUMBER FIRST-LINE: runs the block of that number, which begins so.
follow() {
    local command
    [[ $(block "$1" | head -n 1) == "$2" ]] || fail "block $1 of the page does not begin with: $2"
    FOLLOWED+=("$1")
    while IFS= read -r command <&3; do
        if left_out "$command"; then
            echo "        (left out: $command)"
            continue
        fi
        command=$(filled "$command")
        if run "$command" "$(runner "$command")" || may_fail "$command"; then
            keep "$command"
        else
            fail "the page's command failed: $command" "$(<"$SAID")"
        fi
    done 3< <(block "$1" | commands)
}
# inline COMMAND: one that the page has within its text.
inline() {
    promised "\`$1\`" || fail "the page has no longer \`$1\`"
    run "$1" || may_fail "$1" || fail "the page's command failed: $1" "$(<"$SAID")"
}
# The first connector is asked for, which takes a terminal.
runner() { if [[ $1 == "qbsyncctl connector add acme "* ]]; then echo on_terminal; else echo administrator; fi; }
# Exit code 1 of the doctor says that something wants a person, that of `sync` that no Web Connector was here
# lately; what they say is looked at where they are called.
may_fail() { [[ $1 == *"qbsyncctl doctor"* || $1 == "qbsyncctl sync "* ]]; }
said() { grep -q -- "$1" "$SAID" || { cat "$SAID"; return 1; }; }
fail() { echo "  FAIL  $1"; shift; printf '%s\n' "$@" | sed 's/^/          /'; exit 1; }

# What is kept of what a command said.
keep() {
    case $1 in
    "qbsyncctl connector add "*)
        local name=${1#qbsyncctl connector add }
        sed -n 's/.*Password[: ]*\([a-z0-9-]\{20,\}\).*/\1/p' "$SAID" | head -n 1 >"$SCRATCH/password.${name%% *}" ;;
    "qbsyncctl doctor"* | "sudo qbsyncctl doctor"*) cp "$SAID" "$SCRATCH/doctor" ;;
    esac
    ALL_SAID+=$(<"$SAID")$'\n'
}
password_of() { cat "$SCRATCH/password.$1" 2>/dev/null || true; }
schema() { sqlite3 -readonly "$DATABASE" "SELECT max(CAST(identifier AS INTEGER)) FROM grdb_migrations" 2>/dev/null || true; }
newest_copy() { find /var/lib/qbsyncd/backups -name 'qbsyncd-*.sqlite' 2>/dev/null | sort | tail -n 1; }

# settings NUMBER: writes a block of settings into the configuration, each in its place, as with an editor.
settings() {
    local line key
    FOLLOWED+=("$1")
    cp "$SCRATCH/original.toml" "$CONFIGURATION"
    while IFS= read -r line; do
        [[ $line == *" = "* ]] || continue
        key=${line%% = *}
        grep -q "^#$key = " "$CONFIGURATION" || fail "the configuration has no line for $key"
        LINE=$line perl -i -pe 'BEGIN { $k = shift } if (/^#\Q$k\E = / && !$done++) { $_ = "$ENV{LINE}\n" }' \
            "$key" "$CONFIGURATION"
    done < <(block "$1")
}

# --------------------------------------------------------------------------------------- what is promised

prepare() {
    mkdir -p "$SCRATCH"
    chmod 755 "$SCRATCH"
    id "$ADMINISTRATOR" >/dev/null 2>&1 || useradd --create-home --shell /bin/bash "$ADMINISTRATOR"
    HOME_FOLDER=$(getent passwd "$ADMINISTRATOR" | cut -d : -f 6)
    command -v sudo >/dev/null || skip "the page's commands use sudo, which is not here"
    echo "$ADMINISTRATOR ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/qbsync-page
    grep -q sync.example.com /etc/hosts || echo "127.0.0.1 sync.example.com" >>/etc/hosts
    printf 'APT::Get::Assume-Yes "true";\nAPT::Update::Error-Mode "any";\n' >/etc/apt/apt.conf.d/99qbsync-page
    install -d -o "$ADMINISTRATOR" "$HOME_FOLDER/.build" "$HOME_FOLDER/.build/dist"
    install -o "$ADMINISTRATOR" -m 644 "$(own_package)" "$HOME_FOLDER/.build/dist/"
    install -o "$ADMINISTRATOR" -m 644 "$(other_package)" "/tmp/"
    make_certificate
}

# An authority that the machine trusts, and a certificate where certbot would put it.
make_certificate() {
    local live=/etc/letsencrypt/live/sync.example.com
    mkdir -p "$live" "$SCRATCH/ca"
    openssl req -x509 -newkey rsa:2048 -nodes -days 90 -subj "/CN=Page Test Authority" \
        -addext basicConstraints=critical,CA:TRUE -keyout "$SCRATCH/ca/key.pem" -out "$SCRATCH/ca/ca.pem" 2>/dev/null
    openssl req -newkey rsa:2048 -nodes -subj /CN=sync.example.com -keyout "$live/privkey.pem" \
        -out "$SCRATCH/ca/request" 2>/dev/null
    printf 'subjectAltName=DNS:sync.example.com\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n' >"$SCRATCH/ca/extensions"
    openssl x509 -req -in "$SCRATCH/ca/request" -CA "$SCRATCH/ca/ca.pem" -CAkey "$SCRATCH/ca/key.pem" \
        -CAcreateserial -days 90 -extfile "$SCRATCH/ca/extensions" -out "$live/cert.pem" 2>/dev/null
    cat "$live/cert.pem" "$SCRATCH/ca/ca.pem" >"$live/fullchain.pem"
    cp "$SCRATCH/ca/ca.pem" /usr/local/share/ca-certificates/qbsync-page.crt
    update-ca-certificates >/dev/null 2>&1
}

step_install() {
    echo "1. Build the package and install it"
    follow 1 "make deb"
    check "the service is enabled and running" bash -c "systemctl is-enabled qbsyncd && systemctl is-active qbsyncd"
    promised "is ready on 127.0.0.1:8180, /run/qbsyncd/control.sock"
    check "the journal says so as the page does" within 5 shows \
        "is ready on 127.0.0.1:8180, /run/qbsyncd/control.sock" journalctl -u qbsyncd -o cat
    promised "0 connectors, 0 syncing"
    check "and systemctl status too" within 5 shows "0 connectors, 0 syncing" systemctl status --no-pager qbsyncd
    check "it is reached from this machine only" all_loopback
    cp "$CONFIGURATION" "$SCRATCH/original.toml"
    follow 2 "sudo qbsyncctl status"
    local line
    while IFS= read -r line; do
        check "it answers as the page shows: $line" said "$line"
    done < <(awk '/^    There is no connector yet/ { on = 1 } !/^    / { on = 0 } on { sub(/^ +/, ""); print }' "$PAGE")
    follow 3 'sudo usermod -aG qbsyncd "$USER"'
    check "members of the group need no sudo" administrator "qbsyncctl status"
    check "and may read the mirror" administrator "sqlite3 -readonly $DATABASE 'SELECT count(*) FROM connector'"
}

# Lets the settings act as the page says, and looks at the address.
take_settings() {
    follow 6 "sudo qbsyncd --check-config && sudo systemctl restart qbsyncd"
    follow 7 "qbsyncctl preflight"
    sed 's/^/        /' "$SAID"
    check "$1" said "sync.example.com"
}

step_address() {
    echo "2. Make it reachable"
    [[ $(block 4 | head -n 1) == "[listen]" && $(block 5 | head -n 1) == "[listen]" ]] ||
        fail "blocks 4 and 5 of the page are not the settings of the two ways"
    echo "   qbsyncd itself"
    settings 5
    local setting file
    for setting in tls_certificate:fullchain tls_key:privkey; do
        file=$(sed -n "s/^${setting%%:*} = \"\(.*\)\"/\1/p" "$CONFIGURATION")
        install -m 600 "/etc/letsencrypt/live/sync.example.com/${setting##*:}.pem" "$file"
    done
    chmod 644 "$(sed -n 's/^tls_certificate = "\(.*\)"/\1/p' "$CONFIGURATION")"
    check "without the right to read the key, the check says so" not administrator "sudo -u qbsyncd qbsyncd --check-config"
    inline "sudo chgrp qbsyncd /etc/qbsyncd/key.pem && sudo chmod 640 /etc/qbsyncd/key.pem"
    take_settings "the address is looked at"
    check "https is served at its own port" curl -sf -o /dev/null https://sync.example.com:8443/support
    low_port
    for proxy in caddy nginx; do
        if command -v "$proxy" >/dev/null; then
            echo "   A proxy on this machine: $proxy"
            settings 4
            "start_$proxy"
            take_settings "through $proxy, the address is looked at"
            check "https is served through $proxy" curl -sf -o /dev/null https://sync.example.com/support
            PROXY=$proxy
            [[ $proxy == nginx ]] || stop_caddy
        else
            echo "        $proxy is not here, so its example was not tried"
        fi
    done
    [[ -n ${PROXY:-} ]] || NOT_TRIED+=(4)
    [[ ${PROXY:-} == nginx ]] || { settings 5; follow 6 "sudo qbsyncd --check-config && sudo systemctl restart qbsyncd"; }
}

# As the head of qbsyncd.socket tells.
low_port() {
    echo "   Port 443 without a proxy"
    inline "systemctl cat qbsyncd.socket"
    check "its head tells how" said "ListenStream=0.0.0.0:443"
    mkdir -p /etc/systemd/system/qbsyncd.socket.d
    printf '[Socket]\nListenStream=\nListenStream=0.0.0.0:443\n' >/etc/systemd/system/qbsyncd.socket.d/override.conf
    sed -i 's|^address = .*|address = "0.0.0.0:443"|; s|:8443"|"|' "$CONFIGURATION"
    systemctl daemon-reload
    check "its commands succeed" bash -c "systemctl stop qbsyncd.service && systemctl enable --now qbsyncd.socket &&
        systemctl start qbsyncd.service"
    check "https is served at port 443" curl -sf -o /dev/null https://sync.example.com/support
    systemctl disable --now qbsyncd.socket >/dev/null 2>&1
    systemctl stop qbsyncd.service
    rm -r /etc/systemd/system/qbsyncd.socket.d
    systemctl daemon-reload
}

start_nginx() {
    rm -f /etc/nginx/sites-enabled/*
    cp /usr/share/doc/qbsyncd/examples/nginx.conf /etc/nginx/sites-enabled/qbsyncd.conf
    nginx || fail "nginx does not take its example"
}
start_caddy() {
    local live=/etc/letsencrypt/live/sync.example.com
    sed "s|^sync.example.com {|&\n\ttls $live/fullchain.pem $live/privkey.pem|" \
        /usr/share/doc/qbsyncd/examples/Caddyfile >/etc/caddy/Caddyfile
    HOME=$SCRATCH caddy start --config /etc/caddy/Caddyfile >/dev/null 2>&1 || fail "Caddy does not take its example"
}
stop_caddy() { HOME=$SCRATCH caddy stop --config /etc/caddy/Caddyfile >/dev/null 2>&1; }

step_pair() {
    echo "3. Make a connector and pair the QuickBooks computer"
    follow 8 'qbsyncctl connector add acme --title "Acme Plumbing" --time-zone America/Chicago'
    check "the password was shown" test -n "$(password_of acme)"
    check "the file names the public address" grep -q "https://sync.example.com.*/qbwc" "$HOME_FOLDER/acme.qwc"
    check "the steps on the Windows side were printed" said "On the Windows side"
    # It may be night in Chicago.
    inline "qbsyncctl sync acme --during-shutdown"
    check "a sync is asked for, whatever the hour" said "asked for"
    check "the QuickBooks computer is paired and syncs" administrator "qbsim run --qwc acme.qwc \
        --password '$(password_of acme)' --workstation FRONTDESK --company-path 'C:\Books\Acme.QBW' \
        --company-name 'Acme Plumbing' --state ./acme --once"
    follow 9 "qbsyncctl connector add trial --overnight-shutdown none"
    promised 'The grid shows `success`, and a first green dot.'
    check "the grid shows success" grep -q "trial .*[Ss]uccess" <<<"$ALL_SAID"
    check "and a first green dot" grep -q "trial .*S$" <<<"$ALL_SAID"
}

step_daily() {
    echo "4. From then on"
    printf '%s\n' "20261130.15:00:00 UTC : QBWebConnector.SOAPWebService.do_authenticate() : *** Calling authenticate() with following parameters:<userName=\"acme\"><password=<MaskedForSecurity>" \
        "20261130.15:00:01 UTC : QBWebConnector.SOAPWebService.do_authenticate() : QBWC1012: Authentication failed due to following error message." \
        >"$HOME_FOLDER/QWCLog.txt"
    follow 10 "qbsyncctl status                            # the grid with ten dots"
    check "the doctor sees the whole installation" grep -q "configuration" "$SCRATCH/doctor"
    # A name that is this machine itself, and a machine in UTC: both are the box's.
    check "and finds nothing that wants a person, but for what a box has not" not \
        grep -E "^[a-z ]+ (warning|error) " <(grep -vE "^(reachability|time zone) " "$SCRATCH/doctor")
    inline "sudo qbsyncctl support-bundle"
    check "the bundle is there" bash -c "ls $HOME_FOLDER/*.tar* $HOME_FOLDER/*.tgz 2>/dev/null | grep ."
}

step_backup() {
    echo "Back up"
    follow 11 'qbsyncctl backup "/var/lib/qbsyncd/copy-$(date +%F).sqlite"      # one copy, now; it overwrites nothing'
    promised '`checked and sound`'
    check "the copy was said to be checked and sound" grep -q "checked and sound" <<<"$ALL_SAID"
    check "the timer waits for the night" shows qbsyncd-backup systemctl list-timers --no-pager
    check "the night comes" systemctl start qbsyncd-backup.service
    check "a copy is in /var/lib/qbsyncd/backups" test -s "$(newest_copy)"
    inline "qbsyncctl check-store"
    check "the database is sound" said "sound"
    check "and so is the copy" administrator "qbsyncctl check-store --file $(newest_copy)"
}

step_restore() {
    echo "Restore"
    check "a connector is made that the copy does not know" administrator "qbsyncctl connector add later"
    follow 12 "sudo systemctl stop qbsyncd.socket qbsyncd.service"
    check "what the copy does not know is gone" not shows later qbsyncctl connector list
    check "the doctor says that it was put back" grep -q "put back" "$SCRATCH/doctor"
    check "the database that was there is kept" bash -c "ls $DATABASE.before-restore-*"
    check "the audit trail says who did it" shows "for $ADMINISTRATOR by sudo" qbsyncctl audit list
    check "the journal says so" within 5 shows "was put back" journalctl -u qbsyncd -o cat
    check "the condition is there" shows "put back" qbsyncctl status
    inline "qbsyncctl task list acme"
    check "a comparison of all records is asked for" said "omparison"
    inline "qbsyncctl request list acme --state queued,sent,unknown"
    check "the workstation syncs" administrator "qbsim run --qwc acme.qwc --password '$(password_of acme)' \
        --workstation FRONTDESK --company-path 'C:\Books\Acme.QBW' --company-name 'Acme Plumbing' --state ./acme --once"
}

# Both packages hold the same programs, so nothing was copied before an upgrade: the copy is made here.
step_back() {
    echo "Upgrade and go back"
    check "an upgrade is an installation as the first" administrator "sudo apt install --reinstall ./.build/dist/qbsyncd_*.deb"
    install -o qbsyncd -g qbsyncd -m 600 "$(newest_copy)" "$DATABASE.schema-$(schema)"
    # The page has the package in the folder in which one is.
    cp "$(other_package)" "$HOME_FOLDER/"
    SCHEMA=$(schema)
    follow_in_one 13 "sudo systemctl stop qbsyncd.socket qbsyncd.service"
    check "the older version runs" shows "$OTHER_VERSION" dpkg-query -W qbsyncd
    check "and serves" administrator "qbsyncctl status"
}
# In one shell: a `cd` is among the commands.
follow_in_one() {
    [[ $(block "$1" | head -n 1) == "$2" ]] || fail "block $1 of the page does not begin with: $2"
    FOLLOWED+=("$1")
    block "$1" | sed "s/_OLD_/_${OTHER_VERSION}_/; s/schema-N/schema-$SCHEMA/" >"$SCRATCH/block.sh"
    sed 's/^/        $ /' "$SCRATCH/block.sh"
    administrator "set -e; . $SCRATCH/block.sh" >"$SAID" 2>&1 || fail "the page's commands failed" "$(<"$SAID")"
}

step_remove() {
    echo "Remove"
    inline "sudo apt remove qbsyncd"
    check "the data stays" test -s "$DATABASE"
    check "the configuration stays" test -s "$CONFIGURATION"
    inline "sudo apt purge qbsyncd"
    check "configuration and data are gone" bash -c "! ls -d /etc/qbsyncd /var/lib/qbsyncd 2>/dev/null | grep ."
    check "the user stays" id qbsyncd
}

page() {
    FOLLOWED=()
    ALL_SAID=
    NOT_TRIED=()
    prepare
    step_install
    step_address
    step_pair
    step_daily
    step_backup
    step_restore
    step_back
    step_remove
    local followed
    followed=$(printf '%s\n' "${FOLLOWED[@]}" | sort -nu | wc -l)
    local but=
    [[ ${#NOT_TRIED[@]} -eq 0 ]] || but=", but for number ${NOT_TRIED[*]}, for want of a proxy"
    check "all $(blocks_of_page) blocks of the page were followed$but" \
        test $((followed + ${#NOT_TRIED[@]})) -eq "$(blocks_of_page)"
    leave
}

# A machine that is none of ours gets back what was lent.
leave() {
    if command -v nginx >/dev/null; then nginx -s quit 2>/dev/null || true; fi
    userdel -r "$ADMINISTRATOR" 2>/dev/null || true
    rm -rf "$SCRATCH" /etc/sudoers.d/qbsync-page /etc/apt/apt.conf.d/99qbsync-page /usr/local/share/ca-certificates/qbsync-page.crt
    rm -rf /etc/letsencrypt/live/sync.example.com /etc/nginx/sites-enabled/qbsyncd.conf
    sed -i '/sync.example.com/d' /etc/hosts
    update-ca-certificates --fresh >/dev/null 2>&1
}

everything() {
    is_box || skip "it changes /etc/hosts, sudo, nginx and Caddy, and so needs a throw-away machine: SYSTEMD_BOX=program"
    phase page
}

main everything "$@"

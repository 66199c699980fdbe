#!/usr/bin/env bash
# The main job, end to end, in two minutes: two QuickBooks companies on one workstation are paired with a running qbsyncd,
# synced, synced again, refused with a wrong password, forced, looked at and written to. Nothing is left running, unless --keep.
#
# usage: packaging/demo.sh [--keep] BINARIES      BINARIES holds qbsyncd, qbsyncctl and qbsim
set -euo pipefail

keep=no
[ "${1:-}" = --keep ] && { keep=yes; shift; }
bin=$(cd "${1:?usage: packaging/demo.sh [--keep] BINARIES}" && pwd)
dir=$(mktemp -d "${TMPDIR:-/tmp}/qbsyncd-demo.XXXXXX")
port=$(( 18000 + RANDOM % 2000 ))
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$(( port + 1 )); done
export QBSYNCD_CONTROL_SOCKET=$dir/control.sock
daemon=

leave() {
    status=$?
    if [ -n "$daemon" ] && [ "$keep" = no -o $status -ne 0 ]; then
        kill "$daemon" 2>/dev/null || true
        wait "$daemon" 2>/dev/null || true
    fi
    if [ $status -ne 0 ]; then
        echo; echo "The demo broke off. The daemon's last lines ($dir/qbsyncd.log):"
        tail -n 20 "$dir/qbsyncd.log" 2>/dev/null || true
    elif [ "$keep" = no ]; then
        rm -rf "$dir"
    fi
    exit $status
}
trap leave EXIT

bold() { if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then printf '\n\033[1m%s\033[0m\n' "$*"; else printf '\n%s\n' "$*"; fi; }
ctl() { "$bin/qbsyncctl" "$@"; }
say() { printf '\n$ qbsyncctl %s\n' "$*"; ctl "$@"; }

bold "1. Start qbsyncd on loopback, its store in $dir"
cat > "$dir/qbsyncd.toml" <<TOML
[listen]
address = "127.0.0.1:$port"
public_url = "http://localhost:$port"
[store]
database = "$dir/qbsyncd.sqlite"
[control]
socket = "$dir/control.sock"
[sync]
time_zone = "America/Chicago"
overnight_shutdown = "none"
TOML
"$bin/qbsyncd" --config "$dir/qbsyncd.toml" --check-config
"$bin/qbsyncd" --config "$dir/qbsyncd.toml" > "$dir/qbsyncd.log" 2>&1 &
daemon=$!
for _ in $(seq 100); do ctl status > /dev/null 2>&1 && break; sleep 0.05; done
ctl status > /dev/null

bold "2. Two connectors on one workstation; the first one is the default for ever, so it must be accepted"
password() { ctl connector add "$@" --json | sed -n 's/.*"password" *: *"\([^"]*\)".*/\1/p'; }
acme=$(password acme --title "Acme Plumbing" --company-file 'C:\Books\Acme.QBW' --workstation FRONTDESK --accept-default)
borealis=$(password borealis --title "Borealis Design" --company-file 'C:\Books\Borealis.QBW' --workstation FRONTDESK)
ctl connector list
ctl qwc acme --output "$dir/acme.qwc"
ctl qwc borealis --output "$dir/borealis.qwc" > /dev/null
printf '%s\n' "acme $acme" "borealis $borealis" > "$dir/passwords"

bold "3. The simulated PC adds both .qwc files and presses Update Selected: the first sync"
pc() {
    "$bin/qbsim" run --qwc "$dir/acme.qwc" --qwc "$dir/borealis.qwc" --workstation FRONTDESK \
        --company-path 'C:\Books\Acme.QBW' 'C:\Books\Borealis.QBW' \
        --company-name "Acme Plumbing" "Borealis Design" --state "$dir/pc" \
        --password-file "$dir/passwords" --seed 7 --once "$@"
}
pc
say status

bold "4. Force both and update again: nothing changed, so nothing moves"
ctl sync acme > /dev/null
ctl sync borealis > /dev/null
pc
say history acme --limit 2

bold "5. A wrong password on the PC: a red dot with its own text"
printf '%s\n' "acme not-the-password" > "$dir/wrong"
"$bin/qbsim" run --qwc "$dir/acme.qwc" --workstation FRONTDESK --company-path 'C:\Books\Acme.QBW' \
    --company-name "Acme Plumbing" --state "$dir/pc" --password-file "$dir/wrong" --once || true
say explain acme

bold "6. An office day in QuickBooks, then a forced sync that is watched"
"$bin/qbsim" office-day --state "$dir/pc" --company-name qbsyncd-acme-plumbing-acme --seed 11
ctl sync acme --wait --timeout 60s & waiting=$!
pc > "$dir/pc.log"
wait $waiting
say activity acme --limit 6

bold "7. What the administrator sees in the morning"
say status

bold "8. What the integrator asks: the five largest open invoices of Acme"
query="SELECT ref_number AS invoice, customer_name AS customer, balance_remaining AS open
FROM invoice WHERE connector = 'acme' AND NOT is_paid AND NOT is_deleted
ORDER BY balance_remaining_minor DESC LIMIT 5;"
printf '\n$ sqlite3 -readonly qbsyncd.sqlite "%s"\n' "$query"
sqlite3 -readonly -header -column "$dir/qbsyncd.sqlite" "$query"

bold "9. The same through the daemon: invoices joined with their lines, what was sold most, and when that was complete"
query="SELECT l.item_name, count(*) AS lines, printf('%.2f', sum(l.amount_minor) / 100.0) AS amount,
       max(i.txn_date) AS last_sold, max(i.as_of) AS as_of
FROM invoice AS i JOIN invoice_line AS l ON l.connector = i.connector AND l.invoice_id = i.id
WHERE i.connector = 'acme' AND NOT i.is_deleted AND l.item_name IS NOT NULL
GROUP BY l.item_name ORDER BY sum(l.amount_minor) DESC LIMIT 5"
printf '\n$ qbsyncctl sql "%s"\n' "$query"
ctl sql "$query"

bold "10. The integrator writes: an invoice is queued; QuickBooks enters it, and its answer is lost on the way"
printf '%s' '{"InvoiceAdd": {"CustomerRef": {"FullName": "Moore, Joy"}, "RefNumber": "W-1001",
  "InvoiceLineAdd": [{"ItemRef": {"FullName": "Hinge, brass"}, "Quantity": "12", "Rate": "4.50"}]}}' > "$dir/invoice.json"
acme_pc() {
    "$bin/qbsim" run --qwc "$dir/acme.qwc" --workstation FRONTDESK --company-path 'C:\Books\Acme.QBW' \
        --company-name "Acme Plumbing" --state "$dir/pc" --password-file "$dir/passwords" --seed 7 --once "$@"
}
say request add acme "$dir/invoice.json" --key order-1001
acme_pc --fault lost-answer=1 || true
say request list acme --limit 1
echo; echo "The next check-in asks QuickBooks for what it has stored, and takes that. Nothing is sent twice:"
acme_pc
say request list acme --limit 1
query="SELECT ref_number, count(*) AS invoices FROM invoice WHERE connector = 'acme' AND ref_number = 'W-1001'"
printf '\n$ qbsyncctl sql "%s"\n' "$query"
ctl sql "$query"

bold "11. QuickBooks breaks down after it entered a class, and forgets the answer: that nobody can tell but a person"
printf '{"ClassAdd": {"Name": "Service vans"}}' > "$dir/class.json"
request=$(ctl request add acme "$dir/class.json" --json | sed -n 's/.*"id" *: *"\(req_[0-9a-f]*\)".*/\1/p')
acme_pc --fault crash-after-applying=1 || true
acme_pc || true
say request show "$request"
record=$(ctl request show "$request" --json | sed -n 's/.*"candidates" *: *\[{[^}]*"id" *: *"\([^"]*\)".*/\1/p')
say request link "$request" "$record"

if [ "$keep" = yes ]; then
    disown "$daemon"
    bold "qbsyncd goes on running (pid $daemon). Try:"
    cat <<TEXT
  export QBSYNCD_CONTROL_SOCKET=$dir/control.sock PATH=$bin:\$PATH
  qbsyncctl watch
  qbsyncctl sync acme && qbsim run --qwc $dir/acme.qwc --company-path 'C:\\Books\\Acme.QBW' \\
    --company-name "Acme Plumbing" --state $dir/pc --password-file $dir/passwords --once
  curl --unix-socket \$QBSYNCD_CONTROL_SOCKET http://localhost/v1/status
  kill $daemon && rm -r $dir      # when you are done
TEXT
else
    bold "Done: two companies paired, synced and remembered. Nothing is left running."
fi

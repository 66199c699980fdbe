#!/usr/bin/env bash
# Boots a throw-away machine that has a real systemd and the programs of this one. The tests of the package
# run in it (packaging/on-systemd.sh), on a machine whose own PID 1 may be anything.
#
# usage: packaging/box.sh [-n NAME] VERB
#
#   check            says what a box needs that is not here, with exit status 77; else nothing
#   up [--fresh] [--share DIR | --share-ro DIR]...
#                    boots it, and comes back when systemd has started everything; 77 as above. A DIR is this
#                    machine's, at the same place. --fresh: first takes down one of the same name.
#   run COMMAND...   runs it in the box as root, and ends with its status
#   reboot --hard    cuts the power, and boots again on the same disk
#   down             ends it. Nothing of it is left: no process, mount, cgroup or file
#
# How it is built
#
#   process                          cgroup                     has for itself
#   ------------------------------   ------------------------   ------------------------------------------------
#   keeper (this script)             qbsyncd-box.NAME/keeper    mounts, the disk among them
#   └─ unshare                       the same
#      └─ systemd, PID 1 in there    qbsyncd-box.NAME/machine   mounts, processes, name, network, IPC, cgroups
#         └─ its services            below, as it likes
#   COMMAND of `run`                 .../machine/run            enters what PID 1 has
#
# The disk is an overlay: below it the root of this machine, to which nothing ever writes; above it a tmpfs,
# which takes what the box writes. The keeper mounts it in a mount namespace of its own, so no one else sees
# it, and the kernel takes it away with the last process. The keeper also outlives PID 1, and boots
# another on the same disk: when the box itself asks for a reboot, and when `reboot` has killed PID 1. That is a
# power cut but for one thing: what was written and not yet synced is still there.
#
# PID 1 comes about in this order, and the order matters. Its process is made in a new process namespace, joins
# `machine`, and only then gets its other namespaces: so `machine` is the root of its cgroups, and it is alone
# there, without which cgroup2 would give it no controllers. It mounts what the kernel shows (/proc, /sys) and
# what is new at each boot (/dev, /run, /tmp), makes the overlay its root, lets go of the old root, and becomes
# systemd, which does the rest as in any container: loopback, host name, /dev/shm. Only cgroup2 is shown to it,
# so it is the same where this machine has the old controllers as well.
#
# A cgroup is all that is remembered of who belongs to the box: whatever became of whoever called, killing
# what is in it ends the box, and its mounts with it. Files are only in /run/qbsyncd-box.NAME: what the keeper
# and PID 1 said, and the number of PID 1's process.
#
# It is a place for tests and no prison: its root has few limits, enough not to turn this machine's clock or
# knobs by mistake.
set -euo pipefail
umask 022

SELF=$(realpath "${BASH_SOURCE[0]}")
readonly SELF SYSTEMD=/lib/systemd/systemd
readonly SEARCH_PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
readonly SECONDS_TO_BOOT=60
# The rights over what no namespace divides: the clock, the kernel's modules, ports, log and audit.
readonly RIGHTS=-sys_time,-sys_module,-sys_rawio,-syslog,-audit_control,-audit_read,-mac_admin,-wake_alarm,-block_suspend

fail() { echo "box: $1" >&2; exit 1; }
misused() { sed -n '/^# usage/,/^#   down/s/^# \?//p' "$SELF" >&2; exit 2; }

# ------------------------------------------------------------------------------------------ from outside

lacks() { echo "a throw-away machine needs $1" >&2; exit 77; }

check() {
    local program trial=$GROUP.trial kills=
    [[ $EUID -eq 0 ]] || lacks "root"
    for program in unshare nsenter setpriv setsid pivot_root mountpoint findmnt; do
        command -v "$program" >/dev/null || lacks "the program $program, which is not installed"
    done
    [[ -x $SYSTEMD ]] || lacks "systemd, which is not installed ($SYSTEMD)"
    [[ -n $CGROUPS ]] || lacks "cgroup2, which is mounted nowhere"
    mkdir "$trial" 2>/dev/null || lacks "to make a cgroup, which is refused in $CGROUPS"
    [[ ! -e $trial/cgroup.kill ]] || kills=yes
    rmdir "$trial"
    [[ -n $kills ]] || lacks "Linux 5.14 or newer"
    unshare --fork --pid --mount --uts --ipc --net --cgroup true 2>/dev/null ||
        lacks "new namespaces, which are refused here"
    mountpoint -q / || lacks "a root that is a mount point, which that of a chroot is not"
    # Any folder will do for the trial: its mounts end with it.
    unshare --mount --propagation private sh -c 'mount -t tmpfs box /tmp && mkdir /tmp/upper /tmp/work &&
        mount -t overlay -o lowerdir=/,upperdir=/tmp/upper,workdir=/tmp/work box /tmp' 2>/dev/null ||
        lacks "an overlay of the root, which cannot be mounted here"
}

up() {
    local fresh='' shares=()
    while [[ $# -gt 0 ]]; do
        case $1 in
        --fresh) fresh=yes ;;
        --share | --share-ro)
            [[ -d ${2:-} ]] || fail "there is no folder to share: ${2:-}"
            shares+=("$([[ $1 == --share ]] && echo rw || echo ro)=$(realpath "$2")")
            shift ;;
        *) misused ;;
        esac
        shift
    done
    check
    [[ -z $fresh ]] || down
    mkdir "$STATE" 2>/dev/null || fail "there is a box $NAME already; up --fresh takes it down first"
    trap down EXIT
    mkdir "$STATE/disk" "$GROUP" "$GROUP/keeper"
    # The controllers that this machine gives to our cgroup are given on to the box's.
    sed 's/[^ ]*/+&/g' "$GROUP/cgroup.controllers" >"$GROUP/cgroup.subtree_control"
    # First into the cgroup: from then on `down` finds it, and it does not go on if `down` was faster.
    (
        echo 0 >"$GROUP/keeper/cgroup.procs"
        exec setsid unshare --mount --propagation slave "$BASH" "$SELF" -n "$NAME" keep "${shares[@]}"
    ) </dev/null >"$STATE/log" 2>&1 &
    disown
    until is_kept || ! kill -0 $! 2>/dev/null; do sleep 0.01; done
    await_boot
    trap - EXIT
}

is_kept() { read -r _ <"$GROUP/keeper/cgroup.procs"; }

await_boot() {
    local state='' end=$((SECONDS + SECONDS_TO_BOOT))
    while ((SECONDS < end)) && is_kept; do
        state=$(enter timeout 5 systemctl is-system-running 2>/dev/null) || true
        case $state in
        running) return ;;
        degraded) enter systemctl --failed --no-pager --plain --no-legend >&2; return ;;
        esac
        sleep 0.1
    done
    { tail -n 30 "$STATE/log"; enter timeout 5 journalctl --no-pager -q -n 20 || true; } >&2
    fail "the box $NAME did not boot: ${state:-its PID 1 did not come to be systemd}"
}

# The file says which process became PID 1; its cgroup, that it lives and is systemd by now.
first_process() {
    local process
    read -r process <"$STATE/pid" && grep -x "$process" "$GROUP/machine/init.scope/cgroup.procs"
} 2>/dev/null
enter() {
    local process
    process=$(first_process) && nsenter --target "$process" --all "$@"
}

run() {
    [[ $# -gt 0 ]] || misused
    first_process >/dev/null || fail "the box $NAME is not up"
    # Where no unit is, so that the journal ascribes to none what the command says.
    mkdir -p "$GROUP/machine/run"
    echo 0 >"$GROUP/machine/run/cgroup.procs"
    enter setpriv --bounding-set "$RIGHTS" \
        env -i PATH="$SEARCH_PATH" HOME=/root LANG="${LANG:-C.UTF-8}" TERM="${TERM:-dumb}" "$@"
}

reboot() {
    local process
    [[ $* == --hard ]] || misused
    process=$(first_process) || fail "the box $NAME is not up"
    rm "$STATE/pid"
    kill -KILL "$process"
    await_boot
}

down() {
    dissolve "$GROUP"
    rm -rf --one-file-system "$STATE"
}

# dissolve CGROUP: ends all that is in it, and removes it.
dissolve() {
    local tries=0
    while [[ -d $1 ]]; do
        { echo 1 >"$1/cgroup.kill"; } 2>/dev/null || true
        find "$1" -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.05
        ((++tries < 200)) || fail "there are processes in $1 that cannot be ended"
    done
}

# ------------------------------------------------------------------------------------------ the keeper

keep() {
    local part status=0
    mount -t tmpfs -o mode=755 box "$STATE/disk"
    mkdir "$ROOT"
    # Parts of a machine may be on other disks, which an overlay of its root does not show.
    for part in / /usr /var; do
        if mountpoint -q "$part"; then overlay "$part" "$STATE/disk/of-${part#/}"; fi
    done
    # From inside, so that no link leads out to the machine's own files.
    chroot "$ROOT" "$BASH" -euc "$(declare -f furnish) && furnish $NAME $(tr -d - </proc/sys/kernel/random/uuid)"
    # Again, if `reboot` took the file away, or if the kernel ended PID 1 with SIGHUP, as who asks for a reboot.
    while [[ ! -e $STATE/pid || $status -eq $((128 + 1)) ]]; do
        dissolve "$GROUP/machine"
        mkdir "$GROUP/machine"
        : >"$STATE/pid"
        status=0
        # shellcheck disable=SC2016
        unshare --pid --fork --kill-child "$BASH" -c 'echo 0 >"$1" && exec "${@:2}"' - "$GROUP/machine/cgroup.procs" \
            unshare --mount --uts --ipc --net --cgroup --propagation private \
            "$BASH" "$SELF" -n "$NAME" boot "$@" || status=$?
    done
}

overlay() {
    mkdir -p "$2/upper" "$2/work"
    mount -t overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" box "$ROOT$1"
}

# furnish NAME IDENTITY: what is another on this disk than on the machine's.
furnish() {
    local units=/etc/systemd/system
    # Whatever the machine starts by itself, the box does not; nor does it forbid packages to start something.
    rm -rf "$units"/*.{wants,requires} /usr/sbin/policy-rc.d
    ln -sf /lib/systemd/system/multi-user.target "$units/default.target"
    # The rest of what makes no sense here systemd leaves out by itself: /sys is read-only, and rights are missing.
    ln -sf /dev/null "$units/getty.target"
    ln -sf /dev/null "$units/systemd-logind.service"
    echo "$1" >/etc/hostname
    echo "$2" >/etc/machine-id
    printf '127.0.0.1 localhost %s\n::1 localhost\n' "$1" >/etc/hosts
    # A journal of its own, and none of the machine's disks.
    rm -rf /var/log/journal /etc/fstab /etc/crypttab
    mkdir /var/log/journal
    # systemd need not bring its caches up to date first.
    touch /etc/.updated /var/.updated
}

# ------------------------------------------------------------------------------------------ PID 1

boot() {
    local path
    cd "$ROOT"
    mount -t proc -o nosuid,nodev,noexec proc proc
    mount -t sysfs -o nosuid,nodev,noexec,ro sysfs sys
    mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 sys/fs/cgroup
    mount -t tmpfs -o nosuid,mode=755 dev dev
    mount -t tmpfs -o nosuid,nodev,mode=755 run run
    mount -t tmpfs -o nosuid,nodev,mode=1777 tmp tmp
    cp -a /dev/{null,zero,full,random,urandom,tty} dev/
    mkdir dev/pts
    mount -t devpts -o nosuid,noexec,mode=620,gid=5,ptmxmode=666 devpts dev/pts
    ln -s pts/ptmx dev/ptmx
    # Where PID 1 speaks before there is a journal.
    touch dev/kmsg
    mount --bind "$STATE/log" dev/kmsg
    # The kernel's knobs are this machine's, but for those of the network.
    mount --bind proc/sys/net proc/sys/net
    for path in proc/sys proc/sysrq-trigger; do
        [[ ! -e $path ]] || mount --rbind -o ro "$path" "$path"
    done
    # The journal tells one boot from another by it.
    cat /proc/sys/kernel/random/uuid >"$STATE/disk/boot-id"
    mount --bind -o ro "$STATE/disk/boot-id" proc/sys/kernel/random/boot_id
    for path in "$@"; do
        mkdir -p ".${path#*=}"
        mount --rbind -o "${path%%=*}" "${path#*=}" ".${path#*=}"
    done
    # In this /proc, which is the machine's still, its process has the number that others know it by.
    read -r path _ </proc/self/stat
    echo "$path" >"$STATE/pid"
    pivot_root . .
    umount -l .
    # As on any booted machine; without it, credentials do not reach a service.
    mount --make-rshared /
    # There are no generators: they would start what the machine has in /etc/init.d, for example.
    exec env -i container=box PATH="$SEARCH_PATH" SYSTEMD_GENERATOR_PATH=/var/empty \
        setpriv --bounding-set "$RIGHTS" "$SYSTEMD" --system --show-status=no --log-target=journal-or-kmsg
}

NAME=box
if [[ ${1:-} == -n && $# -gt 1 ]]; then
    NAME=$2
    shift 2
fi
[[ $NAME =~ ^[a-z0-9][a-z0-9-]*$ ]] || fail "a name consists of a-z, 0-9 and -"
CGROUPS=$(findmnt --first-only --noheadings --types cgroup2 --output TARGET) || true
readonly NAME CGROUPS
readonly GROUP=$CGROUPS/qbsyncd-box.$NAME STATE=/run/qbsyncd-box.$NAME
readonly ROOT=$STATE/disk/root
case ${1:-} in
check | up | run | reboot | down | keep | boot) "$@" ;;
*) misused ;;
esac

import Glibc
import Testing

@testable import Systemd

@Suite("What systemd is told")
struct NotificationTests {
    @Test("readiness is one datagram on the socket that systemd named")
    func readyReachesTheSocket() async {
        await #expect(processExitsWith: .success) {
            let systemd = try #require(SystemdEar())
            setenv("NOTIFY_SOCKET", systemd.name, 1)
            #expect(Notification.ready(status: "2 connectors, none syncing").send())
            #expect(systemd.heard() == "READY=1\nSTATUS=2 connectors, none syncing")
            #expect(systemd.heard() == nil)
        }
    }

    @Test("status, sign of life, reload, ready again, stop: each is told, in order")
    func lifeIsToldInOrder() async {
        await #expect(processExitsWith: .success) {
            let systemd = try #require(SystemdEar())
            setenv("NOTIFY_SOCKET", systemd.name, 1)
            let life: [Notification] = [
                .ready(status: "starting"), .status("acme: invoices 412 of 1100"), .watchdog,
                .reloadingNow(status: "reading the configuration"), .ready(status: "read"),
                .stopping(status: "answering what is in flight"),
            ]
            #expect(life.map { $0.send() } == [true, true, true, true, true, true])
            #expect(life.map { _ in systemd.heard() } == life.map(\.text))
        }
    }

    @Test("without systemd nothing is sent, and the caller learns it")
    func silentWithoutSystemd() async {
        await #expect(processExitsWith: .success) {
            unsetenv("NOTIFY_SOCKET")
            #expect(!Notification.ready(status: "ready").send())
        }
    }

    @Test("a socket that is gone does no harm")
    func goneSocket() async {
        await #expect(processExitsWith: .success) {
            setenv("NOTIFY_SOCKET", "@nobody-listens-to-this-name", 1)
            #expect(!Notification.watchdog.send())
        }
    }

    @Test("a line break in a status cannot become a command to systemd")
    func statusIsOneLine() {
        let forged = Notification.status("acme\nMAINPID=1\u{1b}[2J")
        #expect(forged.text == #"STATUS=acme\nMAINPID=1\u{1b}[2J"#)
    }

    @Test("a reload carries the monotonic clock, which Type=notify-reload pairs it by")
    func reloadCarriesTheClock() throws {
        var before = timespec()
        clock_gettime(CLOCK_MONOTONIC, &before)
        guard case .reloading(let stamp, _) = Notification.reloadingNow(status: "now") else {
            Issue.record("a reload is something else")
            return
        }
        #expect(stamp >= UInt64(before.tv_sec) * 1_000_000)
        let told = Notification.reloading(monotonicMicroseconds: 1_234_567, status: "reading").text
        #expect(told == "RELOADING=1\nMONOTONIC_USEC=1234567\nSTATUS=reading")
    }

    @Test("the daemon may give the watchdog's verdict on itself")
    func ownVerdict() {
        #expect(Notification.watchdogFailed.text == "WATCHDOG=trigger")
    }
}

@Suite("How often a sign of life is due")
struct WatchdogTests {
    @Test("WatchdogSec=30s asks for a sign every 15 seconds")
    func halfTheLimit() async {
        await #expect(processExitsWith: .success) {
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", "\(getpid())", 1)
            #expect(Watchdog.limit == .seconds(30))
            #expect(Watchdog.interval == .seconds(15))
        }
    }

    @Test("a watchdog meant for another process is not ours")
    func otherProcess() async {
        await #expect(processExitsWith: .success) {
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", "1", 1)
            #expect(Watchdog.interval == nil)
        }
    }

    @Test("with no watchdog set, none is due")
    func noWatchdog() async {
        await #expect(processExitsWith: .success) {
            unsetenv("WATCHDOG_USEC")
            #expect(Watchdog.interval == nil)
        }
    }
}

import Foundation
import Testing

@testable import Timetable

@Suite("Reason")
struct ReasonTests {
    let zone: Zone
    let now: Date

    init() throws {
        zone = try .named("America/Chicago")
        now = try zone.at("2025-11-04T13:05:00")
    }

    @Test("every reason is one plain sentence with the office's own time")
    func sentences() throws {
        let evening = try zone.at("2025-11-04T22:30:00")
        let morning = try zone.at("2025-11-05T06:00:00")
        let table: [(Reason, String)] = [
            (.paused(Pause(since: now, by: "alice")), "Paused by alice until someone resumes it."),
            (
                .paused(Pause(since: now, until: try zone.at("2025-11-04T14:10:00"), by: "alice")),
                "Paused by alice until 14:10 (America/Chicago)."
            ),
            (
                .paused(Pause(since: now, until: try zone.at("2025-11-07T08:00:00"), by: "alice")),
                "Paused by alice until Fri 7 Nov 08:00 (America/Chicago)."
            ),
            (
                .mustBeForcedThisMorning,
                "Must be forced this morning: this connector does not start again by itself "
                    + "after the overnight shutdown."
            ),
            (.notDue(next: try zone.at("2025-11-04T14:10:00")), "Next sync at 14:10 (America/Chicago)."),
            (
                .notDue(next: try zone.at("2025-11-06T14:10:00")),
                "Next sync at Thu 6 Nov 14:10 (America/Chicago)."
            ),
            (
                .workstationBusy(workstation: "FRONTDESK", connector: "Acme"),
                "Another company on FRONTDESK is updating (Acme)."
            ),
            (
                .givingWay(to: "Acme"),
                "Another company on the same workstation has waited longer and goes first (Acme)."
            ),
        ]
        for (reason, sentence) in table {
            #expect(reason.sentence(in: zone, now: now) == sentence)
        }
        let shutdown = Reason.overnightShutdown(until: morning, isForced: false)
        #expect(
            shutdown.sentence(in: zone, now: evening) == "Overnight shutdown until 06:00 (America/Chicago).")
        let forced = Reason.overnightShutdown(until: morning, isForced: true)
        #expect(
            forced.sentence(in: zone, now: evening) == "Overnight shutdown until 06:00 (America/Chicago). "
                + "The forced sync starts then; to run it now, force it with --during-shutdown.")
    }

    @Test("without a present the clock time stands alone, except for a pause, which knows its own")
    func withoutPresent() throws {
        let later = try zone.at("2025-11-07T08:00:00")
        #expect(Reason.notDue(next: later).sentence(in: zone) == "Next sync at 08:00 (America/Chicago).")
        #expect(
            Reason.paused(Pause(since: now, until: later, by: "alice")).sentence(in: zone)
                == "Paused by alice until Fri 7 Nov 08:00 (America/Chicago).")
    }

    @Test(
        "the same instant is said in each office's own time",
        arguments: [
            ("America/Chicago", "Next sync at 14:10 (America/Chicago)."),
            ("Europe/Berlin", "Next sync at 21:10 (Europe/Berlin)."),
            ("Asia/Kolkata", "Next sync at 01:40 (Asia/Kolkata)."), ("UTC", "Next sync at 20:10 (UTC)."),
        ])
    func zones(identifier: String, sentence: String) throws {
        let next = Reason.notDue(next: try utc("2025-11-04T20:10:00"))
        #expect(next.sentence(in: try .named(identifier), now: now) == sentence)
    }

    @Test("every reason has a word of its own for programs, and says what a person can do")
    func codes() {
        let reasons: [Reason] = [
            .paused(Pause(since: now, by: "alice")), .overnightShutdown(until: now, isForced: false),
            .mustBeForcedThisMorning, .notDue(next: now),
            .workstationBusy(workstation: "FRONTDESK", connector: "bolt"),
            .givingWay(to: "bolt"),
        ]
        #expect(
            reasons.map(\.code) == [
                "paused", "overnight-shutdown", "must-be-forced", "not-due", "workstation-busy", "giving-way",
            ])
        #expect(
            reasons.map { $0.fix(connector: "acme") } == [
                "qbsyncctl resume acme", "qbsyncctl sync acme --during-shutdown", "qbsyncctl sync acme", nil,
                "If this happens often, give the connectors of this workstation longer intervals: "
                    + "qbsyncctl connector edit acme --interval 4h",
                "If this happens often, give the connectors of this workstation longer intervals: "
                    + "qbsyncctl connector edit acme --interval 4h",
            ])
        #expect(reasons.filter(\.isQueueing).map(\.code) == ["workstation-busy", "giving-way"])
    }
}

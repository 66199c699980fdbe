package import Foundation

/// Why a connector waits: the only place where these sentences are written.
///
/// The cases stand in the order in which they are weighed (`Rule.verdict`): the first that applies is the
/// answer.
package enum Reason: Equatable, Sendable {
    case paused(Pause)
    /// `isForced`: a person has asked for a sync, but not for one inside the window.
    case overnightShutdown(until: Date, isForced: Bool)
    /// `Morning.manual`, and nobody has forced a sync since the window ended.
    case mustBeForcedThisMorning
    case notDue(next: Date)
    case workstationBusy(workstation: String, connector: String)
    /// The workstation is free, but another connector has waited longer for it.
    case givingWay(to: String)

    /// A stable word for programs: JSON, metrics and the journal.
    package var code: String {
        switch self {
        case .paused: "paused"
        case .overnightShutdown: "overnight-shutdown"
        case .mustBeForcedThisMorning: "must-be-forced"
        case .notDue: "not-due"
        case .workstationBusy: "workstation-busy"
        case .givingWay: "giving-way"
        }
    }

    /// The connector's time has come and it waits only for its turn at the workstation: this is what
    /// `waitingSince` remembers, and what other connectors give way to (PC-2).
    package var isQueueing: Bool {
        switch self {
        case .workstationBusy, .givingWay: true
        case .paused, .overnightShutdown, .mustBeForcedThisMorning, .notDue: false
        }
    }

    /// In plain English, with the local time of the connector's zone.
    ///
    /// - Parameter now: when given, a time on another day is said with its day; without it only a pause names
    ///   the day.
    package func sentence(in zone: Zone, now: Date? = nil) -> String {
        switch self {
        case .paused(let pause):
            guard let until = pause.until else { return "Paused by \(pause.by) until someone resumes it." }
            let time = zone.time(of: until, seenFrom: now ?? pause.since)
            return "Paused by \(pause.by) until \(time) (\(zone.identifier))."
        case .overnightShutdown(let until, let isForced):
            let time = zone.time(of: until, seenFrom: now ?? until)
            let shutdown = "Overnight shutdown until \(time) (\(zone.identifier))."
            guard isForced else { return shutdown }
            return shutdown + " The forced sync starts then; to run it now, force it with --during-shutdown."
        case .mustBeForcedThisMorning:
            return "Must be forced this morning: this connector does not start again by itself after the "
                + "overnight shutdown."
        case .notDue(let next):
            return "Next sync at \(zone.time(of: next, seenFrom: now ?? next)) (\(zone.identifier))."
        case .workstationBusy(let workstation, let connector):
            return "Another company on \(workstation) is updating (\(connector))."
        case .givingWay(let connector):
            return "Another company on the same workstation has waited longer and goes first (\(connector))."
        }
    }

    /// What a person can do about it; nil when there is nothing to do but wait.
    ///
    /// - Parameter connector: the name of the connector that waits.
    package func fix(connector: String) -> String? {
        switch self {
        case .paused:
            return "qbsyncctl resume \(connector)"
        case .overnightShutdown:
            return "qbsyncctl sync \(connector) --during-shutdown"
        case .mustBeForcedThisMorning:
            return "qbsyncctl sync \(connector)"
        case .notDue:
            return nil
        case .workstationBusy, .givingWay:
            return "If this happens often, give the connectors of this workstation longer intervals: "
                + "qbsyncctl connector edit \(connector) --interval 4h"
        }
    }
}

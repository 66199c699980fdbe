import Foundation

@testable import Timetable

/// An office in software: connectors that check in on their own timers and sync for as long as chance has it,
/// with the same bookkeeping around the verdict as the service's.
struct Office {
    struct Connector {
        var name: String
        var workstation: String
        var rule: Rule
        var history = History()
        var lastContact = Date.distantPast
        var nextCheckIn: Date
        var isOff = false
    }

    struct Sync {
        var connector: Int
        var since: Date
        var end: Date
    }

    var connectors: [Connector] = []
    var syncs: [Sync] = []
    var random: Seed
    var longestSync: Int
    /// What must never happen and did.
    var faults: [String] = []
    /// Seconds from being told to wait to being served, of every wait that has ended.
    var waits: [String: [Int]] = [:]
    var runs: [String: Int] = [:]

    init(
        connectors: [(name: String, workstation: String)], interval: Int = 7200, window: String,
        longestSync: Int,
        seed: Int
    ) throws {
        random = Seed(seed)
        self.longestSync = longestSync
        for (slot, connector) in connectors.enumerated() {
            self.connectors.append(
                Connector(
                    name: connector.name, workstation: connector.workstation,
                    rule: try .standard(interval: interval, slot: slot, window: window),
                    nextCheckIn: .distantPast))
        }
    }

    /// Steps through the check-ins and the ends of syncs in the order of time.
    mutating func live(from begin: Date, seconds: Int) throws {
        let end = begin + seconds
        for index in connectors.indices where connectors[index].nextCheckIn < begin {
            connectors[index].nextCheckIn = begin + Int.random(in: 0..<300, using: &random)
        }
        while true {
            let awake = connectors.indices.filter { index in
                !connectors[index].isOff && !syncs.contains { $0.connector == index }
            }
            let nextEnd = syncs.min { $0.end < $1.end }?.end ?? .distantFuture
            let next = awake.min { connectors[$0].nextCheckIn < connectors[$1].nextCheckIn }
            let checkIn = next.map { connectors[$0].nextCheckIn } ?? .distantFuture
            guard min(nextEnd, checkIn) < end else { return }
            if nextEnd <= checkIn {
                finish(at: nextEnd)
            } else if let next {
                self.checkIn(next, at: checkIn)
            }
        }
    }

    /// Whether the connector has been told to wait and not been served yet.
    func isQueueing(_ name: String) -> Bool {
        connectors.contains { $0.name == name && $0.history.waitingSince != nil }
    }

    /// Takes a connector's computer off the net; what is stored about it stays.
    mutating func switchOff(_ name: String) {
        for index in connectors.indices where connectors[index].name == name {
            connectors[index].isOff = true
        }
    }

    private mutating func finish(at now: Date) {
        for sync in syncs where sync.end <= now {
            connectors[sync.connector].history.lastRunEnd = now
            // The Web Connector's timer starts again at the end of the run.
            connectors[sync.connector].nextCheckIn = now + connectors[sync.connector].rule.pollSeconds
        }
        syncs.removeAll { $0.end <= now }
    }

    private mutating func checkIn(_ index: Int, at now: Date) {
        let connector = connectors[index]
        let others = connectors.indices.filter {
            $0 != index && connectors[$0].workstation == connector.workstation
        }
        let leases = syncs.filter { others.contains($0.connector) }.map {
            Lease(
                workstation: connector.workstation, connector: connectors[$0.connector].name, since: $0.since,
                lastCall: now)
        }
        let rivals = others.compactMap { other in
            connectors[other].history.waitingSince.map {
                Rival(
                    connector: connectors[other].name, waitingSince: $0,
                    lastContact: connectors[other].lastContact,
                    pollSeconds: connectors[other].rule.pollSeconds)
            }
        }
        connectors[index].lastContact = now
        connectors[index].nextCheckIn = now + connector.rule.pollSeconds
        let verdict = connector.rule.verdict(
            for: connector.name, now: now, history: connector.history, leases: leases, rivals: rivals)
        switch verdict {
        case .go:
            begin(index, at: now, isShared: !leases.isEmpty)
        case .wait(_, let reason) where reason.isQueueing:
            connectors[index].history.waitingSince = connector.history.waitingSince ?? now
        case .wait:
            connectors[index].history.waitingSince = nil
        }
    }

    private mutating func begin(_ index: Int, at now: Date, isShared: Bool) {
        let connector = connectors[index]
        if isShared { faults.append("\(connector.name) began beside another at \(now)") }
        if connector.rule.window?.contains(now, in: connector.rule.zone) ?? false {
            faults.append("\(connector.name) began inside the window at \(now)")
        }
        if let since = connector.history.waitingSince {
            waits[connector.name, default: []].append(Int(now.timeIntervalSince(since)))
        }
        runs[connector.name, default: 0] += 1
        connectors[index].history.waitingSince = nil
        connectors[index].history.lastRunStart = now
        connectors[index].history.lastRunEnd = nil
        let length = Int.random(in: 60...longestSync, using: &random)
        syncs.append(Sync(connector: index, since: now, end: now + length))
    }
}

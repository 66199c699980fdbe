import API
import FoundationEssentials

/// The grid one looks at in the morning (SA-1, AT-4): one row per connector, then what wants a person.
struct Grid: Sendable {
    var connectors: [ConnectorStatus]
    /// Of the whole installation.
    var conditions: [ConditionEntry] = []
    var clock: LocalClock

    /// - Parameter connectors: where they are all of one zone, times are that zone's; else the terminal's,
    ///   and sentences with a time in them name the zone that they mean.
    init(connectors: [ConnectorStatus], conditions: [ConditionEntry] = [], clock: LocalClock) {
        (self.connectors, self.conditions, self.clock) = (connectors, conditions, clock)
        let zones = Set(connectors.map(\.timeZone))
        if zones.count == 1, let zone = zones.first { LocalClock.moveWall(to: zone) }
    }

    func lines(width: Int?) -> [Line] {
        guard !connectors.isEmpty else { return Self.empty }
        let zone = Line("   Times: ", .grey) + Line(LocalClock.zoneName)
        let under = Dots.legend + zone
        let legend = width.map { under.wrapped(to: $0) } ?? [under]
        return table(width: width).lines(width: width) + [Line()] + legend + attention(width: width)
    }

    static let empty = [
        Line("There is no connector yet. Make one for each company file, the first with:"),
        Line("  qbsyncctl connector add NAME"),
    ]

    private func table(width: Int?) -> Table {
        Table(
            [
                .init("NAME"), .init("DEFAULT"), .init("STATE"), .init("LAST SYNC"),
                .init("LAST SYNC STATUS", narrowing: .cut), .init("NEXT SYNC"), .init("LAST 10"),
            ],
            rows: connectors.map { row($0, isMeasured: width != nil) })
    }

    /// Columns of the status where no terminal sets a limit; the whole is in `explain` and `history`.
    private static let unmeasuredStatus = 60

    private func row(_ connector: ConnectorStatus, isMeasured: Bool) -> [Line] {
        let status = lastSyncStatus(connector)
        return [
            Line(connector.name, .bold),
            Line(connector.isDefault ? "yes" : ""),
            Line(connector.state, connector.stateColor),
            Line(connector.lastSync.map(clock.short) ?? ""),
            isMeasured ? status : status.cut(to: Self.unmeasuredStatus),
            nextSync(connector),
            Dots.line(connector.dots),
        ]
    }

    /// The current category while a sync runs, else how the last one ended.
    private func lastSyncStatus(_ connector: ConnectorStatus) -> Line {
        if let progress = connector.progress {
            return Line(progress.sentence(now: clock.now), .blue)
        }
        // "Ready" on a connection that has run before is itself a warning (SA-2).
        let isOdd = connector.lastSyncStatus == "Ready" && connector.lastSync != nil
        return Line(connector.lastSyncStatus, isOdd ? .amber : nil)
    }

    private func nextSync(_ connector: ConnectorStatus) -> Line {
        if connector.progress != nil { return Line("running", .blue) }
        if connector.isForced { return Line("at next check-in", .blue) }
        if connector.isOverdue { return Line("overdue", .red) }
        return Line(connector.nextSync.map(clock.short) ?? "")
    }

    /// A line or two for each connector that wants something done, and nothing for the others.
    private func attention(width: Int?) -> [Line] {
        let shared = conditions.map {
            Line("\($0.title): ", $0.color) + Line("\($0.sentence) \($0.fix ?? "")")
        }
        let lines =
            shared
            + connectors.flatMap { connector -> [Line] in
                var lines: [Line] = []
                if let fix = connector.fix {
                    let isNamed = connector.sentence.hasPrefix(connector.name)
                    let head = isNamed ? Line() : Line("\(connector.name): ", .bold)
                    lines.append(head + Line("\(connector.sentence) \(fix)"))
                }
                // What the state itself does not say. Lateness stands in the grid already.
                for condition in connector.conditions ?? [] where condition.isTrouble {
                    if condition.code == "sync-overdue" || condition.sentence == connector.sentence {
                        continue
                    }
                    lines.append(
                        Line("\(connector.name): ", .bold)
                            + Line("\(condition.sentence) \(condition.fix ?? "")"))
                }
                if connector.messageCount > 0 {
                    let count = Quantity.count(connector.messageCount, "message")
                    lines.append(
                        Line("\(connector.name): ", .bold)
                            + Line("\(count) about what did not sync: qbsyncctl messages \(connector.name)"))
                }
                if let requests = connector.requests {
                    lines.append(Line("\(connector.name): ", .bold) + RequestText.line(requests))
                }
                return lines
            }
        guard !lines.isEmpty else { return [] }
        return [Line()] + lines.flatMap { line in width.map { line.wrapped(to: $0) } ?? [line] }
    }
}

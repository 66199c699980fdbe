import API

/// Why nothing is happening, or what is, and whose move it is.
struct Explanation: Sendable {
    var connector: ConnectorStatus
    var clock: LocalClock

    /// All times are the office's: those of the timetable are, in the daemon's sentences.
    func lines(width: Int?) -> [Line] {
        LocalClock.moveWall(to: connector.timeZone)
        let title =
            connector.title.isEmpty || connector.title == connector.name ? "" : " (\(connector.title))"
        let head =
            Line(connector.name, .bold) + Line(title + ": ") + Line(connector.state, connector.stateColor)
        let since = connector.since.map { Line(" since \(clock.short($0))", .grey) } ?? Line()
        return [head + since] + sheet.lines(width: width, indent: 2) + causes(width: width)
    }

    /// What was found, the gravest first, with what was seen.
    private func causes(width: Int?) -> [Line] {
        guard let conditions = connector.conditions, !conditions.isEmpty else { return [] }
        let texts = conditions.enumerated().flatMap { index, condition in
            ConditionText(condition: condition, clock: clock).lines(width: width, number: index + 1)
        }
        return [Line("  Causes, the gravest first:", .bold)] + texts
    }

    private var sheet: Sheet {
        var sheet = Sheet()
        sheet.add("Why", connector.sentence)
        sheet.add("What to do", connector.fix ?? "nothing")
        sheet.add("Whose move", connector.mover)
        sheet.add("Waits for", waits)
        if let progress = connector.progress {
            sheet.add("Running", Line(progress.sentence(now: clock.now), .blue))
        }
        sheet.add("Last check-in", lastContact)
        sheet.add("Next check-in", connector.nextCheckIn.map(clock.relative))
        sheet.add("Last sync", connector.lastSync.map(clock.relative) ?? "none yet")
        sheet.add("Its status", connector.lastSyncStatus)
        sheet.add("Next sync", nextSync)
        if connector.messageCount > 0 {
            sheet.add("Messages", "\(connector.messageCount): qbsyncctl messages \(connector.name)")
        }
        sheet.add("Requests", connector.requests.map { RequestText.line($0) })
        sheet.add("Workstation", connector.workstation)
        sheet.add("Company file", connector.companyFile)
        sheet.add("Time zone", zone)
        sheet.add("Last 10", Dots.line(connector.dots))
        return sheet
    }

    private var zone: String {
        let shown = LocalClock.zoneName
        return shown == connector.timeZone
            ? "\(shown), as are all times here" : "\(connector.timeZone); all times here are of \(shown)"
    }

    /// What the timetable says, where that is not already told as the reason.
    private var waits: String? {
        guard let wait = connector.waitsFor, wait != connector.sentence else { return nil }
        return wait + (connector.waitsSince.map { " (since \(clock.short($0)))" } ?? "")
    }

    private var lastContact: String {
        guard let contact = connector.lastContact else { return "never" }
        return clock.relative(contact) + (connector.lastContactTold.map { "; it was told: \($0)" } ?? "")
    }

    private var nextSync: Line? {
        if connector.isForced { return Line("forced: at the next check-in", .blue) }
        guard let next = connector.nextSync else { return connector.isOverdue ? Line("overdue", .red) : nil }
        return Line(clock.relative(next)) + (connector.isOverdue ? Line(" (overdue)", .red) : Line())
    }
}

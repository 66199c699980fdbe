import API

/// A connector with its settings, binding and users.
struct ConnectorText: Sendable {
    var connector: ConnectorDetail
    var clock: LocalClock

    func lines(width: Int?) -> [Line] {
        let marks = (connector.isDefault ? " (default)" : "") + (connector.isDisabled ? " (disabled)" : "")
        let users = connector.users.map(user)
        return [Line(connector.name, .bold) + Line(marks)] + sheet.lines(width: width, indent: 2)
            + [Line("  Users", .bold)] + users.map { Line("    ") + $0 }
    }

    private var sheet: Sheet {
        let settings = connector.settings
        var sheet = Sheet()
        sheet.add("Title", settings.title)
        sheet.add("Company", connector.companyName)
        sheet.add("Company file", settings.companyFile ?? "whichever is open at the first sync")
        sheet.add("Bound", connector.boundAt.map(clock.long) ?? "not yet")
        sheet.add("Workstation", settings.workstation)
        sheet.add("Interval", interval)
        sheet.add("Overnight shutdown", settings.overnightShutdown)
        sheet.add("Time zone", settings.timeZone)
        sheet.add("Morning", settings.morning)
        sheet.add("Poll", settings.poll)
        sheet.add("Page size", settings.pageSize.map(String.init))
        sheet.add("Overlap", settings.overlap)
        sheet.add("Unattended", settings.unattended.map { $0 ? "yes" : "no" })
        sheet.add("History", settings.history)
        sheet.add("Held open", settings.hold)
        sheet.add("Editions", settings.editions.map { $0.isEmpty ? "all" : $0.joined(separator: ", ") })
        sheet.add("OwnerID", connector.ownerId)
        sheet.add("FileID", connector.fileId)
        sheet.add("Made", clock.long(connector.createdAt))
        return sheet
    }

    /// The stagger is told beside the interval, because together they say when a sync comes.
    private var interval: String? {
        connector.settings.interval.map { interval in
            let offset = Quantity.duration(seconds: connector.staggerOffsetSeconds)
            return "\(interval), its turn \(offset) after each full interval"
        }
    }

    private func user(_ user: UserEntry) -> Line {
        let locked = user.lockedAt.map { Line("  locked since \(clock.short($0))", .red) } ?? Line()
        return Line(user.name) + Line("  last login \(user.lastLoginAt.map(clock.short) ?? "never")", .grey)
            + locked
    }
}

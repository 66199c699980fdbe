import FoundationEssentials
import Timetable
import WebConnector

/// What can be told from a connector's own facts; `Diagnosis` says the same sentences in the grid.
extension ConnectorFacts {
    private var name: String { connector.name }
    private var place: String { connector.workstation ?? "the QuickBooks computer" }

    func isDisabled() -> HealthFinding? {
        connector.disabledAt.map { at in
            HealthFinding(
                .disabled, name, "\(name) is disabled.", fix: "qbsyncctl connector enable \(name)", since: at,
                seen: [.init("Somebody disabled it.", at: at)])
        }
    }

    func isPaused(now: Date) -> HealthFinding? {
        guard let pause = history.pause, pause.isInForce(at: now) else { return nil }
        return HealthFinding(
            .paused, name, Reason.paused(pause).sentence(in: connector.rule.zone, now: now),
            fix: "qbsyncctl resume \(name)", since: pause.since,
            seen: [.init("\(pause.by) paused it.", at: pause.since)])
    }

    /// One for each user.
    func lockedUsers() -> [HealthFinding] {
        users.compactMap { user in
            user.lockedAt.map { at in
                HealthFinding(
                    .userLocked, name, subject: user.name,
                    "\(user.name) is locked after repeated wrong passwords.",
                    fix: "First put the password right in the Web Connector (a new one: qbsyncctl password "
                        + "\(user.name)), then: qbsyncctl unlock \(user.name)",
                    since: at, seen: [.init("It was locked.", at: at)] + refusals("locked", of: user.name))
            }
        }
    }

    private func refusals(_ code: String, of user: String) -> [HealthFinding.Seen] {
        dots.last { $0.code == code && $0.user == user }.map { [Self.counted($0)] } ?? []
    }

    private static func counted(_ row: ConversationRow) -> HealthFinding.Seen {
        let times = row.repeats == 1 ? "once" : "\(row.repeats) times"
        return .init("Refused \(times) from \(row.address), the last time then.", at: row.lastCallAt)
    }

    /// The newest check-in was turned away: that is what a person should know before any timetable.
    func refusedAtTheDoor() -> HealthFinding? {
        guard let last = dots.last, last.lastCallAt >= lastContact?.at ?? last.lastCallAt else { return nil }
        switch last.code {
        case "wrong-password":
            return HealthFinding(
                .wrongPassword, name, subject: last.user, last.sentence,
                fix: "Enter the right password in the Web Connector, or make a new one: "
                    + "qbsyncctl password \(last.user)",
                since: last.startedAt, seen: [Self.counted(last)])
        case "another-computer":
            return HealthFinding(
                .twoInstalls, name, last.sentence,
                fix: "Untick Auto-Run in the Web Connector on one of the two computers.",
                since: last.startedAt, seen: [Self.counted(last)])
        default: return nil
        }
    }

    /// Two computers, within the last day: the one that was let in has long gone on.
    func otherComputer(now: Date) -> HealthFinding? {
        guard
            let row = dots.last(where: { $0.code == "another-computer" }),
            now.timeIntervalSince(row.lastCallAt) < 86_400
        else { return nil }
        return HealthFinding(
            .twoInstalls, name, row.sentence,
            fix: "Untick Auto-Run in the Web Connector on one of the two computers.", since: row.startedAt,
            seen: [Self.counted(row)])
    }

    func neverCheckedIn() -> HealthFinding? {
        guard lastContact == nil, open == nil else { return nil }
        return HealthFinding(
            .neverCheckedIn, name, "No Web Connector has ever checked in for \(name).",
            fix: "Download the file with qbsyncctl qwc \(name), add it to the Web Connector on the "
                + "QuickBooks computer, enter the password there and press Update Selected.",
            since: connector.createdAt, seen: [.init("The connector was made.", at: connector.createdAt)])
    }

    func isQuiet(now: Date) -> HealthFinding? {
        guard let contact = lastContact, open == nil,
            now.timeIntervalSince(contact.at) > Double(quietSeconds)
        else { return nil }
        let expected = rhythm.expectedSeconds(poll: connector.rule.pollSeconds)
        let missed = Int(now.timeIntervalSince(contact.at)) / expected
        let learned = rhythm.steadySeconds == nil ? "as it was set" : "as it did before"
        return HealthFinding(
            .quiet, name, "The Web Connector of \(name) has stopped checking in.",
            fix: "On \(place): is it awake, is the Windows user logged in, is the Web Connector running, and "
                + "is Auto-Run ticked?",
            since: contact.at,
            seen: [
                .init("The last check-in, by \(contact.user). \(contact.told)", at: contact.at),
                .init("\(missed) check-ins did not come, at one every \(Self.words(expected)) \(learned)."),
            ])
    }

    /// - Parameter sleep: in which hours it was heard.
    func isAsleep(_ sleep: SleepPattern, now: Date) -> HealthFinding? {
        guard let quiet = isQuiet(now: now), sleep.sleeps(at: now) else { return nil }
        let (days, silent) = sleep.silence(at: now)
        return HealthFinding(
            .asleep, name,
            "\(place) is silent, as it usually is at this hour; the Web Connector of \(name) comes back with "
                + "it.",
            fix:
                "Keep the computer awake at these hours, or leave them out: qbsyncctl connector edit \(name) "
                + "--overnight-shutdown FROM-TO, such as 18:00-07:00",
            since: quiet.since,
            seen: [.init("Silent at this hour on \(silent) of the last \(days) days.")] + quiet.seen.prefix(1)
        )
    }

    func isRunByHand() -> HealthFinding? {
        let poll = connector.rule.pollSeconds
        guard let contact = lastContact, open == nil, rhythm.isByHand(poll: poll) else { return nil }
        let gaps = rhythm.gaps.suffix(5).map { Self.words($0) }.joined(separator: ", ")
        let span = Double(rhythm.gaps.reduce(0, +))
        return HealthFinding(
            .autoRunOff, name,
            "The Web Connector of \(name) checks in by hand only: its Auto-Run seems to be off.",
            fix: "On \(place): tick Auto-Run for this application in the Web Connector, every "
                + "\(Self.words(poll)).",
            since: contact.at.addingTimeInterval(-span),
            seen: [
                .init("The last check-in, by \(contact.user).", at: contact.at),
                .init(
                    "Between the latest check-ins lay \(gaps); one every \(Self.words(poll)) was asked for."),
            ])
    }

    func isOfWrongFile() -> HealthFinding? {
        guard let last = dots.last, last.code == "wrong-company-file" else { return nil }
        return HealthFinding(
            .wrongCompanyFile, name, last.sentence,
            fix: "Open the right company file, or bind anew: qbsyncctl connector rebind \(name). "
                + "Then: qbsyncctl sync \(name)",
            since: firstOfRow("wrong-company-file"),
            seen: [.init("The conversation that met it.", at: last.startedAt)])
    }

    /// What the latest conversation met at QuickBooks, by its code. A window may open in the midst of it too.
    func isWithoutQuickBooks() -> HealthFinding? {
        guard let last = dots.last else { return nil }
        let code = last.hresult.flatMap { HResult($0) }
        let isStopped = last.code == "session-lost" && code?.isInTheWay ?? false
        guard last.code == "quickbooks-unavailable" || isStopped else { return nil }
        let condition = Self.condition(of: code)
        let fix =
            condition == .quickBooksDialog
            ? "Answer or close the window that is open in QuickBooks on \(place)." : code?.known?.fix
        return HealthFinding(
            condition, name, last.sentence, fix: fix, mover: code?.known?.whoMustAct ?? .workstation,
            since: firstOfRow(last.code ?? ""),
            seen: [
                .init(
                    "The Web Connector reported \(code.map { "\($0)" } ?? "no code") in place of "
                        + (isStopped ? "an answer." : "a session."), at: last.startedAt)
            ])
    }

    private static func condition(of code: HResult?) -> Condition {
        switch code?.code {
        case 0x8004_0414: .quickBooksDialog
        case 0x8004_040A: .anotherCompanyOpen
        case 0x8004_0418, 0x8004_041A, 0x8004_041D, 0x8004_041E, 0x8004_0420, 0x8004_042C, 0x8004_0430:
            .quickBooksPermission
        case 0x8004_0401, 0x8004_0402, 0x8004_0410, 0x8004_041B, 0x8004_0422, 0x8004_0424: .quickBooksBusy
        default: .quickBooksUnavailable
        }
    }

    /// Start of the first of the latest conversations that all ended so.
    private func firstOfRow(_ code: String) -> Date {
        let row = dots.reversed().prefix { $0.code == code }
        return row.last?.startedAt ?? connector.createdAt
    }

    func isOverdue(now: Date) -> HealthFinding? {
        let rule = connector.rule
        guard open == nil, connector.disabledAt == nil, lastContact != nil,
            let since = rule.overdueSince(now: now, history: history)
        else { return nil }
        var seen: [HealthFinding.Seen] = []
        if case .since(let due) = rule.due(now: now, history: history) {
            seen.append(.init("It was due.", at: due))
        }
        if let last = history.lastRunStart {
            seen.append(.init("The last sync that counts began.", at: last))
        }
        if let contact = lastContact {
            seen.append(.init("The last check-in was told: \(contact.told)", at: contact.at))
        }
        return HealthFinding(
            .syncOverdue, name, "A sync of \(name) is overdue.", fix: "qbsyncctl explain \(name)",
            since: since,
            seen: seen)
    }

    func isInWindow(now: Date) -> HealthFinding? {
        let rule = connector.rule
        let verdict = rule.verdict(for: name, now: now, history: history, leases: leases, rivals: rivals)
        guard case .wait(_, let reason) = verdict, case .overnightShutdown(let until, _) = reason,
            let window = rule.window
        else { return nil }
        let length = (window.end - window.start + WallTime.day) % WallTime.day
        let since = until.addingTimeInterval(-Double(length == 0 ? WallTime.day : length))
        return HealthFinding(
            .nightWindow, name, reason.sentence(in: rule.zone, now: now),
            fix: reason.fix(connector: name), since: since,
            seen: [.init("The window is \(window) in \(rule.zone.identifier).", at: since)])
    }

    /// `5 minutes`, `1 hour`: rounded to what a person says.
    static func words(_ seconds: Int) -> String {
        let unit = seconds >= 7200 ? 3600 : seconds >= 60 ? 60 : 1
        return Span(seconds: max(unit, (seconds + unit / 2) / unit * unit)).words
    }
}

import FoundationEssentials
import QBXML
import Timetable
import WebConnector

/// What can only be told from more than the connector's own row.
extension ConnectorHealth {
    private var name: String { facts.connector.name }

    /// Everything that this connector has.
    func findings(now: Date) -> [HealthFinding] {
        if let disabled = facts.isDisabled() { return [disabled] }
        var found = facts.lockedUsers()
        let door = facts.open == nil ? facts.refusedAtTheDoor() : nil
        found += [door].compactMap { $0 }
        if door?.condition != .twoInstalls { found += [facts.otherComputer(now: now)].compactMap { $0 } }
        found += [silence(now: now)].compactMap { $0 }
        if facts.open == nil {
            // Who was turned away has come.
            let never = door == nil ? facts.neverCheckedIn() : nil
            found += [never, facts.isOfWrongFile(), facts.isWithoutQuickBooks()].compactMap { $0 }
        }
        found += [
            facts.isOverdue(now: now), facts.isPaused(now: now), facts.isInWindow(now: now),
            unknownRequests(), stuckRequests(),
            growingQueue(now: now), oldWebConnector(), oldQuickBooks(), clockSkew(),
        ].compactMap { $0 }
        return found + stopped.map(stoppedSource) + lost.map(lostPermission) + failingCategories()
    }

    /// Of four ways to be silent the one that explains most.
    private func silence(now: Date) -> HealthFinding? {
        facts.isRunByHand() ?? facts.isAsleep(heard, now: now) ?? facts.isQuiet(now: now)
    }

    private func unknownRequests() -> HealthFinding? {
        unknown.map { unknown in
            HealthFinding(
                .requestsUnknown, name,
                "Of \(Self.count(unknown.count, "request")) nobody knows whether QuickBooks carried it out.",
                fix: "Look into QuickBooks, then decide: qbsyncctl request list \(name) --state unknown",
                since: unknown.since, seen: [.init("The oldest of them went out.", at: unknown.since)])
        }
    }

    private func stuckRequests() -> HealthFinding? {
        stuck.map { stuck in
            let others = stuck.parents == 1 ? "" : " or for \(stuck.parents - 1) more of that kind"
            return HealthFinding(
                .requestsStuck, name,
                "Of \(name) \(Self.count(stuck.count, "request")) cannot go out: "
                    + "\(stuck.count == 1 ? "it waits" : "they wait") for \(stuck.behind), which is "
                    + "\(stuck.state.rawValue)\(others).",
                fix: "Retry what is waited for, or cancel what waits: qbsyncctl messages \(name)",
                since: stuck.since, seen: [.init("The first of them was stuck.", at: stuck.since)])
        }
    }

    private func stoppedSource(_ stop: StoppedSource) -> HealthFinding {
        HealthFinding(
            .sourceStopped, name, "Nothing of \(stop.source) is sent to \(name).",
            fix: "Look whether it runs in a loop, cancel what is too many, then: "
                + StoppedSource.release(stop.source, connector: name),
            since: stop.since, seen: [.init(stop.sentence, at: stop.since)])
    }

    private func growingQueue(now: Date) -> HealthFinding? {
        guard let queue, queue.arrived > queue.left else { return nil }
        let patience = max(QueueLength.leastPatience, Double(2 * facts.connector.rule.intervalSeconds))
        guard now.timeIntervalSince(queue.oldest) > patience else { return nil }
        return HealthFinding(
            .queueGrowing, name,
            "\(Self.count(queue.count, "request")) of \(name) waits to be sent, and more come "
                + "than go.", fix: "qbsyncctl explain \(name)",
            since: queue.oldest.addingTimeInterval(patience),
            seen: [
                .init("The oldest was queued.", at: queue.oldest),
                .init("Within a day \(queue.arrived) came and \(queue.left) were settled."),
            ])
    }

    private func lostPermission(_ category: TroubledCategory) -> HealthFinding {
        let title = Category.title(of: category.category)
        return HealthFinding(
            .permissionLost, name, subject: category.category,
            "QuickBooks lets the user of \(name) read \(title.lowercased()) no longer. \(category.sentence)",
            fix: "Let the sync log in as an Admin, or give its QuickBooks user the right back; then: "
                + "qbsyncctl probe \(name)",
            since: category.since,
            seen: [.init("The probe was refused for the first time.", at: category.since)])
    }

    private func failingCategories() -> [HealthFinding] {
        failing.filter { one in
            // Once may be chance. What was lost for want of permission is told as that.
            one.lastSeen > one.since && !lost.contains { $0.category == one.category }
        }.map { one in
            HealthFinding(
                .categoryFailing, name, subject: one.category,
                "\(Category.title(of: one.category)) of \(name) fails. \(one.sentence)",
                fix: "qbsyncctl messages \(name)", since: one.since,
                seen: [
                    .init("It failed for the first time.", at: one.since),
                    .init("It failed again.", at: one.lastSeen),
                ])
        }
    }

    private func oldWebConnector() -> HealthFinding? {
        guard let text = versions.webConnector, let version = ClientVersion(text),
            let oldest = ClientVersion(ClientVersions.oldestWell), version < oldest,
            let seen = versions.webConnectorSeen
        else { return nil }
        return HealthFinding(
            .versionTooOld, name, subject: "web-connector",
            "The Web Connector of \(name) is version \(text); \(oldest) is the oldest that is known to work "
                + "well.",
            fix: "Install the current Web Connector on \(facts.connector.workstation ?? "that computer").",
            since: seen, seen: [.init("It said so when it checked in.", at: seen)])
    }

    private func oldQuickBooks() -> HealthFinding? {
        guard let has = versions.quickBooks.flatMap({ Version($0) }),
            let needs = versions.needed.flatMap({ Version($0) }), has < needs,
            let since = versions.neededSince
        else { return nil }
        return HealthFinding(
            .versionTooOld, name, subject: "quickbooks",
            "A request of \(name) needs qbXML \(needs), and this QuickBooks takes \(has) at most.",
            fix: "Update QuickBooks, or cancel the request: qbsyncctl request list \(name) --state queued",
            since: since, seen: [.init("The request was queued.", at: since)])
    }

    private func clockSkew() -> HealthFinding? {
        guard let clock, let since = clock.since, abs(clock.ahead) > ClockReading.limit else { return nil }
        let span = ConnectorFacts.words(abs(clock.ahead))
        let way = clock.ahead > 0 ? "ahead of" : "behind"
        let place = facts.connector.workstation ?? "The QuickBooks computer"
        return HealthFinding(
            .clockSkew, name, "The clock of \(place) is \(span) \(way) ours.", since: since,
            seen: [.init("The Web Connector's lock in the company file showed it.", at: clock.seenAt)])
    }

    private static func count(_ number: Int, _ word: String) -> String {
        number == 1 ? "one \(word)" : "\(number) \(word)s"
    }
}

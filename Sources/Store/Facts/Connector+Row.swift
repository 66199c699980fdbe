import FoundationEssentials
import Sync
import Timetable

extension Connector {
    /// Of `connector AS c`, in the order in which `init` reads them.
    static let columns = """
        c.id, c.name, c.title, c.is_default, c.slot, c.owner_id, c.file_id, c.company_path,
        c.company_name, c.bound_at, c.workstation, c.interval_seconds, c.shutdown_window, c.time_zone,
        c.morning, c.poll_seconds, c.page_size, c.overlap_seconds, c.unattended, c.editions,
        c.disabled_at, c.created_at, c.history, c.hold_seconds
        """

    init(_ row: inout Row, _ texts: RuleTexts) throws {
        let id: Int64 = row.next()
        let name: String = row.next()
        let title: String = row.next()
        let isDefault: Bool = row.next()
        let slot: Int = row.next()
        let identity = StampedIdentity(ownerID: row.next(), fileID: row.next())
        let binding = Binding(path: row.next(), companyName: row.next(), boundAt: row.next())
        let workstation: String? = row.next()
        let rule = try Rule(&row, slot: slot, texts)
        self.init(
            id: id, name: name, title: title, isDefault: isDefault, identity: identity, binding: binding,
            workstation: workstation, rule: rule, pageSize: row.next(), overlapSeconds: row.next(),
            file: ConnectionFileOptions(unattended: row.next(), editions: row.next()), disabledAt: row.next(),
            createdAt: row.next(), history: try row.history(), holdSeconds: row.next())
    }
}

extension Row {
    mutating func history() throws -> HistoryLength {
        let text: String = next()
        guard let history = HistoryLength(text) else { throw unreadable(text) }
        return history
    }
}

extension Rule {
    fileprivate init(_ row: inout Row, slot: Int, _ texts: RuleTexts) throws {
        let interval: Int = row.next()
        var window: Window?
        if let text = row.next(String?.self) {
            window = texts.window(text)
            if window == nil { throw row.unreadable(text) }
        }
        let zoneName: String = row.next()
        guard let zone = texts.zone(zoneName) else { throw row.unreadable(zoneName) }
        self.init(
            intervalSeconds: interval, slot: slot, window: window, zone: zone, morning: try row.word(),
            pollSeconds: row.next())
    }
}

/// What is going on with a connector between two check-ins: the part of its row that is no setting.
struct Standing {
    var force: Force?
    var pause: Pause?
    var waitingSince: Date?
    var contact: Contact?

    /// Of `connector AS c`, in the order in which `init` reads them.
    static let columns = """
        c.forced_at, c.forced_in_window, c.forced_by, c.paused_at, c.paused_until, c.paused_by,
        c.waiting_since, c.contact_at, c.contact_login, c.contact_told
        """

    init(_ row: inout Row) {
        let forcedAt: Date? = row.next()
        let inWindow: Bool = row.next()
        let forcedBy: String = row.next()
        force = forcedAt.map { Force(at: $0, duringShutdown: inWindow, by: forcedBy) }
        let pausedAt: Date? = row.next()
        let until: Date? = row.next()
        let pausedBy: String = row.next()
        pause = pausedAt.map { Pause(since: $0, until: until, by: pausedBy) }
        waitingSince = row.next()
        let contactAt: Date? = row.next()
        let login: String = row.next()
        let told: String = row.next()
        contact = contactAt.map { Contact(at: $0, user: login, told: told) }
    }
}

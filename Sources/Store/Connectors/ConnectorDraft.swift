package import Sync
package import Timetable

/// The settings of a connector as a person wants them, before anybody has checked them.
///
/// Made from the connector as it is (`Connector.draft`), changed, and handed back: so an edit says
/// everything, and the check is the same for a new connector and for an old one.
package struct ConnectorDraft: Equatable, Sendable {
    package var title: String
    /// The company file as the Windows machine sees it; nil until the first conversation tells it.
    package var companyFile: String?
    package var workstation: String?
    package var intervalSeconds: Int
    package var window: Window?
    package var zone: Zone
    package var morning: Morning
    package var pollSeconds: Int
    package var pageSize: Int
    package var overlapSeconds: Int
    package var file: ConnectionFileOptions
    package var history: HistoryLength
    package var holdSeconds: Int

    package init(
        title: String, companyFile: String? = nil, workstation: String? = nil,
        intervalSeconds: Int = Rule.standardInterval, window: Window?, zone: Zone,
        morning: Morning = .automatic, pollSeconds: Int = Rule.standardPoll, pageSize: Int,
        overlapSeconds: Int, file: ConnectionFileOptions = ConnectionFileOptions(),
        history: HistoryLength = .off, holdSeconds: Int = 0
    ) {
        self.title = title
        self.companyFile = companyFile
        self.workstation = workstation
        self.intervalSeconds = intervalSeconds
        self.window = window
        self.zone = zone
        self.morning = morning
        self.pollSeconds = pollSeconds
        self.pageSize = pageSize
        self.overlapSeconds = overlapSeconds
        self.file = file
        self.history = history
        self.holdSeconds = holdSeconds
    }
}

extension Connector {
    package var draft: ConnectorDraft {
        ConnectorDraft(
            title: title, companyFile: binding.path, workstation: workstation,
            intervalSeconds: rule.intervalSeconds, window: rule.window, zone: rule.zone,
            morning: rule.morning,
            pollSeconds: rule.pollSeconds, pageSize: pageSize, overlapSeconds: overlapSeconds, file: file,
            history: history, holdSeconds: holdSeconds)
    }
}

extension Connector {
    /// A setting as a person writes it: `off`, `15m`.
    package static func text(ofHold seconds: Int) -> String {
        seconds == 0 ? "off" : Span(seconds: seconds).description
    }
}

extension ConnectorDraft {
    /// Each setting with its value as text, for the audit trail.
    private var texts: [(field: String, value: String)] {
        [
            ("title", title), ("company_file", companyFile ?? "none"), ("workstation", workstation ?? "none"),
            ("interval", Span(seconds: intervalSeconds).description),
            ("overnight_shutdown", Window.text(of: window)), ("time_zone", zone.identifier),
            ("morning", morning.rawValue), ("poll", Span(seconds: pollSeconds).description),
            ("page_size", String(pageSize)), ("overlap", Span(seconds: overlapSeconds).description),
            ("unattended", String(file.unattended)), ("editions", String(file.editions)),
            ("history", history.description), ("hold", Connector.text(ofHold: holdSeconds)),
        ]
    }

    /// `interval 2h -> 1h; page_size 500 -> 100`; nil if nothing differs.
    func difference(to other: ConnectorDraft) -> String? {
        let differing = zip(texts, other.texts).filter { $0.value != $1.value }
        guard !differing.isEmpty else { return nil }
        return differing.map { "\($0.field) \($0.value) -> \($1.value)" }.joined(separator: "; ")
    }
}

/// A connector to be made, with its first user.
package struct NewConnector: Equatable, Sendable {
    package var name: String
    /// Fresh GUIDs, from the shell.
    package var identity: StampedIdentity
    package var draft: ConnectorDraft
    package var user: NewUser
    /// The first connector becomes the default for ever; who makes it has to have been told (AT-2).
    package var acceptsDefault: Bool

    package init(
        name: String, identity: StampedIdentity, draft: ConnectorDraft, user: NewUser, acceptsDefault: Bool
    ) {
        self.name = name
        self.identity = identity
        self.draft = draft
        self.user = user
        self.acceptsDefault = acceptsDefault
    }
}

package struct NewUser: Equatable, Sendable {
    package var name: String
    package var password: StoredPassword

    package init(name: String, password: StoredPassword) {
        self.name = name
        self.password = password
    }
}

/// Who gave an order, for the audit trail.
package struct Author: Equatable, Sendable {
    package var name: String
    /// Of the peer on the control socket; nil for a token over TCP, and for the service itself.
    package var uid: Int?

    package init(name: String, uid: Int? = nil) {
        self.name = name
        self.uid = uid
    }
}

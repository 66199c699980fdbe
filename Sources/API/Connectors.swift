package import FoundationEssentials

/// Settings of a connector, as one reads and writes them. In a creation or an edit everything is optional.
///
/// Durations are texts with a unit ("2h", "5m"); the window is "22:00-06:00", "22:00-06:00 Mon-Fri" or
/// "none"; the zone is an IANA name.
package struct ConnectorSettings: Body, Equatable, Sendable {
    package static let fields = [
        "title", "company_file", "workstation", "interval", "overnight_shutdown", "time_zone", "poll",
        "morning",
        "page_size", "overlap", "unattended", "editions", "history", "hold",
    ]

    package var title: String?
    package var companyFile: String?
    package var workstation: String?
    package var interval: String?
    package var overnightShutdown: String?
    package var timeZone: String?
    package var poll: String?
    /// `automatic` or `manual` (must be forced each morning).
    package var morning: String?
    package var pageSize: Int?
    package var overlap: String?
    package var unattended: Bool?
    /// Any of `simple-start`, `pro`, `premier`, `enterprise`; empty means all.
    package var editions: [String]?
    /// For how long earlier versions of records are kept: `off`, `90d`, `forever`.
    package var history: String?
    /// For how long a conversation that has nothing left to do is held open for requests: `off`, `15m`.
    package var hold: String?

    package init(
        title: String? = nil, companyFile: String? = nil, workstation: String? = nil, interval: String? = nil,
        overnightShutdown: String? = nil, timeZone: String? = nil, poll: String? = nil,
        morning: String? = nil, pageSize: Int? = nil, overlap: String? = nil, unattended: Bool? = nil,
        editions: [String]? = nil, history: String? = nil, hold: String? = nil
    ) {
        self.title = title
        self.companyFile = companyFile
        self.workstation = workstation
        self.interval = interval
        self.overnightShutdown = overnightShutdown
        self.timeZone = timeZone
        self.poll = poll
        self.morning = morning
        self.pageSize = pageSize
        self.overlap = overlap
        self.unattended = unattended
        self.editions = editions
        self.history = history
        self.hold = hold
    }
}

/// `POST /v1/connectors`.
package struct ConnectorCreation: Body, Equatable, Sendable {
    package static let fields = ["name", "user", "settings", "accept_default"]
    package static var bodies: [String: any Body.Type] { ["settings": ConnectorSettings.self] }

    package var name: String
    /// The first user; `NAME` of the connector when left out.
    package var user: String?
    package var settings: ConnectorSettings?
    /// Must be true to make the first connector: it becomes the default for ever (AT-2).
    package var acceptDefault: Bool?

    package init(
        name: String, user: String? = nil, settings: ConnectorSettings? = nil, acceptDefault: Bool? = nil
    ) {
        self.name = name
        self.user = user
        self.settings = settings
        self.acceptDefault = acceptDefault
    }
}

/// The answer to a creation, a new user or a new password: the only time the password is ever shown.
package struct Secret: Codable, Equatable, Sendable {
    package var connector: String
    package var user: String
    package var password: String
    /// Things a person should know now: a path in a cloud folder, an address that the Web Connector will
    /// refuse, …
    package var warnings: [String]

    package init(connector: String, user: String, password: String, warnings: [String]) {
        self.connector = connector
        self.user = user
        self.password = password
        self.warnings = warnings
    }
}

/// `GET /v1/connectors/{connector}`.
package struct ConnectorDetail: Codable, Equatable, Sendable {
    package var name: String
    package var isDefault: Bool
    package var isDisabled: Bool
    package var settings: ConnectorSettings
    package var companyName: String?
    package var boundAt: Date?
    package var ownerId: String
    package var fileId: String
    /// Seconds after each full interval at which this connector's turn comes.
    package var staggerOffsetSeconds: Int
    package var users: [UserEntry]
    package var createdAt: Date
    package var warnings: [String]

    package init(
        name: String, isDefault: Bool, isDisabled: Bool, settings: ConnectorSettings, companyName: String?,
        boundAt: Date?, ownerId: String, fileId: String, staggerOffsetSeconds: Int, users: [UserEntry],
        createdAt: Date, warnings: [String]
    ) {
        self.name = name
        self.isDefault = isDefault
        self.isDisabled = isDisabled
        self.settings = settings
        self.companyName = companyName
        self.boundAt = boundAt
        self.ownerId = ownerId
        self.fileId = fileId
        self.staggerOffsetSeconds = staggerOffsetSeconds
        self.users = users
        self.createdAt = createdAt
        self.warnings = warnings
    }
}

package struct UserEntry: Codable, Equatable, Sendable {
    package var name: String
    package var lockedAt: Date?
    package var lastLoginAt: Date?

    package init(name: String, lockedAt: Date?, lastLoginAt: Date?) {
        self.name = name
        self.lockedAt = lockedAt
        self.lastLoginAt = lastLoginAt
    }
}

package struct UserCreation: Body, Equatable, Sendable {
    package static let fields = ["name"]

    package var name: String

    package init(name: String) { self.name = name }
}

/// `POST …/rebind`: the file was moved. Without a path the next conversation tells it.
package struct Rebinding: Body, Equatable, Sendable {
    package static let fields = ["company_file"]

    package var companyFile: String?

    package init(companyFile: String?) { self.companyFile = companyFile }
}

/// `GET …/qwc?user=NAME`: the file for the Web Connector, and what to do with it on the Windows side.
package struct ConnectionFileDownload: Codable, Equatable, Sendable {
    package var fileName: String
    package var content: String
    package var user: String
    package var steps: [String]
    package var warnings: [String]

    package init(fileName: String, content: String, user: String, steps: [String], warnings: [String]) {
        self.fileName = fileName
        self.content = content
        self.user = user
        self.steps = steps
        self.warnings = warnings
    }
}

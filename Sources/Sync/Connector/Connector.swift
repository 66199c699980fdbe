package import FoundationEssentials
package import Timetable

/// What ties one company file to us: its identity, its binding, its timetable, its settings.
///
/// The first one made is the *default*; it can be neither changed back to an ordinary one nor deleted (AT-2).
package struct Connector: Equatable, Sendable {
    /// The store's own number of the connector; every row of the mirror is keyed by it.
    package var id: Int64
    /// Unique, 1 to 32 of `a-z`, `0-9` and `-`: what people type, and what the journal carries.
    package var name: String
    /// What people read, for example in QuickBooks' permission window.
    package var title: String
    package var isDefault: Bool
    package var identity: StampedIdentity
    package var binding: Binding
    /// The Windows computer: given by a person, or learned from the Web Connector's `AppLock`.
    package var workstation: String?
    package var rule: Rule
    /// Records asked for in one page of an iterator, 1 to 10,000.
    package var pageSize: Int
    /// Seconds by which an incremental query reaches back behind the watermark.
    package var overlapSeconds: Int
    package var file: ConnectionFileOptions
    package var disabledAt: Date?
    package var createdAt: Date
    /// For how long earlier versions of records are kept.
    package var history: HistoryLength
    /// For how many seconds a conversation that has nothing left to do is held open for requests; 0: not at
    /// all.
    package var holdSeconds: Int

    package init(
        id: Int64, name: String, title: String, isDefault: Bool, identity: StampedIdentity, binding: Binding,
        workstation: String?, rule: Rule, pageSize: Int, overlapSeconds: Int, file: ConnectionFileOptions,
        disabledAt: Date?, createdAt: Date, history: HistoryLength = .off, holdSeconds: Int = 0
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.isDefault = isDefault
        self.identity = identity
        self.binding = binding
        self.workstation = workstation
        self.rule = rule
        self.pageSize = pageSize
        self.overlapSeconds = overlapSeconds
        self.file = file
        self.disabledAt = disabledAt
        self.createdAt = createdAt
        self.history = history
        self.holdSeconds = holdSeconds
    }

    /// A name is what goes into the journal, URLs and shell commands, so it is kept to what needs no quoting.
    package static func isName(_ text: String) -> Bool {
        let allowed = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return allowed && (1...32).contains(text.utf8.count) && !text.hasPrefix("-")
    }
}

/// The pair of GUIDs that the Web Connector writes into the company file, made once and kept (CB-4).
///
///     <DataExtRet><OwnerID>{57F3…}</OwnerID><DataExtName>FileID</DataExtName>…
///       <DataExtValue>{90A4…}</DataExtValue></DataExtRet>
package struct StampedIdentity: Equatable, Sendable {
    package var ownerID: String
    package var fileID: String

    package init(ownerID: String, fileID: String) {
        self.ownerID = ownerID
        self.fileID = fileID
    }
}

/// Choices that end up in the `.qwc` file (reference: the Web Connector's own elements of these names).
package struct ConnectionFileOptions: Equatable, Sendable {
    /// `umpRequired`: QuickBooks must allow a login while nobody has it open.
    package var unattended: Bool
    /// Bits of `AuthFlags`: 1 Simple Start, 2 Pro, 4 Premier, 8 Enterprise; 0 means all.
    package var editions: Int

    package init(unattended: Bool = true, editions: Int = 0) {
        self.unattended = unattended
        self.editions = editions
    }
}

/// A login of a connector: one `.qwc` and one password each (AT-13).
package struct User: Equatable, Sendable {
    package var name: String
    package var connectorID: Int64
    package var lockedAt: Date?
    package var createdAt: Date
    package var lastLoginAt: Date?

    package init(
        name: String, connectorID: Int64, lockedAt: Date? = nil, createdAt: Date, lastLoginAt: Date? = nil
    ) {
        self.name = name
        self.connectorID = connectorID
        self.lockedAt = lockedAt
        self.createdAt = createdAt
        self.lastLoginAt = lastLoginAt
    }
}

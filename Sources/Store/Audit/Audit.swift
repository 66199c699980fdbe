package import FoundationEssentials

/// What people and programs can do, as the audit trail calls it.
package enum AuditAction: String, CaseIterable, Sendable {
    case createConnector = "create connector"
    case editConnector = "edit connector"
    case editCategory = "edit category"
    case disableConnector = "disable connector"
    case enableConnector = "enable connector"
    case rebindConnector = "rebind connector"
    case renewIdentity = "renew identity"
    case addUser = "add user"
    case replacePassword = "replace password"
    case unlockUser = "unlock user"
    case forceSync = "force sync"
    case stopSync = "stop sync"
    case pauseConnector = "pause"
    case resumeConnector = "resume"
    case backUp = "back up"
    case askTask = "ask for a task"
    case stopTask = "stop a task"
    case resumeTask = "resume a task"
    case reprocessResponse = "reprocess response"
    case cancelRequest = "cancel request"
    case retryRequest = "retry request"
    case dismissRequest = "dismiss request"
    case editRequest = "edit request"
    case linkRequest = "link request"
    case resendRequest = "send request again"
    case dropRequest = "drop request"
    case releaseSource = "release source"
    case addWebhook = "add webhook"
    case editWebhook = "edit webhook"
    case rotateWebhook = "rotate webhook"
    case enableWebhook = "enable webhook"
    case disableWebhook = "disable webhook"
    case removeWebhook = "remove webhook"
    case testWebhook = "test webhook"
    case redeliverEvent = "redeliver event"
    case readExchanges = "read exchanges"
    case restore
}

package struct AuditEntry: Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var author: Author
    package var action: AuditAction
    package var connector: String?
    package var subject: String
    package var detail: String?
    package var hash: [UInt8]
}

extension Transaction {
    /// The one place that writes a line of the audit trail, tied to the one before it. Orders of the store
    /// write their own; the shell calls this for what it does besides.
    package func audit(
        _ author: Author, _ action: AuditAction, connector: String? = nil, subject: String,
        detail: String? = nil, at now: Date
    ) throws {
        let last = try auditHead() ?? AuditMark(number: 0, hash: AuditChain.genesis)
        let line = AuditRecord(
            number: last.number + 1, at: Array(Timestamp.text(now).utf8), who: Array(author.name.utf8),
            uid: author.uid.map(Int64.init), action: Array(action.rawValue.utf8),
            connector: connector.map { Array($0.utf8) }, subject: Array(subject.utf8),
            detail: detail.map { Array($0.utf8) })
        try execute(
            """
            INSERT INTO audit (number, at, who, uid, action, connector, subject, detail, hash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, line.number, now, author.name, author.uid, action.rawValue, connector, subject, detail,
            AuditChain.hash(of: line, after: last.hash))
    }
}

extension Snapshot {
    /// Newest first.
    ///
    /// - Parameters:
    ///   - connector: only lines about this one.
    ///   - since: only lines of this time or later.
    ///   - before: lines with smaller numbers only, to page on.
    package func audit(
        connector: String? = nil, since: Date? = nil, before: Int64 = .max, limit: Int
    ) throws -> [AuditEntry] {
        try rows(
            """
            SELECT number, at, who, uid, action, connector, subject, detail, hash FROM audit
            WHERE number < ?1 AND (?3 IS NULL OR connector = ?3) AND (?4 IS NULL OR at >= ?4)
            ORDER BY number DESC LIMIT ?2
            """, before, limit, connector, since
        ) { row in
            AuditEntry(
                number: row.next(), at: row.next(), author: Author(name: row.next(), uid: row.next()),
                action: try row.word(), connector: row.next(), subject: row.next(), detail: row.next(),
                hash: row.next())
        }
    }
}

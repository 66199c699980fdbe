package import FoundationEssentials

/// What can be done to connectors and users, as the audit trail calls it.
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
}

extension Transaction {
    /// Orders write their own lines; this is for what the shell does besides.
    package func audit(
        _ author: Author, _ action: AuditAction, connector: String? = nil, subject: String,
        detail: String? = nil, at now: Date
    ) throws {
        try execute(
            """
            INSERT INTO audit (at, who, uid, action, connector, subject, detail)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, now, author.name, author.uid, action.rawValue, connector, subject, detail)
    }
}

extension Snapshot {
    /// Newest first.
    ///
    /// - Parameter before: lines with smaller numbers only, to page on.
    package func audit(before: Int64 = .max, limit: Int) throws -> [AuditEntry] {
        try rows(
            """
            SELECT number, at, who, uid, action, connector, subject, detail FROM audit WHERE number < ?1
            ORDER BY number DESC LIMIT ?2
            """, before, limit
        ) { row in
            AuditEntry(
                number: row.next(), at: row.next(), author: Author(name: row.next(), uid: row.next()),
                action: try row.word(), connector: row.next(), subject: row.next(), detail: row.next())
        }
    }
}

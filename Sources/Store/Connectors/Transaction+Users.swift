package import FoundationEssentials
import Sync

/// Orders about users. Each throws `UnknownName` or `ConnectorRefusal` and then changes nothing.
extension Transaction {
    package func addUser(_ user: NewUser, to name: String, by author: Author, at now: Date) throws {
        let connector = try known(name)
        let findings = try userFindings(user.name)
        guard findings.isEmpty else { throw ConnectorRefusal(findings: findings) }
        try insert(user, connector: connector, by: author, at: now)
    }

    /// A new password; the `.qwc` file and the lock stay as they are (PC-21, AT-9: first the password, then
    /// unlock).
    package func replacePassword(
        user name: String, _ password: StoredPassword, by author: Author, at now: Date
    ) throws {
        let connector = try connectorName(user: name)
        try execute(
            """
            UPDATE login SET password_scheme = ?2, password_salt = ?3, password_hash = ?4,
                password_set_at = ?5
            WHERE name = ?1
            """, name, password.scheme, password.salt, password.hash, now)
        try audit(author, .replacePassword, connector: connector, subject: name, at: now)
    }

    /// - Returns: false if the user was not locked.
    @discardableResult
    package func unlock(user name: String, by author: Author, at now: Date) throws -> Bool {
        let connector = try connectorName(user: name)
        try execute("UPDATE login SET locked_at = NULL WHERE name = ?1 AND locked_at IS NOT NULL", name)
        guard changes > 0 else { return false }
        try execute("DELETE FROM login_failure WHERE login_id = (SELECT id FROM login WHERE name = ?1)", name)
        try audit(author, .unlockUser, connector: connector, subject: name, at: now)
        return true
    }

    func insert(_ user: NewUser, connector: Connector, by author: Author, at now: Date) throws {
        try execute(
            """
            INSERT INTO login (connector_id, name, password_scheme, password_salt, password_hash,
                password_set_at, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
            """, connector.id, user.name, user.password.scheme, user.password.salt, user.password.hash, now)
        try audit(author, .addUser, connector: connector.name, subject: user.name, at: now)
    }

    private func connectorName(user name: String) throws -> String {
        let connector = try first(
            "SELECT c.name FROM login AS l JOIN connector AS c ON c.id = l.connector_id WHERE l.name = ?1",
            name
        ) { $0.next(String.self) }
        guard let connector else { throw UnknownName.user(name) }
        return connector
    }
}

package import FoundationEssentials
package import Sync
import Timetable

extension Snapshot {
    package func connector(named name: String) throws -> Connector? {
        try first("SELECT \(Connector.columns) FROM connector AS c WHERE c.name = ?1", name) {
            try Connector(&$0, texts)
        }
    }

    /// The number of a connector, for who needs nothing else of it.
    package func connectorNumber(named name: String) throws -> Int64? {
        try first("SELECT id FROM connector WHERE name = ?1", name) { $0.next() }
    }

    /// All of them, the default first: it is the oldest.
    package func connectors() throws -> [Connector] {
        try rows("SELECT \(Connector.columns) FROM connector AS c ORDER BY c.id") {
            try Connector(&$0, texts)
        }
    }

    /// - Throws: `UnknownName` if there is none.
    func known(_ name: String) throws -> Connector {
        guard let connector = try connector(named: name) else { throw UnknownName.connector(name) }
        return connector
    }
}

/// Orders about connectors. Each throws `UnknownName` or `ConnectorRefusal` and then changes nothing; each
/// leaves a line in the audit trail.
extension Transaction {
    /// Makes a connector with its first user; the first connector of all is the default.
    package func create(_ new: NewConnector, by author: Author, at now: Date) throws -> Connector {
        let findings = try findings(new)
        guard findings.isEmpty else { throw ConnectorRefusal(findings: findings) }
        let draft = new.draft
        // Connectors are never deleted, so no slot is ever given twice.
        try execute(
            """
            INSERT INTO connector (name, is_default, slot, owner_id, file_id, title, company_path,
                company_path_key, workstation, interval_seconds, shutdown_window, time_zone, morning,
                poll_seconds, page_size, overlap_seconds, unattended, editions, created_at, history,
                hold_seconds)
            VALUES (?1, (SELECT count(*) = 0 FROM connector),
                (SELECT coalesce(max(slot) + 1, 0) FROM connector),
                ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
            """, new.name, new.identity.ownerID, new.identity.fileID, draft.title, draft.companyFile,
            draft.companyFile.map(Binding.normalized), draft.workstation, draft.intervalSeconds,
            draft.window?.description, draft.zone.identifier, draft.morning.rawValue, draft.pollSeconds,
            draft.pageSize, draft.overlapSeconds, draft.file.unattended, draft.file.editions, now,
            draft.history.stored, draft.holdSeconds)
        let connector = try known(new.name)
        let role = connector.isDefault ? "default" : nil
        try audit(author, .createConnector, connector: new.name, subject: new.name, detail: role, at: now)
        try insert(new.user, connector: connector, by: author, at: now)
        return connector
    }

    /// Changes settings. Which connector is the default is no setting; the default's settings change like any
    /// other's.
    package func edit(
        _ name: String, to draft: ConnectorDraft, by author: Author, at now: Date
    ) throws -> Connector {
        let connector = try known(name)
        let findings = try findings(draft, for: connector)
        guard findings.isEmpty else { throw ConnectorRefusal(findings: findings) }
        guard let difference = connector.draft.difference(to: draft) else { return connector }
        try execute(
            """
            UPDATE connector SET title = ?2, company_path = ?3, company_path_key = ?4, workstation = ?5,
                interval_seconds = ?6, shutdown_window = ?7, time_zone = ?8, morning = ?9, poll_seconds = ?10,
                page_size = ?11, overlap_seconds = ?12, unattended = ?13, editions = ?14,
                history = ?15, hold_seconds = ?16
            WHERE id = ?1
            """, connector.id, draft.title, draft.companyFile, draft.companyFile.map(Binding.normalized),
            draft.workstation, draft.intervalSeconds, draft.window?.description, draft.zone.identifier,
            draft.morning.rawValue, draft.pollSeconds, draft.pageSize, draft.overlapSeconds,
            draft.file.unattended, draft.file.editions, draft.history.stored, draft.holdSeconds)
        try audit(author, .editConnector, connector: name, subject: name, detail: difference, at: now)
        return try known(name)
    }

    /// A running sync finishes its category; nothing starts afterwards. The default may be disabled like any
    /// other: it stays the default.
    package func disable(_ name: String, by author: Author, at now: Date) throws {
        let connector = try known(name)
        guard connector.disabledAt == nil else { return }
        try execute(
            "UPDATE connector SET disabled_at = ?2, waiting_since = NULL WHERE id = ?1", connector.id, now)
        try takeForce(connector: connector.id)
        try askToStop(connector, by: author, at: now)
        try audit(author, .disableConnector, connector: name, subject: name, at: now)
    }

    package func enable(_ name: String, by author: Author, at now: Date) throws {
        let connector = try known(name)
        guard connector.disabledAt != nil else { return }
        try execute("UPDATE connector SET disabled_at = NULL WHERE id = ?1", connector.id)
        try audit(author, .enableConnector, connector: name, subject: name, at: now)
    }

    /// The company file was moved (PC-6).
    ///
    /// - Parameter path: where it is now; nil lets the next conversation tell it. The stamp in the file
    ///   decides either way.
    package func rebind(_ name: String, to path: String?, by author: Author, at now: Date) throws -> Connector
    {
        let connector = try known(name)
        let findings = try pathFindings(path, for: connector)
        guard findings.isEmpty else { throw ConnectorRefusal(findings: findings) }
        try bind(connector: connector.id, Binding(path: path))
        try readAnew(connector)
        let detail = "\(connector.binding.path ?? "none") -> \(path ?? "none")"
        try audit(author, .rebindConnector, connector: name, subject: name, detail: detail, at: now)
        return try known(name)
    }

    /// Gives the connector a new pair of GUIDs, so that its `.qwc` counts as another application entry. The
    /// company file has to be stamped anew, so the binding is open until then; the path stays.
    package func renewIdentity(
        _ name: String, _ identity: StampedIdentity, by author: Author, at now: Date
    ) throws -> Connector {
        let connector = try known(name)
        let findings = try identityFindings(identity, for: connector)
        guard findings.isEmpty else { throw ConnectorRefusal(findings: findings) }
        try readAnew(connector)
        try execute(
            "UPDATE connector SET owner_id = ?2, file_id = ?3, bound_at = NULL WHERE id = ?1", connector.id,
            identity.ownerID, identity.fileID)
        let detail = "\(connector.identity.fileID) -> \(identity.fileID)"
        try audit(author, .renewIdentity, connector: name, subject: name, detail: detail, at: now)
        return try known(name)
    }

    /// A moved, copied or restored file may hold what the watermarks would hide: the next sync reads
    /// everything.
    private func readAnew(_ connector: Connector) throws {
        try execute("DELETE FROM watermark WHERE connector_id = ?1", connector.id)
    }
}

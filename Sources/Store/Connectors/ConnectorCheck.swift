import QBXML
import Sync
import Timetable

/// What is wrong with a wish, before anything is written. All findings at once; the schema refuses the same
/// things one by one, for those who come another way.
extension Transaction {
    func findings(_ new: NewConnector) throws -> [ConnectorFinding] {
        var findings: [ConnectorFinding] = []
        let others = try neighbours()
        if !Connector.isName(new.name) { findings.append(.name(new.name)) }
        if others.contains(where: { $0.name == new.name }) { findings.append(.nameTaken(new.name)) }
        if others.isEmpty, !new.acceptsDefault { findings.append(.wouldBecomeDefault) }
        findings += identityFindings(new.identity, others)
        findings += draftFindings(new.draft, others)
        findings += try userFindings(new.user.name)
        return findings
    }

    func findings(_ draft: ConnectorDraft, for connector: Connector) throws -> [ConnectorFinding] {
        var findings = draftFindings(draft, try neighbours(of: connector))
        if let bound = connector.binding.path, connector.binding.boundAt != nil,
            draft.companyFile.map({ !Binding.samePath($0, bound) }) ?? true
        {
            findings.append(.companyFileBound(path: bound))
        }
        return findings
    }

    func pathFindings(_ path: String?, for connector: Connector) throws -> [ConnectorFinding] {
        pathFindings(path, on: connector.workstation, try neighbours(of: connector))
    }

    func identityFindings(_ identity: StampedIdentity, for connector: Connector) throws -> [ConnectorFinding]
    {
        identityFindings(identity, try neighbours(of: connector))
    }

    func userFindings(_ name: String) throws -> [ConnectorFinding] {
        var findings: [ConnectorFinding] = []
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 64, 95: true
            default: false
            }
        }
        if !allowed || !(1...64).contains(name.utf8.count) { findings.append(.user(name)) }
        let owner = try first(
            """
            SELECT c.name FROM login AS l JOIN connector AS c ON c.id = l.connector_id WHERE l.name = ?1
            """, name
        ) { $0.next(String.self) }
        if let owner { findings.append(.userTaken(name, by: owner)) }
        return findings
    }

    private func neighbours() throws -> [Neighbour] {
        try rows("SELECT name, file_id, company_path, workstation FROM connector ORDER BY id") { row in
            Neighbour(name: row.next(), fileID: row.next(), path: row.next(), workstation: row.next())
        }
    }

    private func neighbours(of connector: Connector) throws -> [Neighbour] {
        try neighbours().filter { $0.name != connector.name }
    }

    private func identityFindings(_ identity: StampedIdentity, _ others: [Neighbour]) -> [ConnectorFinding] {
        if identity.ownerID.isEmpty || identity.fileID.isEmpty { return [.emptyIdentity] }
        let owner = others.first { Identifier.equal($0.fileID, identity.fileID) }
        return owner.map { [.identityTaken(by: $0.name)] } ?? []
    }

    private func pathFindings(
        _ path: String?, on workstation: String?, _ others: [Neighbour]
    ) -> [ConnectorFinding] {
        guard let path else { return [] }
        if path.isEmpty { return [.emptyCompanyFile] }
        let owner = others.first { $0.claims(path: path, on: workstation) }
        return owner.map { [.companyFileTaken(path: path, by: $0.name)] } ?? []
    }

    private func draftFindings(_ draft: ConnectorDraft, _ others: [Neighbour]) -> [ConnectorFinding] {
        var findings: [ConnectorFinding] = []
        if draft.title.isEmpty { findings.append(.emptyTitle) }
        if draft.workstation?.isEmpty ?? false { findings.append(.emptyWorkstation) }
        findings += pathFindings(draft.companyFile, on: draft.workstation, others)
        findings += Rule.findings(intervalSeconds: draft.intervalSeconds, pollSeconds: draft.pollSeconds)
            .map { .rule($0) }
        if !ConnectorFinding.pageSizes.contains(draft.pageSize) { findings.append(.pageSize(draft.pageSize)) }
        if !ConnectorFinding.overlaps.contains(draft.overlapSeconds) {
            findings.append(.overlap(draft.overlapSeconds))
        }
        if draft.holdSeconds != 0, !ConnectorFinding.holds.contains(draft.holdSeconds) {
            findings.append(.hold(draft.holdSeconds))
        }
        if !(0...15).contains(draft.file.editions) { findings.append(.editions(draft.file.editions)) }
        return findings
    }
}

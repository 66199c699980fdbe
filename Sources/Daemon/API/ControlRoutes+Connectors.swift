import API
import FoundationEssentials
import Hummingbird
import Store
import Sync
import Timetable

extension ControlRoutes {
    func listConnectors(_ request: Request, _ order: Order) async throws -> Response {
        let facts = try await database.read { try $0.connectorFacts() }
        return try .json(facts.map(detail))
    }

    func showConnector(_ request: Request, _ order: Order) async throws -> Response {
        try .json(detail(try await facts(of: order.parameter("connector"), now: order.now)))
    }

    private func detail(_ facts: ConnectorFacts) -> ConnectorDetail {
        let connector = facts.connector
        return ConnectorDetail(
            name: connector.name, isDefault: connector.isDefault, isDisabled: connector.disabledAt != nil,
            settings: ConnectorSettings(connector), companyName: connector.binding.companyName,
            boundAt: connector.binding.boundAt, ownerId: connector.identity.ownerID,
            fileId: connector.identity.fileID, staggerOffsetSeconds: connector.rule.offsetSeconds,
            users: facts.users.map {
                UserEntry(name: $0.name, lockedAt: $0.lockedAt, lastLoginAt: $0.lastLoginAt)
            },
            createdAt: connector.createdAt, warnings: pairing(connector, user: connector.name).warnings)
    }

    func pairing(_ connector: Connector, user: String) -> Pairing {
        Pairing(connector: connector, user: user, publicURL: settings().publicURL)
    }

    /// The first connector becomes the default for ever, so its maker must say that they know (AT-2).
    func createConnector(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: ConnectorCreation.self)
        var reading = SettingsReading()
        var draft = settings().defaults(title: wish.name)
        reading.lay(wish.settings ?? ConnectorSettings(), over: &draft)
        guard reading.findings.isEmpty else { throw OrderRefusal.findings(reading.findings) }
        let password = Password(random: Randomness.bytes(32))
        let user = NewUser(
            name: wish.user ?? wish.name, password: password.stored(salt: Randomness.bytes(16)))
        let new = NewConnector(
            name: wish.name,
            identity: StampedIdentity(ownerID: Randomness.guid(), fileID: Randomness.guid()), draft: draft,
            user: user, acceptsDefault: wish.acceptDefault ?? false)
        let made = try await database.transact { try $0.create(new, by: order.author, at: order.now) }
        journal.order("the connector was made", connector: made.name, by: order.author.name)
        let pairing = pairing(made, user: user.name)
        return try .json(
            Secret(
                connector: made.name, user: user.name, password: password.text,
                warnings: pairing.warnings + pairing.refusals), status: .created)
    }

    func editConnector(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: ConnectorSettings.self)
        var facts = try await facts(of: order.parameter("connector"), now: order.now)
        var reading = SettingsReading()
        var draft = facts.connector.draft
        reading.lay(wish, over: &draft)
        guard reading.findings.isEmpty else { throw OrderRefusal.findings(reading.findings) }
        let (name, edited) = (facts.connector.name, draft)
        facts.connector = try await database.transact { transaction in
            try transaction.edit(name, to: edited, by: order.author, at: order.now)
        }
        journal.order("the settings were changed", connector: name, by: order.author.name)
        return try .json(detail(facts))
    }

    func disableConnector(_ request: Request, _ order: Order) async throws -> Response {
        let name = try await facts(of: order.parameter("connector"), now: order.now).connector.name
        try await database.transact { try $0.disable(name, by: order.author, at: order.now) }
        journal.order("was disabled", connector: name, by: order.author.name)
        return try .json(
            Done(sentence: "\(name) is disabled: check-ins are answered, but nothing is synced."))
    }

    func enableConnector(_ request: Request, _ order: Order) async throws -> Response {
        let name = try await facts(of: order.parameter("connector"), now: order.now).connector.name
        try await database.transact { try $0.enable(name, by: order.author, at: order.now) }
        journal.order("was enabled", connector: name, by: order.author.name)
        return try .json(Done(sentence: "\(name) is enabled: it syncs again from its next check-in."))
    }

    /// PC-6: after a move, one command. The stamp in the file stays, so the next conversation proves that it
    /// is the one.
    func rebindConnector(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: Rebinding.self)
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        var reading = SettingsReading()
        var draft = facts.connector.draft
        draft.companyFile = nil
        reading.lay(ConnectorSettings(companyFile: wish.companyFile), over: &draft)
        guard reading.findings.isEmpty else { throw OrderRefusal.findings(reading.findings) }
        let (name, path) = (facts.connector.name, draft.companyFile)
        let rebound = try await database.transact { transaction in
            try transaction.rebind(name, to: path, by: order.author, at: order.now)
        }
        journal.order("was bound anew", connector: name, by: order.author.name)
        let place = path ?? "the company file that the next conversation has open"
        return try .json(
            Done(
                sentence: "\(name) belongs to \(place) from now on, once the file shows its stamp.",
                warnings: pairing(rebound, user: name).warnings))
    }

    /// For a new computer, or a copied or restored file: a pair that collides with no old stamp (pain 27).
    func renewIdentity(_ request: Request, _ order: Order) async throws -> Response {
        let name = try await facts(of: order.parameter("connector"), now: order.now).connector.name
        let identity = StampedIdentity(ownerID: Randomness.guid(), fileID: Randomness.guid())
        _ = try await database.transact { transaction in
            try transaction.renewIdentity(name, identity, by: order.author, at: order.now)
        }
        journal.order("got a new OwnerID and FileID", connector: name, by: order.author.name)
        return try .json(
            Done(
                sentence:
                    "\(name) has a new OwnerID and FileID. Remove the old entry from the Web Connector, "
                    + "download the file again (qbsyncctl qwc \(name)) and add it."))
    }
}

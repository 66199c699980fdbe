import API
import FoundationEssentials
import Hummingbird
import Store
import Sync
import WebConnector

extension ControlRoutes {
    /// One more login of a connector, with a `.qwc` of its own (AT-13).
    func addUser(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: UserCreation.self)
        let connector = try await facts(of: order.parameter("connector"), now: order.now).connector
        let password = Password(random: Randomness.bytes(32))
        let user = NewUser(name: wish.name, password: password.stored(salt: Randomness.bytes(16)))
        try await database.transact { transaction in
            try transaction.addUser(user, to: connector.name, by: order.author, at: order.now)
        }
        journal.order("the user \(wish.name) was added", connector: connector.name, by: order.author.name)
        return try .json(
            Secret(
                connector: connector.name, user: wish.name, password: password.text,
                warnings: pairing(connector, user: wish.name).warnings), status: .created)
    }

    /// A new password replaces the old one at once; nothing is paired again (PC-21).
    func replacePassword(_ request: Request, _ order: Order) async throws -> Response {
        let (user, connector) = try await user(order)
        let password = Password(random: Randomness.bytes(32))
        let stored = password.stored(salt: Randomness.bytes(16))
        try await database.transact { transaction in
            try transaction.replacePassword(user: user.name, stored, by: order.author, at: order.now)
        }
        journal.order(
            "the password of \(user.name) was replaced", connector: connector, by: order.author.name)
        let locked =
            user.lockedAt == nil
            ? []
            : [
                "\(user.name) is still locked. Enter the password in the Web Connector first, then: "
                    + "qbsyncctl unlock \(user.name)"
            ]
        return try .json(
            Secret(connector: connector, user: user.name, password: password.text, warnings: locked))
    }

    /// AT-9: first the password, then this.
    func unlock(_ request: Request, _ order: Order) async throws -> Response {
        let (user, connector) = try await user(order)
        let wasLocked = try await database.transact { transaction in
            try transaction.unlock(user: user.name, by: order.author, at: order.now)
        }
        guard wasLocked else {
            return try .json(Done(sentence: "\(user.name) is not locked; there is nothing to do."))
        }
        journal.order("\(user.name) was unlocked", connector: connector, by: order.author.name)
        return try .json(Done(sentence: "\(user.name) may log in again."))
    }

    /// A user with the name of their connector, or the refusal that names the nearest one there is.
    private func user(_ order: Order) async throws -> (User, String) {
        let name = try order.parameter("user")
        let all = try await database.read { try $0.connectorFacts() }
        for facts in all {
            if let user = facts.users.first(where: { $0.name.lowercased() == name.lowercased() }) {
                return (user, facts.connector.name)
            }
        }
        let hint = OrderRefusal.hint(name, among: all.flatMap(\.users).map(\.name))
        throw OrderRefusal.notFound(
            "There is no user \(name).\(hint) Users are shown by: qbsyncctl connector show NAME")
    }

    /// The file for one user; without `?user` for each of them.
    func connectionFile(_ request: Request, _ order: Order) async throws -> Response {
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        let wanted = request.uri.queryParameters["user"].map(String.init)
        let users = facts.users.filter { wanted == nil || $0.name.lowercased() == wanted?.lowercased() }
        guard !users.isEmpty else {
            let hint = OrderRefusal.hint(wanted ?? "", among: facts.users.map(\.name))
            throw OrderRefusal.notFound("\(facts.connector.name) has no user \(wanted ?? "").\(hint)")
        }
        let downloads = try users.map { user in
            let pairing = pairing(facts.connector, user: user.name)
            guard pairing.refusals.isEmpty else {
                throw OrderRefusal.findings(pairing.refusals.map { .init(field: "public_url", problem: $0) })
            }
            return ConnectionFileDownload(
                fileName: pairing.fileName, content: pairing.file.rendered(), user: user.name,
                steps: pairing.steps, warnings: pairing.warnings)
        }
        return try .json(downloads)
    }
}

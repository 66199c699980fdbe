import Synchronization

/// Which version the Web Connector at an address last said it is: it says so before it logs in, in a call of
/// its own that carries no ticket.
final class ClientsHeard: Sendable {
    /// More addresses than one server has; whoever makes up others only empties this.
    private static let limit = 4096
    private static let longest = 64
    private let versions = Mutex<[String: String]>([:])

    func note(_ version: String, from address: String) {
        guard !version.isEmpty, version.utf8.count <= Self.longest else { return }
        versions.withLock { versions in
            if versions.count >= Self.limit, versions[address] == nil { versions.removeAll() }
            versions[address] = version
        }
    }

    func version(from address: String) -> String? { versions.withLock { $0[address] } }
}

import API

/// What a command is about: if the daemon does not know it, the nearest name that it knows is suggested.
enum Subject: Equatable, Sendable {
    case connector(String)
    case user(String)

    var name: String {
        switch self {
        case .connector(let name), .user(let name): name
        }
    }

    /// The names of this kind that the daemon knows.
    func known(_ client: Client) async throws -> [String] {
        let connectors = try await client.get(Path.connectors, as: [ConnectorDetail].self)
        switch self {
        case .connector: return connectors.map(\.name)
        case .user: return connectors.flatMap { $0.users.map(\.name) }
        }
    }

    /// A sentence with the next step, or nil if the name is known after all.
    func suggestion(among names: [String]) -> String? {
        guard !names.contains(name) else { return nil }
        if let nearest = Nearest.name(to: name, among: names) { return "Did you mean \(nearest)?" }
        // More than a handful is no help on one line.
        guard (1...8).contains(names.count) else { return names.isEmpty ? "None has been made yet." : nil }
        return "There \(names.count == 1 ? "is" : "are"): \(names.joined(separator: ", "))."
    }
}

import ArgumentParser
import FoundationEssentials

/// Options that every command has: how to reach the daemon, and for whom to write.
struct ConnectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Control socket. (default: $QBSYNCD_CONTROL_SOCKET, or \(Destination.defaultSocket))",
            valueName: "path"), completion: .file())
    var socket: String?

    @Option(
        help: ArgumentHelp(
            "Speak over TCP instead, for example https://sync.example.com:8444. (default: $QBSYNCD_SERVER)",
            valueName: "url"))
    var server: String?

    @Option(
        help: ArgumentHelp(
            "File that holds the bearer token for --server. (default: $QBSYNCD_TOKEN_FILE)", valueName: "file"
        ),
        completion: .file())
    var tokenFile: String?

    @Flag(help: "Write JSON, for programs.")
    var json = false

    func validate() throws {
        if socket != nil, server != nil { throw ValidationError("Give --socket or --server, not both.") }
        _ = try place()
    }

    func destination() throws -> Destination {
        switch try place() {
        case .socket(let path): .socket(path: path)
        case .server(let url, let tokenFile): .server(url: url, token: try Self.token(in: tokenFile))
        }
    }

    private enum Place {
        case socket(String)
        case server(String, tokenFile: String)
    }

    /// An option comes before the environment, and a socket named by hand before a server in the environment.
    private func place() throws -> Place {
        if let socket { return try Self.socket(socket) }
        if let server = server ?? Environment.value("QBSYNCD_SERVER") { return try self.server(at: server) }
        return try Self.socket(Environment.value("QBSYNCD_CONTROL_SOCKET") ?? Destination.defaultSocket)
    }

    private static func socket(_ path: String) throws -> Place {
        // `sockaddr_un` holds 108 bytes, the closing zero among them.
        guard (1..<108).contains(path.utf8.count) else {
            throw ValidationError("A socket's path has 1 to 107 bytes, this has \(path.utf8.count): \(path)")
        }
        return .socket(path)
    }

    private func server(at url: String) throws -> Place {
        let address = url.hasSuffix("/") ? String(url.dropLast()) : url
        guard let parts = URL(string: address), let host = parts.host(), parts.path.isEmpty,
            parts.query() == nil,
            parts.user() == nil, parts.scheme == "https" || parts.scheme == "http"
        else {
            throw ValidationError("--server wants https://HOST:PORT and nothing more, not \(url)")
        }
        if parts.scheme == "http", !["localhost", "127.0.0.1", "::1"].contains(host) {
            throw ValidationError("Over plain http the token could be read on the way: use https://\(host)")
        }
        guard let file = tokenFile ?? Environment.value("QBSYNCD_TOKEN_FILE") else {
            throw ValidationError("--server needs --token-file FILE (or QBSYNCD_TOKEN_FILE).")
        }
        return .server(address, tokenFile: file)
    }

    private static func token(in file: String) throws -> String {
        guard let data = try? Data(contentsOf: URL(filePath: file)) else {
            throw Failure.here("The token file \(file) cannot be read.")
        }
        let token = String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
            throw Failure.here("The token file \(file) holds no token.")
        }
        return token
    }
}

/// Where the daemon is spoken to.
enum Destination: Equatable, Sendable {
    case socket(path: String)
    case server(url: String, token: String)

    /// Made by the daemon's unit under systemd's RuntimeDirectory.
    static let defaultSocket = "/run/qbsyncd/control.sock"

    var place: String {
        switch self {
        case .socket(let path): path
        case .server(let url, _): url
        }
    }

    /// The daemon sees the same files as we do.
    var isThisMachine: Bool {
        switch self {
        case .socket: true
        case .server: false
        }
    }

    func url(_ path: String) -> String {
        switch self {
        case .socket(let socket): "http+unix://\(Self.percentEncoded(socket, keeping: "-._~"))\(path)"
        case .server(let url, _): url + path
        }
    }

    /// Makes any name one segment of a path or one value of a query (RFC 3986), where a user's `@` may stand.
    static func percentEncoded(_ text: String, keeping kept: String = "-._~@") -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { encoded, byte in
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || kept.contains(character) {
                encoded.append(character)
            } else {
                encoded += ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }
}

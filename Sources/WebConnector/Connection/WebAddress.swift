/// As much of a URL as the Web Connector's rules look at.
///
///     https://sync.example.com:8443/qbwc?x=1
struct WebAddress: Equatable {
    /// `http` or `https`.
    let scheme: String
    /// In lower case, IPv6 without its brackets.
    let host: String
    /// The scheme's own where none is given.
    let port: Int
    /// What a client asks for, from the first slash on, with its query.
    let path: String
    /// A name, or a name and a password, stand before the host.
    let hasCredentials: Bool
    private let isBracketed: Bool

    /// Nil unless it is an absolute http or https address with a host and, if any, a port from 1 to 65535.
    init?(_ text: String) {
        let text = text.trimmed
        guard let separator = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            text[separator...].hasPrefix("://"),
            // White space, quotes and control characters are in no valid address.
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") })
        else { return nil }
        scheme = text[..<separator].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[separator...].dropFirst(3)
        let authority = rest.prefix { !"/?#\\".contains($0) }
        // A name and password before the host are no part of it.
        let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        hasCredentials = authority.contains("@")
        isBracketed = place.hasPrefix("[")
        let portText: Substring
        if isBracketed {
            guard let end = place.firstIndex(of: "]") else { return nil }
            host = place[place.index(after: place.startIndex)..<end].lowercased()
            portText = place[place.index(after: end)...]
        } else {
            let colon = place.firstIndex(of: ":") ?? place.endIndex
            host = place[..<colon].lowercased()
            portText = place[colon...]
        }
        guard !host.isEmpty, let port = Self.port(portText, of: scheme) else { return nil }
        self.port = port
        let tail = rest.dropFirst(authority.count).prefix { $0 != "#" }
        path = tail.hasPrefix("/") ? String(tail) : "/" + tail
    }

    private static func port(_ text: Substring, of scheme: String) -> Int? {
        guard !text.isEmpty else { return scheme == "https" ? 443 : 80 }
        guard text.hasPrefix(":"), let number = Int(text.dropFirst()), (1...65535).contains(number) else {
            return nil
        }
        return number
    }

    /// The port of what would be an address if there were such a port: `https://sync.example.com:99999`.
    static func impossiblePort(in text: String) -> Substring? {
        guard WebAddress(text) == nil, let start = text.firstRange(of: "://")?.upperBound else { return nil }
        let authority = text[start...].prefix { !"/?#\\".contains($0) }
        guard let colon = authority.lastIndex(of: ":") else { return nil }
        let port = authority[authority.index(after: colon)...]
        let rest = text[..<colon] + text[authority.endIndex...]
        let isNumber = !port.isEmpty && port.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber && WebAddress(String(rest)) != nil ? port : nil
    }

    var isSecure: Bool { scheme == "https" }

    var isLocalhost: Bool { host == "localhost" }

    /// A machine's name on the local network: nothing but one label.
    var isMachineName: Bool { !host.contains(".") && !isIPAddress && !isLocalhost }

    /// IPv6 in brackets, or IPv4 in any form that Windows takes: `10.0.0.1`, `167772161`, `0x0A000001`.
    var isIPAddress: Bool {
        if isBracketed { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 4 && parts.allSatisfy(Self.isNumber)
    }

    private static func isNumber(_ part: Substring) -> Bool {
        if part.hasPrefix("0x") { return UInt32(part.dropFirst(2), radix: 16) != nil }
        return part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt32(part) != nil
    }
}

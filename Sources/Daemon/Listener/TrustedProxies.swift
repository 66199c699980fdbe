import HTTPTypes

/// The proxies whose word about the client we take. Everybody else's forwarding headers are noise that anyone
/// can send.
package struct TrustedProxies: Equatable, Sendable {
    package var networks: [IPNetwork]

    package static let none = TrustedProxies([])

    package init(_ networks: [IPNetwork]) {
        self.networks = networks
    }

    package var isEmpty: Bool { networks.isEmpty }

    package func contains(_ address: IPAddress) -> Bool {
        networks.contains { $0.contains(address) }
    }

    /// Where a request really comes from.
    ///
    ///     X-Forwarded-For: 198.51.100.23, 10.0.0.7
    ///     X-Forwarded-Proto: https
    ///
    /// Each proxy appends the address it saw, so the list is read from its end for as long as the word is a
    /// trusted one's; what stands further left may have been written by the client itself.
    func origin(peer: IPAddress, overTLS: Bool, headers: HTTPFields) -> ClientOrigin {
        guard contains(peer) else { return ClientOrigin(address: "\(peer)", isSecure: overTLS) }
        var client = peer
        let hops = headers[values: .xForwardedFor].flatMap { $0.split(separator: ",") }
        for hop in hops.reversed() {
            guard let address = Self.address(ofHop: hop) else { break }
            client = address
            guard contains(address) else { break }
        }
        let scheme = headers[values: .xForwardedProto].flatMap { $0.split(separator: ",") }.last
        let saysTLS = scheme.map { Self.trimmed($0).lowercased() == "https" }
        return ClientOrigin(address: "\(client)", isSecure: saysTLS ?? overTLS)
    }

    /// Some proxies add the port: `198.51.100.23:49152`, `[2001:db8::7]:49152`.
    private static func address(ofHop hop: Substring) -> IPAddress? {
        let text = trimmed(hop)
        if let address = IPAddress(text) { return address }
        guard let colon = text.lastIndex(of: ":") else { return nil }
        return IPAddress(text[..<colon])
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

extension HTTPField.Name {
    static let xForwardedFor = Self("X-Forwarded-For")!
    static let xForwardedProto = Self("X-Forwarded-Proto")!
}

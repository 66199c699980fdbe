/// From where an address can be reached.
package enum AddressReach: Equatable, Sendable {
    case everywhere
    /// Private or link-local: from the same network, or over a VPN.
    case thisNetwork
    case thisMachine

    /// - Parameter bytes: 4 or 16 of them; an IPv4 address in IPv6's clothes comes as 4.
    package init(bytes: [UInt8]) {
        self = bytes.count == 4 ? Self.four(bytes) : Self.sixteen(bytes)
    }

    private static func four(_ bytes: [UInt8]) -> Self {
        switch (bytes[0], bytes[1]) {
        case (127, _), (0, _): .thisMachine
        // RFC 1918, link-local (RFC 3927), and a carrier's own (RFC 6598).
        case (10, _), (172, 16...31), (192, 168), (169, 254), (100, 64...127): .thisNetwork
        default: .everywhere
        }
    }

    private static func sixteen(_ bytes: [UInt8]) -> Self {
        guard bytes.count == 16 else { return .everywhere }
        if bytes.dropLast().allSatisfy({ $0 == 0 }) { return .thisMachine }
        // fc00::/7 (RFC 4193) and fe80::/10.
        let isLocal = bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
        return isLocal ? .thisNetwork : .everywhere
    }
}

/// What a name led to.
package struct ResolvedHost: Equatable, Sendable {
    package struct Address: Equatable, Sendable {
        package var text: String
        package var reach: AddressReach

        package init(text: String, reach: AddressReach) {
            self.text = text
            self.reach = reach
        }
    }

    package var host: String
    package var addresses: [Address]
    package var trouble: NetworkTrouble?

    package init(host: String, addresses: [Address], trouble: NetworkTrouble? = nil) {
        self.host = host
        self.addresses = addresses
        self.trouble = trouble
    }

    package var finding: PreflightFinding {
        if let trouble {
            let isLocal = host == "localhost"
            return PreflightFinding(
                .dns, .failure, "\(host): \(trouble.sentence)",
                fix: isLocal ? ConnectorCode(1035).known?.fix : trouble.fix, code: isLocal ? 1035 : 1003)
        }
        let list = addresses.map(\.text).joined(separator: ", ")
        if host == "localhost" {
            return .ok(.dns, "localhost is \(list): only a Web Connector on this very machine comes here.")
        }
        if addresses.count == 1, list == host { return itself }
        return judged(list)
    }

    /// No name was given, so there is none to look up.
    private var itself: PreflightFinding {
        switch addresses.first?.reach {
        case .thisMachine?:
            PreflightFinding(
                .dns, .warning, "\(host) is an address of this machine itself.",
                cause: "No other computer comes here by it.",
                fix: "Give the name by which the QuickBooks computer reaches this machine.")
        case .thisNetwork?:
            PreflightFinding(
                .dns, .warning, "\(host) is an address that is reachable only inside your own network.",
                cause: "It is a private one.",
                fix: "If the QuickBooks computer is in the same network or comes over a VPN, all is well; "
                    + "else give the public name.")
        case .everywhere?, nil: .ok(.dns, "\(host) is an address already: no name is looked up.")
        }
    }

    private func judged(_ list: String) -> PreflightFinding {
        let isHere = addresses.filter { $0.reach == .thisMachine }
        let isInside = addresses.filter { $0.reach == .thisNetwork }
        if isHere.count == addresses.count {
            return PreflightFinding(
                .dns, .warning, "\(host) is \(list), which is this machine itself.",
                cause: "/etc/hosts of this machine says so, or the DNS does.",
                fix: "If it is /etc/hosts only, look from another machine, too: nslookup \(host)")
        }
        if isInside.count + isHere.count == addresses.count {
            return PreflightFinding(
                .dns, .warning, "\(host) is \(list), which is reachable only inside your own network.",
                cause: "The address is a private one, or the DNS answers otherwise inside than outside.",
                fix: "If the QuickBooks computer is in the same network or comes over a VPN, all is well; "
                    + "else enter the public address in the DNS.")
        }
        guard isInside.isEmpty, isHere.isEmpty else {
            return PreflightFinding(
                .dns, .warning, "\(host) is \(list), and only some of these are reachable from everywhere.",
                cause: "Public and private addresses stand beside each other in the DNS.",
                fix: "Take the private ones out: a client takes whichever it likes.")
        }
        return .ok(.dns, "\(host) is \(list).")
    }
}

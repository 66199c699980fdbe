/// A connection to each address of a host.
package struct Connections: Equatable, Sendable {
    package struct Try: Equatable, Sendable {
        package var address: String
        package var trouble: NetworkTrouble?

        package init(address: String, trouble: NetworkTrouble? = nil) {
            self.address = address
            self.trouble = trouble
        }
    }

    package var port: Int
    package var tries: [Try]
    /// All of them are loopback addresses.
    package var isThisMachine: Bool

    package init(port: Int, tries: [Try], isThisMachine: Bool = false) {
        self.port = port
        self.tries = tries
        self.isThisMachine = isThisMachine
    }

    package var finding: PreflightFinding {
        let failed = tries.filter { $0.trouble != nil }
        guard let first = failed.first, let trouble = first.trouble else {
            let places = tries.count == 1 ? "It takes" : "All \(tries.count) addresses take"
            return .ok(.connection, "\(places) connections on port \(port).")
        }
        let told = failed.map { "\($0.address) port \(port): \($0.trouble?.sentence ?? "")" }
        if failed.count == tries.count {
            return PreflightFinding(
                .connection, .failure, told.joined(separator: " "), fix: trouble.fix, code: 1003)
        }
        // No DNS says what this machine's own addresses are, and a client here goes on to the next at once.
        if isThisMachine, let taken = tries.first(where: { $0.trouble == nil }) {
            return .ok(.connection, "\(taken.address) takes connections on port \(port).")
        }
        return PreflightFinding(
            .connection, .warning, told.joined(separator: " "),
            cause: "A client that takes this address first waits in vain before it takes another, or fails.",
            fix: "Let it answer there as well, or take the address out of the DNS. "
                + NetworkTrouble.hairpin)
    }
}

/// A version of TLS.
package enum TLSRelease: String, CaseIterable, Sendable {
    case one = "1.0"
    case oneOne = "1.1"
    case oneTwo = "1.2"
    case oneThree = "1.3"

    /// Withdrawn by RFC 8996.
    var isWithdrawn: Bool { self == .one || self == .oneOne }
}

/// The versions of TLS that a server takes.
package struct TLSOffer: Equatable, Sendable {
    package var offered: [TLSRelease]
    /// Why 1.2 did not come about.
    package var trouble: NetworkTrouble?

    package init(offered: [TLSRelease], trouble: NetworkTrouble? = nil) {
        self.offered = offered
        self.trouble = trouble
    }

    package var finding: PreflightFinding {
        let list = Self.list(offered)
        if offered.contains(.oneTwo) {
            let old = offered.filter(\.isWithdrawn)
            let note =
                old.isEmpty ? "" : " \(Self.list(old)) are withdrawn (RFC 8996): switch them off there."
            return .ok(.tls, "TLS \(list) is spoken.\(note)")
        }
        guard !offered.isEmpty else {
            let trouble = trouble ?? .closed
            return PreflightFinding(
                .tls, .failure, trouble.sentence,
                cause: trouble == .notTLS
                    ? "Plain http is spoken on that port, or another protocol." : nil,
                fix: trouble == .notTLS
                    ? "Give qbsyncd a certificate (listen.tls_certificate, tls_key), or put a proxy in front "
                        + "that speaks TLS on this port."
                    : trouble.fixBehind, code: 1048)
        }
        return PreflightFinding(
            .tls, .failure, "Only TLS \(list) is spoken, and not 1.2.",
            cause: offered.contains(.oneThree)
                ? "Windows 10 speaks 1.2 at most." : "Current Windows does not take what is older than 1.2.",
            fix: "Switch TLS 1.2 on where TLS ends (nginx: ssl_protocols TLSv1.2 TLSv1.3;).", code: 1048)
    }

    private static func list(_ releases: [TLSRelease]) -> String {
        releases.map(\.rawValue).joined(separator: ", ")
    }
}

import FoundationEssentials

/// Where a webhook's events go. Company data travel there, so they are encrypted unless they stay on this
/// machine.
package struct ReceiverAddress: Equatable, Sendable {
    package let text: String
    package let host: String

    /// More no server takes.
    private static let longest = 2000

    /// - Throws: `ReceiverAddressError`
    package init(parsing text: String) throws(ReceiverAddressError) {
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }),
            let url = URL(string: text), let scheme = url.scheme?.lowercased(),
            ["https", "http"].contains(scheme), let host = url.host(), !host.isEmpty
        else { throw .noAddress }
        if let port = url.port, !(1...65_535).contains(port) { throw .port(port) }
        if url.user() != nil || url.password() != nil { throw .password }
        if url.fragment() != nil { throw .fragment }
        if scheme == "http", !Self.isLoopback(host) { throw .notEncrypted(host: host) }
        self.text = text
        self.host = host
    }

    /// `localhost`, 127.0.0.0/8, ::1. A name such as `127.0.0.1.example.com` is none.
    static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased().filter { $0 != "[" && $0 != "]" }
        if ["localhost", "::1"].contains(name) { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { part in
                (1...3).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
                    && UInt8(part) != nil
            }
    }
}

package enum ReceiverAddressError: Error, Equatable, Sendable {
    case noAddress
    case port(Int)
    case password
    case fragment
    case notEncrypted(host: String)

    package var sentence: String {
        switch self {
        case .noAddress: "This is no address such as https://example.com/hooks/qbsyncd."
        case .port(let port): "There is no port \(port): from 1 to 65535."
        case .password:
            "A name or password in the address would be shown in lists. The signature tells the receiver "
                + "who is calling."
        case .fragment: "What stands behind # is never sent; leave it out."
        case .notEncrypted(let host):
            "Company data would go to \(host) unencrypted: use https. Plain http is only for this machine "
                + "(localhost, 127.0.0.0/8, ::1)."
        }
    }
}

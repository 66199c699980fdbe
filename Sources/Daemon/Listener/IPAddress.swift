import Glibc

/// An IP address as its 4 or 16 bytes. An IPv4 address in IPv6's clothes (`::ffff:10.0.0.1`) is the IPv4
/// address.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    package let bytes: [UInt8]

    /// Reads `192.0.2.7`, `2001:db8::7`, `[2001:db8::7]`; a port or a name is not an address.
    package init?(_ text: some StringProtocol) {
        var plain = String(text)
        if plain.hasPrefix("["), plain.hasSuffix("]") { plain = String(plain.dropFirst().dropLast()) }
        // A zone (`fe80::1%eth0`) says through which interface, not who.
        if let percent = plain.firstIndex(of: "%") { plain = String(plain[..<percent]) }
        var four = [UInt8](repeating: 0, count: 4)
        var sixteen = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, plain, &four) == 1 {
            bytes = four
        } else if inet_pton(AF_INET6, plain, &sixteen) == 1 {
            let isMapped = sixteen[..<10].allSatisfy { $0 == 0 } && sixteen[10] == 0xff && sixteen[11] == 0xff
            bytes = isMapped ? Array(sixteen[12...]) : sixteen
        } else {
            return nil
        }
    }

    /// - Parameter bytes: 4 or 16 of them, in the order of the network.
    init?(bytes: [UInt8]) {
        guard [4, 16].contains(bytes.count) else { return nil }
        self.init(Self.text(bytes))
    }

    package var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
    }

    package var description: String { Self.text(bytes) }

    private static func text(_ bytes: [UInt8]) -> String {
        // INET6_ADDRSTRLEN, the longest text of either kind with its NUL.
        var text = [CChar](repeating: 0, count: 46)
        _ = inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// One address, or a network: `10.0.0.0/8`, `192.0.2.7`, `2001:db8::/32`.
package struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
    package let address: IPAddress
    /// How many leading bits must agree: 0 to 32, or to 128.
    package let prefixLength: Int

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        let width = address.bytes.count * 8
        if parts.count == 2 {
            guard let length = Int(parts[1]), (0...width).contains(length), !parts[1].hasPrefix("+")
            else { return nil }
            prefixLength = length
        } else {
            prefixLength = width
        }
        self.address = address
    }

    package func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let whole = prefixLength / 8
        guard other.bytes[..<whole] == address.bytes[..<whole] else { return false }
        let rest = prefixLength % 8
        guard rest > 0 else { return true }
        let mask = UInt8.max << (8 - rest)
        return other.bytes[whole] & mask == address.bytes[whole] & mask
    }

    package var description: String {
        prefixLength == address.bytes.count * 8 ? "\(address)" : "\(address)/\(prefixLength)"
    }
}

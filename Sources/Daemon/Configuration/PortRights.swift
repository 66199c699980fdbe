import Glibc
import NIOCore

/// Whether this user may listen at an address, told without listening there.
struct PortRights: Sendable {
    /// The system's `errno` after a try; 0 when it is permitted.
    var attempt: @Sendable (ListenAddress) -> CInt
    /// Whether somebody listens there: systemd for us (qbsyncd.socket), or the daemon that runs already.
    var isHeld: @Sendable (ListenAddress) -> Bool

    static let system = PortRights(
        attempt: attempt,
        isHeld: { address in
            tables.contains { path in
                // Without IPv6 there is no table of it.
                guard let bytes = try? SmallFile.read(path) else { return false }
                return isListening(at: address, String(decoding: bytes, as: UTF8.self))
            }
        })

    // Those of the own process: the others are hidden from the service (ProcSubset=pid).
    private static let tables = ["/proc/self/net/tcp", "/proc/self/net/tcp6"]

    /// Binds a socket and closes it. Nobody is refused by that: it does not listen, and gives way to whoever
    /// binds meanwhile as the daemon does, with SO_REUSEADDR.
    private static func attempt(_ address: ListenAddress) -> CInt {
        let host = address.host == "localhost" ? "127.0.0.1" : address.host
        guard let place = try? SocketAddress(ipAddress: host, port: address.port) else { return EINVAL }
        let family = place.protocol == .inet6 ? AF_INET6 : AF_INET
        let descriptor = socket(family, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        var yes: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        return place.withSockAddr { bind(descriptor, $0, socklen_t($1)) == 0 ? 0 : errno }
    }

    /// - Parameter table: as in /proc/net/tcp: `0: 0100007F:01BB 00000000:0000 0A …`, addresses in words of
    ///   the machine's own byte order, and 0A for a socket that listens.
    static func isListening(at wanted: ListenAddress, _ table: String) -> Bool {
        table.split(separator: "\n").contains { line in
            let columns = line.split(separator: " ")
            guard columns.count > 3, columns[3] == "0A" else { return false }
            let parts = columns[1].split(separator: ":")
            guard parts.count == 2, Int(parts[1], radix: 16) == wanted.port,
                let address = address(inWords: parts[0])
            else { return false }
            return wanted.host == "localhost" ? address.isLoopback : IPAddress(wanted.host) == address
        }
    }

    private static func address(inWords hex: Substring) -> IPAddress? {
        var bytes: [UInt8] = []
        var rest = hex
        while !rest.isEmpty {
            guard let word = UInt32(rest.prefix(8), radix: 16) else { return nil }
            withUnsafeBytes(of: word) { bytes += $0 }
            rest = rest.dropFirst(8)
        }
        return IPAddress(bytes: bytes)
    }
}

extension LoadedConfiguration {
    /// For the check alone: the service is handed such sockets when it starts, and then knows it has them.
    package mutating func lookAtPorts() { lookAtPorts(.system) }

    mutating func lookAtPorts(_ rights: PortRights) {
        let doors = [
            ("listen.address", configuration.listen.address), ("api.listen", configuration.api.listen),
            ("metrics.listen", configuration.metrics.listen),
        ]
        for case (let setting, let address?) in doors where (1..<1024).contains(address.port) {
            guard rights.attempt(address) == EACCES, !rights.isHeld(address) else { continue }
            let refusal = ListenerError.cannotBind("\(address)", EACCES)
            note(place(of: setting), setting, refusal.description)
        }
    }
}

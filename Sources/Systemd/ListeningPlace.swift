import Glibc

/// Where a socket listens.
package enum ListeningPlace: Equatable, Sendable {
    case tcp(host: String, port: Int)
    case unix(path: String)

    /// As the kernel says; nil for what does not listen, or listens somewhere unknown to us.
    package init?(ofSocket descriptor: CInt) {
        var listens: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0, listens == 1
        else { return nil }
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isNamed = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isNamed else { return nil }
        switch CInt(storage.ss_family) {
        case AF_INET: self = Self.four(&storage)
        case AF_INET6: self = Self.six(&storage)
        case AF_UNIX: self = Self.path(storage, length: Int(length))
        default: return nil
        }
    }

    private static func four(_ storage: inout sockaddr_storage) -> ListeningPlace {
        withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                .tcp(
                    host: text(AF_INET, &$0.pointee.sin_addr),
                    port: Int(in_port_t(bigEndian: $0.pointee.sin_port)))
            }
        }
    }

    private static func six(_ storage: inout sockaddr_storage) -> ListeningPlace {
        withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                .tcp(
                    host: text(AF_INET6, &$0.pointee.sin6_addr),
                    port: Int(in_port_t(bigEndian: $0.pointee.sin6_port)))
            }
        }
    }

    private static func text(_ family: CInt, _ address: UnsafeRawPointer) -> String {
        // INET6_ADDRSTRLEN, the longest text of either kind with its NUL.
        var text = [CChar](repeating: 0, count: 46)
        _ = inet_ntop(family, address, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func path(_ storage: sockaddr_storage, length: Int) -> ListeningPlace {
        let bytes = withUnsafeBytes(of: storage) { Array($0.prefix(length)) }
        let path = bytes.dropFirst(MemoryLayout<sa_family_t>.size).prefix { $0 != 0 }
        return .unix(path: String(decoding: path, as: UTF8.self))
    }
}

import Glibc

/// The other end of NOTIFY_SOCKET: a real datagram socket, as PID 1 holds it.
final class SystemdEar {
    private let descriptor: Int32
    /// As NOTIFY_SOCKET spells it: `@` for a socket without a file.
    let name: String

    /// - Returns: nil when the system gives no socket.
    init?() {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // An address that ends after the family asks the kernel for a free abstract name (unix(7),
        // "Autobind").
        var length = socklen_t(MemoryLayout<sa_family_t>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard bind(descriptor, generic, length) == 0 else { return false }
                length = socklen_t(MemoryLayout<sockaddr_un>.size)
                return getsockname(descriptor, generic, &length) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            return nil
        }
        let path = withUnsafeBytes(of: &address.sun_path) { bytes in
            bytes.prefix(Int(length) - MemoryLayout<sa_family_t>.size).dropFirst().map { $0 }
        }
        name = "@" + String(decoding: path, as: UTF8.self)
    }

    deinit { close(descriptor) }

    /// The oldest datagram not yet taken; nil when there is none.
    func heard() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        guard count >= 0 else { return nil }
        return String(decoding: buffer.prefix(count), as: UTF8.self)
    }
}

import Glibc
import Synchronization

/// The journal's own socket, spoken to as systemd documents it (JOURNAL_NATIVE_PROTOCOL): one datagram a
/// record, one field a line.
///
///     MESSAGE=acme: Success: every category was read.
///     PRIORITY=6
///
/// `sd_journal_sendv` does the same, but for two things. It waits, for ever, for a journald that hangs, and
/// whoever has something to tell waits with it: each call of a Web Connector. And where no journald listens
/// it says that all went well.
final class JournalSocket: Sendable {
    /// systemd's place for it.
    static let standardPath = "/run/systemd/journal/socket"

    /// How long a record waits for a journald that is behind; a burst is worked off in less. After a wait in
    /// vain nobody waits any more, until a record was taken.
    private static let patience = timeval(tv_sec: 0, tv_usec: 100_000)
    /// Of a field of a record that is too large for a datagram, as much is kept.
    private static let shortened = 4096

    private let path: String
    /// Negative where the system gives none.
    private let descriptor: Int32
    private let isBehind = Atomic<Bool>(false)

    init(path: String = standardPath) {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var patience = Self.patience
        setsockopt(
            descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        // As libsystemd asks for it; the kernel gives what it may.
        var bytes: Int32 = 8 << 20
        setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &bytes, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// - Parameter fields: `NAME=value` each.
    /// - Returns: 0 when the journal took them, else what the system said.
    func send(_ fields: [String]) -> Int32 {
        let trouble = send(Self.datagram(fields))
        guard trouble == EMSGSIZE else { return trouble }
        let short = fields.map { field in
            field.utf8.count <= Self.shortened
                ? field : String(decoding: field.utf8.prefix(Self.shortened), as: UTF8.self) + "…"
        }
        return send(Self.datagram(short))
    }

    /// A value with line feeds stands behind its length:
    ///
    ///     MESSAGE\n  <64 bits, the least significant byte first>  two\nlines  \n
    static func datagram(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields {
            guard field.utf8.contains(UInt8(ascii: "\n")), let equals = field.utf8.firstIndex(of: 0x3D) else {
                bytes.append(contentsOf: field.utf8)
                bytes.append(UInt8(ascii: "\n"))
                continue
            }
            let value = field.utf8[equals...].dropFirst()
            bytes.append(contentsOf: field.utf8[..<equals])
            bytes.append(UInt8(ascii: "\n"))
            withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: value)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private func send(_ datagram: [UInt8]) -> Int32 {
        guard var address = sockaddr_un(path) else { return ENAMETOOLONG }
        let waits: Int32 = isBehind.load(ordering: .relaxed) ? Int32(MSG_DONTWAIT) : 0
        let flags = waits | Int32(MSG_NOSIGNAL)
        while true {
            // By its name each time: a journald that was started anew has another socket behind it.
            let sent = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    sendto(
                        descriptor, datagram, datagram.count, flags, $0,
                        socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            let trouble = sent < 0 ? errno : 0
            if trouble == EINTR { continue }
            isBehind.store(trouble == EAGAIN || trouble == EWOULDBLOCK, ordering: .relaxed)
            return trouble
        }
    }
}

extension sockaddr_un {
    /// Nil for a path that is longer than an address may be.
    fileprivate init?(_ path: String) {
        self.init()
        sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let fits = withUnsafeMutableBytes(of: &sun_path) { place in
            guard bytes.count < place.count else { return false }
            place.copyBytes(from: bytes)
            return true
        }
        guard fits else { return nil }
    }
}

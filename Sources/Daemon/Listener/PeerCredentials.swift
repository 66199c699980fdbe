import Glibc
package import NIOCore

/// Who is at the other end of a unix socket, as the kernel vouches for it: nothing here is claimed by the
/// client.
package struct PeerCredentials: Equatable, Sendable {
    package let pid: Int32
    package let uid: UInt32
    package let gid: UInt32
    /// The login name of the uid, if this machine knows one. Read once for each connection: the user database
    /// is a file, or even a server.
    package let userName: String?

    package init(pid: Int32, uid: UInt32, gid: UInt32) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
        userName = Self.name(of: uid)
    }

    /// The credentials of a channel's peer; nil when the channel is not a unix socket.
    package init?(of channel: any Channel) async {
        guard case .unixDomainSocket? = channel.localAddress,
            let socket = channel as? any SocketOptionProvider
        else { return nil }
        let asked: EventLoopFuture<Vouched> = socket.unsafeGetSocketOption(
            level: .socket, name: .init(rawValue: SO_PEERCRED))
        guard let found = try? await asked.get() else { return nil }
        self.init(pid: found.pid, uid: found.uid, gid: found.gid)
    }

    /// What the kernel fills in: `struct ucred` (unix(7)).
    private struct Vouched: Sendable {
        var pid: Int32
        var uid: UInt32
        var gid: UInt32
    }

    private static func name(of uid: UInt32) -> String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        // getpwuid_r says ERANGE when this is too small; directories with long entries exist, 16 KB holds
        // them.
        var buffer = [CChar](repeating: 0, count: 16384)
        guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, let found else { return nil }
        return String(cString: found.pointee.pw_name)
    }
}

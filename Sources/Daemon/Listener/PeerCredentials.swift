import Glibc
package import NIOCore

/// Who is at the other end of a unix socket, as the kernel vouches for it: nothing here is claimed by the
/// client.
///
/// The layout is that of `struct ucred` (unix(7)): pid, uid, gid, 32 bits each.
package struct PeerCredentials: Equatable, Sendable {
    package var pid: Int32
    package var uid: UInt32
    package var gid: UInt32

    package init(pid: Int32, uid: UInt32, gid: UInt32) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
    }

    /// The credentials of a channel's peer; nil when the channel is not a unix socket.
    package init?(of channel: any Channel) async {
        guard case .unixDomainSocket? = channel.localAddress,
            let socket = channel as? any SocketOptionProvider
        else { return nil }
        let asked: EventLoopFuture<PeerCredentials> = socket.unsafeGetSocketOption(
            level: .socket, name: .init(rawValue: SO_PEERCRED))
        guard let found = try? await asked.get() else { return nil }
        self = found
    }

    /// The login name of the uid, if this machine knows one. Reads the user database: not for hot paths.
    package var userName: String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        // getpwuid_r says ERANGE when this is too small; directories with long entries exist, 16 KB holds
        // them.
        var buffer = [CChar](repeating: 0, count: 16384)
        guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, let found else { return nil }
        return String(cString: found.pointee.pw_name)
    }
}

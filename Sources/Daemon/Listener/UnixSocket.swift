import Foundation
import Glibc

/// Where a unix socket goes, and who may use it.
package struct UnixSocketPlace: Equatable, Sendable {
    package var path: String
    /// Permission bits, for example `0o660`.
    package var mode: UInt32
    /// The group by name; nil leaves the process's own.
    package var group: String?

    package init(path: String, mode: UInt32 = 0o660, group: String? = nil) {
        self.path = path
        self.mode = mode
        self.group = group
    }
}

/// A unix socket made by hand, so that nobody can connect before its mode is right.
///
/// The order matters: `bind` makes the file with the process's umask, but a connection needs `listen`; the
/// mode and group are set between the two.
struct UnixSocket {
    let descriptor: CInt
    /// What could not be done and does not prevent the start: a sentence for the journal.
    let warning: String?
    private let path: String
    private let file: FileIdentity

    init(at place: UnixSocketPlace) throws(ListenerError) {
        // sun_path of unix(7): 108 bytes with the terminating NUL.
        guard place.path.utf8.count < 108 else { throw .pathTooLong(place.path) }
        try Self.clear(place.path)
        let (path, made) = (place.path, Self.make())
        guard made >= 0 else { throw .cannotBind(path, errno) }
        do throws(ListenerError) {
            guard Self.withAddress(path, { bind(made, $0, $1) }) == 0 else { throw .cannotBind(path, errno) }
            guard let file = FileIdentity(path) else { throw .cannotBind(path, ENOENT) }
            self.file = file
            guard chmod(path, mode_t(place.mode)) == 0 else { throw .cannotBind(path, errno) }
            warning = Self.give(path, toGroup: place.group)
            // As many may wait as the kernel allows (net.core.somaxconn cuts it).
            guard listen(made, SOMAXCONN) == 0 else { throw .cannotBind(path, errno) }
        } catch {
            close(made)
            throw error
        }
        self.path = path
        descriptor = made
    }

    /// Removes the socket's file, unless another process has put its own there meanwhile.
    func unlinkOwn() {
        if FileIdentity(path) == file { unlink(path) }
    }

    /// Gives a socket that is there already the mode and the group of the settings.
    ///
    /// - Returns: what could not be done: a sentence for the journal.
    static func dress(_ place: UnixSocketPlace) -> String? {
        guard chmod(place.path, mode_t(place.mode)) == 0 else {
            return "\(place.path) could not be given its mode: \(String(cString: strerror(errno)))."
        }
        return give(place.path, toGroup: place.group)
    }

    /// A socket that nobody listens on is left over from a crash and goes; anything else stays and is
    /// reported.
    private static func clear(_ path: String) throws(ListenerError) {
        guard let found = FileIdentity(path) else { return }
        guard found.isSocket else { throw .notASocket(path) }
        let probe = make()
        defer { close(probe) }
        if withAddress(path, { connect(probe, $0, $1) }) == 0 { throw .inUse(path) }
        // Refused: nobody listens. Any other failure, such as a missing permission, proves nothing.
        guard errno == ECONNREFUSED else { throw .cannotBind(path, errno) }
        guard unlink(path) == 0 else { throw .cannotBind(path, errno) }
    }

    private static func make() -> CInt {
        socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    }

    private static func give(_ path: String, toGroup name: String?) -> String? {
        guard let name else { return nil }
        guard let entry = getgrnam(name) else {
            return "There is no group \(name) on this machine: \(path) stays with the group of this process."
        }
        // The service's own group has it already, and its sandbox need not let it give files away for that.
        guard FileIdentity(path)?.group != entry.pointee.gr_gid else { return nil }
        guard chown(path, uid_t.max, entry.pointee.gr_gid) == 0 else {
            let reason = String(cString: strerror(errno))
            return
                "\(path) could not be given to the group \(name) (\(reason)): "
                + "it stays with the group of this process."
        }
        return nil
    }

    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) -> CInt {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            for (index, byte) in path.utf8.enumerated() where index < room.count - 1 { room[index] = byte }
        }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// Which file a path leads to, without following a link at its end.
private struct FileIdentity: Equatable {
    var device: UInt64
    var inode: UInt64
    var group: gid_t?
    var isSocket: Bool

    /// The same file, whoever it was given to meanwhile.
    static func == (left: FileIdentity, right: FileIdentity) -> Bool {
        left.device == right.device && left.inode == right.inode
    }

    /// Nil when there is nothing.
    init?(_ path: String) {
        // Not lstat(2): which module owns `struct stat` depends on what else is compiled in the same batch,
        // NIO's or Glibc.
        guard let found = try? FileManager.default.attributesOfItem(atPath: path),
            let device = found[.systemNumber] as? NSNumber, let inode = found[.systemFileNumber] as? NSNumber
        else { return nil }
        group = (found[.groupOwnerAccountID] as? NSNumber)?.uint32Value
        self.device = device.uint64Value
        self.inode = inode.uint64Value
        isSocket = found[.type] as? FileAttributeType == .typeSocket
    }
}

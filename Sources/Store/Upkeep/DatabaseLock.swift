import Glibc

/// Who has a database to himself: the daemon for as long as it runs, or a restore. SQLite lets several
/// processes use a file at once; two daemons, or a daemon and a restore, must not.
///
///     qbsyncd.sqlite.lock        "1234 qbsyncd"
///
/// The lock is the kernel's (flock), so it goes with its process however that ends; the text only tells who
/// it was. The file stays: taking it away would let two processes lock two files of one name.
package final class DatabaseLock: Sendable {
    package enum Purpose: String, Sendable {
        case daemon = "qbsyncd"
        case restore = "a restore"
    }

    /// Who has it.
    package struct Holder: Equatable, Sendable {
        package var process: Int32?
        package var purpose: Purpose?
    }

    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Lets others have it, before the last holder of this value is gone.
    package func release() { flock(descriptor, LOCK_UN) }

    /// - Returns: nil, with who has it, if somebody has.
    package static func take(
        _ database: String, for purpose: Purpose
    ) throws -> (lock: DatabaseLock?, holder: Holder) {
        let descriptor = try file(database)
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
            let lock = DatabaseLock(descriptor)
            lock.sign(purpose)
            return (lock, Holder(process: getpid(), purpose: purpose))
        }
        let trouble = errno
        defer { close(descriptor) }
        guard trouble == EWOULDBLOCK else { throw StoreError.system(path: path(database), errno: trouble) }
        return (nil, read(descriptor))
    }

    /// Waits until whoever has it lets it go.
    package static func wait(_ database: String, for purpose: Purpose) throws -> DatabaseLock {
        let descriptor = try file(database)
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                defer { close(descriptor) }
                throw StoreError.system(path: path(database), errno: errno)
            }
        }
        let lock = DatabaseLock(descriptor)
        lock.sign(purpose)
        return lock
    }

    static func path(_ database: String) -> String { database + ".lock" }

    private static func file(_ database: String) throws -> Int32 {
        let path = path(database)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else {
            // The lock's own name would say nothing to whoever mistyped the folder.
            throw StoreError.system(path: errno == ENOENT ? folder(of: database) : path, errno: errno)
        }
        // Made by root for a restore, it must be the service's own at the next start.
        let owner = FileOwner(of: folder(of: database))
        if let owner, geteuid() == 0 { _ = fchown(descriptor, owner.user, owner.group) }
        return descriptor
    }

    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A failure leaves the text of somebody earlier; the lock itself holds all the same.
    private func sign(_ purpose: Purpose) {
        let text = Array("\(getpid()) \(purpose.rawValue)\n".utf8)
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
    }

    private static func read(_ descriptor: Int32) -> Holder {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        let parts = text.split(separator: "\n").first?.split(separator: " ", maxSplits: 1) ?? []
        return Holder(
            process: parts.first.flatMap { Int32($0) },
            purpose: parts.count > 1 ? Purpose(rawValue: String(parts[1])) : nil)
    }
}

/// Whom a file belongs to, and who may do what with it.
struct FileOwner: Equatable {
    var user: uid_t
    var group: gid_t
    var mode: mode_t

    /// Whether two names are of one file. Opening the database as a stranger and closing it again would let
    /// go of the locks that this process has on it.
    static func isSame(_ one: String, path other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_ino == second.st_ino
            && first.st_dev == second.st_dev
    }

    /// Nil where there is none.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        user = status.st_uid
        group = status.st_gid
        mode = status.st_mode & 0o7777
    }
}

import FoundationEssentials
import Glibc

/// The first bytes of a database file, looked at before SQLite does: opening a file with a write-ahead log
/// changes it, which must not happen to another program's data.
///
///     0   "SQLite format 3\0"
///     60  user_version, the mark of a copy
///     68  application_id, four bytes, the most significant first
enum FileHeader {
    /// The mark of a copy of ours, read without opening it as a database; nil for every other file.
    static func copyMark(_ path: String) -> Date? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: length)
        guard read(file, &header, length) == length, header.starts(with: magic),
            number(header, at: 68) == Migrations.applicationID
        else { return nil }
        return CopyMark.date(Int32(truncatingIfNeeded: number(header, at: 60)))
    }

    private static func number(_ header: [UInt8], at place: Int) -> Int64 {
        header[place..<place + 4].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }

    private static let length = 72
    private static let magic = Array("SQLite format 3\0".utf8)

    /// - Throws: `StoreError.notOurs` if there is a file and it is not one of ours. A new or empty file is.
    static func check(_ path: String) throws {
        // With a log beside it the header may be older than the log, and the file has changed already:
        // SQLite's own reading of it decides then, after opening.
        guard access(path + "-wal", F_OK) != 0 else { return }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: length)
        let count = read(file, &header, length)
        guard count > 0 else { return }
        guard count == length, header.starts(with: magic), number(header, at: 68) == Migrations.applicationID
        else {
            throw StoreError.notOurs(path: path)
        }
    }
}

extension StoreError {
    /// A copy that somebody names: there, a file, readable, and of ours as far as its first bytes tell.
    static func refuseUnreadable(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw system(path: path, errno: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw system(path: path, errno: EISDIR) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw notOurs(path: path) }
        guard access(path, R_OK) == 0 else { throw system(path: path, errno: errno) }
        try FileHeader.check(path)
    }
}

import Glibc

/// The first bytes of a database file, looked at before SQLite does: opening a file with a write-ahead log
/// changes it, which must not happen to another program's data.
///
///     0   "SQLite format 3\0"
///     68  application_id, four bytes, the most significant first
enum FileHeader {
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
        let id = header[68..<72].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard count == length, header.starts(with: magic), id == Migrations.applicationID else {
            throw StoreError.notOurs(path: path)
        }
    }
}

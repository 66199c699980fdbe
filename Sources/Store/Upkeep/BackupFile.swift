import Glibc

/// What the operating system has to do with a backup that appears whole or not at all.
enum BackupFile {
    /// Makes an empty file that only its owner reads, whatever the process's umask says: books and password
    /// hashes are nobody else's business. What an earlier attempt left there goes.
    static func create(_ path: String) throws {
        remove(path)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StoreError.system(path: path, errno: errno) }
        close(file)
    }

    static func remove(_ path: String) {
        unlink(path)
    }

    /// Flushes the file, names it, and flushes the name.
    static func publish(_ partial: String, as path: String) throws {
        try flush(partial)
        guard rename(partial, path) == 0 else { throw StoreError.system(path: path, errno: errno) }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try flush(folder.isEmpty ? "/" : folder)
    }

    private static func flush(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw StoreError.system(path: path, errno: errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw StoreError.system(path: path, errno: errno) }
    }
}

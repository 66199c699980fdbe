import Glibc

/// The folder beside the database in which big answers lie while they are taken in.
///
///     /var/lib/qbsyncd/qbsyncd.sqlite
///     /var/lib/qbsyncd/spool/            0700
///         answer-x7Gq2b                  0600: an answer as it came, until its records are stored
///         records-p03Zaa                 0600: what was read from one; it has no name once it is open
///
/// A big answer in a row of the table `response` would be written three times (log, database, and again when
/// its pages are used anew), and SQLite hands a blob out in one piece only. So its row names a file.
package struct SpoolFolder: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    init(besideDatabase database: String) {
        let folder = database.lastIndex(of: "/").map { String(database[...$0]) } ?? "./"
        self.init(path: folder + "spool")
    }

    /// Makes the folder if it is missing, readable for nobody else: it holds a company's books.
    func prepare() throws {
        if mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw StoreError.system(path: path, errno: errno) }
        guard chmod(path, 0o700) == 0 else { throw StoreError.system(path: path, errno: errno) }
    }

    /// A new file for an answer; it goes when nobody holds it any more, unless it is kept.
    func answer() throws -> SpoolFile { try make("answer-") }

    /// A new file that has lost its name already: it goes with the last who holds it, or with the process.
    func scratch() throws -> SpoolFile {
        let file = try make("records-")
        unlink("\(path)/\(file.name)")
        return file
    }

    /// A file that an earlier call kept.
    func kept(_ name: String) throws -> SpoolFile {
        let place = "\(path)/\(name)"
        let descriptor = open(place, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw StoreError.system(path: place, errno: errno) }
        return SpoolFile(descriptor: descriptor, folder: path, name: name, isKept: true)
    }

    /// Takes a kept file away. One that is gone already is as good.
    func remove(_ name: String) {
        unlink("\(path)/\(name)")
    }

    /// Takes away what a killed process left behind.
    ///
    /// - Returns: how many files went.
    func sweep(keeping kept: Set<String>) throws -> Int {
        guard let listing = opendir(path) else {
            if errno == ENOENT { return 0 }
            throw StoreError.system(path: path, errno: errno)
        }
        defer { closedir(listing) }
        var count = 0
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let isOurs = name.hasPrefix("answer-") || name.hasPrefix("records-")
            if isOurs, !kept.contains(name), unlink("\(path)/\(name)") == 0 { count += 1 }
        }
        return count
    }

    private func make(_ prefix: String) throws -> SpoolFile {
        try prepare()
        let name = prefix + String(UInt64.random(in: .min ... .max), radix: 36)
        let descriptor = open("\(path)/\(name)", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.system(path: "\(path)/\(name)", errno: errno) }
        return SpoolFile(descriptor: descriptor, folder: path, name: name, isKept: false)
    }
}

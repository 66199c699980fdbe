package import FoundationEssentials
import Glibc

/// A folder of copies that are made again and again, of which only the newest are kept.
///
///     qbsyncd-20261130T023000Z.sqlite        its name is the moment that its mark says
///
/// Only a file is ever taken away that was made here: one of that name, with our header, and with the mark of
/// exactly that moment. Whatever else lies in the folder is left alone, also a copy under another name.
package struct BackupFolder: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static let prefix = "qbsyncd-"
    private static let suffix = ".sqlite"
    private static let partial = ".partial"

    /// Makes the folder if it is missing, though not those above it: books are nobody else's business.
    package func prepare() throws {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw StoreError.system(path: path, errno: errno)
        }
    }

    /// Where a copy of this moment goes.
    package func file(at now: Date) -> String {
        "\(path)/\(Self.prefix)\(FileTime.text(now))\(Self.suffix)"
    }

    /// Takes a copy away that is not sound.
    package func discard(_ made: Backup) throws {
        guard unlink(made.path) == 0 else { throw StoreError.system(path: made.path, errno: errno) }
    }

    /// Takes the oldest copies away. To be called when a new one is there and sound: it is among those that
    /// are kept.
    ///
    /// - Parameters:
    ///   - made: the new one. A clock that was ahead may have left names that sort behind it; it stays all
    ///     the same.
    ///   - count: how many are kept, at least one.
    /// - Returns: the files that went.
    package func prune(after made: String, keeping count: Int, now: Date) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        // Names sort as their times do.
        let older = names.filter { isOurs($0) && "\(path)/\($0)" != made }.sorted(by: >)
        var gone: [String] = []
        for name in older.dropFirst(max(1, count) - 1) {
            guard unlink("\(path)/\(name)") == 0 else {
                throw StoreError.system(path: "\(path)/\(name)", errno: errno)
            }
            gone.append("\(path)/\(name)")
        }
        for name in names where isLeftBehind(name, now: now) { unlink("\(path)/\(name)") }
        return gone
    }

    /// The newest copy that lies in the folder; nil without any, or without a folder that we may look into.
    package func newest() -> (path: String, at: Date)? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return nil }
        for name in names.sorted(by: >) where isOurs(name) {
            let file = "\(path)/\(name)"
            if let mark = FileHeader.copyMark(file) { return (file, mark) }
        }
        return nil
    }

    /// The moment in the name of a copy; nil for other names.
    private static func moment(_ name: String) -> String? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
        let moment = name.dropFirst(prefix.count).dropLast(suffix.count)
        let form = moment.utf8.map { (48...57).contains($0) ? UInt8(ascii: "0") : $0 }
        return form.elementsEqual("00000000T000000Z".utf8) ? String(moment) : nil
    }

    private func isOurs(_ name: String) -> Bool {
        guard let moment = Self.moment(name), let mark = FileHeader.copyMark("\(path)/\(name)") else {
            return false
        }
        return FileTime.text(mark) == moment
    }

    /// What a process that was killed in the midst of a copy left, a day ago or more.
    private func isLeftBehind(_ name: String, now: Date) -> Bool {
        guard name.hasSuffix(Self.partial),
            let moment = Self.moment(String(name.dropLast(Self.partial.count)))
        else { return false }
        return moment < FileTime.text(now.addingTimeInterval(-86_400))
    }
}

import Foundation
import Sync
import Testing

@testable import Store

/// A folder of copies, of which the newest stay.
@Suite struct BackupFolderTests {
    private let folder: Folder
    private let backups: BackupFolder
    private let database: SyncDatabase

    init() throws {
        folder = try Folder()
        backups = BackupFolder(path: folder.path("backups"))
        try backups.prepare()
        database = try SyncDatabase.inMemory()
    }

    @discardableResult
    private func copy(_ minutes: Double) async throws -> String {
        let now = Scene.minutes(minutes)
        return try await database.backup(to: backups.file(at: now), at: now).path
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: backups.path).sorted() }
    }

    @Test("the newest copies are kept, and the older ones go")
    func newest() async throws {
        defer { folder.remove() }
        var paths: [String] = []
        for minute in 0..<5 { paths.append(try await copy(Double(minute))) }
        let gone = try backups.prune(after: paths[4], keeping: 3, now: Scene.minutes(9))
        #expect(gone == [paths[1], paths[0]])
        #expect(try names == paths.suffix(3).map { URL(fileURLWithPath: $0).lastPathComponent })
        #expect(
            try backups.prune(after: paths[4], keeping: 0, now: Scene.minutes(9)).count == 2,
            "one always stays")
    }

    @Test("nothing goes that was not made here: another name, another moment, another program's file")
    func foreign() async throws {
        defer { folder.remove() }
        let old = try await copy(0)
        try FileManager.default.moveItem(atPath: old, toPath: backups.path + "/before-the-move.sqlite")
        let renamed = try await copy(1)
        try FileManager.default.moveItem(
            atPath: renamed, toPath: backups.file(at: Scene.minutes(-999)))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: backups.file(at: Scene.minutes(-5))))
        let link = backups.file(at: Scene.minutes(-6))
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: backups.path + "/before-the-move.sqlite")
        let made = try await copy(2)
        #expect(try backups.prune(after: made, keeping: 1, now: Scene.minutes(9)) == [])
        #expect(try names.count == 5)
    }

    @Test("what a killed process left of a copy goes after a day")
    func partial() async throws {
        defer { folder.remove() }
        let left = backups.file(at: Scene.noon) + ".partial"
        try Data("half".utf8).write(to: URL(fileURLWithPath: left))
        _ = try backups.prune(after: "", keeping: 1, now: Scene.minutes(60))
        #expect(FileManager.default.fileExists(atPath: left))
        _ = try backups.prune(after: "", keeping: 1, now: Scene.minutes(60 * 25))
        #expect(!FileManager.default.fileExists(atPath: left))
    }

    @Test("the copy that was just made stays, also behind one from a time when the clock was ahead")
    func clockAhead() async throws {
        defer { folder.remove() }
        let ahead = try await copy(999)
        let made = try await copy(1)
        #expect(try backups.prune(after: made, keeping: 1, now: Scene.minutes(9)) == [ahead])
    }
}

import API
import Foundation
import Sync
import Testing

@testable import Daemon
@testable import Store

/// Copies and checks of the database over the API.
@Suite("Copies over the API")
struct CopyRouteTests {
    @Test("an order for a backup that says too little or too much is refused with all that is wrong")
    func refused() async throws {
        try await ServedAPI().run { api in
            let neither = try await api.post("/v1/backup", "{}")
            #expect(neither.status == 422)
            #expect(neither.body.contains("Give either path or directory."))
            let wrong = try await api.post("/v1/backup", #"{"path":"copy.sqlite","keep":0}"#)
            #expect(wrong.status == 422)
            for text in ["It must be absolute", "It goes with directory.", "One copy at least is kept."] {
                #expect(wrong.body.contains(text), "\(wrong.body)")
            }
        }
    }

    @Test("the database is checked, and a file that is none is refused")
    func checked() async throws {
        try await ServedAPI().run { api in
            let own = try await api.get("/v1/check-store")
            #expect(own.status == 200)
            #expect(try own.json["is_sound"] as? Bool == true)
            #expect(try own.json["fix"] == nil)
            #expect(try await api.get("/v1/check-store?file=copy").status == 422)
            let foreign = try await api.get("/v1/check-store?file=/etc/passwd")
            #expect(foreign.status == 409 && foreign.body.contains("another program"), "\(foreign.body)")
            #expect(try await api.get("/v1/check-store?file=/nonexistent").status == 409)
        }
    }

    @Test("what is found is told with what to do about it")
    func found() async throws {
        let database = try SyncDatabase.inMemory()
        let check = StoreCheck(
            path: "/q", bytes: 1, schema: 8, copiedAt: nil,
            findings: [StoreFinding(check: .references, sentence: "2 rows in a refer to nothing.")])
        let own = StoreCheckReport(check, isCopy: false)
        #expect(!own.isSound && own.fix?.contains("qbsyncctl restore COPY") == true)
        #expect(StoreCheckReport(check, isCopy: true).fix == "Do not restore it: take another copy.")
        #expect(StoreCheckReport(try await database.check(), isCopy: false).isSound)
    }

    @Test("whoever asks after a request of a lost time is told that it may be in QuickBooks")
    func lostRequest() async throws {
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        let copy = try SyncDatabase.inMemory().copyInMemory(at: now)
        _ = try copy.settleRestoration(at: now.addingTimeInterval(900))
        try await ServedAPI().run(over: copy) { api in
            let gone = try await api.get("/v1/requests/req_none")
            #expect(gone.status == 404)
            #expect(gone.body.contains("Look there before you queue it again."), "\(gone.body)")
        }
    }

    @Test("the doctor warns of a timer that makes no backup, and of nothing else")
    func doctor() {
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        var installation = Installation()
        func check(_ copies: [Doctor.CopyOnDisk] = [], scheduled: Bool = true) -> DoctorCheck {
            Doctor.backup(installation, copies: copies, isScheduled: scheduled, now: now)
        }
        func copy(hours: Double) -> Doctor.CopyOnDisk {
            .init(path: "/b/\(hours).sqlite", at: now.addingTimeInterval(-hours * 3600))
        }
        #expect(check(scheduled: false).state == "ok")
        #expect(check().state == "warning")
        #expect(check([copy(hours: 50), copy(hours: 20)]).state == "ok")
        #expect(check([copy(hours: 50), copy(hours: 20)]).sentence.contains("20 hours old"))
        #expect(check([copy(hours: 50)]).state == "warning")
        #expect(check([copy(hours: 50)], scheduled: false).state == "ok")
        #expect(!Doctor.hasTimer(link: "/nonexistent"))
        // What the database remembers was deleted.
        installation.backupPath = "/b/2.0.sqlite"
        installation.backedUpAt = now.addingTimeInterval(-2 * 3600)
        #expect(check().state == "warning")
        #expect(check().sentence.contains("not there any more: /b/2.0.sqlite"))
        let older = check([copy(hours: 26)])
        #expect(older.state == "ok" && older.sentence.contains("26 hours old"))
        #expect(older.sentence.contains("not there any more: /b/2.0.sqlite"))
        #expect(!check([copy(hours: 2)]).sentence.contains("not there any more"))
    }

    @Test("the doctor finds copies that a restored database does not remember, and misses a deleted one")
    func copiesOnDisk() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let nightly = BackupFolder(path: "\(folder.path)/backups")
        try nightly.prepare()
        let database = try SyncDatabase.inMemory()
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        let made = try await database.backup(to: nightly.file(at: now), at: now)
        try Data("foreign".utf8).write(to: URL(filePath: "\(nightly.path)/qbsyncd-20991231T000000Z.sqlite"))
        let found = { Doctor.copies($0, database: "\(folder.path)/qbsyncd.sqlite") }
        #expect(found(Installation()) == [.init(path: made.path, at: now)])
        var installation = Installation()
        installation.backupPath = "\(folder.path)/elsewhere.sqlite"
        installation.backedUpAt = now.addingTimeInterval(60)
        #expect(found(installation) == [.init(path: made.path, at: now)])
        try FileManager.default.removeItem(atPath: made.path)
        #expect(found(installation) == [])
    }
}

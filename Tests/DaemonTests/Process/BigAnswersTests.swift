import Foundation
import Store
import Sync
import Testing

@testable import Daemon

@Suite("Big answers at the same time")
struct BigAnswersTests {
    @Test("are stored while they are read only as far as there are processors; the others wait for their end")
    func limit() {
        let answers = BigAnswers(limit: 2)
        #expect(answers.begin() && answers.begin())
        #expect(!answers.begin())
        #expect(!answers.begin(), "one that has no room takes none")
        answers.end()
        #expect(answers.begin())
        #expect(!answers.begin())
    }

    @Test("are read to their end also for one who is cancelled meanwhile")
    func cancelled() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "big-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try SyncDatabase(path: folder.appending(path: "a.sqlite").path)
        _ = try database.sweepSpool()
        let customer = "<CustomerRet><ListID>80-1</ListID><FullName>Elm</FullName></CustomerRet>"
        let answer =
            #"<?xml version="1.0" ?><QBXML><QBXMLMsgsRs><CustomerQueryRs requestID="1" statusCode="0">"#
            + String(repeating: customer, count: 20_000) + "</CustomerQueryRs></QBXMLMsgsRs></QBXML>"
        let spool = database.answerSpool()
        Array(answer.utf8).withUnsafeBufferPointer { spool.take($0) }
        let text = try spool.finish()
        #expect(text.isOnDisk)
        let reading = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            let reading = OngoingReading(of: text, database)
            return (await reading.beginning() != nil, try await reading.end())
        }
        let (hasBegun, read) = try await reading.value
        #expect(hasBegun)
        guard case .decoded(let whole) = read.outcome else {
            Issue.record("\(read.outcome)")
            return
        }
        #expect(whole.answers.first?.recordCount == 20_000)
    }
}

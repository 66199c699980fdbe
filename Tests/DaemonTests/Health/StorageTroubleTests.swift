import API
import Foundation
import Sync
import Synchronization
import Testing
import WebConnector

@testable import Daemon
@testable import Store

@Suite("Trouble with the disk", .timeLimit(.minutes(10)))
struct StorageTroubleTests {
    /// An answer that says nothing new, so that only its keeping matters.
    private static func answer(bytes: Int) -> String {
        let filling = String(repeating: "x", count: bytes)
        return """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><CustomerQueryRs requestID="1" statusCode="0" \
            statusSeverity="Info" statusMessage="Status OK"><CustomerRet><ListID>80-1</ListID>\
            <EditSequence>1</EditSequence><FullName>Elm</FullName><Notes>\(filling)</Notes></CustomerRet>\
            </CustomerQueryRs></QBXMLMsgsRs></QBXML>
            """
    }

    /// The protocol's own words for it, to the end of the update and at the next one.
    private func endsInOrder(
        _ client: inout TroubledServer.Client, ticket: String, answer: String
    ) async throws {
        #expect(try await client.respond(ticket, answer) < 0)
        let last = try await client.ask(.getLastError(ticket: ticket))
        guard case .getLastError(let text) = last else { throw TroubledServer.Surprise() }
        #expect(text.contains("Nothing is lost; the next one goes on."))
        guard case .closeConnection(let closing) = try await client.ask(.closeConnection(ticket: ticket))
        else {
            throw TroubledServer.Surprise()
        }
        #expect(closing.contains("Reference "))
        #expect(try await client.login().directive == .busy)
        #expect(try await client.request(ticket).isEmpty)
        guard
            case .connectionError(let done) = try await client.ask(
                .connectionError(ticket: ticket, hresult: "0x80040408", message: ""))
        else { throw TroubledServer.Surprise() }
        #expect(done == "done")
    }

    @Test("a read-only disk ends the update in order, and afterwards the same is asked again")
    func readOnly() async throws {
        let server = try TroubledServer()
        try await server.run { client in
            let first = try await client.login()
            let asked = try await client.request(first.ticket)
            #expect(asked.contains("HostQueryRq") || asked.contains("QueryRq"))
            try server.run(pragma: "query_only = ON")
            try await endsInOrder(&client, ticket: first.ticket, answer: Self.answer(bytes: 10))
            #expect(server.watch.facts.databaseFault?.sentence.contains("readonly") == true)
            let findings = Examination([], server.watch.facts, now: TroubledServer.now).findings
            #expect(findings.map(\.condition) == [.databaseTrouble])
            try server.run(pragma: "query_only = OFF")
            let second = try await client.login()
            #expect(second.directive == .work(companyFile: #"C:\Acme.QBW"#))
            let again = try await client.request(second.ticket)
            #expect(Self.questions(in: again) == Self.questions(in: asked))
        }
    }

    /// The names of the requests in a document.
    private static func questions(in document: String) -> [String] {
        document.split(separator: "<").compactMap { piece in
            let name = piece.prefix { $0.isLetter }
            return name.hasSuffix("Rq") && !piece.hasPrefix("/") && name != "QBXMLMsgsRq" ? String(name) : nil
        }
    }

    @Test("a full disk keeps nothing of an answer and says so, and with room the answer is taken")
    func full() async throws {
        let server = try TroubledServer()
        try await server.run { client in
            let first = try await client.login()
            _ = try await client.request(first.ticket)
            let pages = try server.number("PRAGMA page_count")
            try server.run(pragma: "max_page_count = \(pages)")
            #expect(try await client.respond(first.ticket, Self.answer(bytes: 300_000)) < 0)
            #expect(server.watch.facts.databaseFault?.sentence.contains("full") == true)
            #expect(try server.database.readNow { try $0.keptResponses() }.isEmpty)
            try server.run(pragma: "max_page_count = \(pages + 10_000)")
            let second = try await client.login()
            _ = try await client.request(second.ticket)
            #expect(try await client.respond(second.ticket, Self.answer(bytes: 300_000)) >= 0)
        }
    }

    @Test("a big answer for which no file can be made is read to its end and refused, not lost in silence")
    func noSpool() async throws {
        let server = try TroubledServer()
        try await server.run { client in
            let first = try await client.login()
            _ = try await client.request(first.ticket)
            let spool = server.folder.appending(path: "spool")
            try? FileManager.default.removeItem(at: spool)
            try Data().write(to: spool)
            #expect(try await client.respond(first.ticket, Self.answer(bytes: 3_000_000)) < 0)
            #expect(server.watch.facts.databaseFault != nil)
            try FileManager.default.removeItem(at: spool)
            // The conversation still waits for exactly this answer.
            let open = try server.database.readNow { try $0.runningSyncs() }
            #expect(open.count == 1)
        }
    }

    @Test("with less than 64 MB left a check-in is told that we are busy, and why is seen")
    func spent() async throws {
        let server = try TroubledServer(room: 10 << 20)
        try await server.run { client in
            #expect(try await client.login().directive == .busy)
            let wrong = try await client.ask(.authenticate(user: "acme", password: "wrong"))
            guard case .authenticate(let refused) = wrong else { throw TroubledServer.Surprise() }
            #expect(refused.directive == .notValidUser, "a wrong password is told first")
        }
        let facts = try server.database.readNow { try $0.connectorFacts() }
        #expect(facts.first?.lastContact?.told == "Refused: disk-nearly-full.")
        #expect(facts.first?.open == nil)
        let findings = Examination([], server.watch.facts, now: TroubledServer.now).findings
        #expect(findings.first?.sentence.contains("Check-ins are told that qbsyncd is busy") == true)
    }

    @Test("on a full disk too, a locked user hears the same of the right password as of a wrong one")
    func lockedUser() async throws {
        let server = try TroubledServer(room: 10 << 20)
        try await server.run { client in
            for _ in 1...5 { _ = try await client.ask(.authenticate(user: "acme", password: "wrong")) }
            let wrong = try await client.ask(.authenticate(user: "acme", password: "wrong"))
            let right = try await client.ask(.authenticate(user: "acme", password: TroubledServer.password))
            #expect(right == wrong)
            guard case .authenticate(let refused) = right else { throw TroubledServer.Surprise() }
            #expect(refused.directive == .notValidUser)
        }
    }

    @Test("a corrupt page is told as that: busy to the Web Connector, damaged to the doctor")
    func corrupt() async throws {
        let server = try TroubledServer()
        try server.run(pragma: "wal_checkpoint(TRUNCATE)")
        let root = try server.number("SELECT rootpage FROM sqlite_schema WHERE name = 'login'")
        let size = try server.number("PRAGMA page_size")
        let before = try await server.database.quickCheck()
        #expect(before.isEmpty)
        let file = try FileHandle(forUpdating: URL(filePath: server.path))
        try file.seek(toOffset: UInt64((root - 1) * size))
        try file.write(contentsOf: Data(repeating: 0xA5, count: size))
        try file.close()
        // What it has read already is not read again otherwise.
        try server.run(pragma: "shrink_memory")
        let damage: [String]
        do { damage = try await server.database.quickCheck() } catch let error as StoreError {
            damage = [error.sentence]
        }
        #expect(!damage.isEmpty)
        #expect(Doctor.database(damage).state == "error")
        try await server.run { client in
            let login = try await client.login()
            #expect(login.directive == .busy)
        }
        #expect(server.watch.facts.databaseFault?.sentence.contains("malformed") == true)
    }

    @Test("a clock that jumps within a conversation, forwards or backwards, ends nothing and loses nothing")
    func clock() async throws {
        let server = try TroubledServer()
        try await server.run { client in
            let first = try await client.login()
            _ = try await client.request(first.ticket)
            server.ahead.withLock { $0 = 3 * 86_400 }
            #expect(try await client.respond(first.ticket, Self.answer(bytes: 10)) >= 0)
            server.ahead.withLock { $0 = -86_400 }
            let next = try await client.request(first.ticket)
            #expect(!next.isEmpty)
            guard case .closeConnection = try await client.ask(.closeConnection(ticket: first.ticket)) else {
                throw TroubledServer.Surprise()
            }
            // The last check-in lies in the future now: the next one is served all the same.
            #expect(try await client.login().directive == .work(companyFile: #"C:\Acme.QBW"#))
        }
        let facts = try server.database.readNow { try $0.connectorFacts() }
        #expect(facts.first?.rhythm.gaps == [], "a negative gap teaches nothing")
        #expect(facts.first.map { Diagnosis($0, now: TroubledServer.now).state } == .online)
    }
}

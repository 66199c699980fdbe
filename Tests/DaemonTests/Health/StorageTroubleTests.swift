import Foundation
import GRDB
import Sync
import Testing
import WebConnector

@testable import Daemon
@testable import Store

@Suite("Trouble with the disk", .timeLimit(.minutes(2)))
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
            try server.execute("PRAGMA query_only = ON")
            try await endsInOrder(&client, ticket: first.ticket, answer: Self.answer(bytes: 10))
            #expect(server.watch.facts.databaseFault?.sentence.contains("readonly") == true)
            let findings = Examination([], server.watch.facts, now: TroubledServer.now).findings
            #expect(findings.map(\.condition) == [.databaseTrouble])
            try server.database.writer.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA query_only = OFF")
            }
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
            let pages = try server.database.writer.writeWithoutTransaction { database in
                let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                try database.execute(sql: "PRAGMA max_page_count = \(pages)")
                return pages
            }
            #expect(try await client.respond(first.ticket, Self.answer(bytes: 300_000)) < 0)
            #expect(server.watch.facts.databaseFault?.sentence.contains("full") == true)
            #expect(try server.database.readNow { try $0.keptResponses() }.isEmpty)
            try server.database.writer.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA max_page_count = \(pages + 10_000)")
            }
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

    @Test("a corrupt page is told as that: busy to the Web Connector, damaged to the doctor")
    func corrupt() async throws {
        let server = try TroubledServer()
        let (root, size) = try server.database.writer.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return (
                try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'login'")
                    ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
            )
        }
        #expect(try await server.database.quickCheck().isEmpty)
        let file = try FileHandle(forUpdating: URL(filePath: server.path))
        try file.seek(toOffset: UInt64((root - 1) * size))
        try file.write(contentsOf: Data(repeating: 0xA5, count: size))
        try file.close()
        try server.database.writer.writeWithoutTransaction { database in
            // What it has read already is not read again otherwise.
            try database.execute(sql: "PRAGMA shrink_memory")
        }
        let damage: [String]
        do { damage = try await server.database.quickCheck() } catch let error as StoreError {
            damage = [error.sentence]
        }
        #expect(!damage.isEmpty)
        #expect(Doctor.database(damage).state == "error")
        try await server.run { client in
            #expect(try await client.login().directive == .busy)
        }
        #expect(server.watch.facts.databaseFault?.sentence.contains("malformed") == true)
    }
}

import API
import Foundation
import Sync
import Testing
import WebConnector

@testable import Daemon
@testable import Store

@Suite("What is kept of a conversation", .timeLimit(.minutes(10)))
struct KeptExchangeTests {
    private static let opening = """
        <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><HostQueryRs requestID="0" statusCode="0" \
        statusSeverity="Info" statusMessage="Status OK"><HostRet><ProductName>QuickBooks Pro 2024\
        </ProductName></HostRet></HostQueryRs><CompanyQueryRs requestID="1" statusCode="0"><CompanyRet>\
        <CompanyName>Elm Street Bakery</CompanyName><EIN>12-3456789</EIN></CompanyRet></CompanyQueryRs>\
        </QBXMLMsgsRs></QBXML>
        """

    private static func answer(_ notes: String) -> String {
        """
        <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><CustomerQueryRs requestID="1" statusCode="0" \
        statusSeverity="Info" statusMessage="Status OK"><CustomerRet><ListID>80-1</ListID>\
        <EditSequence>1</EditSequence><FullName>Elm</FullName><Notes>\(notes)</Notes></CustomerRet>\
        </CustomerQueryRs></QBXMLMsgsRs></QBXML>
        """
    }

    /// One update to its end.
    ///
    /// - Parameter opening: what QuickBooks says of itself and the company; it ends the work, because it is
    ///   another company.
    private func converse(
        _ server: TroubledServer, notes: String = "late", opening: String = ""
    ) async throws {
        try await server.run { client in
            let ticket = try await client.login().ticket
            let request = SendRequest(
                ticket: ticket, hcpResponse: Array(opening.utf8), companyFileName: #"C:\Acme.QBW"#,
                country: "US", majorVersion: 13)
            _ = try await client.ask(.sendRequestXML(request))
            _ = try await client.respond(ticket, Self.answer(notes))
            _ = try await client.ask(
                .connectionError(ticket: ticket, hresult: "0x80040408", message: "Elm is away"))
            _ = try await client.ask(.getLastError(ticket: ticket))
            _ = try await client.ask(.closeConnection(ticket: ticket))
        }
    }

    private func page(_ server: TroubledServer, _ rest: String = "last/exchanges") async throws -> WireAnswer
    {
        try await ServedAPI().run(over: server.database) {
            try await $0.get("/v1/connectors/acme/conversations/\(rest)")
        }
    }

    @Test("is every call with what came and what was answered, in order")
    func order() async throws {
        let server = try TroubledServer(keepsExchanges: true)
        try await converse(server)
        let page = try await page(server).word(ExchangePage.self)
        #expect(page.conversation == 1 && page.isRedacted && page.next == nil)
        #expect(
            page.exchanges.map { "\($0.direction) \($0.operation)" }
                == [
                    "authenticate", "sendRequestXML", "receiveResponseXML", "connectionError", "getLastError",
                    "closeConnection",
                ].flatMap { ["received \($0)", "sent \($0)"] })
        let login = page.exchanges[0]
        #expect(login.details == [ExchangeDetail(name: "user", value: "acme")])
        #expect(page.exchanges[1].details.contains(ExchangeDetail(name: "directive", value: "work")))
        #expect(page.exchanges[3].document?.contains("<?qbxml") == true)
        #expect(page.exchanges[6].details.contains(ExchangeDetail(name: "hresult", value: "0x80040408")))
    }

    @Test("is shown without the company, and in full only with a line in the audit trail")
    func redaction() async throws {
        let server = try TroubledServer(keepsExchanges: true)
        try await converse(server, notes: "owes us", opening: Self.opening)
        let redacted = try await page(server)
        for secret in ["Elm", "12-3456789", "owes", "Acme.QBW", "is away"] {
            #expect(!redacted.body.contains(secret), "\(secret)")
        }
        #expect(redacted.body.contains("QuickBooks Pro 2024") && redacted.body.contains("80-1"))
        func trail() throws -> [AuditEntry] { try server.database.readNow { try $0.audit(limit: 9) } }
        #expect(try trail().allSatisfy { $0.action != .readExchanges })
        let full = try await page(server, "1/exchanges?unredacted=true")
        for secret in ["Elm", "12-3456789", "owes us", "Acme.QBW", "is away"] {
            #expect(full.body.contains(secret), "\(secret)")
        }
        let line = try #require(try trail().first)
        #expect(line.action == .readExchanges && line.subject == "conversation 1")
        #expect(line.connector == "acme" && line.detail == "unredacted" && line.author.uid != nil)
    }

    @Test("leaves one line for all pages of a reading, and one for pages that begin in the middle")
    func oneLine() async throws {
        let server = try TroubledServer(keepsExchanges: true)
        try await converse(server)
        func lines() throws -> [AuditEntry] {
            try server.database.readNow { try $0.audit(limit: 9) }.filter { $0.action == .readExchanges }
        }
        _ = try await page(server, "1/exchanges?unredacted=true&limit=5&after=1")
        #expect(try lines().map(\.detail) == ["unredacted, from behind exchange 1"], "none is read unseen")
        for after in [5, 7] {
            _ = try await page(server, "1/exchanges?unredacted=true&limit=2&after=\(after)")
        }
        #expect(try lines().count == 1)
        for _ in 1...2 { _ = try await page(server, "1/exchanges?unredacted=true&limit=5") }
        #expect(
            try lines().map(\.detail).prefix(2) == ["unredacted", "unredacted"], "each reading has its own")
    }

    @Test("never holds a password or a ticket")
    func secrets() async throws {
        let server = try TroubledServer(keepsExchanges: true)
        try await converse(server)
        let rows = try server.database.readNow { try $0.exchanges(conversation: 1, limit: 99) }
        let ticket = try server.database.readNow { try $0.history(connector: 1, limit: 1) }[0].ticket
        for row in rows {
            let document = try #require(row.side.document.unpacked())
            let text =
                "\(row.side.details)" + String(decoding: document.beginning + document.ending, as: UTF8.self)
            #expect(!text.contains(TroubledServer.password) && !text.contains(ticket), "\(row.operation)")
        }
    }

    @Test("costs no commit more, and nothing at all while nothing is kept")
    func cost() async throws {
        let (without, with) = (try TroubledServer(), try TroubledServer(keepsExchanges: true))
        for server in [without, with] { try await converse(server) }
        #expect(with.database.counters.commits == without.database.counters.commits)
        #expect(try without.database.readNow { try $0.exchanges(conversation: 1, limit: 9) }.isEmpty)
        let nothing = try await page(without)
        #expect(nothing.status == 404 && nothing.body.contains("[exchanges]"))
        #expect(try await page(without, "1/exchanges").word(ExchangePage.self).exchanges.isEmpty)
    }

    @Test("of an answer of many megabytes is its beginning and its end")
    func big() async throws {
        let server = try TroubledServer(keepsExchanges: true)
        try await converse(server, notes: String(repeating: "long ", count: 1_000_000))
        let page = try await page(server, "last/exchanges?unredacted=true").word(ExchangePage.self)
        let answer = try #require(page.exchanges.first { $0.leftOut > 0 })
        #expect(answer.bytes > 5_000_000 && answer.document?.utf8.count == KeptDocument.beginning)
        #expect(answer.ending?.hasSuffix("</QBXML>") == true)
    }

    @Test("is paged, and asked for by a number that there is")
    func paging() async throws {
        let server = try TroubledServer(keepsExchanges: true)
        try await converse(server)
        let first = try await page(server, "1/exchanges?limit=5").word(ExchangePage.self)
        #expect(first.exchanges.count == 5 && first.next == first.exchanges.last?.number)
        let rest = try await page(server, "1/exchanges?limit=99&after=\(first.next ?? 0)")
        #expect(try rest.word(ExchangePage.self).exchanges.count == 7)
        #expect(try await page(server, "9/exchanges").status == 404)
        #expect(try await page(server, "x/exchanges").status == 404)
        #expect(try await page(server, "1/exchanges?limit=0").status == 422)
    }

    @Test("is a refusal at the door too, but not each of those that repeat it")
    func refusals() async throws {
        let server = try TroubledServer(keepsExchanges: true)
        try await server.run { client in
            for _ in 1...3 { _ = try await client.ask(.authenticate(user: "acme", password: "wrong")) }
        }
        let page = try await page(server).word(ExchangePage.self)
        #expect(page.exchanges.map(\.direction) == ["received", "sent"])
        #expect(page.exchanges[1].details == [ExchangeDetail(name: "directive", value: "nvu")])
    }
}

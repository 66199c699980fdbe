import Foundation

/// One Web Connector, as far as a benchmark needs it: the calls of a conversation over one kept connection.
struct Visit {
    let connection: Connection
    let user: String
    let password: String

    private static let head =
        #"<?xml version="1.0" encoding="utf-8"?>"#
        + #"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>"#
    private static let tail = "</soap:Body></soap:Envelope>"

    enum Failure: Error { case status(Int, String), missing(String) }

    static func envelope(_ operation: String, _ parameters: [(String, String)]) -> [UInt8] {
        envelope(operation, parameters.map { ($0.0, Array($0.1.utf8)) })
    }

    static func envelope(_ operation: String, _ parameters: [(String, [UInt8])]) -> [UInt8] {
        var bytes = Array("\(head)<\(operation) xmlns=\"http://developer.intuit.com/\">".utf8)
        for (name, value) in parameters {
            bytes += Array("<\(name)>".utf8) + value + Array("</\(name)>".utf8)
        }
        return bytes + Array("</\(operation)>\(tail)".utf8)
    }

    private func call(_ operation: String, _ parameters: [(String, String)]) throws -> String {
        try send(Self.envelope(operation, parameters))
    }

    private func send(_ envelope: [UInt8]) throws -> String {
        let answer = try connection.call("POST", "/qbwc", body: envelope)
        let text = String(decoding: answer.body, as: UTF8.self)
        guard answer.status == 200 else { throw Failure.status(answer.status, text) }
        return text
    }

    /// The ticket, or nil with what the server said instead.
    func authenticate() throws -> (ticket: String, said: String) {
        let text = try call("authenticate", [("strUserName", user), ("strPassword", password)])
        let strings = text.components(separatedBy: "<string").dropFirst().map { part -> String in
            guard let open = part.firstIndex(of: ">") else { return "" }
            return String(part[part.index(after: open)...].prefix { $0 != "<" })
        }
        guard strings.count >= 2 else { throw Failure.missing(text) }
        return (strings[0], strings[1])
    }

    func sendRequest(_ ticket: String, hcp: String = "", path: String) throws -> String {
        try call(
            "sendRequestXML",
            [
                ("ticket", ticket), ("strHCPResponse", hcp), ("strCompanyFileName", path),
                ("qbXMLCountry", "US"), ("qbXMLMajorVers", "13"), ("qbXMLMinorVers", "0"),
            ])
    }

    func receive(_ ticket: String, _ response: [UInt8]) throws -> Int {
        let text = try send(
            Self.envelope(
                "receiveResponseXML",
                [("ticket", Array(ticket.utf8)), ("response", response), ("hresult", []), ("message", [])]))
        guard let open = text.range(of: "receiveResponseXMLResult>") else { throw Failure.missing(text) }
        return Int(text[open.upperBound...].prefix { $0 != "<" }) ?? -1
    }

    func close(_ ticket: String) throws { _ = try call("closeConnection", [("ticket", ticket)]) }

    /// One query of the document that went out.
    struct Query {
        /// `CustomerQuery`
        var name: String
        var requestID: String
        /// How many there are is all that it asks.
        var isCount: Bool
        /// It asks for some elements of each record only: to compare, or for balances.
        var isPartial: Bool
        var isIterated: Bool

        /// Whether it reads records whole.
        var isReading: Bool { !isCount && !isPartial }
    }

    /// The queries of a document, in their order; it is escaped as it came.
    static func queries(in answer: String) -> [Query] {
        let text = unescaped(answer)
        let parts = text.components(separatedBy: "QueryRq ")
        return zip(parts, parts.dropFirst()).map { before, body in
            let tag = body.prefix { $0 != ">" }
            let id = tag.components(separatedBy: "requestID=\"").last?.prefix { $0 != "\"" } ?? ""
            let start = before.lastIndex(of: "<").map { before[before.index(after: $0)...] } ?? ""
            return Query(
                name: start + "Query", requestID: String(id), isCount: tag.contains("metaData"),
                isPartial: body.contains("<IncludeRetElement>"), isIterated: tag.contains("iterator="))
        }
    }

    static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) { text, pair in
            text.replacingOccurrences(of: pair.0, with: pair.1)
        }
    }

    /// Plays one sync to its end; `answer` gives the document that QuickBooks answers with, escaped.
    @discardableResult
    func sync(_ site: Server.Site, answer: ([Query]) throws -> [UInt8]) throws -> (calls: Int, queries: Int) {
        let (ticket, said) = try authenticate()
        guard !ticket.isEmpty else { throw Failure.missing("no ticket: \(said)") }
        var (calls, queries, percent) = (1, 0, 0)
        while percent < 100 {
            let text = try sendRequest(ticket, hcp: calls == 1 ? site.hcp : "", path: site.path)
            let asked = Self.queries(in: text)
            guard !asked.isEmpty else { throw Failure.missing(text) }
            percent = try receive(ticket, answer(asked))
            if percent < 0 { throw Failure.missing("percent \(percent)") }
            calls += 2
            queries += asked.count
        }
        try close(ticket)
        return (calls + 1, queries)
    }
}

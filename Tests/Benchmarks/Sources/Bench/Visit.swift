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
        let inner = parameters.map { "<\($0.0)>\($0.1)</\($0.0)>" }.joined()
        return Array(
            "\(head)<\(operation) xmlns=\"http://developer.intuit.com/\">\(inner)</\(operation)>\(tail)".utf8)
    }

    private func call(_ operation: String, _ parameters: [(String, String)]) throws -> String {
        let answer = try connection.call(
            "POST", "/qbwc", body: Self.envelope(operation, parameters))
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

    func receive(_ ticket: String, _ response: String) throws -> Int {
        let text = try call(
            "receiveResponseXML",
            [("ticket", ticket), ("response", response), ("hresult", ""), ("message", "")])
        guard let open = text.range(of: "receiveResponseXMLResult>") else { throw Failure.missing(text) }
        return Int(text[open.upperBound...].prefix { $0 != "<" }) ?? -1
    }

    func close(_ ticket: String) throws { _ = try call("closeConnection", [("ticket", ticket)]) }

    /// Which query went out: the first element name that ends in `QueryRq`, with its request ID.
    static func query(in answer: String) -> (element: String, requestID: String)? {
        guard let end = answer.range(of: "QueryRq") else { return nil }
        let open = answer[..<end.lowerBound].range(of: "&lt;", options: .backwards)
        let start = open?.upperBound ?? end.lowerBound
        let rest = answer[end.upperBound...]
        let id = rest.range(of: "requestID=").map { found in
            rest[found.upperBound...].drop { $0 == "\"" || $0 == "&" }.replacingPrefix("quot;")
        }
        return (String(answer[start..<end.upperBound]), String((id ?? "").prefix { $0.isNumber }))
    }

    /// An answer of QuickBooks, escaped as the client sends it.
    static func response(
        _ query: (element: String, requestID: String), records: String = "", iterator: String = ""
    ) -> String {
        let element = query.element.replacingOccurrences(of: "Rq", with: "Rs")
        // Nothing found is status 1, as in life.
        let code = records.isEmpty ? 1 : 0
        let attributes =
            #"requestID="\#(query.requestID)" statusCode="\#(code)" statusSeverity="Info""#
        let text =
            #"<?xml version="1.0" ?><QBXML><QBXMLMsgsRs><\#(element) \#(attributes)\#(iterator)>"#
            + "\(records)</\(element)></QBXMLMsgsRs></QBXML>"
        return text.replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
    }
}

extension Substring {
    fileprivate func replacingPrefix(_ prefix: String) -> Substring {
        hasPrefix(prefix) ? dropFirst(prefix.count) : self
    }
}

/// What the simulated QuickBooks of a benchmark answers.
enum Books {
    /// The answer to the three first queries, with the stamp that the Web Connector wrote.
    static func hcp(ownerID: String, fileID: String) -> String {
        let text = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs>
            <HostQueryRs requestID="0" statusCode="0" statusSeverity="Info" statusMessage="Status OK">
            <HostRet>
            <ProductName>Bench</ProductName><MajorVersion>24</MajorVersion><MinorVersion>0</MinorVersion>
            <Country>US</Country><SupportedQBXMLVersion>13.0</SupportedQBXMLVersion>
            <QBFileMode>MultiUser</QBFileMode></HostRet></HostQueryRs>
            <CompanyQueryRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK">
            <CompanyRet><CompanyName>Bench</CompanyName><DataExtRet><OwnerID>\(ownerID)</OwnerID>
            <DataExtName>FileID</DataExtName><DataExtType>STR255TYPE</DataExtType>
            <DataExtValue>\(fileID)</DataExtValue></DataExtRet></CompanyRet></CompanyQueryRs>
            </QBXMLMsgsRs></QBXML>
            """
        return text.replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
    }

    static func customer(_ number: Int, edit: Int = 1) -> String {
        let id = "8000\(String(number + 4096, radix: 16).uppercased())-1422671082"
        return """
            <CustomerRet><ListID>\(id)</ListID><TimeCreated>2024-03-02T09:15:00-05:00</TimeCreated>
            <TimeModified>2024-06-11T14:40:21-05:00</TimeModified>
            <EditSequence>\(1_718_131_221 + edit)</EditSequence><Name>Customer \(number)</Name>
            <FullName>Customer \(number)</FullName><IsActive>true</IsActive><Sublevel>0</Sublevel>
            <CompanyName>Customer \(number) &amp;amp; Sons</CompanyName><FirstName>Kim</FirstName>
            <LastName>Fielding</LastName><BillAddress><Addr1>Customer \(number)</Addr1>
            <Addr2>\(number) Harbour Road, Suite 40</Addr2><City>Bayshore</City><State>CA</State>
            <PostalCode>94326</PostalCode><Country>US</Country></BillAddress><BillAddressBlock>
            <Addr1>Customer</Addr1><Addr2>\(number) Harbour Road, Suite 40</Addr2>
            <Addr3>Bayshore, CA 94326</Addr3></BillAddressBlock><ShipAddress><Addr1>Customer \(number)</Addr1>
            <City>Bayshore</City><State>CA</State><PostalCode>94326</PostalCode></ShipAddress>
            <Phone>415-555-0100</Phone><Email>kim\(number)@example.com</Email><Contact>Kim Fielding</Contact>
            <TermsRef><ListID>80000003-1422671001</ListID><FullName>Net 30</FullName></TermsRef>
            <Balance>\(number).00</Balance><TotalBalance>\(number).00</TotalBalance><SalesTaxCodeRef>
            <ListID>80000001-1422671000</ListID><FullName>Tax</FullName></SalesTaxCodeRef>
            <JobStatus>None</JobStatus><PreferredDeliveryMethod>None</PreferredDeliveryMethod><DataExtRet>
            <OwnerID>0</OwnerID><DataExtName>Region</DataExtName><DataExtType>STR255TYPE</DataExtType>
            <DataExtValue>North</DataExtValue></DataExtRet></CustomerRet>
            """
    }

    /// An escaped customers answer of about `bytes` on the wire.
    static func customers(
        bytes: Int, query: (element: String, requestID: String), edit: Int
    ) -> (text: String, count: Int) {
        var records = ""
        var count = 0
        let one = Visit.response(query, records: customer(1)).utf8.count - Visit.response(query).utf8.count
        while count * one < bytes {
            records += customer(count, edit: edit)
            count += 1
        }
        return (Visit.response(query, records: records, iterator: #" iteratorRemainingCount="0""#), count)
    }
}

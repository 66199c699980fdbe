import Foundation
import Simulator
import Testing
import XML

/// A desk with a customer, a vendor and something to sell, all made by requests.
extension Desk {
    static let morning = Date(timeIntervalSince1970: 1_772_550_000)

    static func opened() throws -> Desk {
        var desk = Desk(.sample)
        try desk.add("Customer", "<Name>Zed Works</Name>")
        try desk.add("Vendor", "<Name>Quarry</Name>")
        try desk.add(
            "ItemService",
            """
            <Name>Polish</Name><SalesTaxCodeRef><FullName>Non</FullName></SalesTaxCodeRef><SalesOrPurchase>\
            <Desc>Polishing</Desc><Price>12.50</Price>\(account("Income"))</SalesOrPurchase>
            """)
        return desk
    }

    static func account(_ type: String, as name: String = "AccountRef") -> String {
        let record = CompanyFile.sample.records("Account").first { $0["AccountType"] == type }
        return "<\(name)><ListID>\(record?.id ?? "")</ListID></\(name)>"
    }

    /// Adds a record at a moment and gives back what was answered.
    @discardableResult
    mutating func add(
        _ kind: String, _ fields: String, at date: Date = Desk.morning,
        _ location: SourceLocation = #_sourceLocation
    ) throws -> Element {
        let answer = try write(
            "<\(kind)AddRq><\(kind)Add>\(fields)</\(kind)Add></\(kind)AddRq>", at: date, location)
        let text = answer.attribute("statusMessage") ?? ""
        #expect(answer.status == "0", "\(text)", sourceLocation: location)
        return try #require(answer.elements.first, sourceLocation: location)
    }

    /// The answer to one write at a moment.
    mutating func write(
        _ request: String, at date: Date = Desk.morning, _ location: SourceLocation = #_sourceLocation
    ) throws -> Element {
        let reply = session.answer(Self.document(request), from: &file, at: date)
        return try #require(try Self.set(reply).elements.first, sourceLocation: location)
    }

    mutating func change(
        _ kind: String, _ record: Element, _ fields: String, at date: Date = Desk.morning + 60,
        sequence: String? = nil
    ) throws -> Element {
        let key = record["ListID"] == nil ? "TxnID" : "ListID"
        return try write(
            """
            <\(kind)ModRq><\(kind)Mod><\(key)>\(record[key]?.text ?? "")</\(key)><EditSequence>\
            \(sequence ?? record["EditSequence"]?.text ?? "")</EditSequence>\(fields)</\(kind)Mod>\
            </\(kind)ModRq>
            """, at: date)
    }

    static func set(_ reply: Reply) throws -> Element {
        guard case .answer(let bytes, _) = reply else {
            Issue.record("\(reply)")
            return try Element(parsing: Array("<?xml version=\"1.0\"?><refused/>".utf8))
        }
        return try #require(try Element(parsing: bytes)["QBXMLMsgsRs"])
    }

    func balance(_ family: String, _ name: String) -> String {
        file.record(family, named: name)?["Balance"] ?? "none"
    }

    var receivable: Int { file.account("Accounts Receivable") }
}

enum Ask {
    static let customer = "<CustomerRef><FullName>Zed Works</FullName></CustomerRef>"

    static func line(_ quantity: String, _ more: String = "") -> String {
        "<InvoiceLineAdd><ItemRef><FullName>Polish</FullName></ItemRef>"
            + "<Quantity>\(quantity)</Quantity>\(more)</InvoiceLineAdd>"
    }

    static func payment(_ id: String, _ amount: String, total: String? = nil) -> String {
        "\(customer)<TotalAmount>\(total ?? amount)</TotalAmount><AppliedToTxnAdd><TxnID>\(id)</TxnID>"
            + "<PaymentAmount>\(amount)</PaymentAmount></AppliedToTxnAdd>"
    }
}

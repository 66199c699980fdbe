import Foundation
import Testing
import XML

@testable import QBXML

@Suite("An answer, decoded and encoded again")
struct ResponseEncodingTests {
    /// A document as what it says: no white space between elements, attributes without an order.
    private struct Meaning: Equatable, CustomStringConvertible {
        var name: String
        var attributes: [String: String]
        var text: String
        var children: [Meaning]

        init(_ document: [UInt8]) throws {
            // What comes in may be indented, and declares its encoding.
            self.init(try Element(parsing: Array(document.drop { $0 <= 0x20 })))
        }

        private init(_ element: Element) {
            name = element.name
            attributes = Dictionary(
                element.attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { one, _ in one })
            children = element.elements.map(Meaning.init)
            text = children.isEmpty ? element.text : ""
            // Outside of texts, white space is layout.
            if name.hasSuffix("Rs") || name == "QBXML" {
                text = text.trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }

        var description: String {
            let attributes = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }
            return "<\(name)\(attributes.joined())>\(text)\(children.map(\.description).joined())</\(name)>"
        }
    }

    private func expectEqual(
        _ document: [UInt8], _ label: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let response = try Response(decoding: document, encoding: .declared)
        let again = try response.document()
        #expect(
            try Meaning(again) == Meaning(document), Comment(rawValue: label), sourceLocation: location)
        // And what was encoded decodes to the same once more.
        #expect(try Response(decoding: again) == response, Comment(rawValue: label), sourceLocation: location)
    }

    @Test(
        "is equal for every captured answer of the samples",
        .enabled(if: Reference.isHere, Reference.absence))
    func samples() throws {
        let files = try Reference.samples("rs-")
        #expect(files.count >= 28)
        for file in files { try expectEqual(Reference.bytes(file), file.lastPathComponent) }
    }

    @Test("is equal for every answer of the catalog, with every element that it may have")
    func wholeCatalog() throws {
        let catalog = Catalog.standard
        #expect(catalog.answers.count == 239)
        for answer in catalog.answers {
            var author = AnswerAuthor(catalog)
            let document = author.document(answer)
            try expectEqual(document, answer.name)
            #expect(try Response(decoding: document).notes.isEmpty, "\(answer.name)")
        }
    }

    @Test("keeps elements in the order in which they came, and what the catalog lacks in its place")
    func orderAndStrangers() throws {
        let invoice = """
            <InvoiceRet><Novelty shade="1">x</Novelty><TxnID>1</TxnID><InvoiceLineRet><Desc>a</Desc>\
            </InvoiceLineRet><InvoiceLineGroupRet><InvoiceLineRet/><DataExtRet><OwnerID>0</OwnerID>\
            </DataExtRet><InvoiceLineRet><Amount>1.00</Amount></InvoiceLineRet></InvoiceLineGroupRet>\
            <InvoiceLineRet/><Novelty/><TxnNumber>7</TxnNumber><IsPaid>true</IsPaid>\
            <Memo>&lt;é&#13;&#10;"€"😀&gt;</Memo></InvoiceRet>
            """
        try expectEqual(
            Fixture.document(
                "InvoiceQueryRs",
                #"statusCode="0" statusSeverity="Info" statusMessage="&quot;OK&quot; &amp; é" retCount="1""#,
                invoice + "<InvoiceRet><RefNumber>no ID</RefNumber></InvoiceRet><InvoiceRet/>" + invoice),
            "invoices")
        try expectEqual(
            Fixture.document(
                "TxnDelRs", #"requestID="a" statusCode="0""#,
                "<TxnDelType>Bill</TxnDelType><TxnID>1</TxnID><Odd/><TxnID>2</TxnID>"), "deletion")
    }

    @Test("keeps many and long names that the catalog lacks")
    func manyStrangers() throws {
        let long = String(repeating: "Long", count: 100)
        let lines = (0..<1_200).map { "<InvoiceLineRet><\(long)\($0)>1</\(long)\($0)></InvoiceLineRet>" }
        let document = Fixture.document(
            "InvoiceQueryRs", #"statusCode="0""#,
            "<InvoiceRet><TxnID>1</TxnID>\(lines.joined())</InvoiceRet>")
        try expectEqual(document, "strangers")
    }

    @Test("loses only what decoding takes away on purpose: the sign of a percentage")
    func percentages() throws {
        let document = Fixture.document(
            "InvoiceQueryRs", #"statusCode="0""#,
            "<InvoiceRet><TxnID>1</TxnID><SalesTaxPercentage>6.0%</SalesTaxPercentage></InvoiceRet>")
        let again = try Response(decoding: document).document()
        let text = String(decoding: again, as: UTF8.self)
        #expect(text.contains("<SalesTaxPercentage>6.0</SalesTaxPercentage>"))
    }

    @Test("looks as QuickBooks writes it")
    func layout() throws {
        var answer = RequestAnswer(
            element: "TxnDelRs", requestID: "1", status: Status(code: 0, message: "Status OK"),
            severityWord: "Info")
        answer.rest = Array(#"{"TxnDelType":"Bill","TxnID":"5-1"}"#.utf8)
        let response = Response(answers: [answer], messageSetStatusCode: 0, newMessageSetID: "N1")
        #expect(
            String(decoding: try response.document(), as: UTF8.self) == """
                <?xml version="1.0"?>
                <QBXML>
                <QBXMLMsgsRs newMessageSetID="N1" messageSetStatusCode="0">
                <TxnDelRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK">
                <TxnDelType>Bill</TxnDelType>
                <TxnID>5-1</TxnID>
                </TxnDelRs>
                </QBXMLMsgsRs>
                </QBXML>

                """)
    }

    @Test("is refused where the JSON of a record is broken")
    func broken() {
        let record = Record(kind: "Customer", id: "1", json: Array("{".utf8))
        let answer = RequestAnswer(
            element: "CustomerQueryRs", requestID: nil, status: Status(code: 0, message: ""),
            records: [record])
        #expect(throws: DraftError.self) { try Response(answers: [answer]).document() }
    }
}

/// Writes an answer with everything that the catalog allows in it: each element once, lists twice, and the
/// branches of a choice that repeats one after the other, twice.
private struct AnswerAuthor {
    private let catalog: Catalog
    private var count = 0
    /// Contents under way: some hold themselves.
    private var open: [Content.ID] = []

    init(_ catalog: Catalog) { self.catalog = catalog }

    mutating func document(_ answer: Message) -> [UInt8] {
        let inside = content(answer.content)
        return Array(
            """
            <?xml version="1.0" ?>
            <QBXML>
            <QBXMLMsgsRs>
            <\(answer.name) statusCode="0" statusSeverity="Info" statusMessage="Status OK">
            \(inside)
            </\(answer.name)>
            </QBXMLMsgsRs>
            </QBXML>
            """.utf8)
    }

    private mutating func content(_ id: Content.ID) -> String {
        open.append(id)
        defer { open.removeLast() }
        let content = catalog[id]
        var text = ""
        var index = 0
        while index < content.places.count {
            let choice = content.choices.first { $0.repeats && $0.places.lowerBound == index }
            let row = choice?.places ?? index..<index + 1
            for _ in 0..<(choice == nil ? 1 : 2) {
                for place in content.places[row] { text += element(place) }
            }
            index = row.upperBound
        }
        return text
    }

    private mutating func element(_ place: Place) -> String {
        if let inner = place.content, open.contains(inner) { return "" }
        var text = ""
        for _ in 0..<(place.isList ? 2 : 1) {
            let name = catalog.name(of: place)
            let attributes = catalog.attributes(of: place).map {
                " \($0.name)=\"\(value(ofAttribute: $0.name))\""
            }
            text += "<\(name)\(attributes.joined())>\(inside(place))</\(name)>\n"
        }
        return text
    }

    private mutating func inside(_ place: Place) -> String {
        if let content = place.content { return "\n" + self.content(content) }
        count += 1
        switch place.type {
        case .flag: return count % 2 == 0 ? "true" : "false"
        case .int: return String(count)
        case .enumeration: return catalog.enumeration(of: place)?.values.last?.name ?? ""
        case .empty: return ""
        case .amount, .price, .quantity, .percent, .float: return "\(count).50"
        default: return "text \(count) &amp; é"
        }
    }

    private mutating func value(ofAttribute name: String) -> String {
        count += 1
        return catalog.enumeration(ofAttribute: name)?.values.first?.name ?? "value \(count)"
    }
}

import Foundation
import QBXML
import Testing
import XML

@Suite("A damaged answer")
struct HostileResponseTests {
    private static let invoice = Fixture.document(
        "InvoiceQueryRs", #"requestID="1" statusCode="0" iteratorRemainingCount="0" iteratorID="{a-b}""#,
        """
        <InvoiceRet><TxnID>4-1232328070</TxnID><TimeModified>2009-01-18T20:21:10-05:00</TimeModified>
        <TxnNumber>2</TxnNumber><CustomerRef><ListID>40000-1</ListID><FullName>A &amp; B:J\u{e9}</FullName>
        </CustomerRef>
        <IsPaid>false</IsPaid><InvoiceLineRet><TxnLineID>6-1</TxnLineID>
        <Desc>"q" \\ &#10;</Desc></InvoiceLineRet>
        <InvoiceLineGroupRet><TxnLineID>7-1</TxnLineID><InvoiceLineRet><Amount>1.00</Amount></InvoiceLineRet>
        </InvoiceLineGroupRet><InvoiceLineRet>
        <Rate unit="h &amp; &quot;q&quot;">5.00</Rate><New a="" b="2"/>
        <SalesTaxPercentage>6.0%</SalesTaxPercentage></InvoiceLineRet></InvoiceRet>
        <InvoiceRet><TxnID>5-1</TxnID></InvoiceRet>
        """)

    @Test("that ends too early throws, at whichever byte it ends")
    func truncation() throws {
        let end = try #require(Self.invoice.lastIndex(of: UInt8(ascii: ">")))
        for length in 0...end {
            #expect(throws: ResponseError.self) { try Response(decoding: Array(Self.invoice[..<length])) }
        }
        #expect(try Response(decoding: Self.invoice).answers.first?.records.count == 2)
    }

    @Test("throws or gives valid JSON, whichever bytes are changed", arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var decoded = 0
        for _ in 0..<1500 {
            let damaged = Self.damage(Self.invoice, &numbers)
            guard let response = try? Response(decoding: damaged) else { continue }
            decoded += 1
            for json in response.answers.flatMap(\.allJSON) {
                #expect(throws: Never.self, "seed \(seed): \(String(decoding: damaged, as: UTF8.self))") {
                    try Fixture.check(json)
                }
            }
        }
        #expect(decoded > 200, "too few documents survived for the test to mean anything")
    }

    /// One change in the markup, or up to three in the texts, where more of the documents stay well-formed.
    private static func damage(_ document: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = document
        if Bool.random(using: &numbers) {
            let telling = Array("/;\"\\[]{},: \n\t7%".utf8) + Array("é€😀".utf8)
            for _ in 0...Int.random(in: 0...2, using: &numbers) {
                let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: ">") }
                let place = ends[Int.random(in: 3..<ends.count, using: &numbers)] + 1
                let count = Int.random(in: 1...12, using: &numbers)
                let texts = (0..<count).map { _ in telling[Int.random(in: 0..<telling.count, using: &numbers)]
                }
                bytes.insert(contentsOf: texts.filter { $0 < 0x80 || count > 6 }, at: place)
            }
            return bytes
        }
        let telling = Array("<>/&;\"\\[]{},: \n\t\u{1}\u{1f}RetA".utf8) + [0x80, 0xc3, 0xff]
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: bytes[place] = telling[Int.random(in: 0..<telling.count, using: &numbers)]
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(telling[Int.random(in: 0..<telling.count, using: &numbers)], at: place)
        default:
            let end = min(bytes.count, place + Int.random(in: 1...60, using: &numbers))
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<place + 1, using: &numbers))
        }
        return bytes
    }

    @Test("throws or gives valid JSON, whatever elements stand in whatever place", arguments: 1...8)
    func randomElements(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let names = [
            "InvoiceRet", "InvoiceLineRet", "InvoiceLineGroupRet", "DataExtRet", "ListID", "TxnID", "IsPaid",
            "TxnNumber", "RatePercent", "Unknown", "Name", "TxnType", "LinkedTxn",
        ]
        let attributes = ["", "", " a='1'", " a='\"\\' b=''", " rowType='item'"]
        let texts = ["", "true", "7", "%", "a\"\\\n", "&#233;&amp;", "2009-01-18T20:21:10-05:00"]
        func element(_ depth: Int) -> String {
            let name = names[Int.random(in: 0..<names.count, using: &numbers)]
            let inside =
                depth > 4 || Int.random(in: 0..<3, using: &numbers) == 0
                ? texts[Int.random(in: 0..<texts.count, using: &numbers)]
                : (0..<Int.random(in: 0..<7, using: &numbers)).map { _ in element(depth + 1) }.joined()
            let attribute = attributes[Int.random(in: 0..<attributes.count, using: &numbers)]
            return "<\(name)\(attribute)>\(inside)</\(name)>"
        }
        for _ in 0..<150 {
            let record = "<InvoiceRet><TxnID>1</TxnID>\(element(1))\(element(1))\(element(1))</InvoiceRet>"
            let inside = Int.random(in: 0..<3, using: &numbers) == 0 ? record + element(1) : record
            let response = try Response(
                decoding: Fixture.document("InvoiceQueryRs", #"statusCode="0""#, inside))
            #expect(response.answers.flatMap(\.records).count >= 1)
            for json in response.answers.flatMap(\.allJSON) {
                #expect(throws: Never.self, "seed \(seed)") { try Fixture.check(json) }
            }
            // Encoded and decoded once more it is the same: nothing was lost that decoding did not mean to.
            #expect(try Response(decoding: response.document()) == response, "seed \(seed): \(inside)")
        }
    }
}

extension RequestAnswer {
    /// All the JSON of an answer, as objects.
    fileprivate var allJSON: [[UInt8]] {
        let values = records.map(\.json) + faults.map(\.json) + [rest].compactMap { $0 }
        // A fault may be a text by itself.
        return values.map { $0.first == UInt8(ascii: "{") ? $0 : Array(#"{"":"#.utf8) + $0 + Array("}".utf8) }
    }
}

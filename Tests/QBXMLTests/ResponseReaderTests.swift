import Foundation
import Testing
import XML

@testable import QBXML

@Suite("An answer that is read as it comes in")
struct ResponseReaderTests {
    /// Takes what a reader hands out.
    private final class Basket {
        var records: [Record] = []
        var words: [String] = []

        func take(_ event: ResponseReader.Event) {
            switch event {
            case .began(let answer): words.append("began \(answer.element)")
            case .record(let record):
                words.append("record \(record.id)")
                records.append(record)
            case .fault(let fault): words.append("fault \(fault.precedingRecords)")
            case .ended(let rest, let recovery):
                let text = rest.map { String(decoding: $0, as: UTF8.self) } ?? "-"
                words.append("ended \(text) \(recovery?.txnID ?? "-")")
            }
        }
    }

    private static let document = Array(
        """
          <?xml version="1.0" ?>
        <QBXML><QBXMLMsgsRs messageSetStatusCode="0" newMessageSetID="N7">
        <CustomerQueryRs requestID="1" statusCode="0"><CustomerRet><ListID>1</ListID></CustomerRet>
        <CustomerRet><Name>é &amp; no ID</Name></CustomerRet><CustomerRet><ListID>2</ListID></CustomerRet>
        </CustomerQueryRs>
        <TxnDelRs statusCode="0"><TxnDelType>Bill</TxnDelType><TxnID>5-1</TxnID>
        <ErrorRecovery><TxnID>9-1</TxnID></ErrorRecovery></TxnDelRs>
        </QBXMLMsgsRs></QBXML>
        """.utf8)

    @Test("comes as events in the order of the document, whatever the size of the pieces")
    func events() throws {
        for size in [1, 2, 3, 7, 64, 10_000] {
            let basket = Basket()
            let reader = ResponseReader(basket.take)
            for start in stride(from: 0, to: Self.document.count, by: size) {
                try reader.push(Array(Self.document[start..<min(start + size, Self.document.count)]))
            }
            let heading = try reader.finish()
            #expect(heading.messageSetStatusCode == 0)
            #expect(heading.newMessageSetID == "N7")
            #expect(heading.answers.isEmpty)
            #expect(
                basket.words == [
                    "began CustomerQueryRs", "record 1", "fault 1", "record 2", "ended - -",
                    "began TxnDelRs",
                    #"ended {"TxnDelType":"Bill","TxnID":"5-1","ErrorRecovery":{"TxnID":"9-1"}} 9-1"#,
                ], "pieces of \(size)")
        }
    }

    @Test("hands out a record as soon as its end has come")
    func atOnce() throws {
        let basket = Basket()
        let reader = ResponseReader(basket.take)
        let end = Array("</CustomerRet>".utf8)
        let first = try #require(Self.document.indices.first { Self.document[$0...].starts(with: end) })
        try reader.push(Array(Self.document[..<first]))
        #expect(basket.records.isEmpty)
        try reader.push(Array(Self.document[first...]))
        #expect(basket.records.map(\.id) == ["1", "2"])
    }

    @Test("is refused at its end when it is not whole, and at once when it is something else")
    func refusals() throws {
        let reader = ResponseReader { _ in }
        try reader.push(Array(Self.document.dropLast(10)))
        #expect(throws: ResponseError.self) { _ = try reader.finish() }
        let other = ResponseReader { _ in }
        #expect(throws: ResponseError.notQBXML(root: "html")) { try other.push(Array("<html>".utf8)) }
        #expect(throws: ResponseError.notQBXML(root: "html")) { try other.push(Array("<p>".utf8)) }
        let empty = ResponseReader { _ in }
        try empty.push([])
        #expect(throws: ResponseError.xml(.empty)) { _ = try empty.finish() }
    }

    @Test("takes no more memory for fifty thousand records than for one")
    func boundedMemory() throws {
        var count = 0
        let reader = ResponseReader { event in
            if case .record = event { count += 1 }
        }
        let line = "<InvoiceLineRet><Desc>Work of a day</Desc><Amount>100.00</Amount></InvoiceLineRet>"
        let record = Array(
            "<InvoiceRet><TxnID>1-1</TxnID><TxnNumber>1</TxnNumber>\(line)\(line)</InvoiceRet>".utf8)
        try reader.push(Array(#"<QBXML><QBXMLMsgsRs><InvoiceQueryRs statusCode="0">"#.utf8))
        try reader.push(record)
        let capacity = reader.capacity
        for _ in 1..<50_000 { try reader.push(record) }
        #expect(count == 50_000)
        #expect(reader.capacity == capacity)
        // 12 MB went through. Nearly all of it are the tables as they are at the beginning.
        #expect(capacity < 160 << 10)
        try reader.push(Array("</InvoiceQueryRs></QBXMLMsgsRs></QBXML>".utf8))
        _ = try reader.finish()
    }

    @Test("of more different elements than QuickBooks has is refused before it fills the memory")
    func manyNames() throws {
        let reader = ResponseReader { _ in }
        try reader.push(Array(#"<QBXML><QBXMLMsgsRs><InvoiceQueryRs statusCode="0"><InvoiceRet>"#.utf8))
        #expect(throws: ResponseError.tooManyElements(limit: ElementTable.limit)) {
            for first in 0..<70 {
                let names = (0..<1000).map { "<E\(first)x\($0)/>" }
                try reader.push(Array(names.joined().utf8))
            }
        }
        #expect(reader.capacity < 32 << 20)
    }
}

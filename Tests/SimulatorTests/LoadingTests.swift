import Foundation
import Simulator
import Testing
import XML

@Suite struct LoadingTests {
    private static let here: ConditionTrait = .enabled(
        if: Reference.has("samples"), "the reference folder is not beside the checkout")

    private func empty() -> CompanyFile { CompanyFile(path: #"C:\Loaded.QBW"#, name: "Loaded") }

    @Test("every real answer of the samples loads", here)
    func allSamples() throws {
        let names = Reference.names(in: "samples", prefix: "rs-")
        #expect(names.count >= 25)
        var file = empty()
        var records = 0
        for name in names {
            records += try file.load(try Reference.bytes("samples/\(name)"), name: name).records
        }
        #expect(records >= 20)
        #expect(file.records("Customer").contains { $0.fullName == "Jean-Sébastien Goupil" })
        #expect(file.program.year == 2014)
    }

    @Test("a loaded record is answered as it was, element for element", here)
    func answeredAgain() throws {
        let bytes = try Reference.bytes("samples/rs-ReceivePaymentQueryRs-qbxml.xml")
        var desk = Desk(empty())
        _ = try desk.file.load(bytes, name: "payment")
        let answer = try desk.askOne(
            "<ReceivePaymentQueryRq><IncludeLineItems>true</IncludeLineItems></ReceivePaymentQueryRq>")
        let root = try Element(parsing: bytes)
        let original = try #require(root["QBXMLMsgsRs"]?["ReceivePaymentQueryRs"]?["ReceivePaymentRet"])
        #expect(Self.plain(answer.elements[0]) == Self.plain(original))
    }

    /// Without the white space between elements.
    private static func plain(_ element: Element) -> Element {
        var element = element
        if !element.elements.isEmpty { element.children = element.elements.map { .element(plain($0)) } }
        return element
    }

    @Test("a record without an ID is kept and answered without one", here)
    func unidentified() throws {
        var desk = Desk(empty())
        let name = "samples/rs-CustomerQueryRs-jsgoupil-2.xml"
        #expect(try desk.file.load(try Reference.bytes(name), name: name).records == 1)
        let answer = try desk.askOne("<CustomerQueryRq />")
        #expect(answer.elements[0].elements.map(\.name) == ["ShipAddress"])
    }

    @Test("what holds no record is told, not thrown")
    func remarks() throws {
        var file = empty()
        let refused = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><CustomerQueryRs statusCode="1" statusMessage="none" />\
            </QBXMLMsgsRs></QBXML>
            """
        let report = try file.load(Array(refused.utf8), name: "a")
        #expect(report.records == 0)
        #expect(report.remarks == ["a: no record to keep in CustomerQueryRs (status 1: none)."])
        let other = try file.load(Array("<html/>".utf8), name: "b")
        #expect(other.remarks == ["b: not a qbXML answer, but <html>."])
        #expect(throws: LoadError.self) { try file.load(Array("<html>".utf8), name: "c") }
    }

    @Test("a generated company that was exported and loaded again answers the same")
    func roundTrip() throws {
        var one = CompanyFile.sample
        one.setStamp("FileID", ownerID: "{A}", to: "{B}")
        var two = CompanyFile(path: one.path, name: "", seed: Seed(1))
        for (name, document) in one.exported() { _ = try two.load(document, name: name) }
        let documents = { (file: CompanyFile) in
            file.exported().map { String(decoding: $0.document, as: UTF8.self) }
        }
        #expect(documents(two).hashValue == documents(one).hashValue)
        #expect(two.stamp("FileID", ownerID: "{a}") == "{B}")
    }

    @Test("a kept company file goes on where it was: same answers, same next numbers, same made-up lines")
    func archive() throws {
        var one = CompanyFile.sample
        var two = try CompanyFile(archive: one.archived())
        let now = Date(timeIntervalSince1970: 1_780_000_000)
        let customer = try #require(one.records("Customer").first)
        try one.apply(.addInvoice(customer: customer.id), at: now)
        try two.apply(.addInvoice(customer: customer.id), at: now)
        #expect(two.fingerprint() == one.fingerprint())
    }

    @Test("a kept company file that lacks something says what")
    func brokenArchive() {
        let file = CompanyFile.sample
        let archive = file.archived()
        #expect(throws: ArchiveError.missing("file.txt")) {
            try CompanyFile(archive: archive.filter { $0.name != "file.txt" })
        }
        #expect(throws: ArchiveError.self) {
            try CompanyFile(archive: archive.map { ($0.name, $0.name == "item.xml" ? [] : $0.bytes) })
        }
    }

    @Test("new records of a loaded company get numbers after the loaded ones")
    func counters() throws {
        var file = empty()
        let vendor = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><VendorQueryRs statusCode="0"><VendorRet>\
            <ListID>8000001A-1422671082</ListID><Name>A</Name></VendorRet></VendorQueryRs>\
            </QBXMLMsgsRs></QBXML>
            """
        _ = try file.load(Array(vendor.utf8), name: "v")
        let id = try file.apply(.addCustomer(name: "B"), at: Date(timeIntervalSince1970: 1_780_000_000))
        #expect(id == "8000001B-1780000000")
    }

    @Test("a loaded document in Latin-1 is read by its declaration", here)
    func latin1() throws {
        var file = empty()
        _ = try file.load(try Reference.bytes("samples/rs-VendorQueryRs-enc-latin1.xml"), name: "v")
        #expect(file.records("Vendor").map(\.name) == ["Jean-Sébastien & Fils"])
    }
}

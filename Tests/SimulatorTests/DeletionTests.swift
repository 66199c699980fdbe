import Foundation
import Simulator
import Testing
import XML

/// What QuickBooks remembers of deleted records, and for how long.
@Suite struct DeletionTests {
    private static let now = Date(timeIntervalSince1970: 1_780_000_000)
    private static let day = 86_400.0

    private func deleted(_ desk: inout Desk, _ query: String, _ parts: String) throws -> Element {
        try desk.askOne("<\(query)DeletedQueryRq>\(parts)</\(query)DeletedQueryRq>")
    }

    @Test("a deleted transaction is told with its number, its making and its end, in the order of deletion")
    func transactions() throws {
        var desk = Desk(.sample)
        let unpaid = desk.file.records("Invoice").filter { $0["AppliedAmount"] == "0.00" }.prefix(2)
        let (one, two) = (unpaid[unpaid.startIndex], unpaid[unpaid.startIndex + 1])
        try desk.file.apply(.remove(family: "Invoice", record: two.id), at: Self.now)
        try desk.file.apply(.remove(family: "Invoice", record: one.id), at: Self.now + 60)
        let answer = try deleted(
            &desk, "Txn", "<TxnDelType>Bill</TxnDelType><TxnDelType>Invoice</TxnDelType>")
        #expect(answer.status == "0")
        #expect(answer.values("TxnID") == [two.id, one.id])
        #expect(answer.values("RefNumber") == [two.fullName, one.fullName])
        #expect(answer.values("TimeCreated") == [two["TimeCreated"], one["TimeCreated"]])
        #expect(answer.values("TimeDeleted").first == "2026-05-28T16:26:40-05:00")
        var reading = AnswerReading()
        reading.read(answer)
        #expect(reading.faults.isEmpty, "\(reading.faults)")
        #expect(try deleted(&desk, "Txn", "<TxnDelType>Bill</TxnDelType>").status == "1")
    }

    @Test("a deletion range includes both of its ends, as the wall shows them")
    func range() throws {
        var desk = Desk(.sample)
        let names = ["First", "Second", "Third"]
        for name in names { try desk.file.apply(.addVendor(name: name), at: Self.now) }
        for (index, name) in names.enumerated() {
            try desk.file.apply(
                .remove(family: "Vendor", record: name), at: Self.now + Double(index) * Self.day)
        }
        func found(_ from: String, _ to: String) throws -> [String] {
            try deleted(
                &desk, "List",
                """
                <ListDelType>Vendor</ListDelType><DeletedDateRangeFilter><FromDeletedDate>\(from)\
                </FromDeletedDate><ToDeletedDate>\(to)</ToDeletedDate></DeletedDateRangeFilter>
                """
            ).values("FullName")
        }
        #expect(try found("2026-05-28", "2026-05-29") == ["First", "Second"])
        #expect(try found("2026-05-29T16:26:40", "2026-05-30T16:26:40") == ["Second", "Third"])
        #expect(try found("2026-05-29T16:26:41", "2026-05-30T16:26:39") == [])
    }

    @Test("after 90 days a deletion is forgotten, whether an edit or the caller says that time has passed")
    func memory() throws {
        var file = CompanyFile.sample
        try file.apply(.addVendor(name: "Short-lived"), at: Self.now)
        try file.apply(.remove(family: "Vendor", record: "Short-lived"), at: Self.now)
        try file.apply(.addVendor(name: "Later"), at: Self.now + 90 * Self.day)
        #expect(file.tombstones.map(\.name) == ["Short-lived"])
        var told = file
        told.advance(to: Self.now + 90 * Self.day + 1)
        #expect(told.tombstones.isEmpty)
        try file.apply(.touch(family: "Vendor", record: "Later"), at: Self.now + 91 * Self.day)
        #expect(file.tombstones.isEmpty)
    }

    @Test("kinds of which QuickBooks tells no deletion leave no trace")
    func silentKinds() throws {
        #expect(Tombstone.tells("TimeTracking") && Tombstone.tells("ToDo") && Tombstone.tells("ItemService"))
        #expect(!Tombstone.tells("Transfer") && !Tombstone.tells("Template") && !Tombstone.tells("Lead"))
        var desk = Desk(CompanyFile(path: "x", name: "x"))
        let answer = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><TransferQueryRs><TransferRet><TxnID>1A-1</TxnID>\
            </TransferRet></TransferQueryRs></QBXMLMsgsRs></QBXML>
            """
        _ = try desk.file.load(Array(answer.utf8), name: "transfers")
        try desk.file.apply(.remove(family: "Transfer", record: "1A-1"), at: Self.now)
        #expect(desk.file.records("Transfer").isEmpty && desk.file.tombstones.isEmpty)
    }

    @Test("a kept company file remembers its deletions, its restrictions and its time")
    func archive() throws {
        var file = CompanyFile.sample
        try file.apply(.addVendor(name: "Gone"), at: Self.now)
        try file.apply(.remove(family: "Vendor", record: "Gone"), at: Self.now)
        let invoice = try #require(file.records("Invoice").first { $0["AppliedAmount"] == "0.00" })
        try file.apply(.remove(family: "Invoice", record: invoice.id), at: Self.now + 1)
        file.restrictions = ["Employee": .withheld, "ItemService": .hidden]
        file.renaming = .loud
        let read = try CompanyFile(archive: file.archived())
        #expect(read.tombstones == file.tombstones && read.tombstones.count == 2)
        #expect(read.restrictions == file.restrictions && read.renaming == .loud)
        #expect(read.today == file.today && read.today?.text == "2026-05-28")
        #expect(read.fingerprint() == file.fingerprint())
    }
}

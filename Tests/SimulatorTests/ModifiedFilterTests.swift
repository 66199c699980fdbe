import Foundation
import Simulator
import Testing
import XML

@Suite struct ModifiedFilterTests {
    /// Two customers changed within the hour that comes twice, and one around it.
    private static let autumn: CompanyFile = {
        var file = CompanyFile.sample
        let names = ["First", "Second", "Third"]
        // 2025-11-02 in New York: 1:30 daylight time, an hour later 1:30 standard time, then 2:30.
        let moments: [TimeInterval] = [1_762_061_400, 1_762_065_000, 1_762_068_600]
        for (name, moment) in zip(names, moments) {
            _ = try? file.apply(.addCustomer(name: name), at: Date(timeIntervalSince1970: moment))
        }
        return file
    }()

    private static func names(_ filter: String, in file: CompanyFile = autumn) throws -> [String] {
        var desk = Desk(file)
        return try desk.askOne("<CustomerQueryRq>\(filter)</CustomerQueryRq>").values("Name")
            .filter { ["First", "Second", "Third"].contains($0) }
    }

    @Test(
        "in the hour that comes twice both records show one wall time, and no filter tells them apart"
    )
    func repeatedHour() throws {
        let file = Self.autumn
        let times = ["First", "Second"].compactMap { file.record("Customer", named: $0)?["TimeModified"] }
        #expect(times == ["2025-11-02T01:30:00-05:00", "2025-11-02T01:30:00-05:00"])
        let found = try Self.names("<FromModifiedDate>2025-11-02T01:30:00</FromModifiedDate>")
        #expect(Set(found) == ["First", "Second", "Third"])
    }

    @Test("EditSequence alone still tells their order: it is Unix time")
    func editSequence() throws {
        let numbers = ["First", "Second", "Third"].compactMap {
            Self.autumn.record("Customer", named: $0).flatMap { Int($0.editSequence) }
        }
        #expect(numbers == numbers.sorted() && Set(numbers).count == 3)
    }

    @Test(
        "both ends of a filter are included",
        arguments: [
            ("2025-11-02T01:30:00", "2025-11-02T01:30:00", ["First", "Second"]),
            ("2025-11-02T01:30:01", "2025-11-02T02:29:59", []),
            ("2025-11-02T01:30:01", "2025-11-02T02:30:00", ["Third"]),
            ("2025-11-02", "2025-11-02", ["First", "Second", "Third"]),
        ])
    func inclusive(from: String, to: String, expected: [String]) throws {
        let found = try Self.names(
            "<FromModifiedDate>\(from)</FromModifiedDate><ToModifiedDate>\(to)</ToModifiedDate>")
        #expect(Set(found) == Set(expected))
    }

    @Test("a filter compares the wall's time, in summer too, where the written offset is an hour off")
    func summer() throws {
        var file = CompanyFile.sample
        // 2025-07-01T10:00:00 New York daylight time.
        let moment = Date(timeIntervalSince1970: 1_751_378_400)
        let id = try file.apply(.addCustomer(name: "First"), at: moment)
        #expect(id.hasSuffix("-1751378400"))
        #expect(file.record("Customer", id: id)?["TimeModified"] == "2025-07-01T10:00:00-05:00")
        let wall = "<FromModifiedDate>2025-07-01T10:00:00</FromModifiedDate>"
        #expect(try Self.names(wall, in: file) == ["First"])
        let later = "<FromModifiedDate>2025-07-01T10:00:01</FromModifiedDate>"
        #expect(try Self.names(later, in: file).isEmpty)
        // A true offset is taken at its word.
        let offset = "<FromModifiedDate>2025-07-01T10:00:00-04:00</FromModifiedDate>"
        #expect(try Self.names(offset, in: file) == ["First"])
        let standard = "<FromModifiedDate>2025-07-01T10:00:00-05:00</FromModifiedDate>"
        #expect(try Self.names(standard, in: file).isEmpty)
    }

    @Test("transactions have their filter inside an element of its own")
    func transactions() throws {
        var desk = Desk(.sample)
        let customer = try #require(desk.file.records("Customer").first { $0.isActive })
        let moment = Date(timeIntervalSince1970: 1_780_000_000)
        let id = try desk.file.apply(.addInvoice(customer: customer.id), at: moment)
        let answer = try desk.askOne(
            """
            <InvoiceQueryRq><ModifiedDateRangeFilter><FromModifiedDate>2026-01-02T00:00:00</FromModifiedDate>\
            </ModifiedDateRangeFilter></InvoiceQueryRq>
            """)
        #expect(answer.values("TxnID") == [id])
    }

    @Test("a range turned round is status 3030")
    func turnedRound() throws {
        var desk = Desk(.sample)
        let answer = try desk.askOne(
            """
            <CustomerQueryRq><FromModifiedDate>2025-02-02</FromModifiedDate>\
            <ToModifiedDate>2025-01-01</ToModifiedDate></CustomerQueryRq>
            """)
        #expect(answer.status == "3030")
    }
}

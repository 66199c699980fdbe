import Foundation
import Simulator
import Testing
import XML

/// Voids, deletions, merges and new names: edits that reach further than one record.
@Suite struct DeeperEditTests {
    private static let now = Date(timeIntervalSince1970: 1_780_000_000)

    private func sum(_ file: CompanyFile, _ record: CompanyRecord, _ name: String) -> Int {
        file.record("Customer", id: record.id).flatMap { Money($0[name]) }?.minorUnits ?? .min
    }

    @Test("a voided invoice stays with nothing in it, and its customer owes that much less")
    func void() throws {
        var file = CompanyFile.sample
        let invoice = try #require(file.records("Invoice").last { $0["AppliedAmount"] == "0.00" })
        try file.apply(.void(family: "Invoice", record: invoice.id), at: Self.now)
        let after = try #require(file.record("Invoice", id: invoice.id))
        #expect(after["Memo"].hasPrefix("VOID:"))
        for name in ["Subtotal", "SalesTaxTotal", "BalanceRemaining", "AppliedAmount"] {
            #expect(after[name] == "0.00", "\(name)")
        }
        let lines = after.fields.filter { $0.name == "InvoiceLineRet" }
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(line.fields.first { $0.name == "Amount" }?.text == "0.00")
            #expect(line.fields.first { $0.name == "Quantity" }?.text == "0")
        }
        #expect(after.editSequence == "1780000000" && after["IsPaid"] == "true")
        #expect(after["TimeCreated"] == invoice["TimeCreated"] && file.tombstones.isEmpty)
        #expect(file.account("Accounts Receivable") == file.sum("Invoice", "BalanceRemaining"))
        #expect(throws: EditError.self) {
            try file.apply(.void(family: "Invoice", record: invoice.id), at: Self.now)
        }
        var reading = AnswerReading()
        var desk = Desk(file)
        reading.read(
            try desk.askOne(
                """
                <InvoiceQueryRq><TxnID>\(invoice.id)</TxnID><IncludeLineItems>1</IncludeLineItems>\
                </InvoiceQueryRq>
                """))
        #expect(reading.faults.isEmpty, "\(reading.faults)")
    }

    @Test("a deleted payment opens its invoices again, which moves their times; voiding one is not possible")
    func payment() throws {
        var file = CompanyFile.sample
        let payment = try #require(file.records("ReceivePayment").last)
        let linked = payment.fields.filter { $0.name == "AppliedToTxnRet" }
            .compactMap { link in link.fields.first { $0.name == "TxnID" }?.text }
        let receivable = file.account("Accounts Receivable")
        #expect(throws: EditError.self) {
            try file.apply(.void(family: "ReceivePayment", record: payment.id), at: Self.now)
        }
        try file.apply(.remove(family: "ReceivePayment", record: payment.id), at: Self.now)
        #expect(file.record("ReceivePayment", id: payment.id) == nil)
        #expect(file.tombstones.map(\.id) == [payment.id])
        for id in linked {
            let invoice = try #require(file.record("Invoice", id: id))
            #expect(invoice["IsPaid"] == "false" && invoice.editSequence == "1780000000")
            #expect(!invoice.fields.contains { $0.name == "LinkedTxn" })
        }
        let total = Money(payment["TotalAmount"])?.minorUnits ?? 0
        #expect(file.account("Accounts Receivable") == receivable + total)
        #expect(file.account("Accounts Receivable") == file.sum("Invoice", "BalanceRemaining"))
    }

    @Test("what is in use is not deleted, with QuickBooks' reason, and nothing has changed")
    func inUse() throws {
        var file = CompanyFile.sample
        let invoice = try #require(file.records("Invoice").first { $0["IsPaid"] == "true" })
        let name = try #require(
            invoice.fields.first { $0.name == "CustomerRef" }?.fields.first { $0.name == "FullName" }?.text)
        let before = file.fingerprint()
        #expect(throws: EditError.inUse(family: "Customer", name: name)) {
            try file.apply(.remove(family: "Customer", record: name), at: CompanyFile.usualEnd)
        }
        #expect(throws: EditError.self) {
            try file.apply(.remove(family: "Invoice", record: invoice.id), at: CompanyFile.usualEnd)
        }
        #expect(file.fingerprint() == before)
    }

    @Test("after a merge the other has the work, the balance and the jobs, and the first is a deleted one")
    func merge() throws {
        var file = CompanyFile.sample
        let parents = file.records("Customer").filter { !$0.fullName.contains(":") }
        let gone = try #require(
            parents.first { parent in
                file.records("Customer").contains { $0.fullName.hasPrefix(parent.fullName + ":") }
            })
        let stays = try #require(
            parents.first { parent in
                parent.id != gone.id
                    && !file.records("Customer").contains { $0.fullName.hasPrefix(parent.fullName + ":") }
            })
        try file.apply(.addInvoice(customer: gone.id), at: Self.now)
        let expected = sum(file, gone, "TotalBalance") + sum(file, stays, "TotalBalance")
        let receivable = file.account("Accounts Receivable")
        let id = try file.apply(
            .merge(family: "Customer", record: gone.id, into: stays.id), at: Self.now + 5)
        #expect(id == stays.id && file.record("Customer", id: gone.id) == nil)
        #expect(file.tombstones.map(\.name) == [gone.fullName])
        #expect(file.record("Customer", id: stays.id)?.editSequence == "1780000005")
        let text = file.archived().filter { $0.name != "listdeleted.xml" }
            .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(!text.contains(gone.id))
        #expect(file.records("Invoice").last?.editSequence == "1780000005")
        #expect(!file.records("Customer").contains { $0.fullName.hasPrefix(gone.fullName + ":") })
        #expect(file.records("Customer").contains { $0.fullName.hasPrefix(stays.fullName + ":") })
        #expect(sum(file, stays, "TotalBalance") == expected)
        #expect(file.account("Accounts Receivable") == receivable)
        for edit in [
            Edit.merge(family: "Customer", record: stays.id, into: stays.id),
            .merge(family: "Employee", record: file.records("Employee")[0].id, into: stays.id),
            .merge(family: "Account", record: "Checking", into: "Rent"),
        ] {
            #expect(throws: EditError.self) { try file.apply(edit, at: Self.now) }
        }
    }

    @Test(
        "a new name is in every path and reference at once; whether that counts as a change is for the file",
        arguments: [Renaming.quiet, .loud])
    func rename(renaming: Renaming) throws {
        var file = CompanyFile.sample
        file.renaming = renaming
        let job = try #require(file.records("Customer").first { $0.fullName.contains(":") })
        let parent = String(job.fullName.split(separator: ":")[0])
        let invoice = try file.apply(.addInvoice(customer: job.id), at: Self.now)
        try file.apply(.rename(family: "Customer", record: parent, to: "Renamed"), at: Self.now + 9)
        let moved = try #require(file.record("Customer", id: job.id))
        #expect(moved.fullName == "Renamed:\(job.name)")
        #expect((moved.editSequence == job.editSequence) == (renaming == .quiet))
        let after = try #require(file.record("Invoice", id: invoice))
        let reference = after.fields.first { $0.name == "CustomerRef" }
        #expect(reference?.fields.first { $0.name == "FullName" }?.text == moved.fullName)
        #expect(after.editSequence == (renaming == .quiet ? "1780000000" : "1780000009"))
        #expect(file.record("Customer", named: "renamed")?.editSequence == "1780000009")
        #expect(file.record("Customer", named: parent) == nil)
        var desk = Desk(file)
        let names = try desk.askOne("<CustomerQueryRq/>").values("FullName")
        #expect(names.contains("Renamed") && !names.contains(parent))
        let vendor = try #require(file.records("Vendor").first).name
        #expect(throws: EditError.nameInUse(vendor)) {
            try file.apply(.rename(family: "Customer", record: "Renamed", to: vendor), at: Self.now)
        }
    }
}

import Foundation
import Simulator
import Testing

@Suite struct EditTests {
    private static let now = Date(timeIntervalSince1970: 1_780_000_000)

    @Test("a touched record is newer and otherwise the same")
    func touch() throws {
        var file = CompanyFile.sample
        let before = try #require(file.records("Vendor").first)
        try file.apply(.touch(family: "Vendor", record: before.name), at: Self.now)
        let after = try #require(file.record("Vendor", id: before.id))
        #expect(after.editSequence == "1780000000")
        #expect(after["TimeModified"] == "2026-05-28T16:26:40-05:00")
        let same = { (record: CompanyRecord) in
            record.fields.filter { $0.name != "TimeModified" && $0.name != "EditSequence" }
        }
        #expect(same(after) == same(before))
        #expect(after["TimeCreated"] == before["TimeCreated"])
    }

    @Test(
        "a new invoice adds to its customer, to receivables and to the tax owed, and moves no times of theirs"
    )
    func addInvoice() throws {
        var file = CompanyFile.sample
        let job = try #require(file.records("Customer").first { $0.fullName.contains(":") })
        let parent = try #require(
            file.record("Customer", named: String(job.fullName.split(separator: ":")[0])))
        let (receivable, tax) = (file.account("Accounts Receivable"), file.account("Sales Tax Payable"))
        let id = try file.apply(.addInvoice(customer: job.fullName, lines: 3), at: Self.now)
        let invoice = try #require(file.record("Invoice", id: id))
        #expect(invoice.fields.count { $0.name == "InvoiceLineRet" } == 3)
        let total = try #require(Money(invoice["BalanceRemaining"])).minorUnits
        #expect(total > 0)
        func cents(_ record: CompanyRecord, _ name: String) -> Int {
            file.record("Customer", id: record.id).flatMap { Money($0[name]) }?.minorUnits ?? .min
        }
        #expect(cents(job, "Balance") == (Money(job["Balance"])?.minorUnits ?? 0) + total)
        #expect(cents(parent, "Balance") == Money(parent["Balance"])?.minorUnits)
        #expect(cents(parent, "TotalBalance") == (Money(parent["TotalBalance"])?.minorUnits ?? 0) + total)
        #expect(file.account("Accounts Receivable") == receivable + total)
        #expect(file.account("Sales Tax Payable") == tax + (Money(invoice["SalesTaxTotal"])?.minorUnits ?? 0))
        #expect(file.record("Customer", id: job.id)?.editSequence == job.editSequence)
    }

    @Test("a payment in two parts settles an invoice and moves its times, and a third is refused")
    func payments() throws {
        var file = CompanyFile.sample
        let customer = try #require(file.records("Customer").first)
        let id = try file.apply(.addInvoice(customer: customer.id), at: Self.now)
        let total = try #require(file.record("Invoice", id: id).flatMap { Money($0["BalanceRemaining"]) })
        let half = Money(minorUnits: total.minorUnits / 2)
        let later = Self.now.addingTimeInterval(60)
        try file.apply(.receivePayment(invoice: id, amount: half), at: later)
        #expect(file.record("Invoice", id: id)?["IsPaid"] == "false")
        #expect(file.record("Invoice", id: id)?.editSequence == "1780000060")
        try file.apply(.receivePayment(invoice: id), at: later.addingTimeInterval(60))
        let paid = try #require(file.record("Invoice", id: id))
        #expect(paid["IsPaid"] == "true" && paid["BalanceRemaining"] == "0.00")
        #expect(paid["AppliedAmount"] == (Money.zero - total).text)
        #expect(paid.fields.count { $0.name == "LinkedTxn" } == 2)
        #expect(file.account("Accounts Receivable") == file.sum("Invoice", "BalanceRemaining"))
        #expect(throws: EditError.self) { try file.apply(.receivePayment(invoice: id), at: later) }
    }

    @Test("a changed value stands where the schema has it")
    func modify() throws {
        var file = CompanyFile.sample
        let customer = try #require(
            file.records("Customer").first { $0["AltPhone"].isEmpty && !$0.fullName.contains(":") })
        try file.apply(
            .modify(
                family: "Customer", record: customer.fullName,
                set: ["Phone": "1", "AltPhone": "2", "IsActive": "false"]), at: Self.now)
        let after = try #require(file.record("Customer", id: customer.id))
        #expect(after["Phone"] == "1" && after["AltPhone"] == "2" && !after.isActive)
        let names = after.fields.map(\.name)
        let phone = try #require(names.firstIndex(of: "Phone"))
        #expect(names[phone + 1] == "AltPhone")
    }

    @Test(
        "one name is used once over customers, vendors and employees; a job's name only within its customer")
    func nameSpace() throws {
        var file = CompanyFile.sample
        let vendor = try #require(file.records("Vendor").first).name
        #expect(throws: EditError.nameInUse(vendor.uppercased())) {
            try file.apply(.addCustomer(name: vendor.uppercased()), at: Self.now)
        }
        try file.apply(.addCustomer(name: "Somebody new"), at: Self.now)
        let job = try file.apply(.addCustomer(name: vendor, parent: "Somebody new"), at: Self.now)
        #expect(file.record("Customer", id: job)?.fullName == "Somebody new:\(vendor)")
        #expect(throws: EditError.self) {
            try file.apply(.addCustomer(name: vendor, parent: "Somebody new"), at: Self.now)
        }
        #expect(throws: EditError.self) { try file.apply(.addVendor(name: "a:b"), at: Self.now) }
    }

    @Test("a removed unpaid invoice takes its balance with it, one with payments stays")
    func remove() throws {
        var file = CompanyFile.sample
        let unpaid = try #require(file.records("Invoice").first { $0["AppliedAmount"] == "0.00" })
        try file.apply(.remove(family: "Invoice", record: unpaid.id), at: Self.now)
        #expect(file.record("Invoice", id: unpaid.id) == nil)
        #expect(file.account("Accounts Receivable") == file.sum("Invoice", "BalanceRemaining"))
        #expect(file.account("Sales Tax Payable") == file.sum("Invoice", "SalesTaxTotal"))
        let paid = try #require(file.records("Invoice").first { $0["IsPaid"] == "true" })
        #expect(throws: EditError.self) {
            try file.apply(.remove(family: "Invoice", record: paid.id), at: Self.now)
        }
    }

    @Test("the same edits at the same times leave equal company files, whatever was asked between them")
    func determinism() throws {
        var one = Desk(.sample)
        var two = Desk(.sample)
        let day = OfficeDay(invoices: 4, payments: 2, changedCustomers: 2, newCustomers: 1)
        let diary = one.file.live(day, at: Self.now, seed: Seed(3))
        _ = try two.askOne(
            "<CustomerQueryRq iterator=\"Start\"><MaxReturned>1</MaxReturned></CustomerQueryRq>")
        #expect(two.file.live(day, at: Self.now, seed: Seed(3)) == diary)
        #expect(diary.lines.count == 9)
        #expect(one.file.fingerprint() == two.file.fingerprint())
    }

    @Test("an edit of something that is not there says so")
    func missing() {
        var file = CompanyFile.sample
        #expect(throws: EditError.noSuchRecord(family: "Customer", name: "Nobody")) {
            try file.apply(.touch(family: "Customer", record: "Nobody"), at: Self.now)
        }
        var empty = CompanyFile(path: "x", name: "x")
        #expect(empty.live(OfficeDay(), at: Self.now, seed: Seed(1)).lines.isEmpty)
    }
}

import Foundation
import Simulator
import Testing
import XML

@Suite struct GenerationTests {
    private static let standard = CompanyFile.generated(seed: 42)

    @Test("the same seed gives the same company, byte for byte")
    func sameSeedSameBytes() {
        let one = CompanyFile.generated(seed: 5, size: .small)
        let two = CompanyFile.generated(seed: 5, size: .small)
        #expect(one.fingerprint() == two.fingerprint())
    }

    @Test("another seed gives another company")
    func otherSeedOtherCompany() {
        let one = CompanyFile.generated(seed: 5, size: .small)
        let two = CompanyFile.generated(seed: 6, size: .small)
        #expect(one.fingerprint() != two.fingerprint())
        #expect(one.name != two.name)
    }

    @Test("a standard company has 300 customers with jobs and 1,100 invoices of twelve months")
    func standardSize() throws {
        let file = Self.standard
        let customers = file.records("Customer")
        #expect(customers.count { $0["ParentRef"].isEmpty && $0["Sublevel"] == "0" } == 300)
        #expect(customers.count { $0["Sublevel"] == "1" } > 100)
        #expect(file.records("Invoice").count == 1_100)
        let days = file.records("Invoice").map { $0["TxnDate"] }.sorted()
        #expect(try #require(days.first) >= "2025-01-01")
        #expect(try #require(days.last) <= "2025-12-31")
        #expect(Set(days.map { $0.prefix(7) }).count == 12)
        #expect(Set(file.records("Item").map(\.kind)).count == 11)
        for family in ["Account", "Class", "Terms", "PaymentMethod", "Vendor", "Employee", "ReceivePayment"] {
            #expect(!file.records(family).isEmpty, "\(family)")
        }
    }

    @Test("names of customers, vendors and employees are used once over all three lists")
    func oneNameSpace() {
        let names = ["Customer", "Vendor", "Employee"].flatMap { Self.standard.records($0) }
            .filter { !$0.fullName.contains(":") }.map { $0.fullName.lowercased() }
        #expect(Set(names).count == names.count)
    }

    @Test("IDs are unique within their list and have QuickBooks' form")
    func identifiers() {
        let file = Self.standard
        for (family, _) in file.counts {
            let ids = file.records(family).map(\.id)
            #expect(Set(ids).count == ids.count, "\(family)")
            let isTransaction = file.records(family).first?.fields.first?.name == "TxnID"
            let form = isTransaction ? /[0-9A-F]+-\d{10}/ : /8[0-9A-F]{7}-\d{10}/
            #expect(ids.allSatisfy { $0.wholeMatch(of: form) != nil }, "\(family)")
        }
        let lines = file.records("Invoice").flatMap { invoice in
            invoice.fields.filter { $0.name == "InvoiceLineRet" }.flatMap(\.fields)
                .filter { $0.name == "TxnLineID" }.map(\.text)
        }
        let all = lines + file.records("Invoice").map(\.id) + file.records("ReceivePayment").map(\.id)
        #expect(Set(all).count == all.count)
    }

    @Test("the number in an ID is the moment of creation in UTC, and TimeCreated says an hour more in summer")
    func offsetFault() throws {
        let invoices = Self.standard.records("Invoice")
        func difference(_ invoice: CompanyRecord) throws -> Int {
            let number = try #require(Int(invoice.id.split(separator: "-")[1]))
            let stamp = try #require(ISO8601DateFormatter().date(from: invoice["TimeCreated"]))
            return Int(stamp.timeIntervalSince1970) - number
        }
        let summer = try #require(invoices.first { $0["TxnDate"].hasPrefix("2025-07") })
        let winter = try #require(invoices.first { $0["TxnDate"].hasPrefix("2025-01") })
        #expect(try difference(summer) == 3_600)
        #expect(try difference(winter) == 0)
        #expect(invoices.allSatisfy { $0["TimeModified"].hasSuffix("-05:00") })
    }

    @Test("text outside ASCII is written as decimal references")
    func nonASCII() throws {
        let file = Self.standard
        let documents = file.exported()
        #expect(documents.allSatisfy { $0.document.allSatisfy { $0 < 128 } })
        let customers = try #require(documents.first { $0.name == "customer" })
        #expect(String(decoding: customers.document, as: UTF8.self).contains("&#233;"))
    }

    @Test("every size is made, also one month with nobody to sell to")
    func tinySizes() {
        let nobody = CompanySize(months: 1, customers: 0, vendors: 1, employees: 0, classes: 0, invoices: 5)
        let file = CompanyFile.generated(seed: 3, size: nobody)
        #expect(file.records("Invoice").isEmpty)
        #expect(file.records("Account").count > 30)
    }
}

@Suite struct BalanceTests {
    private static let standard = CompanyFile.generated(seed: 42)

    @Test("every invoice adds up: lines to subtotal, subtotal and tax less what was applied to what remains")
    func invoices() throws {
        for invoice in Self.standard.records("Invoice") {
            let lines = invoice.fields.filter { $0.name == "InvoiceLineRet" }
            let amounts = lines.compactMap { line in
                line.fields.first { $0.name == "Amount" }.flatMap { Money($0.text) }?.minorUnits
            }
            let cents = { (name: String) in Money(invoice[name])?.minorUnits ?? .min }
            #expect(amounts.reduce(0, +) == cents("Subtotal"))
            let rest = cents("Subtotal") + cents("SalesTaxTotal") + cents("AppliedAmount")
            #expect(rest == cents("BalanceRemaining"))
            #expect(rest >= 0)
            #expect(invoice["IsPaid"] == (rest == 0 ? "true" : "false"))
            let links = invoice.fields.filter { $0.name == "LinkedTxn" }.compactMap { link in
                link.fields.first { $0.name == "Amount" }.flatMap { Money($0.text) }?.minorUnits
            }
            #expect(links.reduce(0, +) == cents("AppliedAmount"))
        }
    }

    @Test("a customer's balance is what its invoices still owe, and the total has its jobs in it")
    func customers() {
        let file = Self.standard
        var owed: [String: Int] = [:]
        for invoice in file.records("Invoice") {
            let customer = invoice.fields.first { $0.name == "CustomerRef" }?.fields.first?.text ?? ""
            owed[customer, default: 0] += Money(invoice["BalanceRemaining"])?.minorUnits ?? 0
        }
        var totals = owed
        for customer in file.records("Customer") {
            guard let parent = customer.fields.first(where: { $0.name == "ParentRef" }) else { continue }
            totals[parent.fields[0].text, default: 0] += owed[customer.id, default: 0]
        }
        for customer in file.records("Customer") {
            #expect(Money(customer["Balance"])?.minorUnits == owed[customer.id, default: 0])
            #expect(Money(customer["TotalBalance"])?.minorUnits == totals[customer.id, default: 0])
        }
    }

    @Test("accounts agree with what was sold, paid and owed, and assets equal liabilities with equity")
    func accounts() {
        let file = Self.standard
        #expect(file.account("Accounts Receivable") == file.sum("Invoice", "BalanceRemaining"))
        #expect(file.account("Sales Tax Payable") == file.sum("Invoice", "SalesTaxTotal"))
        #expect(file.account("Accounts Payable") == file.sum("Vendor", "Balance"))
        let opening = 48_210_00
        let banked = file.account("Checking") - opening + file.account("Undeposited Funds")
        #expect(banked == file.sum("ReceivePayment", "TotalAmount"))
        let assets: Set = ["Bank", "AccountsReceivable", "OtherCurrentAsset", "FixedAsset"]
        let debts: Set = [
            "AccountsPayable", "CreditCard", "OtherCurrentLiability", "LongTermLiability", "Equity",
        ]
        func total(_ types: Set<String>) -> Int {
            file.records("Account").filter { types.contains($0["AccountType"]) }
                .reduce(0) { $0 + (Money($1["Balance"])?.minorUnits ?? 0) }
        }
        #expect(total(assets) == total(debts))
        #expect(total(assets) > 0)
    }

    @Test("a payment's parts make its total")
    func payments() {
        let payments = Self.standard.records("ReceivePayment")
        #expect(payments.count > 600)
        #expect(payments.contains { $0.fields.count { $0.name == "AppliedToTxnRet" } == 2 })
        for payment in payments {
            let parts = payment.fields.filter { $0.name == "AppliedToTxnRet" }.compactMap { part in
                part.fields.first { $0.name == "Amount" }.flatMap { Money($0.text) }?.minorUnits
            }
            #expect(parts.reduce(0, +) == Money(payment["TotalAmount"])?.minorUnits)
        }
    }
}

import Testing

@testable import QBXML

@Suite("What a change sends, in the record")
struct CounterpartTests {
    private let catalog = Catalog.standard

    /// By request, what its record does not show: how to change, and values that only other records have.
    private static let nowhere: [String: Set<String>] = [
        "AccountMod": ["OpenBalance", "OpenBalanceDate"],
        "ItemServiceMod": ["ForceUOMChange"],
        "ItemNonInventoryMod": ["ForceUOMChange"],
        "ItemInventoryMod": [
            "ForceUOMChange", "ApplyIncomeAccountRefToExistingTxns", "ApplyCOGSAccountRefToExistingTxns",
        ],
        "ItemInventoryAssemblyMod": ["ForceUOMChange", "ApplyIncomeAccountRefToExistingTxns"],
        "ItemGroupMod": ["ForceUOMChange"],
        "ItemDiscountMod": ["ApplyAccountRefToExistingTxns"],
        "WorkersCompCodeMod": ["RateEntry"],
        "InvoiceMod": ["SetCredit"],
        "EstimateMod": ["CreateChangeOrder"],
        "ChargeMod": ["OptionForPriceRuleConflict", "OverrideItemAccountRef"],
        "CheckMod": ["ApplyCheckToTxnMod"],
        "BuildAssemblyMod": ["MarkPendingIfRequired", "RemovePending"],
    ]

    /// They have no EditSequence, so that nothing about them is ever too old.
    private static let withoutVersion: Set<String> = [
        "Form1099CategoryAccountMappingMod", "ClearedStatusMod", "ListDisplayMod", "TxnDisplayMod",
        "DataExtDefMod", "DataExtMod",
    ]

    private func members(of request: Message) -> [String] {
        let inner = catalog[request.content].places.first { catalog.name(of: $0) == request.title }?.content
        return inner.map { catalog[$0].places.map { catalog.name(of: $0) } } ?? []
    }

    @Test("every member of every change has its place in the record, or is known to have none")
    func all() throws {
        let requests = catalog.requests.filter { $0.operation == .modify }
        #expect(requests.count > 50)
        for request in requests {
            let members = members(of: request)
            let hasVersion = members.contains("EditSequence")
            #expect(hasVersion != Self.withoutVersion.contains(request.title), "\(request.title)")
            guard hasVersion else { continue }
            let answer = try #require(catalog.message(request.title + "Rs"))
            let record = try #require(
                catalog[answer.content].places.first { catalog.name(of: $0).hasSuffix("Ret") }?.content)
            let children = Set(catalog[record].places.map { catalog.name(of: $0) })
            var nowhere: Set<String> = []
            for member in members {
                switch catalog.counterpart(of: member, in: request.title) {
                case .child(let name): #expect(children.contains(name), "\(request.title) \(member)")
                case .lines(let names):
                    #expect(names.contains { children.contains($0) }, "\(request.title) \(member)")
                case .nowhere: nowhere.insert(member)
                }
            }
            #expect(nowhere == Self.nowhere[request.title] ?? [], "\(request.title)")
        }
    }

    @Test("the lines of a record are one thing, whichever of them is sent")
    func lines() {
        let invoice = ["InvoiceLineRet", "InvoiceLineGroupRet"]
        for member in ["InvoiceLineMod", "InvoiceLineGroupMod"] {
            guard case .lines(let names) = catalog.counterpart(of: member, in: "InvoiceMod") else {
                Issue.record("\(member) is a line")
                continue
            }
            #expect(Set(names).isSuperset(of: invoice))
        }
        let bill: Set = ["ExpenseLineRet", "ItemLineRet", "ItemGroupLineRet", "$order"]
        for member in ["ExpenseLineMod", "ItemGroupLineMod", "ClearItemLines", "ClearExpenseLines"] {
            guard case .lines(let names) = catalog.counterpart(of: member, in: "BillMod") else {
                Issue.record("\(member) is about lines")
                continue
            }
            #expect(Set(names) == bill)
        }
        #expect(
            catalog.counterpart(of: "JournalLineMod", in: "JournalEntryMod")
                == .lines(["JournalDebitLine", "JournalCreditLine", "$order"]))
        #expect(
            catalog.counterpart(of: "ClearItemsInGroup", in: "ItemGroupMod")
                == .lines(["ItemGroupLine", "$order"]))
    }

    @Test("what has another name in the record is found there")
    func renamed() {
        let rows = [
            ("ItemServiceMod", "SalesOrPurchaseMod", "SalesOrPurchase"),
            ("ItemOtherChargeMod", "SalesAndPurchaseMod", "SalesAndPurchase"),
            ("PriceLevelMod", "PriceLevelPerItem", "PriceLevelPerItemRet"),
            ("EmployeeMod", "EmployeePayrollInfoMod", "EmployeePayrollInfo"),
            ("ItemFixedAssetMod", "FixedAssetSalesInfoMod", "FixedAssetSalesInfo"),
            ("ReceivePaymentMod", "CreditCardTxnInfoMod", "CreditCardTxnInfo"),
            ("ReceivePaymentMod", "AppliedToTxnMod", "AppliedToTxnRet"),
            ("AccountMod", "TaxLineID", "TaxLineInfoRet"), ("ItemServiceMod", "BarCode", "BarCodeValue"),
        ]
        for (title, member, own) in rows {
            #expect(catalog.counterpart(of: member, in: title) == .child(own), "\(title) \(member)")
        }
    }
}

import FoundationEssentials
import QBXML
import Testing

@testable import Sync

/// What is sent, and the record before and after somebody's change.
struct StaleRow: Sendable, CustomStringConvertible {
    let title: String
    let sent: String
    let before: String
    let now: String

    init(_ title: String, _ sent: String, _ before: String, _ now: String) {
        self.title = title
        self.sent = sent
        self.before = before
        self.now = now
    }

    var description: String { "\(title) \(sent)" }

    /// What QuickBooks' side became.
    func change(_ now: String? = nil) -> StaleChange {
        let isList = sent.contains("ListID") || title.hasPrefix("Item") || title.hasPrefix("Price")
        let id = isList ? "<ListID>80-1</ListID>" : "<TxnID>80-1</TxnID>"
        let write = Desk.write(
            1, title, operation: .modify, kind: String(title.dropLast(3)), id: "80-1", edit: "7",
            body: "\(id)<EditSequence>7</EditSequence>\(sent)")
        func record(_ members: String, _ edit: String) -> [UInt8] {
            Array(#"{"EditSequence":"\#(edit)","TimeModified":"\#(edit)",\#(members)}"#.utf8)
        }
        return StaleChange(
            StaleWrite(
                write: write, before: record(before, "7"), present: record(now ?? self.now, "9"),
                editSequence: "9"))
    }
}

@Suite("A change of an older version, compared with what the record has under other names (3200)")
struct StaleChangeTests {
    private static let line = #""InvoiceLineRet":[{"TxnLineID":"1"}]"#
    private static let billLines = #""ItemLineRet":[{"TxnLineID":"1"}]"#

    static let renamedFields: [StaleRow] = [
        StaleRow(
            "ItemServiceMod", "<SalesOrPurchaseMod><Price>5</Price></SalesOrPurchaseMod>",
            #""SalesOrPurchase":{"Price":"1"}"#, #""SalesOrPurchase":{"Price":"2"}"#),
        StaleRow(
            "ItemNonInventoryMod", "<SalesAndPurchaseMod><SalesPrice>5</SalesPrice></SalesAndPurchaseMod>",
            #""SalesAndPurchase":{"SalesPrice":"1"}"#, #""SalesAndPurchase":{"SalesPrice":"2"}"#),
        StaleRow(
            "ItemOtherChargeMod", "<SalesOrPurchaseMod><Price>5</Price></SalesOrPurchaseMod>",
            #""SalesOrPurchase":{"Price":"1"}"#, #""SalesAndPurchase":{"SalesPrice":"1"}"#),
        StaleRow(
            "JournalEntryMod", "<JournalLineMod><TxnLineID>1</TxnLineID></JournalLineMod>",
            #""JournalDebitLine":[{"Amount":"1"}],"JournalCreditLine":[{"Amount":"1"}]"#,
            #""JournalDebitLine":[{"Amount":"1"}],"JournalCreditLine":[{"Amount":"2"}]"#),
        StaleRow(
            "PriceLevelMod", "<PriceLevelPerItem><CustomPrice>1</CustomPrice></PriceLevelPerItem>",
            #""PriceLevelPerItemRet":[{"CustomPrice":"1"}]"#, #""PriceLevelPerItemRet":[]"#),
        StaleRow(
            "EmployeeMod", "<EmployeePayrollInfoMod><PayPeriod>Weekly</PayPeriod></EmployeePayrollInfoMod>",
            #""EmployeePayrollInfo":{"PayPeriod":"Daily"}"#,
            #""EmployeePayrollInfo":{"PayPeriod":"Weekly"}"#),
        StaleRow(
            "ItemFixedAssetMod", "<FixedAssetSalesInfoMod><SalesDesc>a</SalesDesc></FixedAssetSalesInfoMod>",
            #""FixedAssetSalesInfo":{"SalesDesc":"b"}"#, #""FixedAssetSalesInfo":{"SalesDesc":"c"}"#),
        StaleRow(
            "BillMod", "<ClearItemLines>true</ClearItemLines>", billLines,
            #""ItemLineRet":[{"TxnLineID":"1"},{"TxnLineID":"2"}]"#),
        StaleRow(
            "BillMod", "<ClearExpenseLines>true</ClearExpenseLines>", billLines,
            #"\#(billLines),"ExpenseLineRet":[{"TxnLineID":"2"}]"#),
        // Lines that are left out of a change go, and groups with them.
        StaleRow(
            "InvoiceMod", "<InvoiceLineMod><TxnLineID>1</TxnLineID></InvoiceLineMod>", line,
            #"\#(line),"InvoiceLineGroupRet":[{"TxnLineID":"2"}]"#),
        StaleRow(
            "InvoiceMod", "<InvoiceLineGroupMod><TxnLineID>2</TxnLineID></InvoiceLineGroupMod>",
            #"\#(line),"InvoiceLineGroupRet":[{"TxnLineID":"2"}]"#,
            #""InvoiceLineGroupRet":[{"TxnLineID":"2"}]"#),
        StaleRow(
            "InvoiceMod", "<InvoiceLineMod><TxnLineID>1</TxnLineID></InvoiceLineMod>",
            #""$order":["InvoiceLineRet","InvoiceLineGroupRet"],\#(line)"#,
            #""$order":["InvoiceLineGroupRet","InvoiceLineRet"],\#(line)"#),
    ]

    @Test(
        "is a conflict where somebody changed the same, and goes on where nobody did",
        arguments: renamedFields)
    func renamed(row: StaleRow) {
        guard case .conflict(let sentence) = row.change() else {
            Issue.record("somebody's change would be undone")
            return
        }
        let name = row.sent.dropFirst().prefix { $0 != ">" }
        #expect(sentence.contains("the same") && sentence.contains(name), "\(sentence)")
        guard case .rebased = row.change(#"\#(row.before),"Memo":"by somebody""#) else {
            Issue.record("nobody touched it")
            return
        }
    }

    static let unseenFields: [StaleRow] = [
        StaleRow("InvoiceMod", "<SetCredit><CreditTxnID>1</CreditTxnID></SetCredit>", line, line),
        StaleRow("ItemInventoryMod", "<ForceUOMChange>true</ForceUOMChange>", #""Name":"a""#, #""Name":"a""#),
        // A record without any line may have come without its lines.
        StaleRow(
            "InvoiceMod", "<InvoiceLineMod><TxnLineID>1</TxnLineID></InvoiceLineMod>", #""Memo":"a""#, ""),
    ]

    @Test(
        "is a conflict where the record does not show what is sent, and anything else changed",
        arguments: unseenFields)
    func unseen(row: StaleRow) {
        guard case .conflict(let sentence) = row.change(#""Memo":"by somebody""#) else {
            Issue.record("nobody can tell what was changed")
            return
        }
        let name = row.sent.dropFirst().prefix { $0 != ">" }
        #expect(sentence.contains(name) && sentence.contains("Memo"), "\(sentence)")
        guard case .rebased = row.change(row.before) else {
            Issue.record("nothing was changed but the time")
            return
        }
    }

    @Test("goes on where nothing but a balance has changed, which other records change")
    func balances() {
        let row = StaleRow(
            "ItemInventoryMod", "<ForceUOMChange>true</ForceUOMChange>", #""QuantityOnHand":"1""#,
            #""QuantityOnHand":"2""#)
        guard case .rebased = row.change() else {
            Issue.record("somebody sold one, and changed nothing of the item")
            return
        }
    }
}

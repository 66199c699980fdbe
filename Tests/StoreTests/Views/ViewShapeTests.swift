import QBXML
import Sync
import Testing

@testable import Store

/// The views as a whole: names, columns, and how SQLite goes about them.
@Suite struct ViewShapeTests {
    /// Only read from; making the views anew for each question would take longer than all the rest.
    private static let mirrored = Result { try Mirrored() }

    @Test("every kind that a category reads has a view, and every kind with an ID that a query returns")
    func kinds() {
        let kinds = Set(MirrorView.all.compactMap { $0.parent == nil ? $0.kind : nil })
        for category in Category.all {
            for record in category.records { #expect(kinds.contains(ViewName.plain(record)), "\(record)") }
        }
        let expected = [
            "JournalEntry", "Bill", "Check", "Deposit", "TimeTracking", "VehicleMileage", "ToDo",
            "PriceLevel",
            "InventorySite", "Transfer", "BuildAssembly", "PayrollItemWage", "Currency", "SalesReceipt",
        ]
        #expect(kinds.isSuperset(of: expected))
        #expect(kinds.isDisjoint(with: ["ListDeleted", "TxnDeleted", "Report"]))
    }

    @Test("names are words in small letters, no two the same, and none has to be quoted")
    func names() throws {
        #expect(Set(MirrorView.all.map(\.name)).count == MirrorView.all.count)
        let mirrored = try Mirrored()
        for view in MirrorView.all {
            let columns = view.columns.map(\.name)
            #expect(Set(columns).count == columns.count, "\(view.name)")
            #expect((view.columns.map(\.name) + [view.name]).allSatisfy { Self.isPlain($0) }, "\(view.name)")
            #expect(columns.count <= 200)
            // Each by its bare name: a reserved word would be a syntax error.
            let list = columns.joined(separator: ", ")
            #expect(try mirrored.select("SELECT \(list) FROM \(view.name) WHERE connector = 'x'") == [])
        }
    }

    private static func isPlain(_ name: String) -> Bool {
        name.first?.isLetter == true && name.utf8.allSatisfy { $0 == 95 || 97...122 ~= $0 || 48...57 ~= $0 }
    }

    @Test(
        "QuickBooks' names in SQL's way",
        arguments: [
            ("ReceivePayment", "receive_payment"), ("ARRefundCreditCard", "ar_refund_credit_card"),
            ("PONumber", "po_number"), ("FOB", "fob"), ("Addr1", "addr1"), ("ExternalGUID", "external_guid"),
            ("OverrideUOMSet", "override_uom_set"), ("isTrackingOnSales", "is_tracking_on_sales"),
            ("Form1099CategoryAccountMapping", "form1099_category_account_mapping"),
            ("COGSAccount", "cogs_account"),
        ])
    func snake(element: String, name: String) {
        #expect(ViewName.snake(element) == name)
    }

    @Test("the views that people will have in their programs are there under these names")
    func stable() {
        let names = Set(MirrorView.all.map(\.name))
        let promised = """
            mirror version freshness data_ext item entity terms account class standard_terms customer vendor
            employee invoice invoice_line invoice_line_group invoice_linked_txn receive_payment
            receive_payment_applied_to_txn bill bill_expense_line bill_item_line bill_item_group_line
            check_txn check_expense_line check_item_line journal_entry journal_debit_line journal_credit_line
            deposit deposit_line estimate_line sales_receipt_line sales_order_line credit_memo_line
            purchase_order_line item_receipt_item_line vendor_credit_item_line item_group_line time_tracking
            vehicle_mileage to_do
            item_sales_tax_group_item_sales_tax price_level_per_item company preferences
            """
        for name in promised.split(whereSeparator: \.isWhitespace) {
            #expect(names.contains(String(name)), "\(name)")
        }
    }

    @Test(
        "the usual questions find their way by an index",
        arguments: [
            (
                "SELECT * FROM invoice WHERE connector = 'acme' AND id = '1A-1'",
                "r USING INDEX sqlite_autoindex_record_1 (connector_id=? AND kind=? AND id=?)"
            ),
            (
                "SELECT id FROM invoice WHERE connector = 'acme' AND ref_number = '1021'",
                "r USING COVERING INDEX record_name (connector_id=? AND kind=? AND name=?)"
            ),
            (
                "SELECT * FROM customer WHERE connector = 'acme' AND full_name = 'Elm Street Bakery'",
                "r USING INDEX record_name (connector_id=? AND kind=? AND name=?)"
            ),
            (
                "SELECT * FROM invoice WHERE connector = 'acme' AND customer_id = '80000001-1'",
                "r USING INDEX record_entity (connector_id=? AND entity_id=?)"
            ),
            (
                "SELECT memo FROM invoice WHERE connector = 'acme' AND txn_date >= '2026-11-01'",
                "r USING INDEX record_date (connector_id=? AND kind=? AND txn_date>?)"
            ),
            (
                "SELECT id FROM invoice WHERE connector = 'acme' AND modified_at > '2026-11-01'",
                "r USING COVERING INDEX record_modified (connector_id=? AND kind=? AND modified_at>?)"
            ),
            (
                "SELECT count(*) FROM invoice WHERE connector = 'acme' AND deleted_at IS NULL",
                "r USING INDEX record_live (connector_id=? AND kind=?)"
            ),
            (
                "SELECT * FROM entity WHERE connector = 'acme' AND id = '80000001-1'",
                "r USING INDEX sqlite_autoindex_record_1 (connector_id=? AND kind=? AND id=?)"
            ),
            (
                "SELECT * FROM invoice_line WHERE connector = 'acme' AND invoice_id = '1A-1'",
                "r USING INDEX sqlite_autoindex_record_1 (connector_id=? AND kind=? AND id=?)"
            ),
        ])
    func plans(question: String, step: String) throws {
        let plan = try Self.mirrored.get().plan(question)
        #expect(plan.contains("SEARCH \(step)"), "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN r") || $0.hasPrefix("MATERIALIZE") }, "\(plan)")
    }

    @Test(
        "a join goes from record to record, never through all of them for each",
        arguments: [
            """
            SELECT i.ref_number, l.item_name, l.amount_minor FROM invoice AS i
            JOIN invoice_line AS l ON l.connector = i.connector AND l.invoice_id = i.id
            """,
            """
            SELECT c.full_name, sum(l.amount_minor) FROM invoice_line AS l
            JOIN invoice AS i ON i.connector = l.connector AND i.id = l.invoice_id
            JOIN customer AS c ON c.connector = i.connector AND c.id = i.customer_id GROUP BY c.id
            """,
            """
            SELECT p.ref_number, i.ref_number, a.amount FROM receive_payment AS p
            JOIN receive_payment_applied_to_txn AS a
                ON a.connector = p.connector AND a.receive_payment_id = p.id
            JOIN invoice AS i ON i.connector = a.connector AND i.id = a.txn_id
            """,
            """
            SELECT i.ref_number, t.name FROM invoice_line AS l
            JOIN invoice AS i ON i.connector = l.connector AND i.id = l.invoice_id
            JOIN item AS t ON t.connector = l.connector AND t.id = l.item_id
            """,
            """
            SELECT i.ref_number, t.full_name FROM invoice_line AS l
            JOIN invoice AS i ON i.connector = l.connector AND i.id = l.invoice_id
            JOIN item_service AS t ON t.connector = l.connector AND t.id = l.item_id
            WHERE l.connector = 'acme' AND i.txn_date >= '2026-11-01'
            """,
        ])
    func joins(question: String) throws {
        let plan = try Self.mirrored.get().plan(question)
        #expect(!plan.contains { $0.hasPrefix("SCAN r") || $0.hasPrefix("MATERIALIZE") }, "\(plan)")
        // One walk over a kind; everything else is looked up by its ID, if need be in an index made for it.
        let walks = plan.filter { step in
            step.hasPrefix("SEARCH r") && !step.contains("id=? AND kind=? AND id=?")
                && !step.contains("INDEX (id=?)")
        }
        #expect(walks.count == 1, "\(plan)")
    }
}

import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// What the views show of what QuickBooks answered (SA-20).
@Suite struct ViewContentTests {
    private let mirrored: Mirrored

    init() throws {
        mirrored = try Mirrored()
        try mirrored.take(Mirrored.invoices, answering: "InvoiceQuery")
    }

    @Test("a record's values are columns: references by ID and name, flags as 0 and 1, money twice")
    func record() throws {
        #expect(
            try mirrored.select(
                """
                SELECT connector, id, txn_number, customer_id, customer_name, txn_date, ref_number,
                    bill_address_city, is_pending, is_paid, due_date, subtotal, subtotal_minor,
                    balance_remaining_minor, sales_tax_percentage, exchange_rate, memo, ship_date
                FROM invoice WHERE connector = 'acme' AND id = '1A-1'
                """) == [
                    "acme|1A-1|41|80000001-1|Elm Street Bakery|2026-11-02|1021|Springfield|0|1|2026-12-02|"
                        + #"1250.30|125030|-5|7.5|1.08212|Thank "you"|NULL"#
                ])
        #expect(
            try mirrored.select(
                """
                SELECT typeof(subtotal), typeof(subtotal_minor), typeof(is_paid), typeof(txn_number),
                    typeof(json)
                FROM invoice
                """
            )[0] == "text|integer|integer|integer|text")
    }

    @Test("lines are rows of their own, those of groups too, and say where they stand")
    func lines() throws {
        #expect(
            try mirrored.select(
                """
                SELECT invoice_id, group_number, line_number, txn_line_id, item_name, quantity, amount,
                    amount_minor FROM invoice_line ORDER BY txn_line_id
                """) == [
                    "1A-1|NULL|1|1A-2|Labour:Hours|2.5|200.00|20000",
                    "1A-1|NULL|2|1A-3|NULL|NULL|NULL|NULL",
                    "1A-1|1|1|1A-5|NULL|NULL|1000.30|100030",
                    "1A-1|1|2|1A-6|NULL|NULL|50|5000",
                ])
        #expect(
            try mirrored.select(
                """
                SELECT line_number, item_group_name, total_amount_minor, is_print_items_in_group
                FROM invoice_line_group
                """
            ) == ["1|Door set|105030|0"])
        #expect(
            try mirrored.select("SELECT txn_id, txn_type, amount_minor FROM invoice_linked_txn") == [
                "2B-1|ReceivePayment|-125035"
            ])
    }

    @Test("lines and records join to what the invoice says of itself")
    func joining() throws {
        #expect(
            try mirrored.select(
                """
                SELECT i.ref_number, i.subtotal_minor = sum(l.amount_minor), count(*)
                FROM invoice AS i JOIN invoice_line AS l ON l.connector = i.connector AND l.invoice_id = i.id
                GROUP BY i.connector, i.id
                """) == ["1021|1|4"])
    }

    @Test("custom fields of records and of lines are in one view")
    func customFields() throws {
        #expect(
            try mirrored.select(
                "SELECT kind, id, place, line_id, owner_id, name, type, value FROM data_ext ORDER BY name")
                == [
                    "Invoice|1A-1|NULL|NULL|0|Colour|STR255TYPE|red",
                    "Invoice|1A-1|InvoiceLineRet[0]|1A-2|0|Truck|STR255TYPE|4",
                ])
    }

    @Test("what stands beside the JSON for the sake of an index is what stands in it, whatever the kind")
    func storedColumns() throws {
        let mirrored = try Mirrored()
        var count = 0
        for view in MirrorView.all {
            guard let kind = view.kind,
                let column = view.columns.first(where: { $0.expression == "r.entity_id" })
            else { continue }
            // One kind has no date.
            let day = view.columns.contains { $0.name == "txn_date" } ? "txn_date" : "NULL"
            let reference = try #require(column.meaning.split(separator: "/").first)
            try mirrored.take(
                """
                <\(kind)Ret><TxnID>1</TxnID><TxnDate>2026-01-02</TxnDate>
                <\(reference)><ListID>80-7</ListID><FullName>Ann</FullName></\(reference)></\(kind)Ret>
                """, answering: "\(kind)Query")
            #expect(
                try mirrored.select("SELECT \(column.name), \(day) FROM \(view.name)") == [
                    "80-7|\(day == "NULL" ? day : "2026-01-02")"
                ],
                "\(view.name)")
            count += 1
        }
        #expect(count > 12)
    }

    @Test("a deleted record stays, and says so; so do its lines")
    func deletion() throws {
        try mirrored.scene.database.transactNow {
            try $0.execute("UPDATE record SET deleted_at = ?1 WHERE id = '1A-1'", Scene.minutes(5))
        }
        #expect(
            try mirrored.select("SELECT id, is_deleted, deleted_at FROM invoice ORDER BY id") == [
                "1A-1|1|2026-09-21T14:18:20.000Z", "1A-7|0|NULL",
            ])
        #expect(try mirrored.select("SELECT DISTINCT is_deleted FROM invoice_line") == ["1"])
        #expect(try mirrored.select("SELECT id FROM mirror WHERE is_deleted") == ["1A-1"])
    }

    @Test("each row knows up to when its category is complete")
    func asOf() throws {
        #expect(try mirrored.select("SELECT DISTINCT as_of FROM invoice") == ["NULL"])
        try mirrored.scene.apply(
            .moveWatermark(
                connector: mirrored.connector.id, category: "invoices", Watermark(highWater: nil),
                at: Scene.noon))
        let noon = "2026-09-21T14:13:20.000Z"
        for view in ["invoice", "invoice_line", "mirror"] {
            #expect(try mirrored.select("SELECT DISTINCT as_of FROM \(view)") == [noon])
        }
    }

    @Test("one view has all items, whatever their kind; another all that money goes to or comes from")
    func families() throws {
        try mirrored.take(
            """
            <ItemServiceRet><ListID>80-1</ListID><TimeCreated>2026-11-02T09:00:00-06:00</TimeCreated>
            <TimeModified>2026-11-02T09:00:00-06:00</TimeModified><EditSequence>1</EditSequence>
            <Name>Hours</Name><FullName>Labour:Hours</FullName><IsActive>false</IsActive>
            <Sublevel>1</Sublevel>
            </ItemServiceRet><ItemSubtotalRet><ListID>80-2</ListID>
            <TimeCreated>2026-11-02T09:00:00-06:00</TimeCreated>
            <TimeModified>2026-11-02T09:00:00-06:00</TimeModified><EditSequence>1</EditSequence>
            <Name>Sum</Name><IsActive>true</IsActive></ItemSubtotalRet>
            """, answering: "ItemQuery")
        #expect(
            try mirrored.select("SELECT kind, id, name, is_active FROM item ORDER BY id") == [
                "ItemService|80-1|Labour:Hours|0", "ItemSubtotal|80-2|Sum|1",
            ])
        #expect(
            try mirrored.select("SELECT full_name, name, sublevel FROM item_service") == [
                "Labour:Hours|Hours|1"
            ])
        #expect(
            try mirrored.select("SELECT id FROM item_service WHERE full_name = 'labour:HOURS'") == ["80-1"])
        #expect(try mirrored.select("SELECT count(*) FROM entity") == ["0"])
    }

    @Test("an earlier version of a record is found by the moment that one asks for")
    func versions() throws {
        try mirrored.scene.database.transactNow {
            try $0.execute(
                """
                INSERT INTO record_version (connector_id, kind, id, valid_until, changed_at, name, json)
                SELECT connector_id, kind, id, changed_at, '2026-09-01T00:00:00.000Z', name, '{"Memo":"old"}'
                FROM record WHERE id = '1A-1'
                """)
        }
        func memo(at moment: String) throws -> [String] {
            try mirrored.select(
                """
                SELECT json ->> '$.Memo' FROM version WHERE connector = 'acme' AND kind = 'Invoice'
                AND name = '1021' AND valid_from <= '\(moment)'
                AND (valid_until > '\(moment)' OR valid_until IS NULL)
                """)
        }
        #expect(try memo(at: "2026-09-10") == ["old"])
        #expect(try memo(at: "2026-09-30") == [#"Thank "you""#])
        #expect(try memo(at: "2026-08-30") == [])
    }
}

@Suite struct MinorUnitsTests {
    @Test(
        "hundredths are exact, and missing where a text has no exact ones",
        arguments: [
            ("12", "1200"), ("12.", "1200"), ("12.3", "1230"), ("12.30", "1230"), ("-12.30", "-1230"),
            ("-0.05", "-5"), ("0.29", "29"), ("1.15", "115"), ("4.35", "435"),
            ("1234567890123.45", "123456789012345"),
            ("-9999999999999.99", "-999999999999999"), (".5", "50"), ("0", "0"), ("0.00", "0"),
            ("12.345", "NULL"), ("", "NULL"), ("abc", "NULL"), ("1,234.50", "NULL"), ("1e5", "NULL"),
        ])
    func minorUnits(text: String, expected: String) throws {
        let expression = MinorUnits.expression("t.value", decimals: 2)
        #expect(
            try Scene().select("SELECT \(expression) FROM (SELECT '\(text)' AS value) AS t") == [expected])
    }

    @Test("no text at all has no hundredths")
    func noMinorUnits() throws {
        #expect(try Scene().select("SELECT \(MinorUnits.expression("NULL", decimals: 2))") == ["NULL"])
    }
}

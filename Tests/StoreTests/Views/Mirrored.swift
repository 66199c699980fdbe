import FoundationEssentials
import QBXML
import Sync

@testable import Store

/// A database with views, filled with what QuickBooks would answer.
struct Mirrored: Sendable {
    let scene: Scene
    let connector: Connector

    init() throws {
        scene = Scene(try .inMemory(withViews: true))
        connector = try scene.connector("acme")
        try scene.connector("bravo")
    }

    /// Takes the answer to a query in: `<InvoiceRet>…</InvoiceRet>`.
    func take(_ records: String, answering query: String) throws {
        let document = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><\(query)Rs statusCode="0" statusSeverity="Info">
            \(records)</\(query)Rs></QBXMLMsgsRs></QBXML>
            """
        let response = try QBXML.Response(decoding: Array(document.utf8))
        try scene.database.transactNow { transaction in
            for record in response.answers.flatMap(\.records) {
                try transaction.execute(
                    """
                    INSERT INTO record (connector_id, kind, id, name, edit_sequence, time_created,
                        time_modified, is_active, first_seen_at, changed_at, digest, json, ref_number,
                        txn_date, entity_id)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, 0, ?10, ?11, ?12, ?13)
                    """, connector.id, record.kind, record.id, record.name, record.editSequence,
                    record.timeCreated, record.timeModified, record.isActive, Scene.noon,
                    String(decoding: record.json, as: UTF8.self),
                    record.refNumber, record.txnDate, record.entityID)
            }
        }
    }

    func select(_ sql: String) throws -> [String] { try scene.select(sql) }

    /// SQLite's plan, one step a line, without the numbers in front.
    func plan(_ sql: String) throws -> [String] {
        try scene.database.readNow { try $0.query("EXPLAIN QUERY PLAN " + sql) }.rows.map {
            $0.last.flatMap { $0 } ?? ""
        }
    }

    static let invoices = """
        <InvoiceRet><TxnID>1A-1</TxnID><TimeCreated>2026-11-02T09:00:00-06:00</TimeCreated>
        <TimeModified>2026-11-03T09:00:00-06:00</TimeModified><EditSequence>17</EditSequence>
        <TxnNumber>41</TxnNumber>
        <CustomerRef><ListID>80000001-1</ListID><FullName>Elm Street Bakery</FullName></CustomerRef>
        <TxnDate>2026-11-02</TxnDate><RefNumber>1021</RefNumber>
        <BillAddress><Addr1>Elm Street 4</Addr1><City>Springfield</City></BillAddress>
        <IsPending>false</IsPending><DueDate>2026-12-02</DueDate><Subtotal>1250.30</Subtotal>
        <SalesTaxPercentage>7.5</SalesTaxPercentage><BalanceRemaining>-0.05</BalanceRemaining>
        <ExchangeRate>1.08212</ExchangeRate><Memo>Thank "you"</Memo><IsPaid>true</IsPaid>
        <LinkedTxn><TxnID>2B-1</TxnID><TxnType>ReceivePayment</TxnType><TxnDate>2026-11-20</TxnDate>
        <LinkType>AMTTYPE</LinkType><Amount>-1250.35</Amount></LinkedTxn>
        <InvoiceLineRet><TxnLineID>1A-2</TxnLineID><ItemRef><ListID>80000005-1</ListID>
        <FullName>Labour:Hours</FullName></ItemRef><Desc>Oven</Desc><Quantity>2.5</Quantity><Rate>80.00</Rate>
        <Amount>200.00</Amount>
        <DataExtRet><OwnerID>0</OwnerID><DataExtName>Truck</DataExtName><DataExtType>STR255TYPE</DataExtType>
        <DataExtValue>4</DataExtValue></DataExtRet></InvoiceLineRet>
        <InvoiceLineRet><TxnLineID>1A-3</TxnLineID><Desc>A line of text</Desc></InvoiceLineRet>
        <InvoiceLineGroupRet><TxnLineID>1A-4</TxnLineID>
        <ItemGroupRef><ListID>80000009-1</ListID><FullName>Door set</FullName></ItemGroupRef>
        <Quantity>1</Quantity>
        <IsPrintItemsInGroup>false</IsPrintItemsInGroup><TotalAmount>1050.30</TotalAmount>
        <InvoiceLineRet><TxnLineID>1A-5</TxnLineID><Amount>1000.30</Amount></InvoiceLineRet>
        <InvoiceLineRet><TxnLineID>1A-6</TxnLineID><Amount>50</Amount></InvoiceLineRet>
        </InvoiceLineGroupRet>
        <DataExtRet><OwnerID>0</OwnerID><DataExtName>Colour</DataExtName><DataExtType>STR255TYPE</DataExtType>
        <DataExtValue>red</DataExtValue></DataExtRet></InvoiceRet>
        <InvoiceRet><TxnID>1A-7</TxnID><TimeCreated>2026-11-04T09:00:00-06:00</TimeCreated>
        <TimeModified>2026-11-04T09:00:00-06:00</TimeModified><EditSequence>1</EditSequence>
        <CustomerRef><ListID>80000001-1</ListID><FullName>Elm Street Bakery</FullName></CustomerRef>
        <TxnDate>2026-11-04</TxnDate><RefNumber>1022</RefNumber><Subtotal>12</Subtotal><IsPaid>false</IsPaid>
        </InvoiceRet>
        """
}

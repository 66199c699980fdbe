internal import QBXML

/// What TransactionQuery says of a transaction of any kind: a row for the whole, and one for each line.
enum TransactionRow {
    /// The kinds that it knows, in the catalog's order.
    static let kinds = Catalog.standard.words(of: "TxnTypeFilter").filter {
        $0 != "All" && Family.named($0) != nil
    }

    static let nonPosting: Set = ["Estimate", "SalesOrder", "PurchaseOrder"]

    static func summary(of record: CompanyRecord) -> [Field] {
        row(
            of: record, line: nil, entity: reference(record.fields, ending: entities),
            amount: total(of: record))
    }

    static func lines(of record: CompanyRecord) -> [CompanyRecord] {
        record.fields.filter { Query.isLine($0.name) && !$0.fields.text("TxnLineID").isEmpty }.map { line in
            let entity =
                reference(line.fields, ending: entities) ?? reference(record.fields, ending: entities)
            return CompanyRecord(
                kind: "Transaction", id: record.id,
                fields: row(of: record, line: line, entity: entity, amount: Totals.amount(line)))
        }
    }

    private static func row(
        of record: CompanyRecord, line: Field?, entity: Field?, amount: Money
    ) -> [Field] {
        var fields = [Field("TxnType", record.kind), Field("TxnID", record.id)]
        if let line { fields.append(Field("TxnLineID", line.fields.text("TxnLineID"))) }
        fields += ["TimeCreated", "TimeModified"].compactMap { record.fields.first(named: $0) }
        if let entity { fields.append(Field("EntityRef", entity.fields)) }
        let account =
            line.map { reference($0.fields, ending: ["AccountRef"]) }
            ?? reference(record.fields, ending: ["AccountRef"])
        if let account { fields.append(Field("AccountRef", account.fields)) }
        fields += ["TxnDate", "RefNumber"].compactMap { record.fields.first(named: $0) }
        fields.append(Field("Amount", amount))
        if let memo = line.map({ $0.fields.first(named: "Memo") }) ?? record.fields.first(named: "Memo") {
            fields.append(memo)
        }
        return fields
    }

    private static let entities = ["CustomerRef", "VendorRef", "EntityRef"]

    private static func reference(_ fields: [Field], ending endings: [String]) -> Field? {
        fields.first { field in endings.contains { field.name.hasSuffix($0) } && Reference(field) != nil }
    }

    /// What the whole is worth: an invoice does not say it in one element.
    static func total(of record: CompanyRecord) -> Money {
        for name in ["TotalAmount", "Amount", "AmountDue", "CreditAmount", "DepositTotal"] {
            if let amount = Money(record[name]) { return amount }
        }
        if record.kind == "JournalEntry" {
            return record.fields.filter { $0.name == "JournalDebitLine" }
                .reduce(Money.zero) { $0 + Totals.amount($1) }
        }
        return record.amount("Subtotal") + record.amount("SalesTaxTotal")
    }
}

extension CompanyFile {
    /// Rows of transactions of all kinds, kind by kind, and within a kind as they were entered.
    mutating func findTransactions(_ query: Query) -> [Answered] {
        let wanted = query.types.isEmpty ? TransactionRow.kinds : query.types
        var found: [Answered] = []
        for kind in TransactionRow.kinds where wanted.contains(kind) && restriction(of: kind) == nil {
            let isPosting = !TransactionRow.nonPosting.contains(kind)
            if query.postingStatus == "Posting" && !isPosting { continue }
            if query.postingStatus == "NonPosting" && isPosting { continue }
            let places = shelves[kind]?.places(from: query.from, to: query.to, inOrderOf: .entry) ?? []
            for place in places {
                guard let record = shelves[kind]?.records[place], isAsked(record, by: query) else { continue }
                if query.detailLevel != "AllExceptSummary" {
                    found.append(.transaction(family: kind, id: record.id))
                }
                if query.detailLevel != "SummaryOnly" {
                    found += TransactionRow.lines(of: record).map { .made($0) }
                }
            }
        }
        return found
    }

    private func isAsked(_ record: CompanyRecord, by query: Query) -> Bool {
        if !query.ids.isEmpty { return query.ids.contains(record.id) }
        if !query.names.isEmpty {
            let number = record["RefNumber"]
            let isNamed =
                query.isCaseSensitive
                ? query.names.contains(number)
                : query.names.contains { $0.lowercased() == number.lowercased() }
            if !isNamed { return false }
        }
        var query = query
        // They were about kinds of transactions here, not of accounts.
        query.types = []
        return query.matches(record, kinds: [record.kind])
    }
}

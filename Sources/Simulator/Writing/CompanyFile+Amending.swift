/// Changing by request.
extension CompanyFile {
    /// - Returns: the ID of the record.
    mutating func amend(_ order: inout WriteOrder) throws(WriteRefusal) -> String {
        guard let shape = RetShape(of: order.kind) else { throw .notImitated("this request") }
        let isTransaction = !shape.has("ListID")
        let family = Family.holding(order.kind).name
        let id = order.fields.text(isTransaction ? "TxnID" : "ListID")
        let old = try present(id, order.kind)
        guard order.fields.text("EditSequence") == old.editSequence else {
            throw WriteRefusal(
                .staleEditSequence(order.fields.text("EditSequence")), present: old)
        }
        guard !rules.isClosed(old["TxnDate"]), !rules.isClosed(order.fields.text("TxnDate")) else {
            throw WriteRefusal(.closedForChange)
        }
        var record = old
        record.fields = try shape.merged(order.fields, into: old.fields, in: self)
        record.addAddressBlocks(shape)
        record.stampModified(in: zone, at: order.moment)
        if isTransaction {
            try amend(transaction: &record, from: old, shape, &order)
        } else {
            try amend(entry: &record, from: old, shape, in: family, at: order.moment)
        }
        return id
    }

    /// The record that an ID means.
    func present(_ id: String, _ kind: String) throws(WriteRefusal) -> CompanyRecord {
        guard Self.isWellFormed(id) else { throw WriteRefusal(.malformedID(id)) }
        guard let record = record(Family.holding(kind).name, id: id), record.kind == kind else {
            throw WriteRefusal(.missingObject(id))
        }
        guard !rules.isBusy(id) else { throw WriteRefusal(.inUse(id)) }
        return record
    }

    /// Hexadecimal digits, a hyphen, digits.
    private static func isWellFormed(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && id.count <= 36
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isHexDigit) }
    }

    // MARK: Lists

    private mutating func amend(
        entry record: inout CompanyRecord, from old: CompanyRecord, _ shape: RetShape, in family: String,
        at moment: Int
    ) throws(WriteRefusal) {
        if let parent = record.reference("ParentRef") {
            guard parent.id != record.id,
                self.record(family, id: parent.id).map({ !isAbove(record.id, $0, in: family) }) ?? true
            else { throw WriteRefusal(.parentNotValid(parent.name)) }
        }
        try nameEntry(&record, shape)
        try checkName(of: record, in: family)
        record.fields = shape.ordered(record.fields)
        move(record, from: old, in: family)
        // Its balances may just have moved along with those above it.
        for name in ["Balance", "TotalBalance"] {
            if let present = self.record(family, id: record.id)?.fields.first(named: name) {
                record.replace(present)
            }
        }
        put(record)
        guard record.fullName != old.fullName else { return }
        repoint(old.reference, to: record.reference, stampingAt: renaming == .loud ? moment : nil)
        moveChildren(of: record.id, under: record.fullName, in: family, at: moment)
    }

    /// What a moved entry owes counts above its new place.
    private mutating func move(_ record: CompanyRecord, from old: CompanyRecord, in family: String) {
        let total = old.amount("TotalBalance")
        let (before, after) = (old.reference("ParentRef")?.id, record.reference("ParentRef")?.id)
        guard before != after else { return }
        if let before { changeTotalBalance(family, before, by: -total) }
        if let after { changeTotalBalance(family, after, by: total) }
    }

    // MARK: Transactions

    private mutating func amend(
        transaction record: inout CompanyRecord, from old: CompanyRecord, _ shape: RetShape,
        _ order: inout WriteOrder
    ) throws(WriteRefusal) {
        try collect(&record)
        let hasLines = record.fields.contains { Query.isLine($0.name) }
        // A payment has no lines of its own, and its sums come with what it is applied to.
        if hasLines || Pricing.saleKinds.contains(record.kind) || record.kind == "Charge" {
            let names = Set(order.fields.map(\.name))
            // What a charge is worth follows from its price and quantity unless its amount is given.
            if record.kind == "Charge", !names.contains("Amount"),
                !names.isDisjoint(with: ["Rate", "Quantity"])
            {
                record.fields.removeAll { $0.name == "Amount" }
            }
            try finish(&record, shape, &order)
        }
        try checkApplied(record, old)
        let isSettledAnew = order.fields.contains {
            $0.name.hasSuffix("AppliedToTxnMod") || $0.name == "TotalAmount"
        }
        if order.fields.contains(where: { $0.name.hasSuffix("AppliedToTxnMod") }) {
            for applied in old.fields where applied.name.hasSuffix("AppliedToTxnRet") {
                reopen(applied, paidBy: old.id, at: order.moment)
            }
            try settle(&record, order)
        } else if isSettledAnew, record.kind == "ReceivePayment" {
            try resize(&record)
        }
        record.fields = shape.ordered(record.fields)
        let movesBalances =
            posted.contains(old.id) || old.kind == "Invoice" || old.kind == "ReceivePayment"
        if movesBalances {
            for posting in postings(of: old) {
                changeBalance(posting.family, posting.id, by: -posting.amount)
            }
            for posting in postings(of: record) {
                changeBalance(posting.family, posting.id, by: posting.amount)
            }
        }
        put(record)
        guard order.all("ApplyCheckToTxnMod").isEmpty else { throw .notImitated("<ApplyCheckToTxnMod>") }
        try apply(credits: order.all("SetCredit"), to: order.kind, old.id, at: order.moment)
    }

    /// A payment of another amount leaves another rest unused.
    private func resize(_ payment: inout CompanyRecord) throws(WriteRefusal) {
        let used = payment.fields.filter { $0.name == "AppliedToTxnRet" }
            .reduce(Money.zero) { $0 + Totals.amount($1) }
        let total = payment.amount("TotalAmount")
        guard used <= total else {
            throw WriteRefusal(.cannotSave("More is applied than the payment is worth."))
        }
        payment.replace(Field("UnusedPayment", total - used))
    }

    /// What is paid already cannot become worth less than that.
    private func checkApplied(_ record: CompanyRecord, _ old: CompanyRecord) throws(WriteRefusal) {
        for name in ["BalanceRemaining", "OpenAmount", "CreditRemaining"] {
            guard record.amount(name) < .zero, old.amount(name) >= .zero else { continue }
            throw WriteRefusal(.cannotSave("More is applied to it than it would be worth."))
        }
    }
}

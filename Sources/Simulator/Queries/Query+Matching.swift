extension Query {
    /// Whether a record is among those asked for, times aside: the shelf has its own order for those.
    func matches(_ record: CompanyRecord, kinds: [String]) -> Bool {
        guard kinds.contains(record.kind) else { return false }
        switch activeStatus {
        case "ActiveOnly": if !record.isActive { return false }
        case "InactiveOnly": if record.isActive { return false }
        default: break
        }
        if let nameRange, !nameRange.contains(record.fullName) { return false }
        if let balance, !balance.holds(for: record.amount("TotalBalance")) { return false }
        if let dates, !dates.contains(CivilDay(record["TxnDate"])) { return false }
        if let entity, !references(of: record, ending: Self.entityEndings).contains(where: entity.holds) {
            return false
        }
        if let account, !references(of: record, ending: ["AccountRef"]).contains(where: account.holds) {
            return false
        }
        if !types.isEmpty {
            let type = record[record.kind == "Account" ? "AccountType" : "PaymentMethodType"]
            if !types.contains(type) { return false }
        }
        switch paidStatus {
        case "PaidOnly": return record["IsPaid"] == "true"
        case "NotPaidOnly": return record["IsPaid"] != "true"
        default: return true
        }
    }

    private static let entityEndings = ["CustomerRef", "VendorRef", "EntityRef"]

    /// What the head of a transaction refers to; its lines are not looked at.
    private func references(of record: CompanyRecord, ending endings: [String]) -> [Reference] {
        record.fields.filter { field in endings.contains { field.name.hasSuffix($0) } }
            .compactMap { Reference($0) }
    }

    /// Whether a child of a record belongs into the answer.
    ///
    /// Lines and links come only when asked for. The names of wanted elements narrow the rest; they say
    /// nothing about lines unless they name them.
    func includes(_ child: String) -> Bool {
        if Self.isLine(child), !includeLines { return false }
        if child == "LinkedTxn", !includeLinks { return false }
        return retElements.isEmpty || retElements.contains(child)
    }

    /// `InvoiceLineRet`, `InvoiceLineGroupRet`, the two sides of a journal entry, and what a payment was
    /// applied to.
    static func isLine(_ child: String) -> Bool {
        child.hasSuffix("LineRet") || child.hasSuffix("LineGroupRet") || child.hasSuffix("AppliedToTxnRet")
            || child == "JournalDebitLine" || child == "JournalCreditLine"
    }
}

extension Query.Range {
    /// Compared without case. A range includes both of its ends.
    func contains(_ name: String) -> Bool {
        let name = name.lowercased()
        switch self {
        case .startsWith(let text): return name.hasPrefix(text.lowercased())
        case .endsWith(let text): return name.hasSuffix(text.lowercased())
        case .contains(let text): return text.isEmpty || name.contains(text.lowercased())
        case .between(let from, let to):
            if let from, name < from.lowercased() { return false }
            if let to, name > to.lowercased() { return false }
            return true
        }
    }
}

extension Query.BalanceBound {
    func holds(for other: Money) -> Bool {
        switch sign {
        case "LessThan": other < amount
        case "LessThanEqual": other <= amount
        case "GreaterThan": other > amount
        case "GreaterThanEqual": other >= amount
        default: other == amount
        }
    }
}

extension Query.DayRange {
    func contains(_ day: CivilDay?) -> Bool {
        guard let day else { return false }
        return (from.map { day >= $0 } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

extension Query.Branch {
    func holds(_ reference: Reference) -> Bool {
        if ids.contains(reference.id) { return true }
        let name = reference.name.lowercased()
        return names.contains { $0 == name || withChildren && name.hasPrefix($0 + ":") }
    }
}

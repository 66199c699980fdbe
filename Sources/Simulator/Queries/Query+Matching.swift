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
        for (kind, branch) in branches where !isHeld(record, by: branch, kind) { return false }
        if doneStatus != "All", (record["IsDone"] == "true") != (doneStatus == "DoneOnly") { return false }
        if pendingStatus != "All", (record["IsPending"] == "true") != (pendingStatus == "PendingOnly") {
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

    /// Whether a record refers to a branch: in its head or in any of its lines.
    private func isHeld(_ record: CompanyRecord, by branch: Branch, _ kind: BranchKind) -> Bool {
        let endings = Self.endings[kind] ?? []
        return record.fields.contains { Self.refers($0, to: branch, endings) }
    }

    private static func refers(_ field: Field, to branch: Branch, _ endings: [String]) -> Bool {
        guard case .fields(let inner) = field.content else { return false }
        if endings.contains(where: { field.name.hasSuffix($0) }), let reference = Reference(field) {
            return branch.holds(reference)
        }
        return inner.contains { refers($0, to: branch, endings) }
    }

    private static let endings: [BranchKind: [String]] = [
        .entity: ["CustomerRef", "VendorRef", "EntityRef", "EmployeeRef"], .account: ["AccountRef"],
        .item: [
            "ItemRef", "ItemServiceRef", "ItemInventoryRef", "ItemInventoryAssemblyRef", "ItemGroupRef",
            "ItemSalesTaxRef",
        ],
        .category: ["ClassRef"], .site: ["InventorySiteRef"], .agency: ["TaxVendorRef"],
    ]

    /// Whether a child of a record belongs into the answer.
    ///
    /// Lines and links come only when asked for. The names of wanted elements narrow the rest; they say
    /// nothing about lines unless they name them.
    func includes(_ child: String) -> Bool {
        if includeLines, includeLinks, retElements.isEmpty { return true }
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

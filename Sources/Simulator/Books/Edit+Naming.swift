internal import QBXML

extension CompanyFile {
    /// Gives a list entry another name. Its path and those below it follow, and so do all references.
    mutating func rename(
        _ family: String, _ name: String, to newName: String, at moment: Int
    ) throws(EditError) -> String {
        var record = try find(family, name)
        guard let element = Self.nameElement(of: record) else {
            throw .notPossible("A \(record.kind) has no name.")
        }
        let limit = Family.names.contains(family) ? 41 : 31
        guard !newName.isEmpty, !newName.contains(":"), newName.count <= limit else {
            throw .notPossible("The name of a \(record.kind) has 1 to \(limit) characters and no colon.")
        }
        let parent = record.reference("ParentRef")
        let fullName = parent.map { "\($0.name):\(newName)" } ?? newName
        let isSame = newName.lowercased() == record.name.lowercased()
        guard isSame || !isUsed(fullName, in: family, isPath: parent != nil) else {
            throw .nameInUse(fullName)
        }
        let old = record.reference
        record.fields.set(element, newName)
        record.fields.set("FullName", fullName)
        record.stampModified(in: zone, at: moment)
        put(record)
        repoint(old, to: record.reference, stampingAt: renaming == .loud ? moment : nil)
        moveChildren(of: record.id, under: fullName, in: family, at: moment)
        return record.id
    }

    /// The names of customers, vendors, employees and other names are one space, but for those within a path.
    private func isUsed(_ fullName: String, in family: String, isPath: Bool) -> Bool {
        if Family.names.contains(family), !isPath { return isTaken(fullName) }
        return record(family, named: fullName) != nil
    }

    private static func nameElement(of record: CompanyRecord) -> String? {
        record.fields.firstIndex(named: "Name") == nil ? nil : "Name"
    }

    /// Lets one list entry go up in another one of its kind: what referred to it refers to the other, the
    /// entries below it move, the balances are added, and it ends as a deleted one.
    /// - Returns: the ID of the one that stays.
    mutating func merge(
        _ family: String, _ name: String, into otherName: String, at moment: Int
    ) throws(EditError) -> String {
        let record = try find(family, name)
        let target = try find(family, otherName)
        guard Catalog.standard.words(of: "ListMergeType").contains(record.kind) else {
            throw .notPossible("QuickBooks merges no records of kind \(record.kind).")
        }
        guard record.kind == target.kind, record.id != target.id else {
            throw .notPossible("Only two different records of one kind are merged.")
        }
        guard record["AccountType"] == target["AccountType"] else {
            throw .notPossible("Only accounts of one type are merged.")
        }
        guard !isAbove(record.id, target, in: family), !isAbove(target.id, record, in: family) else {
            throw .notPossible("An entry is not merged with one above or below it.")
        }
        let children = records(family).filter { $0.reference("ParentRef")?.id == record.id }
        let taken = Set(
            records(family).filter { $0.reference("ParentRef")?.id == target.id }
                .map { $0.name.lowercased() })
        if let double = children.first(where: { taken.contains($0.name.lowercased()) }) {
            throw .nameInUse("\(target.fullName):\(double.name)")
        }
        addUp(record, into: target, in: family)
        bury(record, at: moment)
        repoint(record.reference, to: target.reference, stampingAt: moment)
        moveChildren(of: target.id, under: target.fullName, in: family, at: moment)
        let zone = zone
        change(family, target.id) { $0.stampModified(in: zone, at: moment) }
        return target.id
    }

    func isAbove(_ id: String, _ record: CompanyRecord, in family: String) -> Bool {
        var parent = record.reference("ParentRef")?.id
        var levels = 0
        while let above = parent, levels < 10 {
            if above == id { return true }
            parent = self.record(family, id: above)?.reference("ParentRef")?.id
            levels += 1
        }
        return false
    }

    /// The balances of the two, and of those above them.
    private mutating func addUp(_ record: CompanyRecord, into target: CompanyRecord, in family: String) {
        let own = record.amount("Balance")
        // What stands below it moves with it.
        let below = record.amount("TotalBalance") - own
        guard record.fields.firstIndex(named: "Balance") != nil else { return }
        changeBalance(family, record.id, by: -own)
        changeBalance(family, target.id, by: own)
        changeTotalBalance(family, record.id, by: -below)
        changeTotalBalance(family, target.id, by: below)
    }
}

/// What happens to a record when an entry that it refers to gets another name.
package enum Renaming: String, Sendable {
    /// The new name stands in its references from then on, and none of its times moves: QuickBooks keeps
    /// references by ID and looks the name up when it is asked.
    case quiet
    /// It counts as changed: its times and its EditSequence move too.
    case loud
}

extension Reference {
    /// Whether an element with these children is a reference to this. Two lists may have the same ListID, so
    /// the name counts too where there is one.
    fileprivate func isMeant(by fields: [Field]) -> Bool {
        for field in fields where field.name == "ListID" || field.name == "TxnID" {
            guard case .text(let text) = field.content, text == id else { continue }
            guard field.name == "ListID", let full = fields.first(named: "FullName") else { return true }
            if full.text == name || full.text.lowercased() == name.lowercased() { return true }
        }
        return false
    }
}

extension Field {
    /// Whether a reference to an entry, or a link to a transaction, stands in here at any depth.
    func refers(to target: Reference) -> Bool {
        guard case .fields(let inner) = content else { return false }
        return target.isMeant(by: inner) || inner.contains { $0.refers(to: target) }
    }

    /// Puts another entry, or the same under its new name, into every reference to `old`.
    /// - Returns: whether there was one.
    mutating func replaceReferences(to old: Reference, by target: Reference) -> Bool {
        guard case .fields(var inner) = content else { return false }
        var hasChanged = old.isMeant(by: inner)
        if hasChanged {
            inner.set("ListID", target.id)
            inner.set("FullName", target.name)
        }
        for index in inner.indices where inner[index].replaceReferences(to: old, by: target) {
            hasChanged = true
        }
        if hasChanged { content = .fields(inner) }
        return hasChanged
    }
}

extension CompanyRecord {
    func refers(to target: Reference) -> Bool { fields.contains { $0.refers(to: target) } }
}

extension CompanyFile {
    /// The records that refer to another one, at any depth: by a reference, a line or a link.
    func referrers(to target: Reference) -> [CompanyRecord] {
        shelves.keys.sorted().flatMap { family in
            records(family).filter { $0.refers(to: target) }
        }
    }

    /// Lets everything that refers to an entry refer to `target`.
    /// - Parameter moment: when the records that changed by it count as changed; nil leaves their times.
    mutating func repoint(_ old: Reference, to target: Reference, stampingAt moment: Int?) {
        let zone = zone
        for record in referrers(to: old) {
            change(Family.holding(record.kind).name, record.id) { record in
                for index in record.fields.indices {
                    _ = record.fields[index].replaceReferences(to: old, by: target)
                }
                if let moment { record.stampModified(in: zone, at: moment) }
            }
        }
        for index in preferences.fields.indices {
            _ = preferences.fields[index].replaceReferences(to: old, by: target)
        }
    }

    /// Gives the entries below a renamed or merged one their new paths.
    mutating func moveChildren(of id: String, under path: String, in family: String, at moment: Int) {
        let isLoud = renaming == .loud
        for child in records(family) where child.reference("ParentRef")?.id == id {
            let fullName = "\(path):\(child.name)"
            guard child.fullName != fullName else { continue }
            let old = child.reference
            var child = child
            child.fields.set("FullName", fullName)
            child.fields.set("Sublevel", String(fullName.count { $0 == ":" }))
            if isLoud { child.stampModified(in: zone, at: moment) }
            put(child)
            repoint(old, to: child.reference, stampingAt: isLoud ? moment : nil)
            moveChildren(of: child.id, under: fullName, in: family, at: moment)
        }
    }
}

extension CompanyRecord {
    /// Sets a top-level child, which is put where the catalog has it if it is not there yet.
    mutating func set(_ name: String, to text: String) {
        guard !fields.set(name, text) else { return }
        insert(Field(name, text))
    }

    /// Puts a child where the catalog has it, behind those of the same name.
    mutating func insert(_ field: Field) {
        let order = Family.elements(of: kind)
        guard let rank = order.firstIndex(of: field.name) else { return fields.append(field) }
        let before = Set(order[...rank])
        let place = fields.lastIndex { before.contains($0.name) }.map { $0 + 1 }
        fields.insert(field, at: place ?? 0)
    }

    /// Marks the record as changed at a moment.
    mutating func stampModified(in zone: OfficeZone, at moment: Int) {
        stampModified(zone.stamp(at: moment), wall: zone.wall(at: moment), moment: moment)
    }
}

/// What happens to a record when an entry that it refers to gets another name.
package enum Renaming: String, Sendable {
    /// The new name stands in its references from then on, and none of its times moves: QuickBooks keeps
    /// references by ID and looks the name up when it is asked.
    case quiet
    /// It counts as changed: its times and its EditSequence move too.
    case loud
}

extension Field {
    /// Whether a record or a list of any depth stands under this ID in here.
    func refers(to id: String) -> Bool {
        guard case .fields(let inner) = content else { return false }
        return inner.contains { field in
            switch field.content {
            case .text(let text): (field.name == "ListID" || field.name == "TxnID") && text == id
            case .fields: field.refers(to: id)
            }
        }
    }

    /// Puts another entry, or the same under its new name, into every reference to `id`.
    /// - Returns: whether there was one.
    mutating func replaceReferences(to id: String, by target: Reference) -> Bool {
        guard case .fields(var inner) = content else { return false }
        var hasChanged = false
        if let place = inner.firstIndex(where: { $0.name == "ListID" && $0.text == id }) {
            inner[place].content = .text(target.id)
            inner.set("FullName", target.name)
            hasChanged = true
        }
        for index in inner.indices where inner[index].replaceReferences(to: id, by: target) {
            hasChanged = true
        }
        if hasChanged { content = .fields(inner) }
        return hasChanged
    }
}

extension CompanyRecord {
    func refers(to id: String) -> Bool { fields.contains { $0.refers(to: id) } }
}

extension CompanyFile {
    /// The records that refer to another one, at any depth: by a reference, a line or a link.
    func referrers(to id: String) -> [CompanyRecord] {
        shelves.keys.sorted().flatMap { family in
            records(family).filter { $0.id != id && $0.refers(to: id) }
        }
    }

    /// Lets everything that refers to an entry refer to `target`.
    /// - Parameter moment: when the records that changed by it count as changed; nil leaves their times.
    mutating func repoint(_ id: String, to target: Reference, stampingAt moment: Int?) {
        let zone = zone
        for record in referrers(to: id) {
            change(Family.holding(record.kind).name, record.id) { record in
                for index in record.fields.indices {
                    _ = record.fields[index].replaceReferences(to: id, by: target)
                }
                if let moment { record.stampModified(in: zone, at: moment) }
            }
        }
        for index in preferences.fields.indices {
            _ = preferences.fields[index].replaceReferences(to: id, by: target)
        }
    }

    /// Gives the entries below a renamed or merged one their new paths.
    mutating func moveChildren(of id: String, under path: String, in family: String, at moment: Int) {
        let isLoud = renaming == .loud
        for child in records(family) where child.reference("ParentRef")?.id == id {
            let fullName = "\(path):\(child.name)"
            guard child.fullName != fullName else { continue }
            var child = child
            child.fields.set("FullName", fullName)
            child.fields.set("Sublevel", String(fullName.count { $0 == ":" }))
            if isLoud { child.stampModified(in: zone, at: moment) }
            put(child)
            repoint(child.id, to: child.reference, stampingAt: isLoud ? moment : nil)
            moveChildren(of: child.id, under: fullName, in: family, at: moment)
        }
    }
}

extension CompanyRecord {
    /// Sets a top-level child, which is put where the catalog has it if it is not there yet.
    mutating func set(_ name: String, to text: String) {
        guard !fields.set(name, text) else { return }
        let order = Family.elements(of: kind)
        let before = Set(order.prefix { $0 != name })
        let place = fields.lastIndex { before.contains($0.name) }.map { $0 + 1 }
        fields.insert(Field(name, text), at: order.contains(name) ? place ?? 0 : fields.count)
    }

    /// Marks the record as changed at a moment.
    mutating func stampModified(in zone: OfficeZone, at moment: Int) {
        stampModified(zone.stamp(at: moment), wall: zone.wall(at: moment), moment: moment)
    }
}

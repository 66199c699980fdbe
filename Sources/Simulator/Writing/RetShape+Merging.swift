internal import QBXML

/// Changing by request: what is given replaces, what is given empty is cleared, what is left out stays.
extension RetShape {
    private static let fixed: Set = ["ListID", "TxnID", "EditSequence", "TxnLineID"]

    func merged(
        _ changes: [Field], into fields: [Field], in file: CompanyFile
    ) throws(WriteRefusal) -> [Field] {
        var fields = fields
        /// Of elements that may come more than once, the first one given sweeps away what was there.
        var swept: Set<String> = []
        for change in changes {
            guard let name = name(for: change.name), !Self.fixed.contains(name), !isLine(name),
                !name.hasSuffix("AppliedToTxnRet"), let place = place(name)
            else { continue }
            let isRepeated = place.isList || content.isRepeated(place)
            if change.name.hasSuffix("Mod"), !isRepeated, let inner = shape(inside: name) {
                let present = fields.first(named: name)?.fields ?? []
                let merged = try inner.merged(change.fields, into: present, in: file)
                fields.removeAll { $0.name == name }
                fields.append(Field(name, merged))
                continue
            }
            if !isRepeated || swept.insert(name).inserted { fields.removeAll { $0.name == name } }
            if place.content != nil { fields.removeAll { $0.name == name + "Block" } }
            if let field = try shaped(change, in: file) { fields.append(field) }
        }
        fields = try mergedLines(changes, into: fields, in: file)
        return ordered(fields)
    }

    private func isLine(_ name: String) -> Bool { shape(inside: name)?.has("TxnLineID") ?? false }

    // MARK: Lines

    /// Which row of lines an element of a request is about, by the rank of the row; nil for what is no line.
    private func row(of change: Field) -> Int? {
        if change.name == "JournalLineMod" { return rank("JournalDebitLine") }
        return name(for: change.name).flatMap { isLine($0) ? rank($0) : nil }
    }

    /// Lines to be kept are named by their ID, in their order; the ID -1 makes a new one; what is not named
    /// is gone. A row of which nothing is said stays.
    private func mergedLines(
        _ changes: [Field], into fields: [Field], in file: CompanyFile
    ) throws(WriteRefusal) -> [Field] {
        var fields = fields
        for (order, line) in [
            ("ClearExpenseLines", "ExpenseLineRet"), ("ClearItemLines", "ItemLineRet"),
            ("ClearItemsInGroup", "ItemGroupLine"), ("ClearItemsInGroup", "ItemInventoryAssemblyLine"),
        ] where RetShape.written(changes.text(order), as: .flag) == "true" {
            guard let row = rank(line) else { continue }
            let isAnswered = changes.contains { name(for: $0.name).flatMap { rank($0) } == row }
            if !isAnswered { fields.removeAll { rank($0.name) == row } }
        }
        var rows: [Int: [Field]] = [:]
        for change in changes {
            if let row = row(of: change) { rows[row, default: []].append(change) }
        }
        for (row, changes) in rows.sorted(by: { $0.key < $1.key }) {
            let present = fields.filter { rank($0.name) == row && isLine($0.name) }
            fields.removeAll { rank($0.name) == row && isLine($0.name) }
            fields += try kept(changes, of: present, in: file)
        }
        return fields
    }

    private func kept(
        _ changes: [Field], of present: [Field], in file: CompanyFile
    ) throws(WriteRefusal) -> [Field] {
        var made: [Field] = []
        var last = -1
        for change in changes {
            let id = change.fields.text("TxnLineID")
            // A line without an ID is one of a kind that has but one, such as what is taken back in cash.
            guard id != "-1", !id.isEmpty else {
                made.append(try newLine(change, in: file))
                continue
            }
            guard let place = present.firstIndex(where: { $0.fields.text("TxnLineID") == id }) else {
                throw WriteRefusal(.missingObject(id))
            }
            guard place > last else { throw WriteRefusal(.linesOutOfOrder) }
            last = place
            made.append(try changed(present[place], by: change, in: file))
        }
        return made
    }

    private func lineName(of change: Field) -> String {
        if change.name == "JournalLineMod" {
            return "Journal\(change.fields.text("JournalLineType"))Line"
        }
        return name(for: change.name) ?? change.name
    }

    private func newLine(_ change: Field, in file: CompanyFile) throws(WriteRefusal) -> Field {
        let name = lineName(of: change)
        guard let inner = shape(inside: name) else {
            throw WriteRefusal(.missingElement("JournalLineType"))
        }
        var fields = try inner.merged(change.fields, into: [], in: file)
        fields.removeAll { $0.name == "TxnLineID" }
        return Field(name, fields)
    }

    private func changed(
        _ line: Field, by change: Field, in file: CompanyFile
    ) throws(WriteRefusal) -> Field {
        guard change.fields.count > 1, let inner = shape(inside: line.name) else { return line }
        let given = Set(change.fields.map(\.name))
        var fields = line.fields
        // What follows from what was changed is worked out anew.
        if given.contains("ItemRef") {
            for name in ["Desc", "Rate", "RatePercent", "Cost", "Amount", "SalesTaxCodeRef"] {
                fields.removeAll { $0.name == name }
            }
        }
        if given.contains("Amount") {
            fields.removeAll { ["Rate", "RatePercent", "Cost"].contains($0.name) }
        } else if !given.isDisjoint(with: ["Quantity", "Rate", "RatePercent", "Cost"]) {
            fields.removeAll { $0.name == "Amount" }
        }
        if given.contains("Rate") { fields.removeAll { $0.name == "RatePercent" } }
        if given.contains("RatePercent") { fields.removeAll { $0.name == "Rate" } }
        return Field(line.name, try inner.merged(change.fields, into: fields, in: file))
    }
}

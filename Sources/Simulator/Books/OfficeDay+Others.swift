import FoundationEssentials
internal import QBXML

extension CompanyFile {
    /// The part of a day's work that is about records of any kind.
    mutating func live(
        _ day: OfficeDay, _ moment: inout Date, _ seed: inout Seed, _ diary: inout OfficeDay.Diary
    ) {
        let others = day.others
        var plans: [(_ file: inout CompanyFile, _ seed: inout Seed) -> Edit?] = []
        func plan(_ count: Int, _ make: @escaping (inout CompanyFile, inout Seed) -> Edit?) {
            plans += Array(repeating: make, count: count)
        }
        plan(others.added) { file, seed in file.addition(others.families, &seed) }
        plan(others.edited) { file, seed in file.change(others.families, &seed) }
        plan(others.voided) { file, seed in
            file.somebody(in: others.families, &seed) { record in
                Self.voidable.contains(record.kind) && !record.isVoid
            }.map { .void(family: $0.family, record: $0.record.id) }
        }
        plan(others.deleted) { file, seed in
            file.somebody(in: others.families, &seed) { _ in true }
                .map { .remove(family: $0.family, record: $0.record.id) }
        }
        plan(others.merged) { file, seed in file.merger(others.families, &seed) }
        plan(others.renamed) { file, seed in file.newName(others.families, &seed) }
        plan(others.inactivated) { file, seed in
            file.somebody(in: others.families, &seed) { $0.fields.firstIndex(named: "IsActive") != nil }
                .map { .setActive(family: $0.family, record: $0.record.id, !$0.record.isActive) }
        }
        for make in plans {
            // Much of what one would like to do is not possible: what is in use is not deleted, for one.
            for _ in 0..<12 {
                guard let edit = make(&self, &seed) else { break }
                let sentence = sentence(for: edit)
                guard (try? apply(edit, at: moment)) != nil else { continue }
                diary.lines.append(sentence)
                break
            }
            moment += Double(day.secondsBetween)
        }
    }

    private static let voidable = Set(Catalog.standard.words(of: "TxnVoidType"))
    private static let mergeable = Set(Catalog.standard.words(of: "ListMergeType"))

    /// A record of some family: each family with a suitable record is as likely as any other.
    private func somebody(
        in families: Set<String>?, _ seed: inout Seed, where isSuitable: (CompanyRecord) -> Bool
    ) -> (family: String, record: CompanyRecord)? {
        var names = counts.map(\.family).filter { families?.contains($0) ?? true }
        while !names.isEmpty {
            let name = names.remove(at: seed.number(in: 0...(names.count - 1)))
            let suitable = records(name).filter(isSuitable)
            if !suitable.isEmpty { return (name, seed.pick(suitable)) }
        }
        return nil
    }

    private func addition(_ families: Set<String>?, _ seed: inout Seed) -> Edit? {
        let kinds = (Self.authoredKinds + ["Class", "ItemService", "ItemNonInventory", "ItemOtherCharge"])
            .filter { kind in families?.contains(Family.holding(kind).name) ?? true }
        return kinds.isEmpty ? nil : .add(kind: seed.pick(kinds))
    }

    /// Another memo, telephone or description, or at least other times.
    private func change(_ families: Set<String>?, _ seed: inout Seed) -> Edit? {
        guard let (family, record) = somebody(in: families, &seed, where: { _ in true }) else { return nil }
        let elements = Set(Family.elements(of: record.kind))
        let text = seed.pick(
            ["Phone", "Memo", "Notes", "Desc", "ItemDesc", "SiteDesc"].filter(elements.contains)
                + ["EditSequence"])
        switch text {
        case "EditSequence": return .touch(family: family, record: record.id)
        case "Phone":
            return .modify(family: family, record: record.id, set: ["Phone": Words.phone(&seed)])
        default:
            let words = String("\(seed.number(in: 1...99)): \(seed.pick(Words.memos))".prefix(31))
            return .modify(family: family, record: record.id, set: [text: words])
        }
    }

    private func merger(_ families: Set<String>?, _ seed: inout Seed) -> Edit? {
        guard
            let (family, record) = somebody(
                in: families, &seed, where: { Self.mergeable.contains($0.kind) })
        else { return nil }
        let others = records(family).filter { other in
            other.kind == record.kind && other.id != record.id
                && other["AccountType"] == record["AccountType"]
        }
        return others.isEmpty
            ? nil : .merge(family: family, record: record.id, into: seed.pick(others).id)
    }

    private func newName(_ families: Set<String>?, _ seed: inout Seed) -> Edit? {
        guard
            let (family, record) = somebody(
                in: families, &seed, where: { $0.fields.firstIndex(named: "Name") != nil })
        else { return nil }
        let room = record.kind == "SalesTaxCode" ? 3 : record.kind == "WorkersCompCode" ? 13 : 15
        let name = String("\(seed.number(in: 10...99))\(record.name)".prefix(room))
        return .rename(family: family, record: record.id, to: name)
    }

    private func sentence(for edit: Edit) -> String {
        func name(_ family: String, _ id: String) -> String {
            let record = record(family, id: id)
            let name = record?.fullName ?? ""
            return "\(record?.kind ?? family) \(name.isEmpty ? id : name)"
        }
        switch edit {
        case .add(let kind): return "added a \(kind)"
        case .touch(let family, let id): return "opened and saved \(name(family, id))"
        case .modify(let family, let id, let values):
            return "changed \(values.keys.sorted().joined(separator: ", ")) of \(name(family, id))"
        case .void(let family, let id): return "voided \(name(family, id))"
        case .remove(let family, let id): return "deleted \(name(family, id))"
        case .merge(let family, let id, let other):
            return "merged \(name(family, id)) into \(name(family, other))"
        case .rename(let family, let id, let newName): return "renamed \(name(family, id)) to \(newName)"
        case .setActive(let family, let id, let isActive):
            return "made \(name(family, id)) \(isActive ? "active" : "inactive")"
        case .addCustomer, .addVendor, .addInvoice, .receivePayment: return "did a day's usual work"
        }
    }
}

/// Where a record has what a Mod request changes. Most children have the same name in both, many another:
///
///     InvoiceLineMod        InvoiceLineRet and InvoiceLineGroupRet, whichever of them is sent
///     SalesOrPurchaseMod    SalesOrPurchase
///     JournalLineMod        JournalDebitLine and JournalCreditLine
///     ForceUOMChange        nowhere: it tells how to change, not what
package enum Counterpart: Equatable, Sendable {
    case child(String)
    /// The lines of a record are one thing. Lines that a request leaves out are deleted, groups of lines too,
    /// so that a change of some is a change of all.
    case lines([String])
    /// The record does not show it.
    case nowhere
}

extension Catalog {
    /// - Parameters:
    ///   - member: a child of the element that is sent: `InvoiceLineMod`.
    ///   - title: the request's: `InvoiceMod`.
    package func counterpart(of member: String, in title: String) -> Counterpart {
        let record = message(title + "Rs").flatMap { answer in
            self[answer.content].places.first { name(of: $0).hasSuffix("Ret") }?.content
        }
        guard let record else { return .nowhere }
        let children = self[record].places.map { name(of: $0) }
        if Self.clearings.contains(member) || Self.areLines(member) {
            let lines = children.filter(Self.areLines)
            // Their order among each other is a change as well.
            return lines.isEmpty ? .nowhere : .lines(lines + ["$order"])
        }
        let stem = member.hasSuffix("Mod") ? String(member.dropLast(3)) : member
        let names = [Self.renamed[member], member, stem + "Ret", stem].compactMap { $0 }
        return names.first { children.contains($0) }.map { .child($0) } ?? .nowhere
    }

    /// `InvoiceLineGroupMod`, `ItemGroupLineRet`, `JournalDebitLine`; but not `TaxLineID`.
    private static func areLines(_ name: String) -> Bool {
        let stem = name.hasSuffix("Mod") || name.hasSuffix("Ret") ? name.dropLast(3) : name[...]
        return stem.hasSuffix("Line") || stem.hasSuffix("LineGroup")
    }

    /// What deletes lines.
    private static let clearings: Set<String> = ["ClearExpenseLines", "ClearItemLines", "ClearItemsInGroup"]

    private static let renamed = ["BarCode": "BarCodeValue", "TaxLineID": "TaxLineInfoRet"]
}

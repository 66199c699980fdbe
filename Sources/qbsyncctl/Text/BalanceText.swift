import API
import FoundationEssentials

/// A balance report as a table and as CSV.
enum BalanceText {
    static func lines(_ balances: [BalanceLine], width: Int?) -> [Line] {
        let isCompared = balances.contains { $0.supplied != nil }
        var columns: [Table.Column] = [
            .init("CUSTOMER", narrowing: .cut), .init("ACTIVE"), .init("QUICKBOOKS", isTrailing: true),
        ]
        if isCompared {
            columns += [
                .init("SUPPLIED", isTrailing: true), .init("DIFFERENCE", isTrailing: true), .init("VERDICT"),
            ]
        }
        let rows = balances.map { line -> [Line] in
            let color: Color? =
                switch line.verdict {
                case "agrees": .green
                case "differs", "not in QuickBooks": .red
                default: .grey
                }
            let both = [
                Line(line.customer, .bold), Line(line.isActive == false ? "no" : ""),
                Line(Amount.text(line.quickBooks)),
            ]
            let compared = [
                Line(Amount.text(line.supplied)), Line(Amount.text(line.difference), color),
                Line(line.verdict, color),
            ]
            return both + (isCompared ? compared : [])
        }
        return Table(columns, rows: rows).lines(width: width)
    }

    static func csv(_ balances: [BalanceLine]) -> String {
        let head = [
            "customer", "id", "active", "quickbooks", "quickbooks_total", "supplied", "difference", "verdict",
        ]
        return
            ([head]
            + balances.map { line in
                [
                    line.customer, line.id ?? "", line.isActive.map { $0 ? "true" : "false" } ?? "",
                    line.quickBooks ?? "", line.quickBooksTotal ?? "", line.supplied ?? "",
                    line.difference ?? "", line.verdict,
                ]
            }).map(CSV.line).joined()
    }
}

extension BalanceLine {
    /// Whether the two sides do not say the same. Who is not among the supplied balances and owes nothing is
    /// no difference: few books list all who ever bought something.
    var differs: Bool {
        switch verdict {
        case "agrees": false
        case "not supplied": quickBooks.map { $0.contains { $0.isNumber && $0 != "0" } } ?? false
        default: true
        }
    }
}

/// Decimals for eyes: two places at least, so that the points stand under each other.
enum Amount {
    static func text(_ decimal: String?) -> String {
        guard let decimal else { return "" }
        let parts = decimal.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let last = decimal.last, last.isNumber else { return decimal }
        let places = parts.count == 2 ? String(parts[1]) : ""
        return "\(parts[0]).\(places)\(String(repeating: "0", count: max(0, 2 - places.count)))"
    }
}

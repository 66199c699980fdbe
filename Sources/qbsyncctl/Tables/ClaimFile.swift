import API
import FoundationEssentials

/// The balances that a person's own books say, read from CSV or JSON.
///
///     customer,balance                       {"balances":[{"customer":"Elm","balance":"12.00"}]}
///     Elm Street Bakery,"1,204.50"           [{"name":"Elm","balance":12.00}]
enum ClaimFile {
    private static let columns = ["customer", "name", "id"]

    /// - Throws: `Failure`, with all lines that are wrong.
    static func claims(in bytes: [UInt8], title: String) throws(Failure) -> [BalanceClaim] {
        let text = String(decoding: bytes, as: UTF8.self)
        let first = text.first { !$0.isWhitespace && $0 != "\u{FEFF}" }
        guard let first else { throw .here("\(title) is empty.") }
        return first == "[" || first == "{"
            ? try json(bytes, title)
            : try csv(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, title)
    }

    private static func csv(_ text: String, _ title: String) throws(Failure) -> [BalanceClaim] {
        guard let lines = CSV.lines(of: text), let head = lines.first else {
            throw .here("\(title) has a quote that is not closed.")
        }
        let names = head.cells.map { $0.trimmed.lowercased() }
        guard let customer = names.firstIndex(where: { columns.contains($0) }),
            let balance = names.firstIndex(of: "balance")
        else {
            throw .here(
                "\(title) must begin with a line that names its columns: customer,balance. Instead of "
                    + "customer it may be name or id; other columns are passed over.")
        }
        var wrong: [String] = []
        var claims: [BalanceClaim] = []
        for line in lines.dropFirst() {
            guard line.cells.count > max(customer, balance) else {
                wrong.append("line \(line.number) has \(line.cells.count) cells")
                continue
            }
            let name = line.cells[customer].trimmed
            guard !name.isEmpty else {
                wrong.append("line \(line.number) names no customer")
                continue
            }
            guard let amount = amount(line.cells[balance]) else {
                wrong.append("line \(line.number): \"\(line.cells[balance])\" is no amount")
                continue
            }
            claims.append(BalanceClaim(customer: name, balance: amount))
        }
        guard wrong.isEmpty else {
            let more = wrong.count > 10 ? ", and \(wrong.count - 10) more" : ""
            throw .here("\(title): \(wrong.prefix(10).joined(separator: "; "))\(more).")
        }
        return claims
    }

    /// `1,204.50`, `$12`, `(3.00)` for one that is owed the other way: as people and spreadsheets write them.
    static func amount(_ text: String) -> String? {
        var text = text.filter { !$0.isWhitespace && $0 != "$" }
        if text.hasPrefix("("), text.hasSuffix(")") { text = "-" + text.dropFirst().dropLast() }
        let sign = text.hasPrefix("-") ? "-" : ""
        let plain = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = digits(parts[0]) else { return nil }
        guard parts.count == 2 else { return sign + whole }
        guard !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return "\(sign)\(whole).\(parts[1])"
    }

    /// With commas only where thousands end: `1,5` is no number that everybody reads alike.
    private static func digits(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        let areDigits = groups.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        guard areDigits, groups.count == 1 || groups[0].count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }

    // MARK: JSON

    private struct Entry: Decodable {
        var customer: String?
        var name: String?
        var id: String?
        var balance: Amount
    }

    private struct Whole: Decodable {
        var balances: [Entry]
    }

    /// A number or a text; never by way of a binary float.
    private struct Amount: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text
            } else {
                text = "\(try container.decode(Decimal.self))"
            }
        }
    }

    private static func json(_ bytes: [UInt8], _ title: String) throws(Failure) -> [BalanceClaim] {
        let decoder = JSONDecoder()
        let data = Data(bytes)
        guard
            let entries = (try? decoder.decode([Entry].self, from: data))
                ?? (try? decoder.decode(Whole.self, from: data))?.balances
        else {
            throw .here(
                "\(title) is no list such as [{\"customer\":\"Elm Street Bakery\",\"balance\":\"12.00\"}].")
        }
        var claims: [BalanceClaim] = []
        for (number, entry) in entries.enumerated() {
            guard let customer = entry.customer ?? entry.name ?? entry.id, !customer.isEmpty else {
                throw .here("\(title): entry \(number + 1) has no customer, name or id.")
            }
            guard let amount = amount(entry.balance.text) else {
                throw .here("\(title): entry \(number + 1): \"\(entry.balance.text)\" is no amount.")
            }
            claims.append(BalanceClaim(customer: customer, balance: amount))
        }
        return claims
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}

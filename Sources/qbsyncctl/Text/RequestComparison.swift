import API
import FoundationEssentials
import QBXML

/// What was sent, side by side with the records that may have come of it: a row a field.
struct RequestComparison {
    private let candidates: [CandidateEntry]
    private let sent: [(name: String, value: String)]
    private let records: [[String: String]]
    private let isVoid: Bool

    /// - Parameter records: those of the candidates that the mirror has, in their order.
    init(_ account: RequestAccount, records: [String]) {
        candidates = account.candidates ?? []
        sent = Self.fields(of: account)
        isVoid = account.request.operation == "Void"
        var rest = records[...]
        self.records = candidates.map { candidate in
            guard candidate.record != nil, let json = rest.popFirst() else { return [:] }
            return Self.fields(ofJSON: json)
        }
    }

    func lines(width: Int?) -> [Line] {
        let heads = candidates.map { Table.Column($0.id, narrowing: .wrap) }
        let table = Table(
            [.init("FIELD"), .init("SENT", narrowing: .wrap)] + heads,
            rows: [madeRow] + sent.map { row($0.name, $0.value) } + shownRows)
        return table.lines(width: width)
    }

    private var madeRow: [Line] {
        [Line("TimeCreated", .grey), Line("")] + candidates.map { Line($0.timeCreated ?? "") }
    }

    /// A void sends no amounts, and by those that the books have a person sees whether it was carried out.
    private var shownRows: [[Line]] {
        guard isVoid else { return [] }
        return Self.tellsVoid.filter { name in records.contains { $0[name] != nil } }.map { row($0, "") }
    }

    private static let tellsVoid = [
        "RefNumber", "Memo", "Subtotal", "SalesTaxTotal", "TotalAmount", "Amount", "AmountDue", "OpenAmount",
        "BalanceRemaining", "TimeModified",
    ]

    private func row(_ name: String, _ value: String) -> [Line] {
        let cells = records.map { record -> Line in
            // A field of our own is not called otherwise in the record, but for its lines.
            let found = record[name] ?? record[Self.answered(name)] ?? ""
            return Line(found, found.lowercased() == value.lowercased() ? .green : nil)
        }
        return [Line(name), Line(value)] + cells
    }

    /// `InvoiceLineAdd` comes back as `InvoiceLineRet`.
    private static func answered(_ name: String) -> String {
        name.hasSuffix("Add") || name.hasSuffix("Mod") ? name.dropLast(3) + "Ret" : name
    }

    /// The fields of the request, those of references by their path.
    private static func fields(of account: RequestAccount) -> [(name: String, value: String)] {
        guard let draft = try? Draft(reading: Array(account.body.utf8)), let root = draft.root() else {
            return []
        }
        var fields: [(name: String, value: String)] = []
        var counts: [String: Int] = [:]
        func take(_ element: Draft.Element, _ path: String) {
            for child in element.elements {
                let name = path + child.name
                if child.elements.isEmpty {
                    fields.append((name, child.text))
                } else if child.name.contains("Line") {
                    counts[name, default: 0] += 1
                } else {
                    take(child, name + ".")
                }
            }
        }
        take(root[account.request.title] ?? root, "")
        return fields + counts.sorted { $0.key < $1.key }.map { ($0.key, count($0.value)) }
    }

    private static func count(_ lines: Int) -> String { Quantity.count(lines, "line") }

    private static func fields(ofJSON json: String) -> [String: String] {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(json.utf8)) else { return [:] }
        var fields: [String: String] = [:]
        func take(_ value: Value, _ path: String) {
            switch value {
            case .text(let text): fields[path] = text
            case .list(let list): fields[path] = count(list.count)
            case .object(let members):
                for (name, member) in members { take(member, path.isEmpty ? name : "\(path).\(name)") }
            }
        }
        take(value, "")
        return fields
    }

    private enum Value: Decodable {
        case text(String)
        case list([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let flag = try? container.decode(Bool.self) {
                self = .text(flag ? "true" : "false")
            } else if let number = try? container.decode(Decimal.self) {
                self = .text("\(number)")
            } else if let list = try? container.decode([Value].self) {
                self = .list(list)
            } else {
                self = .object((try? container.decode([String: Value].self)) ?? [:])
            }
        }
    }
}

import QBXML
import Sync

/// The columns of a kind's view. What the table `record` has as a column is taken from there: it can be
/// searched by an index, and needs no look into the JSON.
struct RecordColumns {
    let kind: MirrorKind
    /// The child that `record.name` holds.
    private let name: String?
    /// The only reference to a customer, vendor, employee or other name: `record.entity_id` holds its ID.
    private let entity: String?

    init(_ kind: MirrorKind, _ fields: [ElementFields.Field]) {
        self.kind = kind
        var values: Set<String> = []
        var entities: [String] = []
        for field in fields {
            switch field {
            case .value(let value) where value.path.count == 1: values.insert(value.path[0])
            case .reference(let reference)
            where reference.path.count == 1 && Self.entities.contains(reference.path[0]):
                entities.append(reference.path[0])
            default: break
            }
        }
        name = ["FullName", "Name", "RefNumber"].first { values.contains($0) }
        entity = entities.count == 1 && kind.identity == "TxnID" ? entities.first : nil
    }

    private static let entities: Set<String> = [
        "CustomerRef", "VendorRef", "EmployeeRef", "EntityRef", "PayeeEntityRef",
        "OtherNameRef",
    ]

    static let connector = MirrorView.Column(
        "connector", .text, "c.name", "Whose company file it is in.")

    static let first = [
        connector, MirrorView.Column("id", .id, "r.id", "ListID or TxnID; a fixed word where there is one."),
    ]

    /// What is ours to say of each record.
    static let life: [MirrorView.Column] = [
        .init("is_deleted", .flag, "r.deleted_at IS NOT NULL", "Whether QuickBooks has it no more."),
        .init("deleted_at", .time, "r.deleted_at", "When we learned that; NULL for one that is there."),
        .init("changed_at", .time, "r.changed_at", "When the mirror's copy changed last."),
        .init("modified_at", .time, "r.modified_at", "TimeModified in UTC, QuickBooks' errors corrected."),
    ]

    /// Of a view of lines, behind all else.
    static func lines(_ kind: MirrorKind) -> [MirrorView.Column] {
        [
            .init("is_deleted", .flag, "r.deleted_at IS NOT NULL", "Whether the record is deleted."),
            asOf(kind),
        ]
    }

    static func asOf(_ kind: MirrorKind) -> MirrorView.Column {
        let category = kind.category?.name
        return .init(
            "as_of", .time,
            category.map {
                "(SELECT complete_at FROM watermark WHERE connector_id=c.id AND category='\($0)')"
            } ?? "NULL",
            category.map { "Up to when the category `\($0)` is complete." }
                ?? "NULL: no category reads it yet.")
    }

    func columns(of field: ElementFields.Field) -> [MirrorView.Column] {
        switch field {
        case .value(let value) where value.path.count == 1:
            if value.path[0] == kind.identity { return [] }
            if let column = stored[value.path[0]] {
                return [.init(value.name, LineColumns.form(value.type), column, value.path[0])]
            }
        case .reference(let reference) where entity.map { reference.path == [$0] } == true:
            return LineColumns.columns(of: field, in: "r", id: "r.entity_id")
        default: break
        }
        return LineColumns.columns(of: field, in: "r")
    }

    private var stored: [String: String] {
        var columns = [
            "TimeCreated": "r.time_created", "TimeModified": "r.time_modified",
            "EditSequence": "r.edit_sequence", "IsActive": "r.is_active",
        ]
        if kind.identity == "TxnID" { columns["TxnDate"] = "r.txn_date" }
        // Compared as QuickBooks does, without regard to case: so is the index.
        if let name { columns[name] = "r.name COLLATE NOCASE" }
        return columns
    }
}

/// The columns of what stands in JSON.
enum LineColumns {
    /// - Parameters:
    ///   - alias: `r` for a record, else that of a function that gives elements.
    ///   - id: the SQL of a reference's ID, if it is not in the JSON.
    static func columns(
        of field: ElementFields.Field, in alias: String, inside element: String? = nil, id: String? = nil
    ) -> [MirrorView.Column] {
        let json = alias == "r" ? "r.json" : "\(alias).value"
        switch field {
        case .reference(let reference):
            let path = "\(json)->>'$.\(reference.path.joined(separator: "."))"
            let place = reference.path.joined(separator: "/")
            return [
                .init(reference.name + "_id", .id, id ?? "\(path).ListID'", place + "/ListID"),
                .init(reference.name + "_name", .name, "\(path).FullName'", place + "/FullName"),
            ]
        case .value(let value):
            let text = "\(json)->>'$.\(value.path.joined(separator: "."))'"
            let place = value.path.joined(separator: "/")
            let column = MirrorView.Column(value.name, form(value.type), text, place)
            guard value.type == .amount else { return [column] }
            return [
                column,
                .init(
                    value.name + "_minor", .minor, MinorUnits.expression(text, decimals: 2),
                    "\(place), times 100"),
            ]
        }
    }

    static func form(_ type: ValueType) -> MirrorView.Column.Form {
        switch type {
        case .text, .enumeration, .empty, .interval: .text
        case .id, .guid: .id
        case .flag: .flag
        case .int: .integer
        case .date: .date
        case .time: .time
        case .amount: .amount
        case .price, .quantity, .percent, .float: .decimal
        }
    }
}

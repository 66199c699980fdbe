internal import QBXML

/// Turns what a request says into what a record holds: other names (`InvoiceLineAdd` becomes
/// `InvoiceLineRet`), references with ID and name, values as QuickBooks writes them, and the order of the
/// answer.
struct RetShape {
    let kind: String
    let content: Content
    /// By name of an element in the record: its place, and where it stands in the order.
    private let ranks: [String: Int]
    private let places: [String: Place]

    init?(of kind: String) {
        guard let content = Family.content(of: kind) else { return nil }
        self.init(kind: kind, content: content)
    }

    init(kind: String, content: Content) {
        let catalog = Catalog.standard
        self.kind = kind
        self.content = content
        var ranks: [String: Int] = [:]
        var places: [String: Place] = [:]
        for (index, place) in content.places.enumerated() where !place.editions.isEmpty {
            ranks[catalog.name(of: place)] = index
            places[catalog.name(of: place)] = place
        }
        for choice in content.choices where choice.repeats {
            for index in choice.places where ranks[catalog.name(of: content.places[index])] != nil {
                ranks[catalog.name(of: content.places[index])] = choice.places.lowerBound
            }
        }
        self.ranks = ranks
        self.places = places
    }

    func has(_ name: String) -> Bool { ranks[name] != nil }

    /// Elements that may come mixed, such as lines and groups of lines, have one rank.
    func rank(_ name: String) -> Int? { ranks[name] }

    func place(_ name: String) -> Place? { places[name] }

    /// The shape of an element that has children.
    func shape(inside name: String) -> RetShape? {
        places[name]?.content.map { RetShape(kind: kind, content: Catalog.standard[$0]) }
    }

    /// What an element of a request is called in the record; nil for one that is an order to QuickBooks and
    /// not kept.
    func name(for element: String) -> String? {
        var candidates = [element] + (Self.renamed[element] ?? [])
        if element.hasSuffix("Add") || element.hasSuffix("Mod") {
            let stem = element.dropLast(3)
            candidates += [stem + "Ret", String(stem)].map { String($0) }
        }
        candidates.append(element + "Ret")
        return candidates.first { has($0) }
    }

    /// Where a request calls something otherwise than the record, beyond its ending.
    private static let renamed = [
        "QuantityToTransfer": ["QuantityTransferred"], "PaymentTxnID": ["TxnID"],
        "OverrideMemo": ["Memo"], "OverrideCheckNumber": ["CheckNumber"], "OverrideClassRef": ["ClassRef"],
        "AdjustPercentage": ["CustomPricePercent", "CustomRatePercent"],
    ]

    /// In the order of the answer; elements of one rank stay as they come.
    func ordered(_ fields: [Field]) -> [Field] {
        fields.enumerated().sorted {
            (ranks[$0.element.name] ?? .max, $0.offset) < (ranks[$1.element.name] ?? .max, $1.offset)
        }.map(\.element)
    }

    /// The content of an Add as the content of a record. What is empty is not set.
    func shaped(_ fields: [Field], in file: CompanyFile) throws(WriteRefusal) -> [Field] {
        var made: [Field] = []
        for field in fields {
            if let field = try shaped(field, in: file) { made.append(field) }
        }
        return ordered(made)
    }

    func shaped(_ field: Field, in file: CompanyFile) throws(WriteRefusal) -> Field? {
        if field.name == MacroBook.marker { return field }
        if field.name == "BarCode", has("BarCodeValue") {
            return Field("BarCodeValue", field.fields.text("BarCodeValue"))
        }
        guard let name = name(for: field.name), let place = places[name] else { return nil }
        switch field.content {
        case .text(let text):
            guard !text.isEmpty, place.content == nil else { return nil }
            return Field(name, Self.written(text, as: place.type))
        case .fields(let children):
            if ReferenceTarget.isReference(name, children) {
                return Field(name, try file.target(of: field, in: kind))
            }
            if name == "DataExtRet" {
                return CustomField(
                    ownerID: children.text("OwnerID"), name: children.text("DataExtName"),
                    value: children.text("DataExtValue")
                ).field
            }
            guard let inner = shape(inside: name) else { return nil }
            return Field(name, try inner.shaped(children, in: file))
        }
    }

    /// A value as QuickBooks answers it.
    static func written(_ text: String, as type: ValueType?) -> String {
        switch type {
        case .flag: text == "1" || text == "true" ? "true" : "false"
        case .amount: Money(text)?.text ?? text
        case .price: Scaled(text)?.text ?? text
        case .quantity: Scaled(text)?.quantityText ?? text
        default: text
        }
    }
}

extension RetShape {
    static func name(of place: Place) -> String { Catalog.standard.name(of: place) }
}

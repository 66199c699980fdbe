package import QBXML
package import XML

/// Writes a document of requests as the JSON that somebody might have sent for it: keys in any order, one
/// form or another where there are several.
package struct JSONMaker: Sendable {
    private let catalog: Catalog
    private var dice: Dice

    package init(catalog: Catalog = .standard, dice: Dice) {
        self.catalog = catalog
        self.dice = dice
    }

    package mutating func json(of document: Element) -> String {
        let requests = (document.elements.first?.elements ?? []).map { request($0) }
        if requests.count == 1, dice.chance(40) { return requests[0] }
        let list = "[" + requests.joined(separator: ", ") + "]"
        guard dice.chance(50) else { return list }
        let onError = document.elements.first?.attribute("onError")
        var members = ["\"requests\": " + list]
        if let onError, dice.chance(50) { members.append("\"onError\":\"\(onError)\"") }
        return "{" + dice.shuffled(members).joined(separator: ",") + "}"
    }

    /// `{"InvoiceAdd": {…}}` or `{"InvoiceAddRq": {"InvoiceAdd": {…}}}`.
    private mutating func request(_ request: Element) -> String {
        guard let message = catalog.message(request.name) else { return "{}" }
        isModification = message.operation == .modify
        let hasInner = catalog[message.content].places.contains { catalog.name(of: $0) == message.title }
        let isShort = dice.chance(50)
        if isShort, hasInner {
            // Without the element around it there is no room for anything else than that one element.
            let inner = request.elements.filter { $0.name == message.title }
            let isAlone =
                request.elements.count == 1 && request.attributes.allSatisfy { $0.name == "requestID" }
            if inner.count == 1, isAlone {
                let place = place(message.title, in: message.content)
                return "{\(quoted(message.title)):\(value(inner[0], place))}"
            }
        } else if isShort {
            return "{\(quoted(message.title)):\(object(request, message.content))}"
        }
        return "{\(quoted(request.name)): \(object(request, message.content))}"
    }

    private var isModification = false

    private func place(_ name: String, in content: Content.ID) -> Place? {
        catalog[content].places.first { catalog.name(of: $0) == name }
    }

    // MARK: Objects

    private mutating func object(_ element: Element, _ content: Content.ID) -> String {
        var members = attributes(of: element)
        var names: [String] = []
        for child in element.elements where !names.contains(child.name) { names.append(child.name) }
        for name in names {
            let place = place(name, in: content)
            let values = element.all(name).map { value($0, place) }
            let isList = values.count > 1 || dice.chance(20)
            members.append(
                quoted(name) + ":" + (isList ? "[" + values.joined(separator: ", ") + "]" : values[0]))
        }
        if isMixed(element, content) || dice.chance(5) {
            let order = element.elements.map { quoted($0.name) }.joined(separator: ",")
            members.append("\"$order\": [\(order)]")
        }
        return "{" + dice.shuffled(members).joined(separator: dice.pick(",", ", ", ",\n")) + "}"
    }

    /// Whether the children stand in an order that the catalog would not give them by itself.
    private func isMixed(_ element: Element, _ content: Content.ID) -> Bool {
        let names = catalog[content].places.map { catalog.name(of: $0) }
        let order = element.elements.compactMap { names.firstIndex(of: $0.name) }
        return order != order.sorted()
    }

    private mutating func attributes(of element: Element) -> [String] {
        element.attributes.map { quoted("@" + $0.name) + ":" + quoted($0.value) }
    }

    private mutating func value(_ element: Element, _ place: Place?) -> String {
        if let content = place?.content {
            guard element.elements.isEmpty, element.attributes.isEmpty else {
                return object(element, content)
            }
            return isModification ? dice.pick("{}", "\"\"", "null") : dice.pick("{}", "\"\"")
        }
        guard element.attributes.isEmpty else {
            let text = element.text.isEmpty ? [] : ["\"#text\":" + quoted(element.text)]
            return "{" + dice.shuffled(attributes(of: element) + text).joined(separator: ",") + "}"
        }
        return leaf(element.text, place?.type ?? .text)
    }

    // MARK: Values

    private mutating func leaf(_ text: String, _ type: ValueType) -> String {
        if text.isEmpty, isModification, dice.chance(50) { return "null" }
        guard dice.chance(50) else { return quoted(text) }
        switch type {
        case .flag where text == "true" || text == "false": return text
        case .text, .id, .int: return Self.isWhole(text) ? text : quoted(text)
        case .amount: return Self.shortened(text) ?? quoted(text)
        case .price, .quantity, .percent:
            return Self.isWhole(text) || Self.isExact(text) ? text : quoted(text)
        default: return quoted(text)
        }
    }

    /// A whole number that JSON writes in the same way.
    private static func isWhole(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard let first = digits.first, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
        return first != "0" || text == "0"
    }

    /// A decimal number that JSON writes in the same way and that loses no zero.
    private static func isExact(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, isWhole(String(parts[0])), let last = parts[1].last, last != "0" else {
            return false
        }
        return parts[1].allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// `12.5` for an amount of `12.50`, and `12` for `12`.
    private static func shortened(_ text: String) -> String? {
        if isWhole(text) { return text }
        guard text.hasSuffix("0") else { return isExact(text) ? text : nil }
        let short = String(text.dropLast())
        return isExact(short) ? short : nil
    }

    private mutating func quoted(_ text: String) -> String {
        var json = "\""
        for unit in text.unicodeScalars {
            switch unit {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\t": json += dice.pick("\\t", "\\u0009")
            case "/": json += dice.pick("/", "\\/")
            case _ where unit.value > 127 && unit.value < 0x1_0000 && dice.chance(50):
                let digits = String(unit.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(unit)
            }
        }
        return json + "\""
    }
}

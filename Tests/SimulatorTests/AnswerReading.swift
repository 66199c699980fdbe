import QBXML
import XML

/// Compares an answer with what the catalog says of it: the names, their order and number, the choices, the
/// words of lists and the lengths of texts.
///
/// The room QBXML reads answers leniently, as a server must; a simulated QuickBooks has no such excuse.
struct AnswerReading {
    private let catalog = Catalog.standard
    private let edition: Edition
    private(set) var faults: [String] = []
    /// How many elements were compared.
    private(set) var count = 0

    init(edition: Edition = .unitedStates) {
        self.edition = edition
    }

    /// - Parameter answer: a `…Rs`.
    mutating func read(_ answer: Element) {
        guard let message = catalog.message(answer.name), message.direction == .answer else {
            faults.append("\(answer.name): no such answer")
            return
        }
        let request = catalog.message(message.title + "Rq")
        var known = ["requestID", "statusCode", "statusSeverity", "statusMessage"]
        if request?.hasMetaData == true { known.append("retCount") }
        if request?.hasIterator == true { known += ["iteratorRemainingCount", "iteratorID"] }
        for attribute in answer.attributes where !known.contains(attribute.name) {
            faults.append("\(answer.name): no attribute \(attribute.name)")
        }
        read(answer.elements, catalog[message.content], at: answer.name)
    }

    private mutating func read(_ children: [Element], _ content: Content, at path: String) {
        var counts = Array(repeating: 0, count: content.places.count)
        var last = 0
        for child in children {
            count += 1
            let found = content.places.firstIndex { catalog.name(of: $0) == child.name }
            guard let found else {
                faults.append("\(path)/\(child.name): no such element")
                continue
            }
            let isMixed = content.choices.contains {
                $0.repeats && $0.places.contains(found) && $0.places.contains(last)
            }
            if found < last, !isMixed { faults.append("\(path)/\(child.name): out of order") }
            last = found
            counts[found] += 1
            read(child, content.places[found], at: "\(path)/\(child.name)")
        }
        readCounts(counts, content, at: path)
    }

    private mutating func readCounts(_ counts: [Int], _ content: Content, at path: String) {
        for choice in content.choices where !choice.repeats {
            let used = choice.branches.count { row in row.contains { counts[$0] > 0 } }
            if used > 1 { faults.append("\(path): two branches of a choice") }
        }
        for (index, place) in content.places.enumerated() {
            let around = content.choices.filter { $0.places.contains(index) }
            if counts[index] > Int(place.maximum), !around.contains(where: \.repeats) {
                faults.append("\(path)/\(catalog.name(of: place)): \(counts[index]) times")
            }
            let isAsked = around.allSatisfy { choice in
                !choice.repeats
                    && choice.branches.contains { $0.contains(index) && $0.contains { counts[$0] > 0 } }
            }
            if place.isRequired, isAsked, counts[index] == 0, place.editions.contains(Editions(edition)) {
                faults.append("\(path)/\(catalog.name(of: place)): missing")
            }
        }
    }

    private mutating func read(_ element: Element, _ place: Place, at path: String) {
        if let content = place.content { return read(element.elements, catalog[content], at: path) }
        if !element.elements.isEmpty { faults.append("\(path): holds elements") }
        if !place.editions.contains(Editions(edition)) { faults.append("\(path): not in this edition") }
        let text = element.text
        if let enumeration = catalog.enumeration(of: place), place.type == .enumeration,
            !enumeration.values.contains(where: { $0.name == text })
        {
            faults.append("\(path): \"\(text)\" is not in its list")
        }
        if let limit = place.length.limit(in: edition), text.unicodeScalars.count > limit {
            faults.append("\(path): \(text.unicodeScalars.count) characters, of \(limit)")
        }
    }
}

internal import XML

/// Which children a request may have, in which order: one wrong place and QuickBooks refuses the whole
/// document.
///
/// The patterns in `RequestOrder+Queries` are written down once more here, apart from the catalog of the room
/// QBXML, on purpose: the daemon writes its requests by that catalog, and a mistake in it should be found by
/// somebody who does not share it.
enum RequestOrder {
    /// What may stand at a place.
    indirect enum Pattern: Sendable {
        case element(Rule)
        /// One after the other.
        case sequence([Pattern])
        /// Exactly one of the branches, or none: in queries every choice is optional.
        case choice([Pattern])
    }

    struct Rule: Sendable {
        var name: String
        var value: Value
        var isRequired = false
        var repeats = false
        /// The version of the specification that brought it.
        var since = "1.0"
    }

    enum Value: Sendable {
        case text(longest: Int)
        case id
        case guid
        /// A whole number, 1 or more.
        case count
        case flag
        case time
        case day
        case amount
        case oneOf([String])
        case children(Pattern)
    }

    /// Throws when the request is unknown, has an unknown attribute, or its children break the pattern.
    static func check(_ request: Element, at path: String, _ version: SpecificationVersion)
        throws(DocumentRefusal)
    {
        guard let known = queries[request.name] else {
            throw .parsing("\(path): this simulator knows no request <\(request.name)>.")
        }
        for attribute in request.attributes {
            try check(attribute, of: known, at: path, version)
        }
        try check(request.elements, against: known.pattern, at: path, version)
    }

    private static func check(
        _ attribute: Element.Attribute, of query: QueryShape, at path: String, _ version: SpecificationVersion
    ) throws(DocumentRefusal) {
        let needed: String
        let values: [String]?
        switch attribute.name {
        case "requestID": (needed, values) = ("1.0", nil)
        case "metaData" where query.hasMetaData:
            (needed, values) = ("4.0", ["NoMetaData", "MetaDataOnly", "MetaDataAndResponseData"])
        case "iterator" where query.hasIterator: (needed, values) = ("5.0", ["Start", "Continue", "Stop"])
        case "iteratorID" where query.hasIterator: (needed, values) = ("5.0", nil)
        default: throw .parsing("\(path): there is no attribute \(attribute.name).")
        }
        try check(since: needed, version, "\(path)/@\(attribute.name)")
        if let values, !values.contains(attribute.value) {
            throw .parsing(
                "\(path)/@\(attribute.name): \"\(attribute.value)\" is none of \(list(values)).")
        }
    }

    private static func check(
        since: String, _ version: SpecificationVersion, _ path: String
    ) throws(DocumentRefusal) {
        if let needed = SpecificationVersion(since), version < needed {
            throw .parsing("\(path): came with qbXML \(since), and the document says an older version.")
        }
    }

    // MARK: Children

    static func check(
        _ children: [Element], against pattern: Pattern, at path: String, _ version: SpecificationVersion
    ) throws(DocumentRefusal) {
        var walk = Walk(children: children, path: path, version: version)
        try walk.match(pattern)
        guard walk.index < children.count else { return }
        let stranger = children[walk.index].name
        let place = "\(path)/\(stranger)"
        guard names(in: pattern).contains(stranger) else {
            throw .parsing("\(place): there is no such element in this request.")
        }
        let expected = walk.expected.isEmpty ? "nothing more" : "one of \(list(walk.expected))"
        throw .parsing(
            "\(place): out of order, or not allowed beside what came before; expected \(expected).")
    }

    private struct Walk {
        let children: [Element]
        let path: String
        let version: SpecificationVersion
        var index = 0
        /// The elements that could have stood at `index`.
        var expected: [String] = []

        var current: String? { index < children.count ? children[index].name : nil }

        mutating func match(_ pattern: Pattern) throws(DocumentRefusal) {
            switch pattern {
            case .element(let rule):
                try match(rule)
            case .sequence(let patterns):
                for pattern in patterns { try match(pattern) }
            case .choice(let branches):
                guard let current, let branch = branches.first(where: { begins($0).contains(current) }) else {
                    for branch in branches { expected += begins(branch) }
                    return
                }
                try match(branch)
            }
        }

        private mutating func match(_ rule: Rule) throws(DocumentRefusal) {
            var found = 0
            while current == rule.name, found == 0 || rule.repeats {
                let place = "\(path)/\(rule.name)"
                try RequestOrder.check(since: rule.since, version, place)
                try check(children[index], rule.value, place)
                found += 1
                index += 1
                expected = []
            }
            if rule.isRequired, found == 0 {
                throw .parsing("\(path): <\(rule.name)> is missing.")
            }
            if found == 0 || rule.repeats { expected.append(rule.name) }
        }

        private func check(_ element: Element, _ value: Value, _ place: String) throws(DocumentRefusal) {
            if case .children(let pattern) = value {
                return try RequestOrder.check(element.elements, against: pattern, at: place, version)
            }
            guard element.elements.isEmpty else { throw .parsing("\(place): has no children.") }
            if let wrong = value.objection(to: element.text) { throw .parsing("\(place): \(wrong)") }
        }
    }

    /// The elements with which a pattern may begin.
    private static func begins(_ pattern: Pattern) -> [String] {
        switch pattern {
        case .element(let rule): [rule.name]
        case .choice(let branches): branches.flatMap { begins($0) }
        case .sequence(let patterns):
            // In queries nothing within a sequence is required, so any part of it may be the first.
            patterns.flatMap { begins($0) }
        }
    }

    private static func names(in pattern: Pattern) -> [String] { begins(pattern) }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension RequestOrder.Value {
    /// Why the text is no such value, nil if it is one. Empty elements are taken for nearly all types.
    func objection(to text: String) -> String? {
        if text.isEmpty {
            if case .count = self { return "must be a whole number." }
            if case .oneOf = self { return "must not be empty." }
            return nil
        }
        let isFine: Bool
        switch self {
        case .text(let longest): return text.count > longest ? "is longer than \(longest) characters." : nil
        case .id: return text.count > 36 ? "is longer than 36 characters." : nil
        case .guid: isFine = text == "0" || Self.isGUID(text)
        case .count: isFine = Int(text).map { $0 >= 1 && $0 <= Int32.max } ?? false
        case .flag: isFine = ["true", "false", "1", "0"].contains(text)
        case .time: isFine = WrittenTime(text) != nil
        case .day: isFine = CivilDay(text) != nil
        case .amount: isFine = Money(text) != nil
        case .oneOf(let values): isFine = values.contains(text)
        case .children: isFine = true
        }
        return isFine ? nil : "\"\(text)\" is not a value of its type."
    }

    private static func isGUID(_ text: String) -> Bool {
        guard text.first == "{", text.last == "}" else { return false }
        let groups = text.dropFirst().dropLast().split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy(\.isHexDigit)
    }
}

internal import QBXML

/// What a comment of a sample-shaped schema says. In these files elements and types are markup, and all else
/// is a comment:
///
///     <!-- ThingAddRq contains 1 optional attribute: 'requestID' -->
///     <!-- Colour may have one of the following values: Red [DEFAULT], Green -->
///     <!-- v3.0, BEGIN OR: You may optionally have Rate OR RatePercent -->
///     <!-- opt, may rep, max length = 31 for QBD|QBCA, not in QBUK|QBOE, v6.0 -->
enum Remark {
    /// Of the place before it, or around it.
    case rules(Schema.Rules)
    case begin(Schema.Choice.Mode, Schema.Rules)
    case or
    case end
    /// The element that follows has several attributes, each with a remark of its own.
    case attributes
    /// An attribute of the element that follows.
    case attribute(Schema.Attribute)
    /// The values of the next element of this name.
    case values(of: String, [Schema.Value])

    private static let listing = "have one of the following values: "

    init?(_ text: String) {
        if text == "OR" {
            self = .or
        } else if text == "END OR" {
            self = .end
        } else if let (rules, words) = text.cut(at: "BEGIN OR: You may ") {
            guard let rules = Schema.Rules(rules) else { return nil }
            self = .begin(Self.mode(words), rules)
        } else if text.hasPrefix("'") {
            guard let attribute = Self.attribute(text) else { return nil }
            self = .attribute(attribute)
        } else if let (_, attributes) = text.cut(at: " contains ") {
            if attributes.hasSuffix(" attributes") {
                self = .attributes
            } else if let (presence, name) = attributes.cut(at: " attribute: "),
                let attribute = Self.attribute("\(name) is \(presence.dropFirst("1 ".count))")
            {
                self = .attribute(attribute)
            } else {
                return nil
            }
        } else if let (name, list) = text.cut(at: " may " + Self.listing) {
            guard let values = Self.values(list) else { return nil }
            self = .values(of: name, values)
        } else if let rules = Schema.Rules(text) {
            self = .rules(rules)
        } else {
            return nil
        }
    }

    /// What follows says in words which branches there are; the remarks between them say it better.
    private static func mode(_ words: String) -> Schema.Choice.Mode {
        if words.hasPrefix("optionally have ") { return .oneOrNone }
        if words.hasPrefix("have 0 or more ") { return .any }
        if words.hasPrefix("have 1 or more ") { return .some }
        return .one
    }

    /// `'name' is optional and may have one of the following values: A, B`, or without values.
    private static func attribute(_ text: String) -> Schema.Attribute? {
        guard let (name, rest) = text.cut(at: " is "), name.first == "'", name.last == "'" else { return nil }
        let (presence, list) = rest.cut(at: " and ") ?? (rest, "")
        guard presence == "optional" || presence == "required" else { return nil }
        var values: [Schema.Value] = []
        if !list.isEmpty {
            guard let (_, names) = list.cut(at: listing), let read = Self.values(names) else { return nil }
            values = read
        }
        return Schema.Attribute(
            name: String(name.dropFirst().dropLast()), isRequired: presence == "required", values: values)
    }

    /// `Red [DEFAULT], Green=2`: the number behind a value is never written into a document.
    private static func values(_ list: String) -> [Schema.Value]? {
        var values: [Schema.Value] = []
        for text in list.split(separator: ",") {
            let name = text.prefix { $0 != "[" && $0 != "=" }.trimmed
            let mark = text.drop { $0 != "[" }
            guard !name.isEmpty, mark.isEmpty || mark.uppercased() == "[DEFAULT]" else { return nil }
            values.append(Schema.Value(name: name, isDefault: !mark.isEmpty))
        }
        return values
    }
}

extension Schema.Rules {
    /// Rules between commas, in whatever order; none is fine.
    init?(_ text: String) {
        for rule in text.split(separator: ", ").map(\.trimmed) {
            switch rule {
            case "opt": isOptional = true
            case "may rep", "rep (1 or more)": isRepeated = true
            case "may be macro value": isMacro = true
            case "": break
            default:
                if let value = rule.after("min value = ") {
                    minimum = value
                } else if let value = rule.after("max value = ") {
                    maximum = value
                } else if let list = rule.after("not in ") {
                    guard let editions = Self.editions(list) else { return nil }
                    absences.formUnion(editions)
                } else if let length = rule.after("max length = ") {
                    let (number, list) = length.cut(at: " for ") ?? (length, "")
                    let editions = list.isEmpty ? Schema.Edition.allCases : Self.editions(list)
                    guard let editions, let characters = Int(number) else { return nil }
                    for edition in editions { lengths[edition] = characters }
                } else if let version = rule.after("v").flatMap({ Version($0) }) {
                    since = version
                } else {
                    return nil
                }
            }
        }
    }

    /// `QBD|QBCA`.
    private static func editions(_ list: String) -> [Schema.Edition]? {
        let names = list.split(separator: "|")
        let editions = names.compactMap { Schema.Edition(rawValue: String($0)) }
        return editions.count == names.count ? editions : nil
    }
}

extension String {
    /// What stands before and after the first `separator`.
    fileprivate func cut(at separator: String) -> (before: String, after: String)? {
        guard let place = firstRange(of: separator) else { return nil }
        return (String(self[..<place.lowerBound]), String(self[place.upperBound...]))
    }

    fileprivate func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}

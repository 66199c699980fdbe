import API
import FoundationEssentials
import Hummingbird
import HummingbirdCore
import QBXML

/// What stands behind the `?` of an address, read: values where they are right, findings where they are not,
/// all at once.
struct QueryReading {
    private let pairs: [(name: String, value: String)]
    private(set) var findings: [Problem.Finding] = []

    /// Whatever the route does not know is refused: a misspelt filter that was passed over would give the
    /// wrong records.
    init(_ request: Request, known: [String]) {
        pairs = Self.pairs(request.uri.query ?? "")
        var told: Set<String> = []
        for (name, _) in pairs where !known.contains(name) && told.insert(name).inserted {
            refuse(name, "There is no such parameter.\(OrderRefusal.hint(name, among: known))")
        }
    }

    /// Programs write a blank as `+` or as `%20`, so both are read.
    private static func pairs(_ query: String) -> [(name: String, value: String)] {
        let parameters = URI("/?" + query.replacing("+", with: "%20")).queryParameters
        return parameters.map { (String($0.key), String($0.value)) }
    }

    mutating func refuse(_ field: String, _ problem: String) {
        findings.append(Problem.Finding(field: field, problem: problem))
    }

    /// - Throws: all findings, if there are some.
    func end() throws {
        guard findings.isEmpty else { throw OrderRefusal.findings(findings) }
    }

    /// A parameter that may come once.
    mutating func text(_ name: String) -> String? {
        let values = texts(name)
        if values.count > 1 { refuse(name, "It is given \(values.count) times.") }
        return values.first
    }

    /// Like `text`, but nothing is no value.
    mutating func word(_ name: String) -> String? {
        guard let text = text(name) else { return nil }
        guard text.isEmpty else { return text }
        refuse(name, "It is empty.")
        return nil
    }

    func texts(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// Also separated by commas.
    func list(_ name: String) -> [String] {
        texts(name).flatMap { $0.split(separator: ",").map(String.init) }.filter { !$0.isEmpty }
    }

    mutating func integer(_ name: String, in range: ClosedRange<Int64>) -> Int64? {
        guard let text = text(name) else { return nil }
        guard let value = Int64(text), range.contains(value) else {
            let lower = range.lowerBound
            let wanted =
                range.upperBound == .max
                ? "no number of \(lower) or more" : "no number from \(lower) to \(range.upperBound)"
            refuse(name, "\"\(text)\" is \(wanted).")
            return nil
        }
        return value
    }

    /// `true`, `false`, or `all`, which is nil.
    mutating func either(_ name: String, otherwise standard: Bool?) -> Bool? {
        guard let text = text(name) else { return standard }
        switch text {
        case "true": return true
        case "false": return false
        case "all": return nil
        default:
            refuse(name, "\"\(text)\" is none of true, false, all.")
            return standard
        }
    }

    /// One of a few words.
    mutating func choice(_ name: String, of words: [String]) -> String? {
        guard let text = text(name) else { return nil }
        guard words.contains(text) else {
            refuse(name, "\"\(text)\" is none of \(words.joined(separator: ", ")).")
            return nil
        }
        return text
    }

    /// `2026-11-21T06:58:22Z`, `2026-11-21T01:58:22-05:00`, `2026-11-21`; UTC where nothing else is said.
    ///
    /// - Parameter other: what else may stand there.
    mutating func time(_ name: String, orElse other: String? = nil) -> Date? {
        guard let text = text(name) else { return nil }
        // A plus that was not written as %2B came as a blank: 2026-11-21T01:58:22 01:00.
        guard let stamp = Stamp(text) ?? Stamp(text.replacing(" ", with: "+")) else {
            let wanted = other.map { "neither \($0) nor a time" } ?? "no time"
            refuse(
                name, "\"\(text)\" is \(wanted) such as 2026-11-21T06:58:22Z or 2026-11-21T01:58:22-05:00.")
            return nil
        }
        let seconds = stamp.secondsOnWall - (stamp.offsetMinutes ?? 0) * 60
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// `2026-11-21`
    mutating func day(_ name: String) -> String? {
        guard let text = text(name) else { return nil }
        guard text.utf8.count == 10, Stamp(text) != nil else {
            refuse(name, "\"\(text)\" is no day such as 2026-11-21.")
            return nil
        }
        return text
    }
}

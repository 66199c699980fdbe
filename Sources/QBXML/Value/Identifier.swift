/// A GUID as QuickBooks and the Web Connector write it: with or without braces, in any case, sometimes
/// malformed.
///
/// Two are the same when they differ in nothing but braces, case and surrounding space. A malformed one is
/// not an error: it is equal to itself and to nothing else.
package struct Identifier: Hashable, Sendable {
    /// Lower case, without braces.
    package let canonical: String

    package init(_ text: String) {
        var rest = text.lowercased().unicodeScalars[...]
        while let first = rest.first, first == "{" || first <= " " { rest.removeFirst() }
        while let last = rest.last, last == "}" || last <= " " { rest.removeLast() }
        canonical = String(rest)
    }

    package static func equal(_ one: String, _ other: String) -> Bool {
        Identifier(one) == Identifier(other)
    }

    /// `8-4-4-4-12` hexadecimal digits.
    package var isWellFormed: Bool {
        let groups = canonical.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
    }
}

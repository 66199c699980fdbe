/// A character that no company file can hold.
package struct Foreign: Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        /// A control character other than the tab and the line ends.
        case control
        /// QuickBooks for Windows keeps text in Windows-1252, and what that lacks becomes a question mark
        /// there, for ever.
        case outsideWindows1252
        /// U+FFFE and U+FFFF, and bytes that are not UTF-8.
        case notAllowedInXML
    }

    /// Nil stands for bytes that are not UTF-8.
    package let scalar: Unicode.Scalar?
    /// Counted in characters (Unicode scalars) from 1. Bytes that are not UTF-8 count as one where a lenient
    /// reader would see one U+FFFD.
    package let position: Int
    package let reason: Reason

    package init(_ scalar: Unicode.Scalar?, at position: Int, because reason: Reason) {
        self.scalar = scalar
        self.position = position
        self.reason = reason
    }

    /// What is wrong, for a person: `"Ł" (U+0141) at position 3 is not in Windows-1252, …`.
    package var sentence: String {
        guard let scalar else { return "The bytes at position \(position) are not UTF-8." }
        let place = "\(Self.title(of: scalar)) at position \(position)"
        return switch reason {
        case .control:
            "The control character \(place) is not text; of these only tabs and line ends are allowed."
        case .outsideWindows1252:
            "\(place) is not in Windows-1252, so QuickBooks would keep a question mark in its place."
        case .notAllowedInXML: "\(place) is not a character of XML."
        }
    }

    /// `"Ł" (U+0141)`, or its name in place of the character where nothing could be seen of it.
    private static func title(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return switch scalar.properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned: number
        case .format, .nonspacingMark, .spacingMark, .enclosingMark, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            scalar.properties.name.map { "\($0) (\(number))" } ?? number
        default: "\"\(scalar)\" (\(number))"
        }
    }
}

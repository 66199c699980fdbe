/// A piece of a line in one colour.
///
/// What comes from outside (names, messages of QuickBooks, addresses) is made harmless here, once: a record's
/// name must not be able to move the cursor or forge a line of ours.
struct Span: Equatable, Sendable {
    let text: String
    let color: Color?

    init(_ text: String, _ color: Color? = nil) {
        self.text = Self.harmless(text)
        self.color = color
    }

    /// Line ends and tabs become blanks, and every other control or text-direction character a visible mark.
    private static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isDangerous) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": scalars.append(" ")
            default: scalars.append(isDangerous(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(scalars)
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        // Marks that turn the direction of text round, so that a name could read as something else.
        case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// The colours of the house: the words of the API (`green`, `amber`, …) and what the terminal calls them.
enum Color: String, Sendable {
    case green, blue, amber, orange, red, grey
    case bold

    /// Parameters of the "select graphic rendition" sequence; orange is the 256-colour table's 208.
    var code: String {
        switch self {
        case .green: "32"
        case .blue: "34"
        case .amber: "33"
        case .orange: "38;5;208"
        case .red: "31"
        case .grey: "90"
        case .bold: "1"
        }
    }
}

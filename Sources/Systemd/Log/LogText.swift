/// Text that came from outside, made safe for a line that people read.
enum LogText {
    /// Control characters are written out (`\n`, `\u{1b}`), so that a user name sent by a stranger can
    /// neither start a line of its own nor steer the terminal of whoever reads it.
    ///
    /// - Parameter keepingLines: the journal keeps several lines in one record, so there a line feed and a
    ///   tab stay.
    static func escaped(_ text: String, keepingLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where keepingLines, "\t" where keepingLines: result.unicodeScalars.append(scalar)
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where isControl(scalar): result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `key=value`, quoted where the value would run into its neighbours.
    static func pair(_ key: String, _ value: String) -> String {
        let safe = escaped(value, keepingLines: false)
        let needsQuotes = safe.isEmpty || safe.utf8.contains { $0 == 0x20 || $0 == 0x22 || $0 == 0x3D }
        guard needsQuotes else { return key + "=" + safe }
        var quoted = ""
        for character in safe { quoted += character == "\"" ? "\\\"" : String(character) }
        return key + "=\"" + quoted + "\""
    }

    /// C0, DEL and C1: what terminals act upon.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}

extension Repertoire {
    /// The text with each sequence that Unicode calls canonically equivalent to one character of Windows-1252
    /// written as that character: `e` with U+0301 as é, the Kelvin sign as K. This is exact and not a
    /// transliteration: the two are one text by definition, and macOS, for one, prefers the longer way of
    /// writing it. Nil where there is nothing to do, which is nearly always, and for what is not UTF-8.
    package static func composed(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        // Whatever is composed has a character outside Windows-1252 in it.
        guard firstForeign(in: text) != nil, let given = String(validating: text, as: UTF8.self) else {
            return nil
        }
        var written = ""
        var isChanged = false
        for character in given {
            if let exact = composition(of: character.unicodeScalars) {
                written.unicodeScalars.append(exact)
                isChanged = true
            } else {
                written.append(character)
            }
        }
        return isChanged ? Array(written.utf8) : nil
    }

    /// The one character of Windows-1252 that is equivalent, if there is one and it is written otherwise.
    private static func composition(of scalars: Character.UnicodeScalarView) -> Unicode.Scalar? {
        guard scalars.count <= 2, let first = scalars.first, scalars.count == 2 || !holds(first) else {
            return nil
        }
        return compositions[String(String.UnicodeScalarView(scalars))]
    }

    /// Strings are equal in Swift when they are canonically equivalent, so that looking one up composes it.
    static let compositions: [String: Unicode.Scalar] = {
        let held = (0x20...0x2122).lazy.compactMap(Unicode.Scalar.init).filter(holds)
        return Dictionary(held.map { (String($0), $0) }, uniquingKeysWith: { first, _ in first })
    }()
}

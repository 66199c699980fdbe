/// Text rewritten with the characters that a company file can hold, for a caller that prefers Lukasz to a
/// refusal of Łukasz. It is lossy, so it is done on request only.
///
/// What has no reading, such as an emoji or Chinese, stays in the text as it was and is reported: nothing
/// becomes a question mark, and nothing disappears but marks on letters, the soft sign of Cyrillic and what
/// is invisible. Equivalent ways of writing a character are composed on the way (`Repertoire.composed`).
///
/// Lengths change and even a colon may come out (of U+FF1A), so lengths and names are checked afterwards.
package struct Transliteration: Equatable, Sendable {
    /// UTF-8. All of it is within Windows-1252 if `foreign` is empty.
    package let text: [UInt8]
    /// How many characters, as a person counts them, are written otherwise than before. Composing alone does
    /// not count.
    package let replaced: Int
    /// What could not be written, in order, with its position in the text that was given. A character that
    /// consists of several, such as the emoji of a family, is named by the first that is foreign.
    package let foreign: [Foreign]

    /// Rewrites UTF-8 text and reports `limit` foreign characters at most. Text that is not UTF-8 is returned
    /// as it came with all that is foreign in it, because what cannot be read cannot be rewritten.
    package init(of given: ArraySlice<UInt8>, limit: Int) {
        guard Repertoire.firstForeign(in: given) != nil || Self.hasSoftHyphen(given) else {
            (text, replaced, foreign) = (Array(given), 0, [])
            return
        }
        guard let readable = String(validating: given, as: UTF8.self) else {
            (text, replaced, foreign) = (Array(given), 0, Repertoire.allForeign(in: given, limit: limit))
            return
        }
        var pen = Pen(readable, limit: limit)
        while pen.write() {}
        (text, replaced, foreign) = (Array(pen.written.utf8), pen.replaced, pen.foreign)
    }

    /// U+00AD, the one character that vanishes though it could be held.
    private static func hasSoftHyphen(_ text: ArraySlice<UInt8>) -> Bool {
        text.indices.dropLast().contains { text[$0] == 0xC2 && text[$0 + 1] == 0xAD }
    }
}

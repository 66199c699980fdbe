/// A document of ours made readable: one element a line.
///
/// Only for eyes. The white space would be harmless, but the bytes are not the ones that are sent.
package enum Indented {
    /// - Parameter document: in canonical form, as `Checked.document` writes it: no white space, comment or
    ///   CDATA section between the tags, and `<` and `>` in text only as references.
    package static func text(of document: [UInt8]) -> String {
        var lines: [String] = []
        var depth = 0
        // The line under way is a start tag, and perhaps its text.
        var isOpen = false
        var rest = document[...]
        while let end = rest.firstIndex(of: UInt8(ascii: ">")) {
            let piece = String(decoding: rest[...end], as: UTF8.self)
            rest = rest[(end + 1)...]
            let margin = String(repeating: "  ", count: depth)
            if piece.hasPrefix("<?") {
                lines.append(piece)
            } else if !piece.hasPrefix("<") || piece.hasPrefix("</") && isOpen {
                // Text with its end tag, or an end tag right behind its start tag.
                lines[lines.count - 1] += piece
                depth -= 1
                isOpen = false
            } else if piece.hasPrefix("</") {
                depth -= 1
                lines.append(String(margin.dropLast(2)) + piece)
            } else {
                lines.append(margin + piece)
                depth += 1
                isOpen = true
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

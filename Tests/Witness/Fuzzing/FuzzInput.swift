/// Who gets the bytes.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// `Draft`, `Checker` and the encoder, from JSON.
    case json
    /// The same, from qbXML.
    case qbxml
    /// `Response` and `ResponseReader`, and the way back.
    case answers
    /// `HCPResponse`.
    case host
    /// `Transliteration`.
    case characters
}

/// One input with all that decides what is done with it, so that it can be kept in a file and run again.
package struct FuzzInput: Equatable, Sendable {
    package let target: FuzzTarget
    /// Decides options and chunks.
    package let variant: UInt64
    package let bytes: [UInt8]

    package init(target: FuzzTarget, variant: UInt64, bytes: [UInt8]) {
        self.target = target
        self.variant = variant
        self.bytes = bytes
    }

    /// `json 42`, a line feed, and the bytes as they are.
    package var file: [UInt8] { head + bytes }

    /// The first line of the file.
    package var head: [UInt8] { Array("\(target.rawValue) \(variant)\n".utf8) }

    /// - Returns: nil if it is no file of an input.
    package init?(file: [UInt8]) {
        guard let end = file.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let words = String(decoding: file[..<end], as: UTF8.self).split(separator: " ")
        guard words.count == 2, let target = FuzzTarget(rawValue: String(words[0])),
            let variant = UInt64(words[1])
        else { return nil }
        self.init(target: target, variant: variant, bytes: Array(file[(end + 1)...]))
    }
}

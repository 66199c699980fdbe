/// Splits Swift text into words, signs and literals, so that a rule never mistakes a comment or a string for
/// code.
///
/// It knows as much of the language as the rules need: nested comments, raw and long literals, code inside
/// interpolations. It does not know regular expressions between bare slashes; write those as `#/…/#`.
struct SwiftLexer {
    struct Token: Equatable, Sendable {
        enum Kind: Equatable, Sendable { case word, sign, literal }
        var kind: Kind
        /// A literal's text is its first 200 bytes, without quotes.
        var text: String
        var line: Int
        /// Differs from `line` for literals of several lines.
        var lastLine: Int
    }

    struct Comment: Equatable, Sendable {
        var text: String
        var line: Int
        var lastLine: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var line = 1
    private(set) var tokens: [Token] = []
    private(set) var comments: [Comment] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        code(isInterpolation: false)
    }

    static func isWord(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39)
            || byte == 0x5F || byte >= 0x80
    }

    private func byte(_ offset: Int) -> UInt8 {
        at + offset < bytes.count ? bytes[at + offset] : 0
    }

    private func text(from start: Int, to end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }

    private mutating func code(isInterpolation: Bool) {
        var depth = 0
        while at < bytes.count {
            let current = bytes[at]
            if Self.isWord(current) {
                word()
            } else if current == UInt8(ascii: "\n") {
                line += 1
                at += 1
            } else if current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") {
                at += 1
            } else if current == UInt8(ascii: "/"), byte(1) == current {
                lineComment()
            } else if current == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
                blockComment()
            } else if current == UInt8(ascii: "\"") || current == UInt8(ascii: "#") {
                literalOrSign()
            } else {
                if current == UInt8(ascii: "(") { depth += 1 }
                if current == UInt8(ascii: ")") {
                    if isInterpolation, depth == 0 {
                        at += 1
                        return
                    }
                    depth -= 1
                }
                sign()
            }
        }
    }

    private mutating func word() {
        let start = at
        while at < bytes.count, Self.isWord(bytes[at]) { at += 1 }
        tokens.append(Token(kind: .word, text: text(from: start, to: at), line: line, lastLine: line))
    }

    private mutating func sign() {
        tokens.append(Token(kind: .sign, text: text(from: at, to: at + 1), line: line, lastLine: line))
        at += 1
    }

    private mutating func lineComment() {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
        comments.append(Comment(text: text(from: start, to: at), line: line, lastLine: line))
    }

    private mutating func blockComment() {
        let start = at
        let first = line
        var depth = 0
        repeat {
            if byte(0) == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
                depth += 1
                at += 2
            } else if byte(0) == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                depth -= 1
                at += 2
            } else {
                if byte(0) == UInt8(ascii: "\n") { line += 1 }
                at += 1
            }
        } while depth > 0 && at < bytes.count
        comments.append(
            Comment(text: text(from: start, to: min(at, bytes.count)), line: first, lastLine: line))
    }

    private mutating func literalOrSign() {
        var hashes = 0
        while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
        if byte(hashes) == UInt8(ascii: "\"") {
            at += hashes
            literal(hashes: hashes)
        } else if hashes > 0, byte(hashes) == UInt8(ascii: "/") {
            expression(hashes: hashes)
        } else {
            sign()
        }
    }

    private mutating func expression(hashes: Int) {
        at += hashes + 1
        while at < bytes.count, !(byte(0) == UInt8(ascii: "/") && followedByHashes(1, hashes)) {
            if byte(0) == UInt8(ascii: "\n") { line += 1 }
            at += 1
        }
        at += 1 + hashes
    }

    private mutating func literal(hashes: Int) {
        let quote = UInt8(ascii: "\"")
        let isLong = byte(1) == quote && byte(2) == quote && !closesOnThisLine(hashes: hashes)
        let first = line
        // Its place among the tokens is before those of its interpolations.
        let place = tokens.count
        at += isLong ? 3 : 1
        let start = at
        var end = bytes.count
        while at < bytes.count {
            if byte(0) == quote, !isLong || (byte(1) == quote && byte(2) == quote),
                followedByHashes(isLong ? 3 : 1, hashes)
            {
                end = at
                at += (isLong ? 3 : 1) + hashes
                break
            } else if byte(0) == UInt8(ascii: "\\"), followedByHashes(1, hashes) {
                at += 1 + hashes
                if byte(0) == UInt8(ascii: "(") {
                    at += 1
                    code(isInterpolation: true)
                } else {
                    if byte(0) == UInt8(ascii: "\n") { line += 1 }
                    at += 1
                }
            } else {
                if byte(0) == UInt8(ascii: "\n") { line += 1 }
                at += 1
            }
        }
        let content = text(from: start, to: max(start, min(end, start + 200)))
        tokens.insert(Token(kind: .literal, text: content, line: first, lastLine: line), at: place)
    }

    /// `#""""#` is a short literal that holds two quotes, though it begins like a long one.
    private func closesOnThisLine(hashes: Int) -> Bool {
        guard hashes > 0 else { return false }
        var offset = 1
        while byte(offset) != UInt8(ascii: "\n"), at + offset < bytes.count {
            if byte(offset) == UInt8(ascii: "\""), followedByHashes(offset + 1, hashes) { return true }
            offset += 1
        }
        return false
    }

    private func followedByHashes(_ offset: Int, _ count: Int) -> Bool {
        for index in 0..<count where byte(offset + index) != UInt8(ascii: "#") { return false }
        return true
    }
}

/// On which line each key of a TOML text stands.
///
/// TOMLKit gives lines for syntax errors only, so the text is walked once more. It has parsed by then: this
/// walk does not judge, it only has to keep its step through strings, lists and tables.
///
///     [listen]                        # listen          line 1
///     address = "0.0.0.0:443"         # listen.address  line 2
///     log.level = "debug"             # listen.log.level: dotted keys belong to the table above them
///     sync = { poll = "1m" }          # listen.sync and listen.sync.poll
struct SettingLines {
    private(set) var lines: [String: Int] = [:]
    private var text: [UInt8]
    private var position = 0
    private var line = 1

    init(_ toml: String) {
        text = Array(toml.utf8)
        var table: [String] = []
        while !isAtEnd {
            skipBlank(acrossLines: true)
            guard let byte = current else { break }
            if byte == UInt8(ascii: "[") {
                while current == UInt8(ascii: "[") { advance() }
                table = key()
                note(table)
                skipToLineEnd()
            } else {
                pair(in: table)
                skipToLineEnd()
            }
        }
        text = []
    }

    /// The line of a dotted name, or of the nearest table around it.
    func line(of name: String) -> Int? {
        var name = Substring(name)
        while !name.isEmpty {
            if let line = lines[String(name)] { return line }
            name = name.lastIndex(of: ".").map { name[..<$0] } ?? ""
        }
        return nil
    }

    private mutating func note(_ path: [String]) {
        let name = path.joined(separator: ".")
        if lines[name] == nil { lines[name] = line }
    }

    // MARK: Keys and values

    private mutating func pair(in table: [String]) {
        let path = table + key()
        note(path)
        skipBlank(acrossLines: false)
        guard current == UInt8(ascii: "=") else { return }
        advance()
        value(at: path)
    }

    /// `a`, `"a b"`, `a.'b'.c`
    private mutating func key() -> [String] {
        var parts: [String] = []
        while true {
            skipBlank(acrossLines: false)
            guard let byte = current else { return parts }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let start = position + 1
                string()
                parts.append(String(decoding: text[start..<max(start, position - 1)], as: UTF8.self))
            } else {
                let start = position
                while let byte = current, Self.isBare(byte) { advance() }
                guard position > start else { return parts }
                parts.append(String(decoding: text[start..<position], as: UTF8.self))
            }
            skipBlank(acrossLines: false)
            guard current == UInt8(ascii: ".") else { return parts }
            advance()
        }
    }

    private mutating func value(at path: [String]) {
        skipBlank(acrossLines: false)
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            string()
        case UInt8(ascii: "["):
            members(until: UInt8(ascii: "]")) { walk in walk.value(at: path) }
        case UInt8(ascii: "{"):
            members(until: UInt8(ascii: "}")) { walk in walk.pair(in: path) }
        default:
            let stops: [UInt8] = [
                UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), 10,
            ]
            while let byte = current, !stops.contains(byte) { advance() }
        }
    }

    private mutating func members(until end: UInt8, _ one: (inout SettingLines) -> Void) {
        advance()
        while true {
            skipBlank(acrossLines: true)
            guard let byte = current, byte != end else { break }
            let before = position
            if byte == UInt8(ascii: ",") { advance() } else { one(&self) }
            // A text that did not parse could hold us here.
            if position == before { advance() }
        }
        advance()
    }

    /// All four kinds: one or three quotes, with escapes or without.
    private mutating func string() {
        guard let quote = current else { return }
        let isLong = position + 2 < text.count && text[position + 1] == quote && text[position + 2] == quote
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        var run = 0
        while let byte = current {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                advance()
                run = 0
            } else {
                run = byte == quote ? run + 1 : 0
            }
            advance()
            if run == (isLong ? 3 : 1) { break }
        }
        // Up to two more quotes may belong to the text of a long string.
        if isLong { while current == quote { advance() } }
    }

    // MARK: Steps

    private var isAtEnd: Bool { position >= text.count }
    private var current: UInt8? { position < text.count ? text[position] : nil }

    private mutating func advance() {
        if current == 10 { line += 1 }
        position += 1
    }

    private mutating func skipToLineEnd() {
        while let byte = current, byte != 10 { advance() }
    }

    private mutating func skipBlank(acrossLines: Bool) {
        while let byte = current {
            if byte == UInt8(ascii: "#"), acrossLines {
                skipToLineEnd()
            } else if byte == 32 || byte == 9 || byte == 13 || acrossLines && byte == 10 {
                advance()
            } else {
                return
            }
        }
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}

import Testing

@Suite("House rule: nothing is too long")
struct LengthTests {
    private static let files = HouseRule.eachSource(
        """
        A file has 300 lines at most, so that one sitting reads it; a longer one does two jobs. Data inside \
        literals in a folder called Catalog does not count.
        """
    ) { source in
        var count = source.text.lines.count
        if source.path.contains("/Catalog/") {
            for token in source.tokens where token.kind == .literal { count -= token.lastLine - token.line }
        }
        return count > 300 ? [Finding(source.path, nil, "\(count) lines")] : []
    }

    private static let functions = HouseRule.eachSource(
        "A function has 70 lines at most, so that it fits on a screen; cut it where a comment names a part."
    ) { source in
        source.functions.filter { $0.lines.count > 70 }.map { name, lines in
            Finding(source.path, lines.lowerBound, "\(name) has \(lines.count) lines")
        }
    }

    private static let columns = HouseRule.eachSource(
        "A line has 110 columns at most, so that two files fit beside each other."
    ) { source in
        source.text.lines.indices.compactMap { index in
            // Few lines have so many bytes; only those are worth decoding.
            guard source.text.lines[index].count > 110 else { return nil }
            let columns = source.text.line(index + 1).unicodeScalars.count
            return columns > 110 ? Finding(source.path, index + 1, "\(columns) columns") : nil
        }
    }

    @Test("no file is longer than 300 lines")
    func filesKept() { Self.files.expectKept() }

    @Test("the rule about files notices 301 lines, and spares the data of a catalog but not its code")
    func filesNoticed() {
        let code = String(repeating: "let x = 1\n", count: 301)
        let data = "let notation = #\"\"\"\n" + String(repeating: "customers\n", count: 400) + "\"\"\"#\n"
        let found = Self.files.notices(in: [
            "Sources/QBXML/Catalog/Code.swift": code,
            "Sources/QBXML/Catalog/Data.swift": data,
            "Sources/QBXML/Data.swift": data,
            "Sources/Sync/Short.swift": String(repeating: "let x = 1\n", count: 300),
        ])
        #expect(
            found == [
                "Sources/QBXML/Catalog/Code.swift: 301 lines", "Sources/QBXML/Data.swift: 402 lines",
            ])
    }

    @Test("no function is longer than 70 lines")
    func functionsKept() { Self.functions.expectKept() }

    @Test("the rule about functions notices 71 lines in each kind, and is not misled by braces in texts")
    func functionsNoticed() {
        let body = String(repeating: "    let x = \"{\" // {\n", count: 69)
        let long =
            "func long(_ f: () -> Void = {}) {\n" + body + "}\n"
            + "init() {\n" + body + "}\n"
            + "var value: Int {\n" + body + "}\n"
        let short = "func short() {\n" + String(repeating: "    f()\n", count: 68) + "}\n"
        let bodiless = "protocol P {\n    func a() -> Int\n    init(b: Int)\n" + body + "}\n"
        let found = Self.functions.notices(in: [
            "Sources/Sync/Long.swift": long, "Sources/Sync/Short.swift": short,
            "Sources/Sync/P.swift": bodiless,
        ])
        #expect(
            found == [
                "Sources/Sync/Long.swift:1: long has 71 lines",
                "Sources/Sync/Long.swift:72: init has 71 lines",
                "Sources/Sync/Long.swift:143: value has 71 lines",
            ])
    }

    @Test("no line is wider than 110 columns")
    func columnsKept() { Self.columns.expectKept() }

    @Test("the rule about columns notices 111, and counts letters rather than bytes")
    func columnsNoticed() {
        let found = Self.columns.notices(in: [
            "Sources/Sync/Wide.swift": "let x = 1\n// " + String(repeating: "x", count: 108) + "\n",
            "Sources/Sync/Foreign.swift": "// " + String(repeating: "é", count: 107) + "\n",
        ])
        #expect(found == ["Sources/Sync/Wide.swift:2: 111 columns"])
    }
}

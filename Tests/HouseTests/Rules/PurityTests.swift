import Testing

@Suite("House rule: pure rooms stay pure")
struct PurityTests {
    private static let purity = HouseRule.eachSource(
        """
        A pure room has no clock, no chance, no identity and no input or output of its own: they come in as \
        arguments. That is what lets a month of syncs with faults run in a test in seconds, and the same \
        seed give the same run.
        """
    ) { source in
        guard let room = source.room, Room.pure.contains(room) else { return [] }
        return source.tokens.indices.compactMap { index in
            impurity(source, index).map { Finding(source.path, source.tokens[index].line, $0) }
        }
    }

    /// Forbidden wherever they stand.
    private static let words: Set = [
        "async", "await", "Task", "print", "FileManager", "ProcessInfo", "SystemRandomNumberGenerator",
        "ContinuousClock", "SuspendingClock",
    ]

    private static func impurity(_ source: SwiftSource, _ index: Int) -> String? {
        let token = source.tokens[index]
        guard token.kind == .word else { return nil }
        let after = source.word(index + 1) + source.word(index + 2)
        switch token.text {
        case _ where words.contains(token.text): return token.text
        case "Date" where after == "()", "UUID" where after == "()": return token.text + "()"
        case "now" where isOfType(source, index), "random" where isOfType(source, index):
            return "." + token.text
        default: return nil
        }
    }

    /// `Date.now` and `.now` ask the clock; `turn.now` is a value that somebody passed in.
    private static func isOfType(_ source: SwiftSource, _ index: Int) -> Bool {
        guard source.word(index - 1) == "." else { return false }
        let owner = source.word(index - 2)
        let isValue = owner.first.map { $0.isLowercase || "_)]?!$".contains($0) } ?? false
        // After a keyword, the dot leads: `return .now`.
        return !isValue || ["return", "in", "else", "case", "try"].contains(owner)
    }

    @Test("no pure room asks for the time, for chance or for the world")
    func purityKept() { Self.purity.expectKept() }

    @Test("the rule about purity notices each forbidden word, and no value that was passed in")
    func purityNoticed() {
        let found = Self.purity.notices(in: [
            "Sources/Sync/Bad.swift": """
            let a = Date()
            let b: Date = .now
            let c = Date.now
            let d = UUID()
            let e = Int.random(in: 1...6)
            func f() async { await g() }
            let h = Task { print("x") }
            let i = FileManager.default
            func j() -> Date { return .now }
            let k = "at \\(Date())"
            """,
            "Sources/Sync/Good.swift": """
            // Date() and .now
            let a = turn.now
            let b = turn().now
            let c = self.now.addingTimeInterval(1)
            let d = Date(timeIntervalSince1970: 0)
            let e = "await Date()"
            let f = dice.random(in: 1...6)
            """,
            "Sources/Daemon/Shell.swift": "let a = Date()\n",
        ])
        let expected: [(Int, String)] = [
            (1, "Date()"), (2, ".now"), (3, ".now"), (4, "UUID()"), (5, ".random"), (6, "async"),
            (6, "await"),
            (7, "Task"), (7, "print"), (8, "FileManager"), (9, ".now"), (10, "Date()"),
        ]
        #expect(found == expected.map { "Sources/Sync/Bad.swift:\($0): \($1)" })
    }
}

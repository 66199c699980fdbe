import Testing

@Suite("House rule: tests are sentences")
struct SentenceTests {
    private static let sentences = HouseRule.eachSource(
        """
        A test is called by a sentence of at least three words that reads aloud, so that the list of tests \
        tells what the program does, and a failure what it does not.
        """
    ) { source in
        source.tokens.indices.compactMap { index in
            guard source.word(index) == "Test", source.word(index - 1) == "@" else { return nil }
            let line = source.tokens[index].line
            guard source.word(index + 1) == "(", source.tokens.indices.contains(index + 2),
                source.tokens[index + 2].kind == .literal
            else { return Finding(source.path, line, "a test without a sentence") }
            let name = source.word(index + 2)
            let words = name.split(separator: " ").filter { $0.contains(where: \.isLetter) }
            return words.count >= 3 ? nil : Finding(source.path, line, "\"\(name)\" is no sentence")
        }
    }

    /// Programs among the tests, which are no tests.
    private static let programs = [
        "Tests/Benchmarks/", "Tests/WitnessProgram/", "Tests/OfficesProgram/",
    ]

    private static let haste = HouseRule.eachSource(
        """
        A test neither sleeps nor measures time: on a busy machine it would fail for no reason. Drive the \
        clock, wait for the event itself, and leave speed to `make bench`.
        """
    ) { source in
        guard source.path.hasPrefix("Tests/"), !programs.contains(where: source.path.hasPrefix) else {
            return []
        }
        let forbidden: Set = ["sleep", "usleep", "nanosleep", "ContinuousClock", "SuspendingClock", "XCTest"]
        return source.tokens.filter { $0.kind == .word && forbidden.contains($0.text) }.map {
            Finding(source.path, $0.line, $0.text)
        }
    }

    @Test("every test is called by a sentence")
    func sentencesKept() { Self.sentences.expectKept() }

    @Test("the rule about sentences notices a test without a name and one with half a name")
    func sentencesNoticed() {
        let found = Self.sentences.notices(in: [
            "Tests/SyncTests/X.swift": """
            @Test func a() {}
            @Test("window") func b() {}
            @Test(arguments: [1]) func c() {}
            @Test("a write sent but never answered is asked for first") func d() {}
            @Test(
                "CB-1 - 2: three", arguments: [1])
            func e() {}
            """
        ])
        #expect(
            found == [
                "Tests/SyncTests/X.swift:1: a test without a sentence",
                "Tests/SyncTests/X.swift:2: \"window\" is no sentence",
                "Tests/SyncTests/X.swift:3: a test without a sentence",
                "Tests/SyncTests/X.swift:5: \"CB-1 - 2: three\" is no sentence",
            ])
    }

    @Test("no test sleeps or looks at a stopwatch")
    func hasteKept() { Self.haste.expectKept() }

    @Test("the rule about haste notices a sleep and a stopwatch")
    func hasteNoticed() {
        let found = Self.haste.notices(in: [
            "Tests/SyncTests/X.swift":
                "try await Task.sleep(for: .seconds(1))\nlet t = ContinuousClock().now\n",
            "Sources/Daemon/X.swift": "try await Task.sleep(for: .seconds(1))\n",
            "Tests/WitnessProgram/X.swift": "let clock = ContinuousClock()\n",
        ])
        #expect(found == ["Tests/SyncTests/X.swift:1: sleep", "Tests/SyncTests/X.swift:2: ContinuousClock"])
    }
}

import Testing

@Suite("House rule: no trapdoors")
struct SafetyTests {
    private static let traps = HouseRule.eachSource(
        """
        No try!, as! or fatalError: a surprise from outside must become an answer, not the end of the \
        process. Our own mistakes are `preconditionFailure` with a sentence.
        """
    ) { source in
        source.tokens.indices.compactMap { index in
            let token = source.tokens[index]
            guard token.kind == .word else { return nil }
            switch token.text {
            case "try" where source.word(index + 1) == "!", "as" where source.word(index + 1) == "!":
                return Finding(source.path, token.line, token.text + "!")
            case "fatalError": return Finding(source.path, token.line, token.text)
            default: return nil
            }
        }
    }

    private static let promises = HouseRule.eachSource(
        """
        @unchecked Sendable and nonisolated(unsafe) are promises that the compiler cannot check, so a \
        sentence directly above says why they hold.
        """
    ) { source in
        source.tokens.indices.compactMap { index in
            let token = source.tokens[index]
            guard token.kind == .word, let promise = promise(source, index) else { return nil }
            return hasSentence(above: token.line, in: source)
                ? nil : Finding(source.path, token.line, promise)
        }
    }

    private static func promise(_ source: SwiftSource, _ index: Int) -> String? {
        let after = source.word(index + 1) + source.word(index + 2) + source.word(index + 3)
        switch source.word(index) {
        case "unchecked" where source.word(index - 1) == "@": return "@unchecked"
        case "nonisolated" where after == "(unsafe)": return "nonisolated(unsafe)"
        default: return nil
        }
    }

    /// A sentence here is at least five words of comment, the last of them with a full stop.
    private static func hasSentence(above line: Int, in source: SwiftSource) -> Bool {
        var words: [Substring] = []
        var wanted = line - 1
        for comment in source.comments.reversed() where comment.lastLine == wanted {
            words = comment.text.split(whereSeparator: { $0 == " " || $0 == "\n" }) + words
            wanted = comment.line - 1
        }
        let spoken = words.filter { $0.contains(where: \.isLetter) }
        return spoken.count >= 5 && (spoken.last?.hasSuffix(".") ?? false)
    }

    @Test("nothing in the house can trap on purpose")
    func trapsKept() { Self.traps.expectKept() }

    @Test("the rule about traps notices each of them in code, and none in words")
    func trapsNoticed() {
        let found = Self.traps.notices(in: [
            "Sources/Sync/X.swift": """
            // try! as! fatalError
            let a = try! f()
            let b = c as! Int
            func g() { fatalError("try! again") }
            let h = try? f() as? Int
            """
        ])
        #expect(
            found == [
                "Sources/Sync/X.swift:2: try!", "Sources/Sync/X.swift:3: as!",
                "Sources/Sync/X.swift:4: fatalError",
            ])
    }

    @Test("every promise to the compiler says why it holds")
    func promisesKept() { Self.promises.expectKept() }

    @Test("the rule about promises notices one without a sentence, with half a one, or with one further up")
    func promisesNoticed() {
        let found = Self.promises.notices(in: [
            "Sources/Store/X.swift": """
            /// The lock guards every use
            /// of the counter.
            final class A: @unchecked Sendable {}
            final class B: @unchecked Sendable {}
            // safe
            nonisolated(unsafe) var c = 1
            // Set once, before any other thread exists.

            nonisolated(unsafe) var d = 1
            nonisolated func e() {}
            """
        ])
        #expect(
            found == [
                "Sources/Store/X.swift:4: @unchecked", "Sources/Store/X.swift:6: nonisolated(unsafe)",
                "Sources/Store/X.swift:9: nonisolated(unsafe)",
            ])
    }
}

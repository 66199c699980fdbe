import Testing

@Suite("House rule: the journal")
struct JournalTests {
    private static let kinds = HouseRule.eachSource(
        """
        A line at info or above is about an event, so it has a kind that `journalctl -x` explains: \
        `logger.event(.warning, "…", .kind)`, never `logger.warning("…")`.
        """
    ) { source in
        guard source.path.hasPrefix("Sources/") else { return [] }
        return source.tokens.indices.compactMap { index in
            let isCall = source.word(index + 1) == "." && source.word(index + 3) == "("
            guard isCall, source.word(index).lowercased().hasSuffix("logger") else { return nil }
            let called = source.word(index + 2)
            let levels = ["info", "notice", "warning", "error", "critical", "log"]
            return levels.contains(called)
                ? Finding(source.path, source.tokens[index].line, "logger.\(called)") : nil
        }
    }

    @Test("each event that the journal is told has a kind")
    func kindsKept() { Self.kinds.expectKept() }

    @Test("the rule about kinds notices a line without one, and spares what only developers read")
    func kindsNoticed() {
        let found = Self.kinds.notices(in: [
            "Sources/Daemon/A.swift": """
            func a() {
                logger.debug("one")
                logger.event(.warning, "two", .fault)
                context.logger.warning("three")
                let text = "logger.warning(four)"
            }
            """
        ])
        #expect(found == ["Sources/Daemon/A.swift:4: logger.warning"])
    }
}

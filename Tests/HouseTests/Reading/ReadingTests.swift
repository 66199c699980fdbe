import Testing

@Suite("How the house rules read Swift")
struct ReadingTests {
    private func tokens(_ text: String) -> [String] {
        SwiftSource(SourceText(path: "X.swift", bytes: Array(text.utf8))).tokens.map(\.text)
    }

    @Test("comments are no code, however they are nested")
    func comments() {
        #expect(tokens("a // b \"c\n/* d /* e */ f */ g") == ["a", "g"])
    }

    @Test("a literal is one token, whatever is inside")
    func literals() {
        #expect(tokens(#"a "b // \" c" d"#) == ["a", #"b // \" c"#, "d"])
        #expect(tokens(##"a #"b" \(c) "# d"##) == ["a", #"b" \(c) "#, "d"])
        #expect(tokens(###"a #""""# b ##"""c\#n"""## d"###) == ["a", "\"\"", "b", "\"\"c\\#n\"\"", "d"])
        #expect(tokens("a \"\"\"\n\"b\"\n\"\"\" c") == ["a", "\n\"b\"\n", "c"])
    }

    @Test("code inside an interpolation is code, and its parentheses and literals do not end it early")
    func interpolations() {
        #expect(
            tokens(#""x\(f(")", y: g))z" h"#) == [
                #"x\(f(")", y: g))z"#, "f", "(", ")", ",", "y", ":", "g", ")", "h",
            ])
        #expect(tokens(##"#"\(a) \#(b)"# c"##) == [##"\(a) \#(b)"##, "b", "c"])
    }

    @Test("a regular expression between hashes is passed over")
    func expressions() {
        #expect(tokens(#"a #/"[^"]*/# b"#) == ["a", "b"])
    }

    @Test("lines are counted through comments and literals")
    func lines() {
        let text = "/*\n*/ let a = \"\"\"\n  b\n  \"\"\"\n// c\nlet d = 1\n"
        let source = SwiftSource(SourceText(path: "X.swift", bytes: Array(text.utf8)))
        #expect(source.tokens.filter { $0.text == "let" }.map(\.line) == [2, 6])
        #expect(source.comments.map(\.line) == [1, 5])
        #expect(source.tokens.first { $0.kind == .literal }.map { [$0.line, $0.lastLine] } == [2, 4])
    }

    @Test("every brace in the checkout that opens is closed, so the reader never lost its way")
    func balanced() {
        for source in House.checkout.sources {
            for (open, close) in [("{", "}"), ("(", ")"), ("[", "]")] {
                let signs = source.tokens.filter { $0.kind == .sign }
                let opened = signs.count { $0.text == open }
                #expect(opened == signs.count { $0.text == close }, "\(source.path): \(open) and \(close)")
            }
        }
    }
}

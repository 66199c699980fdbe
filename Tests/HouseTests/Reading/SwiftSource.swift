/// A Swift file as the rules see it: its lines, its tokens without comments, and what it declares.
struct SwiftSource: Sendable {
    let text: SourceText
    let tokens: [SwiftLexer.Token]
    let comments: [SwiftLexer.Comment]

    init(_ text: SourceText) {
        self.text = text
        (tokens, comments) = text.bytes.withUnsafeBufferPointer { buffer in
            let lexer = SwiftLexer(buffer)
            return (lexer.tokens, lexer.comments)
        }
    }

    var path: String { text.path }

    /// The room's name for a file under `Sources`, nil elsewhere.
    var room: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    /// The text of the token at `index`, or "" beyond either end.
    func word(_ index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].text : ""
    }

    /// Names of the modules that are imported, with the line.
    var imports: [(module: String, line: Int)] {
        let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        return tokens.indices.compactMap { index in
            guard tokens[index].kind == .word, tokens[index].text == "import" else { return nil }
            let name = kinds.contains(word(index + 1)) ? word(index + 2) : word(index + 1)
            return (name, tokens[index].line)
        }
    }

    /// Names of the types that are declared, with the line and whether they stand inside another.
    var types: [(name: String, line: Int, isNested: Bool)] {
        let kinds: Set = ["struct", "class", "enum", "actor", "protocol", "typealias"]
        var depth = 0
        return tokens.indices.compactMap { index in
            if tokens[index].kind == .sign {
                if tokens[index].text == "{" { depth += 1 }
                if tokens[index].text == "}" { depth -= 1 }
            }
            guard tokens[index].kind == .word, kinds.contains(tokens[index].text), word(index - 1) != "."
            else {
                return nil
            }
            // `class func` and a property called `actor` are no types.
            let name = word(index + 1)
            return name.first?.isUppercase ?? false ? (name, tokens[index].line, depth > 0) : nil
        }
    }

    /// First and last line of each function, initialiser, subscript and computed property that has a body.
    var functions: [(name: String, lines: ClosedRange<Int>)] {
        tokens.indices.compactMap { index in
            guard tokens[index].kind == .word, word(index - 1) != ".", let open = body(of: index) else {
                return nil
            }
            let name =
                tokens[index].text == "func" || tokens[index].text == "var" ? word(index + 1) : word(index)
            return (name, tokens[index].line...tokens[closing(open)].line)
        }
    }

    /// The index of the brace that opens the body of the function declared at `index`, if one is.
    private func body(of index: Int) -> Int? {
        switch word(index) {
        case "func", "init", "subscript", "deinit": functionBody(index)
        case "var": propertyBody(index)
        default: nil
        }
    }

    private func functionBody(_ index: Int) -> Int? {
        // What can only stand after a declaration without a body, as in a protocol.
        let next: Set = [
            "func", "init", "subscript", "deinit", "var", "let", "case", "associatedtype", "typealias",
            "struct",
            "class", "enum", "protocol", "extension", "static", "package", "private", "fileprivate",
            "internal",
            "mutating", "import", "@", "}",
        ]
        guard word(index) == "func" || ["(", "?", "!", "<", "{"].contains(word(index + 1)) else { return nil }
        var depth = 0
        for place in tokens.indices.dropFirst(index + 1) where tokens[place].kind != .literal {
            switch tokens[place].text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return place
            case let text where depth == 0 && place > index + 1 && next.contains(text): return nil
            default: break
            }
        }
        return nil
    }

    private func propertyBody(_ index: Int) -> Int? {
        for place in tokens.indices.dropFirst(index + 1) where tokens[place].kind == .sign {
            if tokens[place].line != tokens[index].line || tokens[place].text == "=" { return nil }
            if tokens[place].text == "{" { return place }
        }
        return nil
    }

    private func closing(_ open: Int) -> Int {
        var depth = 0
        for place in tokens.indices.dropFirst(open) where tokens[place].kind == .sign {
            if tokens[place].text == "{" { depth += 1 }
            if tokens[place].text == "}" { depth -= 1 }
            if depth == 0 { return place }
        }
        return tokens.count - 1
    }
}

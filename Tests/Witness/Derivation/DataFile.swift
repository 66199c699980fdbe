/// One Swift file of the catalog's data: facts in its notation, as one raw string literal.
package struct DataFile: Equatable {
    /// `Catalog+Queries.swift`.
    package let name: String
    package let text: String

    /// - Parameters:
    ///   - title: of the static property; the file's name is made of it.
    ///   - sentence: says what the literal holds.
    private init(_ title: String, _ sentence: String, lines: [String]) {
        name = "Catalog+\(title.prefix(1).uppercased())\(title.dropFirst()).swift"
        let margin = "        "
        text =
            """
            extension Catalog {
                /// \(sentence)
                static let \(title) = #\"""

            """ + lines.map { margin + $0 + "\n" }.joined() + margin + "\"\"\"#\n}\n"
    }

    static func all(enumerations: Enumerations, messages: Messages) -> [DataFile] {
        func lines(_ isWanted: (Messages.Message) -> Bool) -> [String] {
            messages.all.filter(isWanted).flatMap(messages.lines)
        }
        func requests(_ suffix: String) -> [String] { lines { $0.isRequest && $0.name.hasSuffix(suffix) } }
        let kinds = [
            (suffix: "QueryRq", title: "queries", sentence: "The requests that read."),
            (suffix: "AddRq", title: "additions", sentence: "The requests that add."),
            (suffix: "ModRq", title: "modifications", sentence: "The requests that change."),
        ]
        let others = lines { message in
            message.isRequest && !kinds.contains { message.name.hasSuffix($0.suffix) }
        }
        return kinds.map { DataFile($0.title, $0.sentence, lines: requests($0.suffix)) } + [
            DataFile(
                "enumerations",
                "The values of enumerations. By the name of their element, or of their attribute behind `@`.",
                lines: enumerations.all.keys.sorted().flatMap { name in
                    ["enum " + name] + wrapped(enumerations.words(of: name))
                }),
            DataFile(
                "shapes", "Contents that stand in more than one place.", lines: messages.shapeLines()),
            DataFile("removals", "The requests that delete, void or merge.", lines: others),
            DataFile("answers", "The answers.", lines: lines { !$0.isRequest }),
        ]
    }

    /// Lines with as many words each as go into 96 columns, so that they keep to the house's 110 behind the
    /// margin.
    private static func wrapped(_ words: [String]) -> [String] {
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.utf8.count + 1 + word.utf8.count <= 96 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append("  " + word)
            }
        }
        return lines
    }
}

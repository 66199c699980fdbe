/// The catalog's compact notation, and its reader.
///
///     section            a word at the margin opens a section
///         key: a value   an indented word with a colon opens an entry
///             that goes on in further lines
///
/// A value is its words; how they were spaced and broken over lines has no meaning. Facts are kept this way,
/// in raw string literals, because a literal compiles in no time, lies in the binary's read-only pages and
/// reads like the table it is; a resource file or a Swift dictionary of this size would do none of the three.
struct Notation {
    struct Section {
        let name: String
        fileprivate(set) var entries: [Entry] = []

        /// The words of the entry, empty if there is none.
        subscript(key: String) -> [Substring] { entries.first { $0.key == key }?.words ?? [] }

        /// The entry as running text.
        func text(_ key: String) -> String { self[key].joined(separator: " ") }
    }

    struct Entry {
        let key: String
        fileprivate(set) var words: [Substring] = []
    }

    private(set) var sections: [Section] = []

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            if line.first == " " {
                guard !sections.isEmpty else { continue }
                sections[sections.count - 1].take(line)
            } else {
                sections.append(Section(name: String(line)))
            }
        }
    }

    subscript(name: String) -> Section? { sections.first { $0.name == name } }
}

extension Notation.Section {
    /// Only the first word of a line can be a key, so that running text may hold colons.
    fileprivate mutating func take(_ line: Substring) {
        var words = line.split(separator: " ")
        if let first = words.first, first.last == ":" {
            entries.append(Notation.Entry(key: String(first.dropLast())))
            words.removeFirst()
        }
        if !entries.isEmpty { entries[entries.count - 1].words += words }
    }
}

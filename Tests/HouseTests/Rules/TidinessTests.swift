import Testing

@Suite("House rule: the tree is tidy")
struct TidinessTests {
    // Put together here, so that this file keeps the rules itself.
    private static let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
    private static let places = ["/wo" + "rk/", "/fa" + "rm", "/ro" + "ot/", "/ho" + "me/"]

    /// What people write by hand. Transcripts and other data are kept as they came.
    private static func isWritten(_ text: SourceText) -> Bool {
        let endings = [
            "swift", "h", "modulemap", "md", "toml", "sh", "service", "socket", "catalog", "sysusers",
            "tmpfiles",
        ]
        let parts = text.name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 1 || parts.first == "" || endings.contains(String(parts.last ?? ""))
    }

    private static let blanks = HouseRule(
        "No line ends in blanks, and a file ends with one line feed: a change then shows only what changed."
    ) { house in
        house.files.values.filter(isWritten).flatMap { text -> [Finding] in
            var findings = text.lines.indices.compactMap { index -> Finding? in
                guard let last = text.bytes[text.lines[index]].last else { return nil }
                return last == 0x20 || last == 0x09 || last == 0x0D
                    ? Finding(text.path, index + 1, "a blank at the end of the line") : nil
            }
            if !text.bytes.isEmpty, text.bytes.last != UInt8(ascii: "\n") {
                findings.append(Finding(text.path, nil, "no line feed at the end"))
            }
            if text.lines.last?.isEmpty ?? false {
                findings.append(Finding(text.path, nil, "an empty line at the end"))
            }
            return findings
        }
    }

    private static let leftovers = HouseRule(
        "No mark of unfinished work is left in the tree: finish it, or write an issue, which people read."
    ) { house in
        find(marks, in: house, whole: true)
    }

    private static let machine = HouseRule(
        "No path of the machine it was written on is in the tree: it would be wrong on every other one."
    ) { house in
        find(places, in: house, whole: false)
    }

    private static func find(_ words: [String], in house: House, whole: Bool) -> [Finding] {
        house.files.values.flatMap { text in
            words.flatMap { word in
                text.linesHolding(word, whole: whole).map { line in Finding(text.path, line, word) }
            }
        }
    }

    private static let sample = HouseRule(
        """
        The sample configuration shows every setting with its default, commented out, so that an upgrade can \
        change a default for those who never chose, and beneath a sentence that says what it does.
        """
    ) { house in
        let path = "etc/qbsyncd/qbsyncd.toml"
        guard let text = house.files[path] else { return [Finding(path, nil, "is missing")] }
        var isExplained = false
        return text.lines.indices.compactMap { index in
            let line = text.line(index + 1)
            let spoken = line.drop { $0 == "#" || $0 == " " }
            let isSetting = isKey(spoken.prefix { $0 != "=" })
            if spoken.isEmpty {
                isExplained = false
            } else if spoken.hasPrefix("[") {
                // A sentence above the name of a section holds for what stands directly below it.
                return nil
            } else if !line.hasPrefix("#") {
                return Finding(path, index + 1, "a setting that is not commented out")
            } else if isSetting, !isExplained {
                return Finding(path, index + 1, "a setting without an explanation")
            } else if !isSetting {
                isExplained = true
            }
            return nil
        }
    }

    /// The part before "=" of a TOML line: one bare key.
    private static func isKey(_ text: Substring) -> Bool {
        guard text.endIndex < text.base.endIndex, text.hasSuffix(" ") else { return false }
        return text.dropLast().allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    }

    @Test("no blanks are left at the ends of lines and files")
    func blanksKept() { Self.blanks.expectKept() }

    @Test("the rule about blanks notices each kind, and leaves transcripts as they came")
    func blanksNoticed() {
        let found = Self.blanks.notices(in: [
            "Sources/Sync/A.swift": "let x = 1 \nlet y = 1\r\n", "Sources/Sync/B.swift": "let x = 1",
            "Makefile": "test:\t\n", "README.md": "# qbsyncd\n\n",
            "Tests/SyncTests/Transcripts/a.xml": "a \n",
        ])
        #expect(
            found == [
                "Makefile:1: a blank at the end of the line", "README.md: an empty line at the end",
                "Sources/Sync/A.swift:1: a blank at the end of the line",
                "Sources/Sync/A.swift:2: a blank at the end of the line",
                "Sources/Sync/B.swift: no line feed at the end",
            ])
    }

    @Test("no unfinished work is left in the tree")
    func leftoversKept() { Self.leftovers.expectKept() }

    @Test("the rule about unfinished work notices the marks, as whole words")
    func leftoversNoticed() {
        let found = Self.leftovers.notices(in: [
            "Makefile": "# " + "TO" + "DO: more\n\ttemp=$$(mktemp qbsyncd.XXXXXX)\n",
            "Sources/Sync/A.swift": "let mastodon = 1 // MASTO" + "DON\n// FIX" + "ME\n",
        ])
        #expect(found == ["Makefile:1: TO" + "DO", "Sources/Sync/A.swift:2: FIX" + "ME"])
    }

    @Test("nothing in the tree names the machine it was written on")
    func machineKept() { Self.machine.expectKept() }

    @Test("the rule about the machine notices its paths")
    func machineNoticed() {
        let found = Self.machine.notices(in: ["Makefile": "include /wo" + "rk/dev/x\ninclude framework/x\n"])
        #expect(found == ["Makefile:1: /wo" + "rk/"])
    }

    @Test("the sample configuration shows every setting commented out and explained")
    func sampleKept() { Self.sample.expectKept() }

    @Test("the rule about the sample notices a setting that acts and one that nobody explained")
    func sampleNoticed() {
        let found = Self.sample.notices(in: [
            "etc/qbsyncd/qbsyncd.toml": """
            # Where Web Connectors reach us: address = host and port.
            #listen = "127.0.0.1:8470"
            # limit = "256MB"

            [timetable]
            #interval = "2h"
            # How often.
            interval = "2h"

            #[[api.token]]
            # A name, for the audit trail.
            # name = ""

            """
        ])
        #expect(
            found == [
                "etc/qbsyncd/qbsyncd.toml:6: a setting without an explanation",
                "etc/qbsyncd/qbsyncd.toml:8: a setting that is not commented out",
            ])
    }
}

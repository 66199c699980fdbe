import Testing

@Suite("House rule: the map is true")
struct MapTests {
    private static let map = HouseRule(
        """
        The map in README.md names exactly the rooms that exist, in its drawing (with the doors) and in its \
        first table (without them): whoever looks for something trusts it.
        """
    ) { house in
        guard let readme = house.files["README.md"] else { return [Finding("README.md", nil, "is missing")] }
        let section = section("The map", of: readme)
        guard !section.isEmpty else { return [Finding("README.md", nil, "has no section \"The map\"")] }
        let exist = Set(house.sources.compactMap(\.room))
        let doors = Set(Room.all.filter(\.isDoor).map(\.name))
        let drawn = words(inFirstDrawingOf: section).intersection(Room.ours.union(exist))
        return compare(drawn, with: exist, place: "the drawing")
            + compare(names(inFirstTableOf: section), with: exist.subtracting(doors), place: "the table")
    }

    private static func compare(_ found: Set<String>, with exist: Set<String>, place: String) -> [Finding] {
        exist.subtracting(found).map { Finding("README.md", nil, "\(place) lacks \($0)") }
            + found.subtracting(exist).map {
                Finding("README.md", nil, "\(place) has \($0), which is no room")
            }
    }

    private static func section(_ title: String, of text: SourceText) -> [String] {
        let lines = text.lines.indices.map { text.line($0 + 1) }
        guard let start = lines.firstIndex(of: "## " + title) else { return [] }
        return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
    }

    private static func words(inFirstDrawingOf lines: [String]) -> Set<String> {
        let drawing = lines.drop { !$0.hasPrefix("```") }.dropFirst().prefix { !$0.hasPrefix("```") }
        return Set(
            drawing.flatMap { $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init) })
    }

    /// A row is "| `Sync` | the brain … |".
    private static func names(inFirstTableOf lines: [String]) -> Set<String> {
        let table = lines.drop { !$0.hasPrefix("| `") }.prefix { $0.hasPrefix("|") }
        return Set(table.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
    }

    private static let tests = HouseRule(
        "Tests mirror the rooms: each room has a folder of tests of its own, where one looks for them first."
    ) { house in
        let tested = Set(house.sources.map { $0.path.split(separator: "/").prefix(2).joined(separator: "/") })
        return Room.all.filter { !$0.isDoor && !tested.contains("Tests/\($0.name)Tests") }.map { room in
            Finding("Tests/\(room.name)Tests", nil, "is missing")
        }
    }

    @Test("the map in README.md names exactly the rooms that exist")
    func mapKept() { Self.map.expectKept() }

    @Test("the rule about the map notices a room that is missing and one that is not there")
    func mapNoticed() {
        let found = Self.map.notices(in: [
            "README.md": """
            ## The map

            ```
            doors   qbsyncd
            brain   Sync*  Store
            ```

            | room | what is in it |
            |---|---|
            | `Sync` | the brain |
            | `Kitchen` | soup |

            | where | here |
            |---|---|
            | `soup` | in the kitchen |

            ## Next
            """,
            "Sources/Sync/X.swift": "", "Sources/qbsyncd/X.swift": "", "Sources/XML/X.swift": "",
        ])
        #expect(
            found == [
                "README.md: the drawing has Store, which is no room", "README.md: the drawing lacks XML",
                "README.md: the table has Kitchen, which is no room", "README.md: the table lacks XML",
            ])
        #expect(
            Self.map.notices(in: ["README.md": "# qbsyncd\n"]) == ["README.md: has no section \"The map\""])
    }

    @Test("each room has tests of its own")
    func testsKept() { Self.tests.expectKept() }

    @Test("the rule about tests notices a room without them")
    func testsNoticed() {
        let all = Dictionary(uniqueKeysWithValues: Room.all.map { ("Tests/\($0.name)Tests/X.swift", "") })
        let found = Self.tests.notices(in: all.filter { $0.key != "Tests/XMLTests/X.swift" })
        #expect(found == ["Tests/XMLTests: is missing"])
    }
}

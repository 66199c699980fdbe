import Testing

@Suite("House rule: names say something")
struct WordTests {
    private static let banned: Set = [
        "manager", "helper", "util", "utility", "common", "misc", "base", "info", "core", "shared",
    ]

    private static let names = HouseRule.eachSource(
        """
        A name is the field's own word: call, answer, ticket, watermark. Manager, Helper, Util, Common, \
        Misc, Base, Info, Core and Shared say nothing about what is inside, and such a place grows without \
        end.
        """
    ) { source in
        let folders = source.path.dropLast(".swift".count).split(whereSeparator: { "/+".contains($0) })
        let inPath = folders.flatMap { empty(in: String($0)) }.map {
            Finding(source.path, nil, "named \($0)")
        }
        let inTypes = source.types.flatMap { name, line, _ in
            empty(in: name).map { Finding(source.path, line, "\(name) is a \($0)") }
        }
        return inPath + inTypes
    }

    /// The banned words among the parts of a camel-case name: `TicketManager` holds "Manager", `Database` no
    /// "Base".
    private static func empty(in name: String) -> [String] {
        parts(of: name).filter { part in
            let word = part.lowercased()
            return banned.contains(word)
                || banned.contains(word.hasSuffix("s") ? String(word.dropLast()) : word)
        }
    }

    private static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var previous: Character = "a"
        for character in name {
            if parts.isEmpty || (character.isUppercase && !previous.isUppercase) || character == "_" {
                parts.append("")
            }
            parts[parts.count - 1].append(character)
            previous = character
        }
        return parts
    }

    private static let modules = HouseRule(
        """
        No module shares its name with a type: `Module.Type` could then not be written, because Swift takes \
        the first word for the type.
        """
    ) { house in
        house.sources.flatMap { source -> [Finding] in
            guard let room = source.room else { return [] }
            let nameable = modules(seenFrom: room)
            return source.types.filter { nameable.contains($0.name) && !$0.isNested }.map { name, line, _ in
                Finding(source.path, line, "\(name) is also a module")
            }
        }
    }

    /// The modules that code around a type of `room` may want to name. Nobody imports a door, so its types
    /// only meet what it imports itself.
    private static func modules(seenFrom room: String) -> Set<String> {
        guard let door = Room.named[room], door.isDoor else { return Room.ours }
        return door.ours.union([room])
    }

    private static let visibility = HouseRule.eachSource(
        "Nothing is public: this is an application. What other rooms may use is `package`."
    ) { source in
        guard source.room != nil else { return [] }
        return source.tokens.filter { $0.kind == .word && $0.text == "public" }.map {
            Finding(source.path, $0.line, "public")
        }
    }

    @Test("no file, folder or type has an empty name")
    func namesKept() { Self.names.expectKept() }

    @Test("the rule about names notices banned words in files, folders and types, and only whole ones")
    func namesNoticed() {
        let found = Self.names.notices(in: [
            "Sources/Sync/Utils/Ticket.swift": "struct Ticket {}\n",
            "Sources/Sync/Ticket+Helpers.swift": "extension Ticket {}\n",
            "Sources/Store/SyncDatabase.swift":
                "class func base() {}\nactor SyncManager {}\nenum Basement {}\n",
            "Sources/Store/Words.swift":
                "// struct Manager\nlet x = \"struct Manager\"\ntypealias FileInfo = Int\n",
        ])
        #expect(
            found == [
                "Sources/Store/SyncDatabase.swift:2: SyncManager is a Manager",
                "Sources/Store/Words.swift:3: FileInfo is a Info",
                "Sources/Sync/Ticket+Helpers.swift: named Helpers",
                "Sources/Sync/Utils/Ticket.swift: named Utils",
            ])
    }

    @Test("no module shares its name with a type")
    func modulesKept() { Self.modules.expectKept() }

    @Test("the rule about modules notices a type named like its own room or like another")
    func modulesNoticed() {
        let found = Self.modules.notices(in: [
            "Sources/Timetable/Rule.swift": "package enum Timetable {}\n",
            "Sources/Sync/X.swift": "struct Store {}\n",
            "Sources/Store/X.swift": "struct Stored { struct Sync {} }\n",
            "Tests/SyncTests/X.swift": "struct Sync {}\n",
            "Sources/qbsyncctl/X.swift": "struct Sync {}\nstruct API {}\n",
        ])
        #expect(
            found == [
                "Sources/Sync/X.swift:1: Store is also a module",
                "Sources/Timetable/Rule.swift:1: Timetable is also a module",
                "Sources/qbsyncctl/X.swift:2: API is also a module",
            ])
    }

    @Test("nothing in the sources is public")
    func visibilityKept() { Self.visibility.expectKept() }

    @Test("the rule about visibility notices public code and imports, and leaves texts and tests alone")
    func visibilityNoticed() {
        let found = Self.visibility.notices(in: [
            "Sources/Sync/X.swift":
                "public import QBXML\n/// A public word.\nlet x = \"public\"\npublic let y = 1\n",
            "Tests/SyncTests/X.swift": "public struct X {}\n",
        ])
        #expect(found == ["Sources/Sync/X.swift:1: public", "Sources/Sync/X.swift:4: public"])
    }
}

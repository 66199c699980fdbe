import Testing

@Suite("House rule: arrows point down")
struct ImportTests {
    private static let imports = HouseRule(
        """
        A room imports only what the table allows (CONTRIBUTING.md, "The map"): arrows point down, heavy \
        packages stay with one owner, and pure rooms cannot reach the world. Move the code to the room it \
        belongs to, or change the table there and in RoomTable.swift in one deliberate step.
        """
    ) { house in
        house.sources.flatMap { source -> [Finding] in
            guard let name = source.room else { return [] }
            guard let room = Room.named[name] else {
                return [Finding(source.path, nil, "\(name) is no room of the table")]
            }
            return source.imports.compactMap { module, line in
                if room.ours.contains(module) || room.others.contains(module) { return nil }
                return Finding(source.path, line, "\(name) may not import \(module)")
            }
        }
    }

    private static let manifest = HouseRule(
        """
        Package.swift declares each import between rooms and nothing above the table: an undeclared import \
        compiles by luck, as long as some neighbour needs the same module.
        """
    ) { house in
        let declared = Manifest(house).dependencies
        var findings = declared.flatMap { target, names in
            names.subtracting(Room.named[target]?.ours ?? names).map { name in
                Finding("Package.swift", nil, "\(target) may not depend on \(name)")
            }
        }
        for source in house.sources {
            guard let room = source.room else { continue }
            for (module, line) in source.imports where Room.ours.contains(module) {
                if declared[room]?.contains(module) ?? false { continue }
                findings.append(Finding(source.path, line, "Package.swift does not give \(room) \(module)"))
            }
        }
        return findings
    }

    @Test("each room imports only what the table allows")
    func importsKept() { Self.imports.expectKept() }

    @Test("the rule about imports notices an arrow upwards, a heavy package and an unknown room")
    func importsNoticed() {
        let found = Self.imports.notices(in: [
            "Sources/XML/Reader.swift": "import CLibXML2\nimport Foundation\n",
            "Sources/Sync/Bad.swift":
                "// import Store\npackage import Store\n@preconcurrency import struct GRDB.Row\n",
            "Sources/Utilities/Bad.swift": "let x = 1\n",
        ])
        #expect(
            found == [
                "Sources/Sync/Bad.swift:2: Sync may not import Store",
                "Sources/Sync/Bad.swift:3: Sync may not import GRDB",
                "Sources/Utilities/Bad.swift: Utilities is no room of the table",
                "Sources/XML/Reader.swift:2: XML may not import Foundation",
            ])
    }

    @Test("Package.swift draws the same arrows as the table")
    func manifestKept() { Self.manifest.expectKept() }

    @Test("the rule about Package.swift notices an arrow too many and an import by luck")
    func manifestNoticed() {
        let found = Self.manifest.notices(in: [
            "Package.swift": """
            let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
            let package = Package(targets: [
                .target(name: "API", dependencies: ["XML", logging]),
                .target(name: "Sync", dependencies: ["QBXML"]),
                .target(name: "Witness", dependencies: ["API"], path: "Tests/Witness"),
            ])
            """,
            "Sources/Sync/Good.swift": "import QBXML\n",
            "Sources/Sync/Lucky.swift": "import FoundationEssentials\nimport Timetable\n",
        ])
        #expect(
            found == [
                "Package.swift: API may not depend on XML",
                "Sources/Sync/Lucky.swift:2: Package.swift does not give Sync Timetable",
            ])
    }

    @Test("the checkout was found and read, so that no rule passes for want of files")
    func checkoutIsRead() {
        let rooms = Set(House.checkout.sources.compactMap(\.room))
        #expect(rooms == Set(Room.all.map(\.name)))
        #expect(Set(Manifest(.checkout).dependencies.keys) == rooms)
        let modules = House.checkout.files.keys.filter { $0.hasSuffix("/module.modulemap") }
        let libraries = modules.filter { $0.hasPrefix("Sources/") }.map {
            String($0.split(separator: "/")[1])
        }
        #expect(Set(libraries) == Room.systemLibraries)
        #expect(House.checkout.files["packaging/qbsyncd.service"] != nil)
        #expect(House.checkout.files["Makefile"] != nil)
    }
}

/// The arrows that Package.swift draws between our own targets.
struct Manifest {
    /// By target; what lies among the tests and outside products are left out.
    private(set) var dependencies: [String: Set<String>] = [:]

    init(_ house: House) {
        guard let source = house.sources.first(where: { $0.path == "Package.swift" }) else { return }
        for index in source.tokens.indices {
            // `.target(name: "Sync", dependencies: ["WebConnector", logging])`
            guard ["target", "executableTarget"].contains(source.word(index)), source.word(index - 1) == ".",
                source.word(index + 1) == "(", source.word(index + 2) == "name"
            else { continue }
            let rest = source.tokens[(index + 4)...]
            let end = rest.firstIndex { $0.text == ")" && $0.kind == .sign } ?? rest.endIndex
            let names = rest[..<end].filter { $0.kind == .literal }.map(\.text)
            // `path: "Tests/Witness"`: no room of the house.
            guard !names.contains(where: { $0.hasPrefix("Tests/") }) else { continue }
            dependencies[names.first ?? ""] = Set(names.dropFirst())
        }
    }
}

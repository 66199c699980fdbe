import Foundation
import QBXML
import Simulator
import Testing
import XML

/// Weeks of work on records of all kinds, and the view of the whole company that a mirror is held against.
@Suite struct OfficeWeekTests {
    private static let monday = Date(timeIntervalSince1970: 1_780_000_000)

    private static func week(
        _ seed: UInt64, of file: inout CompanyFile, families: Set<String>? = nil
    ) -> [String] {
        (0..<7).flatMap { day in
            let stream = Seed(seed).split("day \(day)")
            return file.live(
                .busy(stream, families: families), at: monday + Double(day) * 86_400, seed: stream
            ).lines
        }
    }

    /// The fullest query for a family, complete with what must be asked for by name.
    private static func fullest(_ family: String) -> String {
        let catalog = Catalog.standard
        let query = catalog.message(family + "QueryRq")
        let places = query.map { catalog[$0.content].places.map { catalog.name(of: $0) } } ?? []
        var parts = places.contains("ActiveStatus") ? "<ActiveStatus>All</ActiveStatus>" : ""
        if places.contains("DoneStatus") { parts += "<DoneStatus>All</DoneStatus>" }
        for flag in ["IncludeComponentLineItems", "IncludeLineItems", "IncludeLinkedTxns"]
        where places.contains(flag) {
            parts += "<\(flag)>true</\(flag)>"
        }
        if places.contains("OwnerID") { parts += "<OwnerID>0</OwnerID>" }
        return "<\(family)QueryRq>\(parts)</\(family)QueryRq>"
    }

    @Test("the view of everything is what the fullest queries answer, byte for byte", arguments: 1...4)
    func everything(seed: UInt64) throws {
        var desk = Desk(CompanyFile.generated(seed: seed, size: .small))
        _ = Self.week(seed, of: &desk.file)
        let everything = desk.file.everything()
        #expect(everything.count == desk.file.counts.reduce(0) { $0 + $1.count })
        for (family, records) in Dictionary(grouping: everything, by: \.family) {
            guard case .answer(let bytes, _) = desk.reply(Self.fullest(family), version: "16.0") else {
                Issue.record("\(family) was refused")
                continue
            }
            let answer = String(decoding: bytes, as: UTF8.self)
            let all = records.map { String(decoding: $0.text, as: UTF8.self) }.joined()
            #expect(answer.contains(all), "\(family)")
            let root = try Element(parsing: bytes)
            let rows = try #require(root["QBXMLMsgsRs"]?.elements.first)
            #expect(rows.elements.count == records.count, "\(family)")
            var reading = AnswerReading()
            reading.read(rows)
            #expect(reading.faults.isEmpty, "\(family): \(reading.faults.prefix(3))")
        }
    }

    @Test("a week of a seed is the same in every run, and does something of every sort")
    func determinism() {
        var sorts: Set<Substring> = []
        for seed in 1...6 {
            var (one, two) = (CompanyFile.sample, CompanyFile.sample)
            let diary = Self.week(UInt64(seed), of: &one)
            #expect(Self.week(UInt64(seed), of: &two) == diary)
            #expect(one.everything() == two.everything() && one.tombstones == two.tombstones)
            sorts.formUnion(diary.compactMap { $0.split(separator: " ").first })
        }
        let expected: Set<Substring> = [
            "added", "received", "changed", "opened", "voided", "deleted", "merged", "renamed", "made",
        ]
        #expect(sorts.isSuperset(of: expected), "\(sorts)")
    }

    @Test("what is gone has a tombstone if QuickBooks tells of its kind, and nothing else has one")
    func accounted() {
        for seed in 10...14 {
            var file = CompanyFile.sample
            let before = Set(file.everything().map { "\($0.kind) \($0.id)" })
            _ = Self.week(UInt64(seed), of: &file)
            let after = Set(file.everything().map { "\($0.kind) \($0.id)" })
            let stones = Set(file.tombstones.map { "\($0.kind) \($0.id)" })
            let gone = before.subtracting(after).filter { Tombstone.tells(String($0.prefix { $0 != " " })) }
            #expect(stones.isSuperset(of: gone), "seed \(seed)")
            #expect(stones.isDisjoint(with: after), "seed \(seed)")
        }
    }

    @Test("whatever changed has a newer EditSequence, but for balances and names of others")
    func stamps() throws {
        var file = CompanyFile.sample
        file.renaming = .loud
        let before = Dictionary(uniqueKeysWithValues: file.everything().map { ("\($0.kind) \($0.id)", $0) })
        _ = Self.week(30, of: &file, families: ["Bill", "Check", "Estimate", "Vehicle", "Class"])
        for record in file.everything() {
            guard let old = before["\(record.kind) \(record.id)"], old.text != record.text else { continue }
            let hasBalance = ["Customer", "Account"].contains(record.kind)
            #expect(hasBalance || old.editSequence != record.editSequence, "\(record.kind) \(record.id)")
        }
    }

    @Test("a kept company file is the same in everything")
    func archive() throws {
        var file = CompanyFile.sample
        _ = Self.week(3, of: &file)
        let read = try CompanyFile(archive: file.archived())
        let (one, two) = (file.everything(), read.everything())
        #expect(one.count == two.count && one == two)
        #expect(read.tombstones.count == file.tombstones.count)
    }

    @Test("every kind that is made up after the catalog is there in a generated company")
    func kinds() {
        let names = Set(CompanyFile.sample.counts.map(\.family))
        #expect(names.count == 54, "\(names.count)")
        for record in CompanyFile.sample.records("JournalEntry") {
            let amounts = record.fields.filter { $0.name.hasPrefix("Journal") }
                .map { line in line.fields.first { $0.name == "Amount" }?.text }
            #expect(amounts.count == 2 && amounts[0] == amounts[1])
        }
    }
}

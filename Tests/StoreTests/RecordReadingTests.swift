import FoundationEssentials
import Sync
import Testing

@testable import Store

@Suite struct RecordReadingTests {
    typealias Entry = RecordScene.Entry

    private static func office() throws -> RecordScene {
        let scene = try RecordScene()
        try scene.put(
            Entry(
                id: "A-1", number: "1001", date: "2026-03-01", entity: "80-1", modified: Scene.minutes(5)),
            Entry(
                id: "A-2", number: "1002", date: "2026-03-02", entity: "80-2", modified: Scene.minutes(4)),
            Entry(id: "A-3", date: "2026-03-02", entity: "80-1", modified: Scene.minutes(4)),
            Entry(id: "A-4", number: "INV-x", date: "2026-04-01", entity: "80-1", modified: nil),
            Entry(
                id: "A-5", number: "1005", date: "2026-05-01", entity: "80-2", modified: Scene.minutes(9),
                deleted: Scene.minutes(10)),
            Entry(kind: "Customer", id: "80-1", name: "Elm Street Bakery", isActive: true),
            Entry(kind: "Customer", id: "80-2", name: "elm Yard", isActive: false),
            Entry(kind: "Vendor", id: "80-3", name: "Oak & Sons", isActive: true))
        return scene
    }

    @Test("records of a kind come in the order of their IDs, without the deleted ones")
    func plain() throws {
        let scene = try Self.office()
        let page = try scene.find("Invoice")
        #expect(page.rows.map(\.id) == ["A-1", "A-2", "A-3", "A-4"])
        #expect(page.next == nil)
        #expect(page.rows[0].refNumber == "1001" && page.rows[0].date == "2026-03-01")
        #expect(page.rows[0].json == Array(#"{"TxnID":"A-1"}"#.utf8))
        #expect(try scene.find("Invoice") { $0.isDeleted = true }.rows.map(\.id) == ["A-5"])
        #expect(try scene.find("Invoice") { $0.isDeleted = nil }.rows.count == 5)
        #expect(try scene.find("Estimate").rows.isEmpty)
    }

    @Test("every filter keeps what it names")
    func filters() throws {
        let scene = try Self.office()
        func ids(_ kind: String = "Invoice", _ change: (inout RecordQuery) -> Void) throws -> [String] {
            try scene.find(kind, with: change).rows.map(\.id)
        }
        #expect(try ids { $0.ids = ["A-3", "A-1", "none"] } == ["A-1", "A-3"])
        #expect(try ids { $0.refNumber = "inv-X" } == ["A-4"])
        #expect(try ids { $0.name = "1002" } == ["A-2"])
        #expect(try ids { $0.modifiedSince = Scene.minutes(5) } == ["A-1"])
        #expect(try ids { ($0.fromDate, $0.toDate) = ("2026-03-02", "2026-03-31") } == ["A-2", "A-3"])
        #expect(try ids { $0.entities = ["80-1"] } == ["A-1", "A-3", "A-4"])
        #expect(try ids("Customer") { $0.name = "ELM STREET bakery" } == ["80-1"])
        #expect(try ids("Customer") { $0.namePrefix = "Elm" } == ["80-1", "80-2"])
        #expect(try ids("Customer") { $0.isActive = false } == ["80-2"])
        #expect(
            try ids {
                $0.entities = ["80-1"]
                $0.modifiedSince = Scene.minutes(4)
                $0.toDate = "2026-03-01"
            } == ["A-1"])
    }

    @Test("every order is walked to its end page by page, each record once, in both directions")
    func orders() throws {
        let scene = try Self.office()
        for (column, order) in [
            (RecordQuery.Column.id, ["A-1", "A-2", "A-3", "A-4"]), (.date, ["A-1", "A-2", "A-3", "A-4"]),
            (.modified, ["A-4", "A-2", "A-3", "A-1"]), (.name, ["A-3", "A-1", "A-2", "A-4"]),
        ] {
            for limit in 1...5 {
                let up = try scene.pages("Invoice", limit: limit) { $0.sort = .init(column) }
                #expect(up.flatMap { $0 } == order, "\(column) by \(limit)")
                #expect(up.dropLast().allSatisfy { $0.count == limit })
                let down = try scene.pages("Invoice", limit: limit) {
                    $0.sort = .init(column, isDescending: true)
                }
                #expect(down.flatMap { $0 } == order.reversed(), "\(column) down by \(limit)")
            }
        }
    }

    @Test("kinds of a group are merged in one order, also where they share IDs and names")
    func groups() throws {
        let scene = try RecordScene()
        let kinds = ["ItemService", "ItemInventory", "ItemGroup"]
        for number in 0..<30 {
            for kind in kinds {
                var entry = Entry(kind: kind, id: "8\(number % 10)-\(number)")
                if number % 3 != 0 { entry.name = "N\(number % 4)" }
                if number % 5 != 0 { entry.modified = Scene.minutes(Double(number % 7)) }
                try scene.put(entry)
            }
        }
        for column in [RecordQuery.Column.id, .name, .modified] {
            for isDescending in [false, true] {
                let whole = try scene.find(kinds[0], kinds[1], kinds[2]) {
                    $0.sort = .init(column, isDescending: isDescending)
                }.rows.map { $0.kind + $0.id }
                #expect(Set(whole).count == 90)
                var query = RecordQuery(connector: scene.connector.id, kinds: kinds)
                query.sort = .init(column, isDescending: isDescending)
                query.limit = 7
                var met: [String] = []
                repeat {
                    let page = try scene.scene.database.readNow { try $0.records(query) }
                    met += page.rows.map { $0.kind + $0.id }
                    query.after = page.next
                } while query.after != nil
                #expect(met == whole, "\(column) \(isDescending)")
            }
        }
    }

    @Test("a cursor stays right when records are added, changed and deleted behind and before it")
    func stability() throws {
        let scene = try Self.office()
        var query = RecordQuery(connector: scene.connector.id, kinds: ["Invoice"])
        query.limit = 2
        let first = try scene.scene.database.readNow { try $0.records(query) }
        try scene.put(Entry(id: "A-0"), Entry(id: "A-25"))
        try scene.scene.database.transactNow { transaction in
            try transaction.execute("UPDATE record SET deleted_at = ?1 WHERE id = 'A-2'", Scene.noon)
        }
        query.after = first.next
        let second = try scene.scene.database.readNow { try $0.records(query) }
        #expect(second.rows.map(\.id) == ["A-25", "A-3"])
    }

    @Test("a range keeps its far end behind a cursor, and its near end before one")
    func rangeWithCursor() throws {
        let scene = try RecordScene()
        for day in 1...20 {
            let text = day < 10 ? "0\(day)" : "\(day)"
            try scene.put(Entry(id: "A-\(text)", date: "2026-03-\(text)"))
        }
        for isDescending in [false, true] {
            let pages = try scene.pages("Invoice", limit: 3) {
                ($0.fromDate, $0.toDate) = ("2026-03-05", "2026-03-11")
                $0.sort = .init(.date, isDescending: isDescending)
            }
            let days = ["A-05", "A-06", "A-07", "A-08", "A-09", "A-10", "A-11"]
            #expect(pages.flatMap { $0 } == (isDescending ? days.reversed() : days))
        }
    }

    @Test("a text is found in values, not in the names of elements, whatever signs it holds")
    func text() throws {
        let scene = try RecordScene()
        try scene.put(
            Entry(id: "A-1", json: #"{"Memo":"50% off \"today\"","Line":[{"Desc":"Änderung"}]}"#),
            Entry(id: "A-2", json: #"{"Memo":"50 of them","RefNumber":"7"}"#),
            Entry(id: "A-3", json: #"{"Memo":"c:\\temp_x"}"#))
        func ids(_ text: String) throws -> [String] {
            try scene.find("Invoice") { $0.text = text }.rows.map(\.id)
        }
        #expect(try ids("50%") == ["A-1"])
        #expect(try ids("off \"TODAY\"") == ["A-1"])
        #expect(try ids("Änder") == ["A-1"])
        #expect(try ids("50") == ["A-1", "A-2"])
        #expect(try ids("memo") == [])
        #expect(try ids(#"c:\temp_"#) == ["A-3"])
        #expect(try ids("temp%x") == [])
        let pages = try scene.pages("Invoice", limit: 1) { $0.text = "50" }
        #expect(pages.flatMap { $0 } == ["A-1", "A-2"])
    }

    @Test("a customer is found by name or ID, to look for what belongs to it")
    func entities() throws {
        let scene = try Self.office()
        let database = scene.scene.database
        #expect(try database.readNow { try $0.entities(connector: 1, "elm street BAKERY") } == ["80-1"])
        #expect(try database.readNow { try $0.entities(connector: 1, "80-3") } == ["80-3"])
        #expect(try database.readNow { try $0.entities(connector: 1, "A-1") } == [])
    }

    @Test("records are counted as far as that is quick")
    func count() throws {
        let scene = try Self.office()
        let database = scene.scene.database
        func count(_ kinds: [String], _ limit: Int) throws -> Int? {
            try database.readNow { try $0.recordCount(connector: 1, kinds: kinds, upTo: limit) }
        }
        #expect(try count(["Invoice"], 10) == 4)
        #expect(try count(["Invoice", "Customer"], 6) == 6)
        #expect(try count(["Invoice", "Customer"], 5) == nil)
        #expect(try count(["Estimate"], 0) == 0)
    }
}

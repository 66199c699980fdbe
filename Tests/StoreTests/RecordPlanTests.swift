import FoundationEssentials
import Sync
import Testing

@testable import Store

/// How SQLite goes about a search: a page of a million records may not walk through all of them.
@Suite struct RecordPlanTests {
    private static let place = RecordPlace(key: "2026-03-02", id: "A-2", kind: "Invoice")

    private func plan(
        _ kinds: [String] = ["Invoice"], _ change: (inout RecordQuery) -> Void
    ) throws -> [String] {
        let scene = try RecordScene()
        var query = RecordQuery(connector: scene.connector.id, kinds: kinds)
        change(&query)
        return try scene.scene.database.readNow { try $0.plan(of: query) }
    }

    @Test(
        "each order walks its own index from the cursor on and sorts nothing",
        arguments: RecordQuery.Column.allCases, [false, true])
    func walks(column: RecordQuery.Column, isDescending: Bool) throws {
        for kinds in [["Invoice"], ["Invoice", "Bill", "Check"]] {
            for after in [nil, Self.place] {
                let plan = try plan(kinds) {
                    $0.sort = .init(column, isDescending: isDescending)
                    $0.after = after
                    if column == .id { $0.after?.key = nil }
                }
                #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.contains("SCAN") }, "\(plan)")
                let searches = plan.filter { $0.hasPrefix("SEARCH") }
                #expect(searches.allSatisfy { $0.contains(column.index) }, "\(plan)")
                if after != nil {
                    let bound = isDescending ? "<" : ">"
                    let walks = searches.filter {
                        $0.contains(bound) || $0.contains("name=?") || $0.contains("modified_at=?")
                    }
                    #expect(walks.count == searches.count, "\(plan)")
                }
            }
        }
    }

    @Test("a range on the column of the order bounds the walk on both sides, with a cursor too")
    func bounded() throws {
        let dates = try plan {
            ($0.fromDate, $0.toDate) = ("2026-03-01", "2026-03-31")
            $0.sort = .init(.date)
        }
        #expect(
            dates == [
                "SEARCH record USING INDEX record_date "
                    + "(connector_id=? AND kind=? AND txn_date>? AND txn_date<?)"
            ])
        let behind = try plan {
            ($0.fromDate, $0.toDate) = ("2026-03-01", "2026-03-31")
            $0.sort = .init(.date)
            $0.after = Self.place
        }
        #expect(
            behind == [
                "SEARCH record USING INDEX record_date "
                    + "(connector_id=? AND kind=? AND (txn_date,id)>(?,?) AND txn_date<?)"
            ])
        let names = try plan(["Customer"]) {
            $0.namePrefix = "Elm"
            $0.sort = .init(.name)
        }
        #expect(
            names == [
                "SEARCH record USING INDEX record_name (connector_id=? AND kind=? AND name>? AND name<?)"
            ])
    }

    @Test("IDs, a name and a number are looked up and sorted afterwards")
    func lookups() throws {
        let ids = try plan {
            $0.ids = ["A-1", "A-2"]
            $0.sort = .init(.date)
        }
        #expect(
            ids.contains(
                "SEARCH record USING INDEX sqlite_autoindex_record_1 "
                    + "(connector_id=? AND kind=? AND id=?)"))
        for change in [{ $0.name = "1021" }, { $0.refNumber = "1021" }] as [(inout RecordQuery) -> Void] {
            let plan = try plan(["Invoice"], change)
            #expect(
                plan.contains(
                    "SEARCH record USING INDEX record_name (connector_id=? AND kind=? AND name=?)"),
                "\(plan)")
        }
    }

    @Test("a filter of few records narrows whatever the order, one of many is met on the way")
    func narrowing() throws {
        let scene = try RecordScene()
        let many = RecordSearch.narrow + 1
        try scene.put(
            (0..<many).map {
                .init(
                    id: "A-\($0)", number: "\($0)", date: "2026-03-01", entity: $0 < 10 ? "80-1" : "80-2",
                    modified: Scene.minutes(Double($0)))
            })
        let few = try scene.plan("Invoice") { $0.entities = ["80-1"] }
        #expect(few.contains { $0.contains("record_entity (connector_id=? AND entity_id=?)") }, "\(few)")
        #expect(try scene.find("Invoice") { $0.entities = ["80-1"] }.rows.count == 10)
        let all = try scene.plan("Invoice") { $0.fromDate = "2026-01-01" }
        #expect(all == ["SEARCH record USING INDEX sqlite_autoindex_record_1 (connector_id=? AND kind=?)"])
        let latest = try scene.plan("Invoice") {
            $0.modifiedSince = Scene.minutes(Double(many - 5))
            $0.sort = .init(.date)
        }
        #expect(
            latest.contains { $0.contains("record_modified") && $0.contains("modified_at>?") }, "\(latest)")
        let page = try scene.find("Invoice") {
            $0.modifiedSince = Scene.minutes(Double(many - 5))
            $0.fromDate = "2026-01-01"
            $0.sort = .init(.name, isDescending: true)
        }
        #expect(page.rows.count == 5)
    }

    @Test("one record is found by its key, and a count reads an index only")
    func keys() throws {
        let scene = try RecordScene()
        try scene.scene.database.readNow { snapshot in
            _ = try snapshot.record(connector: 1, kind: "Invoice", id: "A-1")
            _ = try snapshot.recordCount(connector: 1, kinds: ["Invoice"], upTo: 10)
            _ = try snapshot.entities(connector: 1, "Ann")
            for text in snapshot.compiledStatements where text.contains("FROM record") {
                let plan = try snapshot.query("EXPLAIN QUERY PLAN \(text)").rows.compactMap { $0[3] }
                #expect(plan.allSatisfy { !$0.hasPrefix("SCAN record") }, "\(text): \(plan)")
            }
        }
    }
}

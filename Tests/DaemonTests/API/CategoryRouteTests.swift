import API
import Foundation
import Sync
import Testing
import Timetable

@testable import Daemon

@Suite("Categories, their freshness and coverage", .timeLimit(.minutes(10)))
struct CategoryRouteTests {
    private func patch(_ scene: MirrorScene, _ category: String, _ body: String) async throws -> WireAnswer {
        try await scene.run { api in
            try await api.wire.send(
                "PATCH /v1/connectors/acme/categories/\(category) HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            return try await api.wire.readAnswer()
        }
    }

    @Test("all categories are listed in the order of a sync, with the standard where nothing was set")
    func list() async throws {
        let list = try await MirrorScene().get("categories").word([CategoryDetail].self)
        #expect(list.first?.category == "company")
        let items = try #require(list.first { $0.category == "items" })
        #expect(items.kinds.contains("ItemService") && items.isStandard)
        #expect(
            items.settings
                == CategorySettings(direction: "both", cadence: "every-run", pageSize: 0, fromDate: "none"))
    }

    @Test("settings are changed one by one; what is left out stays")
    func edit() async throws {
        let scene = try MirrorScene()
        let first = try await patch(scene, "invoices", #"{"cadence": "6h", "from_date": "2024-01-01"}"#)
        #expect(first.status == 200)
        let second = try await patch(scene, "invoices", #"{"direction": "read", "page_size": 50}"#)
        #expect(
            try second.word(CategoryDetail.self).settings
                == CategorySettings(direction: "read", cadence: "6h", pageSize: 50, fromDate: "2024-01-01"))
        let back = try await patch(
            scene, "invoices",
            #"{"direction": "both", "cadence": "every-run", "page_size": 0, "from_date": "none"}"#)
        #expect(try back.word(CategoryDetail.self).isStandard)
        #expect(try await scene.get("categories/invoices").word(CategoryDetail.self).isStandard)
    }

    @Test("everything that is wrong is told at once, with the nearest name (rule 6)")
    func refusals() async throws {
        let scene = try MirrorScene()
        let values = try await patch(
            scene, "invoices",
            #"{"direction": "up", "cadence": "6x", "page_size": 10001, "from_date": "2024-02-30"}"#)
        #expect(values.status == 422)
        #expect(
            Set(try values.findings.keys) == ["direction", "cadence", "page_size", "from_date"])
        let field = try await patch(scene, "invoices", #"{"cadense": "6h"}"#)
        #expect(try field.findings["cadense"]?.contains("Did you mean cadence?") == true)
        let category = try await patch(scene, "invoics", #"{"cadence": "6h"}"#)
        #expect(category.status == 404 && category.body.contains("Did you mean invoices?"))
        #expect(try await scene.get("categories?x=1").status == 422)
    }

    @Test("freshness tells of each category how many there are here and there, and why it is not complete")
    func freshness() async throws {
        let scene = try MirrorScene()
        try scene.customer("80-1", name: "Elm")
        try scene.customer("80-2", name: "Oak")
        try scene.complete("customers", doubt: "QuickBooks has 3 customers, the mirror 2.")
        try scene.complete("invoices")
        _ = try await patch(scene, "vendors", #"{"direction": "none"}"#)
        let list = try await scene.get("freshness").word([FreshnessEntry].self)
        let customers = try #require(list.first { $0.category == "customers" })
        #expect(!customers.complete && customers.count == 2 && customers.expected == 3)
        #expect(customers.doubt == "QuickBooks has 3 customers, the mirror 2.")
        #expect(customers.watermark == "2026-11-20T04:00:00")
        let invoices = try #require(list.first { $0.category == "invoices" })
        #expect(invoices.complete && invoices.doubt == nil && invoices.count == 0)
        let vendors = try #require(list.first { $0.category == "vendors" })
        #expect(!vendors.complete && vendors.nextDue == nil)
        #expect(vendors.doubt == "It is not read: direction none.")
        let accounts = try #require(list.first { $0.category == "accounts" })
        #expect(accounts.doubt == "It was never read to its end." && accounts.completeAt == nil)
        try scene.execute(
            """
            INSERT INTO coverage (connector_id, category, answer, probed_at, since)
            VALUES (1, 'classes', 'not in this edition', '2026-11-20T11:00:00.000Z',
                '2026-11-20T11:00:00.000Z')
            """)
        let later = try await scene.get("freshness").word([FreshnessEntry].self)
        let classes = try #require(later.first { $0.category == "classes" })
        #expect(classes.complete && classes.doubt == nil && classes.nextDue == nil)
        let page = try await scene.get("records/Class").word(RecordPage.self)
        #expect(page.complete && page.asOf != nil && page.records.isEmpty)
    }

    @Test("a category is read with the next sync, or when its own time has come")
    func nextDue() throws {
        let zone = try #require(Zone(identifier: "America/Chicago"))
        let last = Date(timeIntervalSince1970: 1_795_269_900)
        let sync = last.addingTimeInterval(7200)
        func due(_ cadence: CategorySetting.Cadence, after last: Date?) -> Date? {
            CategorySetting(cadence: cadence).nextDue(after: last, sync: sync, in: zone)
        }
        #expect(due(.everyRun, after: last) == sync)
        #expect(due(.hours(1), after: last) == sync)
        #expect(due(.hours(6), after: last) == last.addingTimeInterval(6 * 3600))
        #expect(due(.hours(6), after: nil) == sync)
        // 08:05 in Chicago: the next midnight there is 06:00 in UTC.
        #expect(due(.nightly, after: last) == Date(timeIntervalSince1970: 1_795_327_200))
        #expect(CategorySetting(direction: .write).nextDue(after: last, sync: sync, in: zone) == nil)
        #expect(CategorySetting.standard.nextDue(after: last, sync: nil, in: zone) == nil)
    }

    @Test("coverage tells what QuickBooks lets us read, what was lost, and the likely cause (PC-4)")
    func coverage() async throws {
        let scene = try MirrorScene()
        let columns = "(connector_id, category, answer, code, sentence, probed_at, since, was_readable_at)"
        let time = "'2026-11-20T11:00:00.000Z'"
        try scene.execute(
            """
            INSERT INTO coverage \(columns)
            VALUES (1, 'employees', 'empty', 1, NULL, \(time), \(time), \(time))
            """,
            "INSERT INTO coverage \(columns) VALUES (1, 'classes', 'empty', 1, NULL, \(time), \(time), NULL)",
            """
            INSERT INTO coverage \(columns)
            VALUES (1, 'vendors', 'withheld', 3261, 'Not allowed.', \(time), \(time), NULL)
            """)
        try scene.execute(
            """
            UPDATE coverage SET previous_answer = 'readable', previous_since = '2026-11-01T11:00:00.000Z'
            WHERE category = 'employees'
            """)
        let list = try await scene.get("coverage").word([CoverageEntry].self)
        let employees = try #require(list.first { $0.category == "employees" })
        #expect(employees.previous == "readable" && employees.previousSince != nil)
        #expect(employees.isLost && employees.sentence?.contains("role") == true)
        let classes = try #require(list.first { $0.category == "classes" })
        #expect(!classes.isLost && classes.sentence == nil && classes.answer == "empty")
        let vendors = try #require(list.first { $0.category == "vendors" })
        #expect(vendors.code == 3261 && vendors.sentence?.hasPrefix("Not allowed. QuickBooks with") == true)
        let accounts = try #require(list.first { $0.category == "accounts" })
        #expect(accounts.answer == "unknown" && accounts.probedAt == nil)
    }
}

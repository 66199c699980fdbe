import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable

/// What a sync does, and in which order.
@Suite("An agenda")
struct AgendaTests {
    private func agenda(_ change: (inout Script) -> Void) -> [Step] {
        var script = Script()
        for category in Category.all {
            script.watermarks[category.name] = Watermark(
                highWater: "2026-03-04T10:00:00", completeAt: .noon - 3600)
        }
        script.watermarks[Watermark.deletions] = Watermark(
            highWater: "2026-03-04T11:00:00", completeAt: .noon - 3600)
        change(&script)
        _ = script.login()
        return script.open?.agenda.steps ?? []
    }

    @Test("of an ordinary sync reads every category, then balances, deletions, and counts at the end")
    func ordinary() {
        let steps = agenda { _ in }
        #expect(steps.prefix(Category.all.count).allSatisfy { $0.purpose == .read })
        #expect(
            steps.dropFirst(Category.all.count).map(\.purpose) == [
                .balances, .balances, .balances, .balances, .deletions, .counts,
            ])
    }

    @Test("of a first sync begins with the probe of what may be read and the forecast of how much there is")
    func first() {
        let steps = agenda { script in
            script.watermarks = [:]
            script.probedAt = nil
        }
        #expect(steps.prefix(3).map(\.purpose) == [.coverage, .forecast, .read])
        #expect(!steps.contains { $0.purpose == .balances }, "everything is read whole in this very sync")
    }

    @Test("probes again after a week (pain 29)")
    func weekly() {
        #expect(agenda { $0.probedAt = .noon - 6 * 86_400 }.first?.purpose == .read)
        #expect(agenda { $0.probedAt = .noon - 7 * 86_400 }.first?.purpose == .coverage)
    }

    @Test("leaves out what a person switched off, and what this edition does not have (CB-20)")
    func directions() {
        let steps = agenda { script in
            script.settings["invoices"] = CategorySetting(direction: .none)
            script.settings["bills"] = CategorySetting(direction: .write)
            script.coverage["leads"] = Coverage(answer: .notInThisEdition)
        }
        for name in ["invoices", "bills", "leads"] {
            #expect(!steps.contains { $0.category == name || $0.members.contains(name) })
        }
    }

    @Test("reads a category as often as its cadence says (PC-17)")
    func cadences() {
        func reads(_ text: String, hoursAgo: Double) -> Bool {
            agenda { script in
                let cadence = CategorySetting.Cadence(text) ?? .everyRun
                script.settings["vendors"] = CategorySetting(cadence: cadence)
                script.watermarks["vendors"]?.completeAt = Date.noon - hoursAgo * 3600
            }.contains { $0.purpose == .read && $0.category == "vendors" }
        }
        #expect(!reads("4h", hoursAgo: 3) && reads("4h", hoursAgo: 3.9) && reads("4h", hoursAgo: 5))
        // It is noon in Chicago: thirteen hours ago it was yesterday.
        #expect(!reads("nightly", hoursAgo: 11) && reads("nightly", hoursAgo: 13))
        #expect(reads("every-run", hoursAgo: 0.1))
    }

    @Test("reads from the day that a person set, when that is later than the watermark (CB-16)")
    func fromDate() {
        func since(_ day: String) -> String? {
            agenda { $0.settings["invoices"] = CategorySetting(fromDate: day) }
                .first { $0.category == "invoices" }?.since
        }
        #expect(since("2026-01-01") == "2026-03-04T09:55:00")
        #expect(since("2026-03-05") == "2026-03-05T00:00:00")
    }

    @Test("compares everything after a gap longer than QuickBooks remembers")
    func comparisons() {
        func compared(_ change: (inout Script) -> Void) -> [String] {
            agenda(change).filter { $0.purpose == .compare }.map(\.category)
        }
        #expect(compared { _ in }.isEmpty)
        let afterGap = compared { script in
            script.watermarks[Watermark.deletions]?.completeAt = .noon - 81 * 86_400
        }
        #expect(afterGap.contains("customers") && afterGap.contains("invoices"))
        #expect(!afterGap.contains("transfers"), "QuickBooks keeps no list of deleted transfers")
        let before = compared { script in
            script.watermarks[Watermark.deletions]?.completeAt = .noon - 79 * 86_400
        }
        #expect(before.isEmpty)
    }

    @Test("asks what was deleted before it compares, so that a sound mirror compares clean")
    func deletionsFirst() throws {
        let steps = agenda { script in
            script.tasks = [MirrorTask(number: 1, kind: .verify(["customers"]))]
        }
        let purposes = steps.map(\.purpose)
        let compare = try #require(purposes.firstIndex(of: .compare))
        #expect(purposes[compare - 1] == .deletions)
        #expect(try #require(purposes.lastIndex(of: .read)) < compare)
        // And at the end as ever: what was deleted meanwhile must not make the counts differ.
        #expect(purposes.suffix(2) == [.deletions, .counts])
        #expect(agenda { _ in }.count { $0.purpose == .deletions } == 1)
        // After a gap the answer would make the gap look closed, and a sync that breaks off then would leave
        // it open for good.
        let afterGap = agenda { script in
            script.tasks = [MirrorTask(number: 1, kind: .verify(["customers"]))]
            script.watermarks[Watermark.deletions]?.completeAt = .noon - 81 * 86_400
        }.map(\.purpose)
        #expect(afterGap.count { $0 == .deletions } == 1 && afterGap.suffix(2) == [.deletions, .counts])
    }

    @Test("takes up what somebody asked for: verify, an import in slices, a balance report, a report")
    func tasks() {
        let slices = [
            ImportSlice(category: "invoices", from: "2026-01-01", to: "2026-01-31"),
            ImportSlice(category: "invoices", from: "2026-02-01", to: "2026-02-28"),
        ]
        let steps = agenda { script in
            script.tasks = [
                MirrorTask(number: 1, kind: .verify(["customers"])),
                MirrorTask(number: 2, kind: .dated(slices)),
                MirrorTask(number: 3, kind: .balanceReport([])),
                MirrorTask(number: 4, kind: .report(document: [], name: "GeneralSummaryReportQueryRq")),
            ]
        }.filter { $0.task != nil }
        #expect(steps.map(\.purpose) == [.compare, .fetch, .dated, .dated, .balances, .report])
        #expect(steps.map(\.task) == [1, 1, 2, 2, 3, 4])
        #expect(steps[3].from == "2026-02-01" && steps[3].to == "2026-02-28")
    }
}

import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable
import WebConnector

/// The steps that prove the mirror: counts, comparisons, deletions, the probe.
@Suite("A step that proves the mirror")
struct MirrorStepTests {
    /// A sync that has come to its counts.
    private func counting(stored: [String: Int]) -> Script {
        var script = Script()
        _ = script.login()
        while !script.send().contains("MetaDataOnly") { _ = script.answer(code: 1) }
        script.mirror.stored = stored
        return script
    }

    /// Answers a question about several categories; those that are not named are answered with nothing.
    private func answer(_ script: inout Script, _ answers: [String: (code: Int, count: Int?)]) -> Int {
        guard let step = script.open?.agenda.steps.first(where: { $0.state == .running }),
            let sequence = script.open?.conversation.sequence
        else { return .min }
        let all = step.members.enumerated().map { number, category in
            RequestAnswer(
                element: "Rs", requestID: "\(sequence).\(number)",
                status: Status(code: answers[category]?.code ?? 1, message: ""),
                retCount: answers[category]?.count)
        }
        return script.receive(.decoded(Reading(Response(answers: all))))
    }

    private func doubts(_ script: Script) -> [String: String] {
        var doubts: [String: String] = [:]
        for change in script.changes {
            if case .reconcile(_, let category, _, let doubt, _) = change { doubts[category] = doubt }
        }
        return doubts
    }

    /// Categories in which what was not met was taken for gone.
    private func settled(_ script: Script) -> [String] {
        script.changes.compactMap { change in
            if case .settle(let settlement) = change { settlement.category } else { nil }
        }
    }

    @Test("counts that agree end the sync green (pain 6)")
    func agreeing() {
        var script = counting(stored: ["customers": 60])
        #expect(answer(&script, ["customers": (0, 60)]) == 100)
        #expect(script.ending == .success)
        #expect(doubts(script).isEmpty)
    }

    @Test("a count that does not agree is compared at once, and counted again (pain 6)")
    func disagreeing() {
        var script = counting(stored: ["customers": 60])
        #expect(answer(&script, ["customers": (0, 67)]) < 100)
        #expect(doubts(script)["customers"]?.contains("67") == true)
        let comparison = script.send()
        #expect(comparison.contains("<IncludeRetElement>EditSequence</IncludeRetElement>"))
        script.mirror.stored = ["customers": 60]
        _ = script.answer([.customer("1", modified: "2026-03-01T10:00:00")], iterator: "{A}", remaining: 0)
        script.mirror.wanted = ["80-61", "80-62"]
        let fetch = script.send()
        #expect(fetch.contains("<ListID>80-61</ListID><ListID>80-62</ListID>"))
        _ = script.answer([])
        script.mirror.wanted = []
        #expect(script.send().contains("MetaDataOnly"))
        script.mirror.stored = ["customers": 67]
        #expect(answer(&script, ["customers": (0, 67)]) == 100)
        #expect(script.ending == .success)
    }

    @Test(
        "a record that comes but cannot be read is not taken for one that is gone", arguments: [false, true])
    func unreadable(isWanted: Bool) {
        var script = counting(stored: ["customers": 60])
        _ = answer(&script, ["customers": (0, 67)])
        _ = script.send()
        let faults = [RecordFault(kind: "Customer", reason: "No ListID.")]
        let record = Record.customer("1", modified: "2026-03-01T10:00:00")
        _ = script.answer([record], iterator: "{A}", remaining: 0, faults: isWanted ? [] : faults)
        if isWanted {
            script.mirror.wanted = ["80-61"]
            _ = script.send()
            _ = script.answer([], faults: faults)
        }
        let settlements = script.changes.compactMap { change in
            switch change {
            case .settleWanted(let settlement, _): isWanted ? settlement : nil
            case .settle(let settlement): isWanted ? nil : settlement
            default: nil
            }
        }
        #expect(settlements.last?.category == "customers")
        #expect(settlements.last?.hasFaults == true)
    }

    @Test("what still does not agree is named, and not called complete")
    func stillDisagreeing() {
        var script = counting(stored: ["customers": 60])
        _ = answer(&script, ["customers": (0, 67)])
        _ = script.send()
        _ = script.answer([.customer("1", modified: "2026-03-01T10:00:00")], iterator: "{A}", remaining: 0)
        #expect(script.send().contains("MetaDataOnly"), "nothing is wanted")
        #expect(answer(&script, ["customers": (0, 67)]) == 100)
        #expect(script.ending?.state == .errors)
        #expect(doubts(script)["customers"]?.contains("67") == true)
    }

    @Test(
        "PC-4: a category whose count falls to zero is a warning with the cause, and nothing is deleted"
    )
    func emptied() {
        var script = counting(stored: ["employees": 12])
        #expect(answer(&script, ["employees": (1, nil)]) == 100)
        #expect(script.ending?.state == .configuration)
        #expect(script.ending?.sentence.contains("restricted") == true)
        #expect(!settled(script).contains("employees"))
    }

    @Test("a comparison that meets nothing where there was something is not believed")
    func emptyComparison() {
        var script = Script()
        script.tasks = [MirrorTask(number: 7, kind: .verify(["customers"]))]
        _ = script.login()
        while !script.send().contains("IncludeRetElement") { _ = script.answer(code: 1) }
        script.mirror.stored = ["customers": 5]
        _ = script.answer(code: 1)
        #expect(!settled(script).contains("customers"))
        #expect(script.messages["customers"]??.contains("restricted") == true)
    }

    @Test("what was compared in vain is not compared in every sync, but once a day")
    func comparedInVain() {
        func comparesAgain(hoursAgo: Double, counted: Int) -> Bool {
            var script = counting(stored: ["customers": 60])
            let doubt = Doubt.count(expected: 67, stored: 60).sentence("customers")
            script.mirror.marks["customers"] = Watermark(
                highWater: nil, comparedAt: script.now - hoursAgo * 3600, doubt: doubt)
            return answer(&script, ["customers": (0, counted)]) < 100
        }
        #expect(!comparesAgain(hoursAgo: 2, counted: 67))
        #expect(comparesAgain(hoursAgo: 21, counted: 67))
        #expect(comparesAgain(hoursAgo: 2, counted: 68), "the numbers are others")
    }

    @Test("the probe tells readable, empty, withheld, refused, and what this edition does not have (pain 29)")
    func coverage() {
        var script = Script()
        script.probedAt = nil
        script.mirror.coverage["employees"] = Coverage(answer: .readable, wasReadableAt: .longAgo)
        _ = script.login()
        _ = script.send()
        let answers = [
            "customers": (0, 1), "employees": (3261, nil), "leads": (3250, nil), "vendors": (1, nil),
            "bills": (3180, nil), "checks": (3260, nil),
        ]
        #expect((0...99).contains(answer(&script, answers.mapValues { (code: $0.0, count: $0.1) })))
        var found: [String: Coverage.Answer] = [:]
        for change in script.changes {
            if case .cover(_, let category, let coverage, _) = change { found[category] = coverage.answer }
        }
        #expect(found["customers"] == .readable && found["vendors"] == .empty)
        #expect(found["employees"] == .withheld && found["bills"] == .refused)
        #expect(found["checks"] == .refused, "a user without the right is no matter of personal data")
        #expect(found["leads"] == .notInThisEdition)
        let leads = script.open?.agenda.steps.first { $0.category == "leads" }
        #expect(leads?.state == .skipped, "it is not asked for in vain")
        #expect(script.playToEnd() == 100)
        #expect(script.ending?.state == .configuration)
        #expect(script.ending?.sentence.contains("employees") == true)
    }

    @Test("a document that one unknown query takes down is asked in halves")
    func halves() {
        var script = counting(stored: [:])
        let members = script.open?.agenda.steps.last?.members.count ?? 0
        #expect((0...99).contains(script.receive(.refused, hresult: "0x80040400")))
        #expect(script.open?.agenda.steps.last?.members.count == members - members / 2)
        _ = script.send()
        #expect(answer(&script, [:]) < 100)
        _ = script.send()
        #expect(answer(&script, [:]) == 100)
        #expect(script.ending == .success)
    }

    @Test("a query that this edition does not have colours no dot, and is remembered")
    func notInThisEdition() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("LeadQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer(code: 3250)
        #expect(script.playToEnd() == 100)
        #expect(script.ending == .success)
        #expect(
            script.changes.contains {
                if case .cover(_, "leads", let coverage, _) = $0 {
                    coverage.answer == .notInThisEdition
                } else {
                    false
                }
            })
    }

    @Test("page sizes follow the measured time: up below two seconds, down above ten")
    func pageSizes() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("CustomerQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer([], iterator: "{A}", remaining: 9000)
        #expect(script.send().contains("<MaxReturned>500</MaxReturned>"))
        script.now += 30
        _ = script.answer([], iterator: "{A}", remaining: 8500)
        #expect(script.send().contains("<MaxReturned>250</MaxReturned>"))
        script.now += 5
        _ = script.answer([], iterator: "{A}", remaining: 0)
        #expect(script.watermarks["customers"]?.pageSize == 250)
    }

    @Test("an answer that is larger than the endpoint takes is asked for again with smaller pages")
    func tooLarge() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("CustomerQueryRq") { _ = script.answer(code: 1) }
        #expect((0...99).contains(script.receive(.tooLarge(bytes: 400, limit: 100))))
        let again = script.send()
        #expect(again.contains("<MaxReturned>62</MaxReturned>") && again.contains(#"iterator="Start""#))
        while !script.send().contains("ClassQueryRq") {
            guard script.answer(code: 1) < 100 else { break }
        }
    }

    @Test("an import stops at a page boundary when it is asked to, and its slice is still to be done")
    func stoppedImport() {
        var script = Script()
        let slice = ImportSlice(category: "invoices", from: "2026-01-01", to: "2026-01-31")
        script.tasks = [MirrorTask(number: 2, kind: .dated([slice]))]
        _ = script.login()
        while !script.send().contains("TxnDateRangeFilter") { _ = script.answer(code: 1) }
        script.open?.conversation.stop = StopRequest(by: "kim", at: .noon)
        #expect(script.answer([], iterator: "{A}", remaining: 50) == 100)
        #expect(script.ending?.code == "stopped")
        #expect(!script.changes.contains { if case .sliceDone = $0 { true } else { false } })
    }
}

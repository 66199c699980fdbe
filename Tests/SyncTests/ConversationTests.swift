import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable
import WebConnector

@Suite("A conversation")
struct ConversationTests {
    @Test("the first login of a connector begins a conversation with the bound company file")
    func firstLogin() {
        var script = Script()
        let decision = script.login()
        guard case .authenticate(let answer) = decision.answer else { Issue.record("no answer"); return }
        #expect(answer.ticket == "t1")
        #expect(answer.directive == .work(companyFile: #"C:\Books\Acme.QBW"#))
        #expect(answer.waitSeconds == nil, "seconds beside work would postpone it")
        #expect(script.open?.conversation.trigger == .first)
    }

    @Test("SA-23: categories are asked for in the catalog's order, lists before transactions")
    func order() {
        var script = Script()
        _ = script.login()
        var asked: [String] = []
        var number = 0
        while number < 100 {
            asked.append(script.send())
            number = script.answer(code: 1)
        }
        let known = Category.all.filter { $0.editions.contains(Editions(.unitedStates)) }
        #expect(asked.count == known.count + 2)
        #expect(asked.suffix(2).first?.contains("<TxnDeletedQueryRq") == true)
        #expect(asked.last?.contains("MetaDataOnly") == true)
        for (document, category) in zip(asked, known) {
            #expect(document.contains("<\(category.query)"), "expected \(category.query)")
        }
        #expect(script.ending == .success)
    }

    @Test("percent never falls, stays below 100 while work remains, and is 100 only at the clean end")
    func percent() {
        var script = Script()
        _ = script.login()
        var told: [Int] = []
        while told.last ?? 0 < 100 {
            let document = script.send()
            if document.contains("CustomerQueryRq"), !document.contains("Continue") {
                told.append(script.answer([], iterator: "{A}", remaining: 100))
            } else {
                told.append(script.answer(code: 1))
            }
        }
        #expect(told == told.sorted())
        #expect(told.dropLast().allSatisfy { (0...99).contains($0) })
        #expect(told.last == 100)
    }

    @Test("a page is stored and the iterator goes on; the watermark moves only after the last page")
    func pages() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("CustomerQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer(
            [.customer("1", modified: "2026-03-01T10:00:00-06:00")], iterator: "{A}", remaining: 1)
        #expect(script.watermarks["customers"] == nil)
        let next = script.send()
        #expect(next.contains(#"iterator="Continue""#) && next.contains("{A}"))
        _ = script.answer(
            [.customer("2", modified: "2026-02-01T10:00:00-06:00")], iterator: "{A}", remaining: 0)
        #expect(script.watermarks["customers"]?.highWater == "2026-03-01T10:00:00")
        #expect(script.ingested.filter { $0.category == "customers" }.count == 2)
    }

    @Test("the next sync asks from the watermark less the overlap, as wall time without an offset")
    func incremental() {
        var script = Script()
        script.watermarks["customers"] = Watermark(highWater: "2026-03-01T10:00:00")
        _ = script.login()
        var document = script.send()
        while !document.contains("CustomerQueryRq") {
            _ = script.answer(code: 1)
            document = script.send()
        }
        #expect(document.contains("<FromModifiedDate>2026-03-01T09:55:00</FromModifiedDate>"))
    }

    @Test("a watermark in the repeated hour of autumn reaches back that hour more")
    func autumn() {
        var script = Script()
        // 2026-11-01 in Chicago: 01:00 to 02:00 happens twice.
        script.watermarks["customers"] = Watermark(highWater: "2026-11-01T01:30:00")
        _ = script.login()
        let since = script.open?.agenda.steps.first { $0.category == "customers" }?.since
        #expect(since == "2026-11-01T00:25:00")
    }

    @Test("an iterator that died with QuickBooks' session starts its category again, once")
    func lostIterator() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("CustomerQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer([], iterator: "{A}", remaining: 10)
        _ = script.send()
        _ = script.answer(code: 3391)
        let again = script.send()
        #expect(again.contains("CustomerQueryRq") && again.contains(#"iterator="Start""#))
        _ = script.answer([], iterator: "{B}", remaining: 10)
        _ = script.send()
        _ = script.answer(code: 3391)
        #expect(script.messages["customers"]??.isEmpty == false)
        #expect(script.send().contains("VendorQueryRq"))
    }

    @Test("a category that fails is named at the end and never blocks the others")
    func oneFails() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("VendorQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer(code: 3120)
        #expect(script.playToEnd() == 100)
        #expect(script.ending == .errors(categories: ["vendors"]))
        #expect(script.ending?.state == .errors)
    }

    @Test("PC-4: a category that QuickBooks withholds from its user is amber, not green")
    func withheld() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("EmployeeQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer(code: 3260)
        #expect(script.playToEnd() == 100)
        #expect(script.ending?.state == .configuration)
        #expect(script.ending?.sentence.contains("employees") == true)
    }

    @Test("a record that cannot be stored makes its category an error and the rest is kept")
    func faultyRecord() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("CustomerQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer(
            [.customer("1", modified: "2026-03-01T10:00:00-06:00")],
            iterator: "{A}", remaining: 0,
            faults: [RecordFault(kind: "Customer", id: nil, name: "Nameless", reason: "It has no ListID.")])
        #expect(
            script.watermarks["customers"]?.highWater == nil, "else the record would never be asked for again"
        )
        #expect(script.playToEnd() == 100)
        #expect(script.ending == .errors(categories: ["customers"]))
        #expect(script.ingested.contains { $0.category == "customers" })
    }

    @Test("0x80040400 fails the category and goes on; a lost QuickBooks session ends the conversation")
    func hresults() {
        var script = Script()
        _ = script.login()
        _ = script.send()
        #expect((0...99).contains(script.receive(.refused, hresult: "0x80040400")))
        #expect(
            script.messages["company"]
                == "QuickBooks refused the query. \(HResult.sentence("0x80040400", said: ""))")
        _ = script.send()
        #expect(script.receive(.refused, hresult: "0x80010105") < 0)
        #expect(script.ending?.code == "session-lost")
        guard case .getLastError(let text) = script.call(.getLastError).answer else {
            Issue.record("no text")
            return
        }
        #expect(text.contains(HResult.sentence("0x80010105", said: "")))
    }

    @Test("an answer that cannot be read fails its category and the conversation goes on")
    func unreadable() {
        var script = Script()
        _ = script.login()
        _ = script.send()
        #expect((0...99).contains(script.receive(.unreadable("line 3"))))
        #expect(script.playToEnd() == 100)
        #expect(script.ending?.state == .errors)
    }

    @Test("a repeated fetch gets the same bytes, and a repeated answer stores nothing twice")
    func repeats() {
        var script = Script()
        _ = script.login()
        let first = script.send()
        #expect(script.send() == first)
        let number = script.answer([.customer("1", modified: "2026-03-01T10:00:00-06:00")])
        let stored = script.ingested.count
        #expect(script.answer([.customer("1", modified: "2026-03-01T10:00:00-06:00")]) == number)
        #expect(script.ingested.count == stored)
    }

    @Test("after the end every call has its harmless answer")
    func afterTheEnd() {
        var script = Script()
        _ = script.login()
        #expect(script.playToEnd() == 100)
        #expect(script.send() == "")
        #expect(script.answer() == 100)
        #expect(script.call(.getLastError).answer == .getLastError(""))
        #expect(
            script.call(.connectionError(hresult: "0x80040408", message: "")).answer
                == .connectionError("done"))
        #expect(script.call(.closeConnection).answer == .closeConnection("OK"))
        #expect(script.ending == .success, "a later trouble does not rewrite history")
    }

    @Test("QuickBooks that cannot be opened ends the conversation with its reason and the answer done")
    func connectionError() {
        var script = Script()
        _ = script.login()
        let decision = script.call(
            .connectionError(hresult: "0x80040408", message: "Could not start QuickBooks."))
        #expect(decision.answer == .connectionError("done"))
        #expect(script.ending?.code == "quickbooks-unavailable")
        let told = HResult.sentence("0x80040408", said: "Could not start QuickBooks.")
        #expect(script.ending?.sentence == "Could not talk to QuickBooks. \(told)")
    }

    @Test("a goodbye before the end is told as closed early, with the category in progress")
    func closedEarly() {
        var script = Script()
        _ = script.login()
        _ = script.send()
        _ = script.call(.closeConnection)
        #expect(script.ending == .unsuccessful(.closedEarly(during: "Company")))
    }

    @Test("SA-6: stop lets the category in progress finish, however many pages it has")
    func stop() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("InvoiceQueryRq") { _ = script.answer(code: 1) }
        script.open?.conversation.stop = StopRequest(by: "kim", at: .noon)
        #expect(script.answer([], iterator: "{A}", remaining: 1100) < 100)
        #expect(script.send().contains("InvoiceQueryRq"))
        #expect(script.answer([], iterator: "{A}", remaining: 0) == 100)
        guard case .stopped(let reason, let remaining, let troubled)? = script.ending else {
            Issue.record("not stopped")
            return
        }
        #expect(reason == .person("kim", after: "Invoices") && troubled.isEmpty)
        #expect(remaining.first == "sales receipts" && remaining.last == "counts")
    }

    @Test("SA-4: at the night window's start the current category is finished and the rest waits")
    func night() {
        var script = Script(now: Date.noon.addingTimeInterval(9.9 * 3600))
        _ = script.login()
        _ = script.send()
        script.now = Date.noon.addingTimeInterval(10.1 * 3600)
        #expect(script.answer(code: 1) == 100)
        #expect(script.ending?.code == "overnight-shutdown")
        #expect(script.ending?.sentence.contains("preferences") == true)
    }

    @Test(
        "a conversation whose client fell silent is closed as lost by the next login, which goes on by itself"
    )
    func lost() {
        var script = Script()
        _ = script.login()
        _ = script.send()
        script.now += 60
        let run = Run(startedAt: .noon, endedAt: script.now, isForced: false, code: "connection-lost")
        let decision = script.login(runs: [run], ticket: "t2")
        #expect(
            decision.events.contains { event in
                if case .conversationEnded(_, "t1", .unsuccessful(.connectionLost(during: "Company"))) = event
                {
                    return true
                }
                return false
            })
        guard case .authenticate(let answer) = decision.answer else { return }
        #expect(answer.ticket == "t2", "a broken run is tried again at once")
    }
}

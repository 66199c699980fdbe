import FoundationEssentials
import QBXML
import Sync
import Testing
import WebConnector

@Suite("The first sync, CB-9")
struct ForecastTests {
    private func agenda(_ steps: Step...) -> Agenda {
        var counted = Step(.forecast, of: ["customers"])
        counted.state = .done
        return Agenda(steps: [counted] + steps)
    }

    private func read(_ category: String, _ state: Step.State, received: Int, remaining: Int?) -> Step {
        var step = Step(category: category)
        (step.state, step.received, step.remaining) = (state, received, remaining)
        return step
    }

    @Test("says records of all, and after a page how long the rest will take")
    func estimate() {
        let steps = agenda(
            read("customers", .done, received: 100, remaining: 0),
            read("vendors", .running, received: 20, remaining: 80),
            read("invoices", .waiting, received: 0, remaining: 400))
        let soon = steps.forecast(startedAt: .noon, now: .noon.addingTimeInterval(3))
        #expect(soon == Forecast(done: 120, expected: 600, secondsLeft: nil))
        let later = steps.forecast(startedAt: .noon, now: .noon.addingTimeInterval(61))
        #expect(later == Forecast(done: 120, expected: 600, secondsLeft: 300))
        #expect(later?.words == "120 of 600 records, about 5 minutes to go")
        let long = steps.forecast(startedAt: .noon, now: .noon.addingTimeInterval(3000))
        #expect(long?.words == "120 of 600 records, about 4 hours to go")
    }

    @Test("what was skipped or failed is not waited for, and a sync that nobody counted for says nothing")
    func others() {
        let steps = agenda(
            read("customers", .failed, received: 10, remaining: 90),
            read("vendors", .skipped, received: 0, remaining: 80),
            read("invoices", .running, received: 10, remaining: 20))
        let forecast = steps.forecast(startedAt: .noon, now: .noon.addingTimeInterval(60))
        #expect(forecast == Forecast(done: 20, expected: 40, secondsLeft: 60))
        let plain = Agenda(steps: [read("invoices", .running, received: 10, remaining: 20)])
        #expect(plain.forecast(startedAt: .noon, now: .noon.addingTimeInterval(60)) == nil)
    }

    @Test("a first sync that was cut short counts again what it has not read")
    func nextDay() {
        var script = Script()
        script.watermarks = ["customers": Watermark(highWater: nil, completeAt: .noon)]
        _ = script.login()
        let counted = script.open?.agenda.steps.first { $0.purpose == .forecast }?.members ?? []
        #expect(counted.contains("invoices") && !counted.contains("customers"))
    }
}

import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable
import WebConnector

/// A conversation that has nothing left to do is held open, so that what is queued now goes out at once.
@Suite("Held conversations")
struct HoldTests {
    /// Held for ten minutes, with one request sent and answered.
    private func held(_ change: (inout Script) -> Void = { _ in }) -> Desk {
        var desk = Desk()
        desk.script.connector.holdSeconds = 600
        change(&desk.script)
        desk.queue(Desk.write(1))
        desk.login()
        _ = desk.send()
        #expect(desk.answer([("req_1", 0)]) == 99)
        return desk
    }

    private func lastError(_ desk: inout Desk) -> String {
        guard case .getLastError(let text) = desk.script.call(.getLastError).answer else { return "?" }
        return text
    }

    @Test("the Web Connector is told NoOp and asks again, and a request that came meanwhile goes out")
    func delivery() {
        var desk = held()
        #expect(desk.send() == "NoOp")
        #expect(lastError(&desk) == "NoOp")
        desk.script.now.addTimeInterval(5)
        desk.queue(Desk.write(2))
        #expect(desk.send().contains(#"<CustomerAddRq requestID="req_2">"#))
        #expect(desk.answer([("req_2", 0)]) == 99)
        #expect(desk.states == [1: .succeeded, 2: .succeeded])
        #expect(desk.send() == "NoOp")
    }

    @Test("the time is bounded, and begins again with each request")
    func bounded() {
        var desk = held()
        #expect(desk.send() == "NoOp")
        desk.script.now.addTimeInterval(500)
        desk.queue(Desk.write(2))
        _ = desk.send()
        _ = desk.answer([("req_2", 0)])
        desk.script.now.addTimeInterval(599)
        #expect(desk.send() == "NoOp")
        desk.script.now.addTimeInterval(600)
        #expect(desk.send().isEmpty)
        #expect(desk.script.ending?.state == .success)
        #expect(lastError(&desk).isEmpty, "nothing went wrong")
    }

    @Test("it ends before the connector's own next sync, which has a conversation of its own")
    func ownSync() throws {
        var desk = held { $0.connector.holdSeconds = 14_400 }
        #expect(desk.send() == "NoOp")
        let until = try #require(desk.script.open?.conversation.heldUntil)
        #expect(until == desk.script.connector.rule.nextPoint(after: desk.script.now))
    }

    @Test(
        "whatever else wants the workstation or the connector ends it",
        arguments: [Claim.rival("beta"), .sync, .pause])
    func claims(_ claim: Claim) {
        var desk = held()
        #expect(desk.send() == "NoOp")
        desk.script.claims = [claim]
        #expect(desk.send().isEmpty)
        #expect(desk.script.ending?.state == .success)
    }

    @Test("a stop and the night end it")
    func stops() {
        var desk = held()
        #expect(desk.send() == "NoOp")
        desk.script.open?.conversation.stop = StopRequest(by: "kim", at: desk.script.now)
        #expect(desk.send().isEmpty)

        var late = held()
        #expect(late.send() == "NoOp")
        // 22:00 in Chicago.
        late.script.now = .noon.addingTimeInterval(10 * 3600)
        #expect(late.send().isEmpty)
        #expect(late.script.ending?.state == .success)
    }

    @Test("without the setting, after a forced sync, or without the file's stamp nothing is held")
    func otherwise() {
        var desk = Desk()
        desk.queue(Desk.write(1))
        desk.login()
        _ = desk.send()
        #expect(desk.answer([("req_1", 0)]) == 100)

        var script = Script()
        script.connector.holdSeconds = 600
        _ = script.login(force: Force(at: .noon, duringShutdown: false, by: "kim"))
        #expect(script.playToEnd() == 100)
    }

    @Test("who leaves a held conversation, with or without a goodbye, leaves nothing undone")
    func leaving() throws {
        var desk = held()
        #expect(desk.send() == "NoOp")
        _ = desk.script.call(.closeConnection)
        #expect(desk.script.ending?.state == .success)

        var silent = held()
        #expect(silent.send() == "NoOp")
        let open = try #require(silent.script.open)
        #expect(!open.conversation.isAbandoned(at: silent.script.now.addingTimeInterval(119), limit: 1800))
        #expect(open.conversation.isAbandoned(at: silent.script.now.addingTimeInterval(120), limit: 1800))
        let lost = Exchange.giveUp(open, connector: "acme", path: nil, now: silent.script.now)
        guard case .save(let conversation)? = lost.changes.first else { return #expect(Bool(false)) }
        #expect(conversation.ending?.state == .success)
    }

    @Test("a long queue gives way to another company after a quarter of an hour, and stays queued (PC-3)")
    func longQueue() {
        var desk = Desk()
        for number in 1...3 {
            desk.queue(Desk.write(Int64(number), "CustomerQuery", operation: nil))
        }
        desk.script.claims = [.rival("beta")]
        desk.login()
        #expect(desk.send().contains("req_1"))
        desk.script.now.addTimeInterval(899)
        _ = desk.answer([("req_1", 0)])
        #expect(desk.send().contains("req_2"))
        desk.script.now.addTimeInterval(1)
        _ = desk.answer([("req_2", 0)])
        #expect(desk.send().isEmpty)
        #expect(desk.states[3] == .queued)
        #expect(desk.script.ending?.state == .success)
    }

    @Test("a pause keeps what is queued in a conversation that is running; what is in doubt is cleared up")
    func pausedQueue() {
        var desk = Desk()
        for number in 1...2 {
            desk.queue(Desk.write(Int64(number), "CustomerQuery", operation: nil))
        }
        desk.login()
        #expect(desk.send().contains("req_1"))
        desk.script.claims = [.pause]
        _ = desk.answer([("req_1", 0)])
        #expect(desk.send().isEmpty)
        #expect(desk.states[1] == .succeeded && desk.states[2] == .queued)
    }
}

/// What a person wants of a status, instead of the table.
@Suite("Policies for status codes")
struct WritePolicyTests {
    @Test("a chosen code is tried again or refused; success and the old EditSequence are not for choice")
    func chosen() {
        var desk = Desk()
        desk.script.outbox.policies = [3140: .again, 3175: .refused, 0: .again, 3200: .refused]
        for number in 1...3 { desk.queue(Desk.write(Int64(number))) }
        desk.login()
        _ = desk.send()
        _ = desk.answer([("req_1", 3140), ("req_2", 3175), ("req_3", 0)])
        #expect(desk.states == [1: .queued, 2: .failed, 3: .succeeded])
    }
}

import Foundation
import Simulator
import Testing
import WebConnector

@Suite("Faults of calls, answers and clocks")
struct CallFaultTests {
    private let query = Desk.document("<ClassQueryRq />")

    private func responses(_ script: Script) -> [ReceiveResponse] {
        script.calls.compactMap { call in
            if case .receiveResponseXML(let response) = call { return response }
            return nil
        }
    }

    @Test("a call that is given up was served, and ends the session as a broken line does")
    func timedOut() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query, query]
        let report = try pc.update(script, faults: [TimedOut(call: 4)])
        #expect(script.calls.map(\.operation).last == .sendRequestXML && script.calls.count == 4)
        #expect(
            report.outcome.ending
                == .aborted(code: 1041, "The operation has timed out (100 s)."))
        #expect(script.documents.count == 1, "the server has handed the document out")
        #expect(report.paused == 0)
    }

    @Test(
        "a call out of turn comes under the ticket, nobody hears its answer, and all goes on",
        arguments: WebConnector.Operation.allCases)
    func outOfOrder(operation: WebConnector.Operation) throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query, query, query]
        script.percents = [10, 20, 30, 40, 100]
        let report = try pc.update(script, faults: [OutOfOrderCall(operation, call: 5)])
        var expected: [WebConnector.Operation] = [
            .serverVersion, .clientVersion, .authenticate, .sendRequestXML, .receiveResponseXML,
            .sendRequestXML, .receiveResponseXML,
        ]
        expected.insert(operation, at: 4)
        #expect(Array(report.operations.prefix(8)) == expected)
        #expect(report.outcome.isGood)
        #expect(report.outcome.calls == report.operations.count - 1)
    }

    @Test("a call out of turn that fails does no harm either")
    func outOfOrderRefused() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query]
        script.failures = [5: .fault("no")]
        let report = try pc.update(script, faults: [OutOfOrderCall(.closeConnection, call: 5)])
        #expect(report.outcome.ending == .finished && script.calls.count == 7)
    }

    @Test("a second install logs in under the same name while the first one works")
    func secondInstall() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query]
        let report = try pc.update(script, faults: [SecondInstall(call: 5)])
        #expect(script.calls.filter { $0 == .authenticate(user: "acme", password: "pw") }.count == 2)
        #expect(report.outcome.ending == .finished)
        let said = report.lines.contains { line in
            if case .log(let text) = line { return text.contains("work, file now open") }
            return false
        }
        #expect(said)
    }

    @Test("a file that somebody has alone is 0x80040410")
    func singleUser() throws {
        var pc = try Workstation.paired()
        let report = try pc.update(Script(), faults: [SingleUserLock()])
        #expect(report.outcome.ending == .connectionFailed(hresult: "0x80040410"))
    }

    @Test("a slow host answers late, and the time passes for all that follows")
    func slowHost() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query, query]
        script.percents = [50, 100]
        let report = try pc.update(script, faults: [SlowHost(seconds: 1900, exchange: 2)])
        #expect(report.paused == 1900 && report.outcome.ending == .finished)
        #expect(responses(script).count == 2)
    }

    @Test("half of an answer is missing, or blanks make it as long as is said; the others are whole")
    func bentAnswers() throws {
        func lengths(_ faults: [any SimulatedFault]) throws -> [Int] {
            var pc = try Workstation.paired()
            let script = Script()
            script.documents = [query, query]
            script.percents = [50, 100]
            _ = try pc.update(script, faults: faults)
            return responses(script).map(\.response.count)
        }
        let whole = try lengths([])
        #expect(
            try lengths([TruncatedAnswer(exchange: 2)]) == [whole[0], whole[1] - whole[1] / 2])
        #expect(try lengths([OversizedAnswer(bytes: 50_000)]) == [50_000, whole[1]])
        #expect(try lengths([OversizedAnswer(bytes: 3)]) == whole)
    }

    @Test("a clock that jumped stamps what is written, and the right one does so again later")
    func clockJump() throws {
        var pc = try Workstation.paired()
        let add = Desk.document(#"<CustomerAddRq><CustomerAdd><Name>N</Name></CustomerAdd></CustomerAddRq>"#)
        for (jump, name) in [(86_400, "one"), (-86_400, "two"), (0, "three")] {
            let script = Script()
            let text = String(decoding: add, as: UTF8.self)
                .replacingOccurrences(of: "<Name>N<", with: "<Name>\(name)<")
            script.documents = [Array(text.utf8)]
            _ = try pc.update(script, faults: [ClockJump(seconds: jump)])
            let write = try #require(pc.companyFiles[0].appliedWrites.last)
            #expect(write.moment == Int(Workstation.now.timeIntervalSince1970) + jump)
        }
    }

    @Test("each is found by the name that a person types, and by no other form of it")
    func notation() throws {
        let names = [
            "single-user", "timed-out=4", "out-of-order=closeConnection:5", "second-install=5",
            "slow-host=2:1900", "truncated-answer=1", "oversized-answer=1:50000", "clock-jump=-3600",
        ]
        for name in names { #expect(FaultNotation.fault(name)?.title == name) }
        let wrong = [
            "single-user=1", "timed-out", "timed-out=0", "out-of-order=5", "out-of-order=dance:5",
            "out-of-order=closeConnection:0", "second-install=", "slow-host=2", "slow-host=0:5",
            "slow-host=1:-5", "oversized-answer=1", "truncated-answer", "clock-jump", "clock-jump=soon",
        ]
        for name in wrong { #expect(FaultNotation.fault(name) == nil, "\(name)") }
    }
}

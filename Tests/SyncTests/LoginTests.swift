import Foundation
import Sync
import Testing
import Timetable
import WebConnector

@Suite("A login")
struct LoginTests {
    private func directive(_ decision: Decision) -> Directive? {
        guard case .authenticate(let answer) = decision.answer else { return nil }
        return answer.directive
    }

    private func failure(_ decision: Decision) -> String? {
        for case .refuse(let conversation) in decision.changes { return conversation.ending?.code }
        return nil
    }

    @Test("CB-5: a wrong password is answered nvu and told as exactly that")
    func wrongPassword() {
        var script = Script()
        let decision = script.login(check: .wrong)
        #expect(directive(decision) == .notValidUser)
        #expect(failure(decision) == "wrong-password")
        #expect(!decision.changes.contains { if case .lock = $0 { true } else { false } })
    }

    @Test("AT-9: the fifth failure within the time locks the user and names the address")
    func lock() {
        var script = Script()
        let decision = script.login(check: .wrong, address: "198.51.100.9", failures: 4)
        #expect(decision.changes.contains(.lock(user: "acme", at: .noon)))
        #expect(
            decision.events.contains(
                .userLocked(connector: "acme", user: "acme", address: "198.51.100.9")))
    }

    @Test("AT-9: a locked user is refused even with the right password, and told the order of repair")
    func locked() {
        var script = Script()
        let decision = script.login(lockedAt: .longAgo)
        #expect(directive(decision) == .notValidUser)
        guard case .refuse(let conversation)? = decision.changes.first else { Issue.record("no row"); return }
        let sentence = conversation.ending?.sentence ?? ""
        let password = sentence.range(of: "password right")
        let unlock = sentence.range(of: "unlock")
        #expect(password != nil && unlock != nil)
        if let password, let unlock { #expect(password.lowerBound < unlock.lowerBound) }
    }

    @Test("the same refusal again is folded into one row; another address or reason is a row of its own")
    func folding() {
        var script = Script()
        let last = Refusal(ticket: "t0", user: "acme", address: "192.0.2.7", code: "wrong-password")
        let same = script.login(check: .wrong, failures: 1, lastRefusal: last)
        #expect(same.changes.contains { if case .repeatRefusal("t0", _, _) = $0 { true } else { false } })
        let other = script.login(check: .wrong, address: "192.0.2.8", failures: 1, lastRefusal: last)
        #expect(failure(other) == "wrong-password")
    }

    @Test("AT-8: a disabled connector says that it is disabled, not that the password is wrong")
    func disabled() {
        var script = Script()
        script.connector.disabledAt = .longAgo
        let decision = script.login()
        #expect(directive(decision) == .noWork)
        #expect(failure(decision) == "disabled")
    }

    @Test("an idle check-in moves the last contact and makes no conversation")
    func idle() {
        var script = Script()
        let run = Run(startedAt: .noon, endedAt: .noon, isForced: false, code: "success")
        let decision = script.login(runs: [run])
        #expect(directive(decision) == .noWork)
        #expect(script.open == nil)
        #expect(decision.changes.contains { if case .contact(_, _, _, .wait) = $0 { true } else { false } })
    }

    @Test("CB-19: a forced sync goes at the next check-in although nothing is due")
    func forced() {
        var script = Script()
        let run = Run(startedAt: .noon, endedAt: .noon, isForced: false, code: "success")
        let force = Force(at: .noon, duringShutdown: false, by: "kim")
        #expect(
            directive(script.login(runs: [run], force: force)) == .work(companyFile: #"C:\Books\Acme.QBW"#))
        #expect(script.open?.conversation.trigger == .forced)
    }

    @Test("PC-2: while another company on the workstation is updating, the connector waits and says so")
    func workstation() {
        var script = Script()
        let lease = Lease(
            workstation: "FRONTDESK", connector: "borealis", since: .noon - 60, lastCall: .noon - 5)
        let decision = script.login(leases: [lease])
        #expect(directive(decision) == .noWork)
        guard case .checkedIn(_, _, let told)? = decision.events.last else {
            Issue.record("not told"); return
        }
        #expect(told.contains("FRONTDESK") && told.contains("borealis"))
        #expect(decision.changes.contains(.waiting(connector: 1, since: .noon)))
    }

    @Test("CB-8: a second computer is told to wait while the first one syncs; a restarted one takes over")
    func twoComputers() {
        var script = Script()
        _ = script.login()
        let second = script.login(user: "acme-kim", address: "192.0.2.99", ticket: "t2")
        #expect(directive(second) == .busy)
        #expect(failure(second) == "another-computer")
        let moved = script.login(address: "192.0.2.50", ticket: "t2")
        #expect(directive(moved) == .busy, "the same user elsewhere, a moment later")
        let third = script.login(ticket: "t3")
        #expect(directive(third) == .work(companyFile: #"C:\Books\Acme.QBW"#))
    }

    @Test("a forced sync that broke off is still owed, and is tried again at the next check-in")
    func brokenForce() {
        var script = Script()
        let good = Run(startedAt: .noon, endedAt: .noon, isForced: false, code: "success")
        let broken = Run(startedAt: .noon + 60, endedAt: .noon + 70, isForced: true, code: "connection-lost")
        script.now = .noon + 120
        let decision = script.login(runs: [broken, good])
        #expect(directive(decision) == .work(companyFile: #"C:\Books\Acme.QBW"#))
        #expect(script.open?.conversation.trigger == .forced)
    }

    @Test("a stranger with a wrong password moves neither the last contact nor the turn at the workstation")
    func stranger() {
        var script = Script()
        let changes = script.login(check: .wrong).changes
        #expect(!changes.contains { if case .contact = $0 { true } else { false } })
        #expect(!changes.contains { if case .waiting = $0 { true } else { false } })
    }

    @Test("after three broken runs in a row the connector waits for its next scheduled time")
    func retries() {
        func broken(_ minutes: Double) -> Run {
            Run(
                startedAt: .noon - minutes * 60, endedAt: .noon, isForced: false,
                code: "quickbooks-unavailable")
        }
        let good = Run(startedAt: .noon - 86_400, endedAt: .noon, isForced: false, code: "success")
        #expect(RunHistory.served([broken(5), broken(10), good]) == good)
        #expect(RunHistory.served([broken(5), broken(10), broken(15), good]) == broken(5))
    }
}

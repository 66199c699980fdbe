import Foundation
import Simulator
import Testing
import WebConnector

@Suite struct FaultTests {
    private let query = Desk.document("<ClassQueryRq />")

    @Test("CB-5: a wrong password goes over the wire in place of the right one")
    func wrongPassword() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.directive = .notValidUser
        _ = try pc.update(script, faults: [WrongPassword()])
        #expect(script.calls.contains(.authenticate(user: "acme", password: "pwx")))
        #expect(pc.application("Acme Sync")?.password == "pw")
    }

    @Test("a switched company is the one whose record and path are sent")
    func companySwitched() throws {
        var pc = try Workstation.paired()
        let other = CompanyFile.generated(seed: 9, size: .small)
        pc.addCompanyFile(other)
        let script = Script()
        _ = try pc.update(script, faults: [CompanySwitched(path: other.path)])
        guard case .sendRequestXML(let first) = script.calls[3] else {
            Issue.record("no sendRequestXML")
            return
        }
        #expect(first.companyFileName == other.path)
        let text = String(decoding: first.hcpResponse, as: UTF8.self)
        #expect(!text.contains("FileID") && text.contains("AppLock"))
    }

    @Test("QuickBooks closed at the moment it is asked is 0x80040416 without a path")
    func quickBooksClosed() throws {
        var pc = try Workstation.paired()
        let report = try pc.update(Script(), faults: [QuickBooksClosed()])
        #expect(report.outcome.ending == .connectionFailed(hresult: "0x80040416"))
    }

    @Test(
        "a program killed before a call does not make it; killed after it, its answer is lost",
        arguments: 1...8)
    func killed(number: Int) throws {
        let owner = Workstation.connectionFile.ownerID
        for (moment, made) in [(KillMoment.before(call: number), number - 1), (.after(call: number), number)]
        {
            var pc = try Workstation.paired()
            let script = Script()
            script.documents = [query, query]
            script.percents = [40, 100]
            let report = try pc.update(script, faults: [KilledAtStep(moment)])
            #expect(report.outcome.ending == .killed(call: number) && !report.outcome.isGood)
            #expect(script.calls.count == made)
            // From the opening of QuickBooks to its closing the lock is there, and nobody has taken it away.
            let isLocked = made >= 3 && number > 3 && made < 8 && !(number == 8)
            #expect((pc.companyFiles[0].stamp("AppLock", ownerID: owner) != nil) == isLocked, "\(moment)")
        }
    }

    @Test("after a kill the next update goes through and takes the lock over")
    func afterKill() throws {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [query, query]
        _ = try pc.update(script, faults: [KilledAtStep(.after(call: 4))])
        let next = Script()
        next.documents = [query]
        #expect(try pc.update(next).outcome.ending == .finished)
        #expect(pc.companyFiles[0].stamp("AppLock", ownerID: Workstation.connectionFile.ownerID) == nil)
    }

    @Test("faults are found by the names that a person types")
    func notation() throws {
        for name in ["wrong-password", "quickbooks-closed", "killed-before=3", "killed-after=12"] {
            #expect(FaultNotation.fault(name)?.title == name)
        }
        #expect(
            (FaultNotation.fault(#"company-switched=C:\B.QBW"#) as? CompanySwitched)?.path == #"C:\B.QBW"#)
        for name in ["", "wrong-password=1", "killed-before", "killed-after=0", "company-switched=", "other"]
        {
            #expect(FaultNotation.fault(name) == nil, "\(name)")
        }
    }
}

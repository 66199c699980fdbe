import Foundation
import Simulator
import Testing
import WebConnector

/// Faults between the server, the Web Connector and QuickBooks while something is written.
@Suite struct WireFaultTests {
    private static func document(_ name: String, _ id: String) -> [UInt8] {
        let text = String(
            decoding: Desk.document("<ClassAddRq><ClassAdd><Name>\(name)</Name></ClassAdd></ClassAddRq>"),
            as: UTF8.self)
        return Array(
            text.replacing("<QBXMLMsgsRq", with: "<QBXMLMsgsRq newMessageSetID=\"\(id)\"").utf8)
    }

    private func play(
        _ fault: (any SimulatedFault)?
    ) throws -> (Workstation, Script, UpdateReport) {
        var pc = try Workstation.paired()
        let script = Script()
        script.documents = [Self.document("North", "N1"), Self.document("South", "N2")]
        script.percents = [50, 100, 100]
        let report = try pc.update(script, faults: fault.map { [$0] } ?? [])
        return (pc, script, report)
    }

    private func received(_ script: Script) -> [ReceiveResponse] {
        script.calls.compactMap { if case .receiveResponseXML(let answer) = $0 { answer } else { nil } }
    }

    @Test("without a fault both are applied, under the name of the application")
    func fine() throws {
        let (pc, script, report) = try play(nil)
        #expect(report.outcome.ending == .finished && received(script).count == 2)
        #expect(pc.companyFiles[0].appliedWrites.map(\.messageSetID) == ["N1", "N2"])
        #expect(pc.companyFiles[0].appliedWrites.first?.application == "Acme Sync")
    }

    @Test(
        "what is lost on the wire was applied or not, and the server hears of neither",
        arguments: [
            ("lost-request=1", 0, 0), ("lost-request=2", 1, 1), ("lost-answer=1", 1, 0),
            ("lost-answer=2", 2, 1),
        ])
    func lost(name: String, applied: Int, heard: Int) throws {
        let fault = try #require(FaultNotation.fault(name))
        let (pc, script, report) = try play(fault)
        #expect(report.outcome.ending.word == "killed" && received(script).count == heard)
        #expect(pc.companyFiles[0].appliedWrites.count == applied)
    }

    @Test("an answer that is delivered twice is the same byte for byte, and is applied once")
    func repeated() throws {
        let (pc, script, report) = try play(RepeatedAnswer(exchange: 1))
        let answers = received(script)
        #expect(answers.count == 2 && answers.first == answers.last)
        // What the server said to the second one ended the update.
        #expect(report.outcome.ending == .finished && pc.companyFiles[0].appliedWrites.count == 1)
    }

    @Test(
        "a crash of QuickBooks is an HRESULT, and after it QuickBooks is closed",
        arguments: [
            ("crash-before-applying=1", 0), ("crash-within=1:1", 1), ("crash-after-applying=1", 1),
            ("crash-after-storing=1", 1), ("stored-without-answer=1", 1),
        ])
    func crash(name: String, applied: Int) throws {
        let fault = try #require(FaultNotation.fault(name))
        let (pc, script, _) = try play(fault)
        #expect(received(script).first?.hresult == "0x80010105")
        #expect(received(script).last?.hresult == "0x8004040D")
        #expect(pc.openPath == nil && pc.companyFiles[0].appliedWrites.count == applied)
    }

    @Test("records in use are 3175 in every document, or in one")
    func busy() throws {
        for (name, applied) in [("records-busy", 0), ("records-busy=2", 1)] {
            let (pc, script, _) = try play(FaultNotation.fault(name))
            #expect(String(decoding: received(script)[1].response, as: UTF8.self).contains("\"3175\""))
            #expect(pc.companyFiles[0].appliedWrites.count == applied)
        }
    }

    @Test("a dialog that waits keeps every application out")
    func dialog() throws {
        let (_, script, report) = try play(ModalDialog())
        #expect(report.outcome.ending == .connectionFailed(hresult: "0x80040414"))
        #expect(received(script).isEmpty)
    }

    @Test("a restored file knows nothing of what was written since its backup")
    func restored() throws {
        var (pc, _, _) = try play(nil)
        let written = pc.companyFiles[0]
        let backup = try Workstation.paired().companyFiles[0]
        let script = Script()
        script.documents = [Self.document("North", "N1")]
        _ = try pc.update(script, faults: [RestoredFile(backup)])
        #expect(pc.companyFiles[0].appliedWrites.count == 1 && written.appliedWrites.count == 2)
        pc.backUp(pc.companyFiles[0].path)
        let next = Script()
        next.documents = [Self.document("East", "N3")]
        _ = try pc.update(next)
        #expect(pc.companyFiles[0].appliedWrites.count == 2)
        _ = try pc.update(Script(), faults: [RestoredFile()])
        #expect(pc.companyFiles[0].appliedWrites.count == 1)
        let isRestored = pc.restore("nowhere")
        #expect(!isRestored)
    }

    @Test("each fault is found by the name that it has")
    func notation() {
        for (entry, _) in FaultNotation.all where !entry.contains("PATH") {
            let name = entry.replacing("N:M", with: "2:1").replacing("=N", with: "=2")
                .replacing("CALL:N", with: "getLastError:2").replacing("SECONDS", with: "30")
                .replacing("BYTES", with: "1000")
            #expect(FaultNotation.fault(name)?.title == name, "\(name)")
        }
        for name in ["crash-within=1", "crash-within=0:1", "lost-answer", "lost-answer=0", "modal-dialog=1"] {
            #expect(FaultNotation.fault(name) == nil, "\(name)")
        }
    }
}

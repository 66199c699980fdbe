import Simulator
import Testing
import XML

/// What QuickBooks keeps so that nothing is written twice.
@Suite struct MessageSetTests {
    private static let add = """
        <ClassAddRq requestID="7"><ClassAdd><Name>North</Name></ClassAdd></ClassAddRq>
        """

    private static func document(
        _ requests: String, new: String? = nil, old: String? = nil, version: String = "13.0"
    ) -> [UInt8] {
        let ids =
            (new.map { " newMessageSetID=\"\($0)\"" } ?? "")
            + (old.map { " oldMessageSetID=\"\($0)\"" } ?? "")
        let text = String(decoding: Desk.document(requests, version: version), as: UTF8.self)
        return Array(text.replacing("<QBXMLMsgsRq", with: "<QBXMLMsgsRq\(ids)").utf8)
    }

    private func send(
        _ desk: inout Desk, _ requests: String, new: String? = nil, old: String? = nil,
        version: String = "13.0", _ interruption: Interruption? = nil
    ) throws -> Element {
        try Desk.set(
            desk.session.answer(
                Self.document(requests, new: new, old: old, version: version), from: &desk.file,
                at: Desk.morning, interruption: interruption))
    }

    private func code(_ set: Element) -> String? { set.attribute("messageSetStatusCode") }

    @Test("the same set again is not run again: the stored answer is given, with its ID")
    func again() throws {
        var desk = Desk(.sample)
        let first = try send(&desk, Self.add, new: "N1")
        #expect(first.attribute("newMessageSetID") == "N1" && code(first) == "0")
        #expect(first.elements.map(\.status) == ["0"])
        let second = try send(&desk, Self.add, new: "N1")
        #expect(second == first && desk.file.appliedWrites.count == 1)
        #expect(second.elements.first?.attribute("requestID") == "7")
    }

    @Test("the same ID with other requests is 9001, and nothing is run")
    func otherContent() throws {
        var desk = Desk(.sample)
        _ = try send(&desk, Self.add, new: "N1")
        let other = try send(&desk, Self.add.replacing("North", with: "South"), new: "N1")
        #expect(code(other) == "9001" && other.elements.isEmpty)
        #expect(desk.file.appliedWrites.count == 1)
    }

    @Test("a chain forgets the old set and runs the new one; the head is no part of the content")
    func chain() throws {
        var desk = Desk(.sample)
        _ = try send(&desk, Self.add, new: "N1")
        let next = Self.add.replacing("North", with: "South")
        let second = try send(&desk, next, new: "N2", old: "N1")
        #expect(code(second) == "0" && desk.file.messageSetIDs(of: "qbsyncd") == ["N2"])
        #expect(try send(&desk, next, new: "N2") == second)
        #expect(try send(&desk, next, new: "N2", old: "N2") == second)
        #expect(desk.file.appliedWrites.count == 2)
        // Forgotten is forgotten: QuickBooks runs it again, and finds the name used.
        #expect(try send(&desk, Self.add, new: "N1").elements.map(\.status) == ["3100"])
    }

    @Test("an empty set with old = new asks for the state: the stored answer, or 600")
    func question() throws {
        var desk = Desk(.sample)
        let unknown = try send(&desk, "", new: "N1", old: "N1")
        #expect(code(unknown) == "600" && unknown.attribute("newMessageSetID") == "N1")
        let first = try send(&desk, Self.add, new: "N1")
        #expect(try send(&desk, "", new: "N1", old: "N1") == first)
        #expect(desk.file.messageSetIDs(of: "qbsyncd") == ["N1"])
    }

    @Test("old alone forgets one, CLR-ALL forgets all", arguments: ["N1", "CLR-ALL", "ClearAllMessageSets"])
    func forgetting(word: String) throws {
        var desk = Desk(.sample)
        _ = try send(&desk, Self.add, new: "N1")
        _ = try send(&desk, Self.add.replacing("North", with: "South"), new: "N2")
        #expect(try code(send(&desk, "", old: word)) == "0")
        #expect(desk.file.messageSetIDs(of: "qbsyncd") == (word == "N1" ? ["N2"] : []))
        #expect(try code(send(&desk, "", new: "N1", old: "N1")) == "600")
    }

    @Test("an ID that is empty or longer than 24 characters is 9004, and nothing is run")
    func badID() throws {
        var desk = Desk(.sample)
        for id in ["", String(repeating: "x", count: 25)] {
            let answer = try send(&desk, Self.add, new: id)
            #expect(code(answer) == "9004" && answer.elements.isEmpty)
        }
        #expect(desk.file.appliedWrites.isEmpty)
        #expect(try code(send(&desk, Self.add, new: String(repeating: "x", count: 24))) == "0")
    }

    @Test("sets are kept for each application by itself")
    func applications() throws {
        var desk = Desk(.sample)
        _ = try send(&desk, Self.add, new: "N1")
        desk.session = QuickBooksSession(seed: Seed(1), application: "Other")
        #expect(try code(send(&desk, "", new: "N1", old: "N1")) == "600")
        #expect(desk.file.messageSetIDs(of: "Other").isEmpty)
    }

    @Test("of queries in a set only the status is kept")
    func queries() throws {
        var desk = Desk(.sample)
        let requests = "<ClassQueryRq requestID=\"1\"/>" + Self.add
        let first = try send(&desk, requests, new: "N1")
        #expect(first.elements[0].elements.count > 0)
        let second = try send(&desk, requests, new: "N1")
        #expect(second.elements[0].status == "0" && second.elements[0].elements.isEmpty)
        #expect(second.elements[1] == first.elements[1])
    }

    @Test("a recovered answer may tell the identity only, from version 11.0 on")
    func identity() throws {
        var desk = Desk(.sample)
        desk.file.rules.recovery = .identity
        let first = try send(&desk, Self.add, new: "N1")
        let record = try #require(first.elements.first?.elements.first)
        #expect(record.name == "ClassRet")
        let second = try send(&desk, "", new: "N1", old: "N1")
        let short = try #require(second.elements.first?.elements.first)
        #expect(short.name == "ErrorRecovery")
        #expect(short.elements.map(\.name) == ["ListID", "EditSequence"])
        #expect(short["ListID"] == record["ListID"])
        #expect(try send(&desk, "", new: "N1", old: "N1", version: "10.0") == first)
    }

    @Test("sets, ledger and settings survive the keeping of the file")
    func archive() throws {
        var desk = Desk(.sample)
        let first = try send(&desk, Self.add, new: "N1")
        desk.file.rules.closingDate = CivilDay("2025-06-30")
        desk.file.rules.busy = .records(["1-1"])
        desk.file.rules.unwritable = ["Bill"]
        desk.file.rules.readOnlyApplications = ["Other"]
        var again = Desk(try CompanyFile(archive: desk.file.archived()))
        #expect(again.file.rules == desk.file.rules)
        #expect(again.file.appliedWrites == desk.file.appliedWrites)
        #expect(try send(&again, Self.add, new: "N1") == first)
        #expect(again.file.fingerprint() == desk.file.fingerprint())
    }

    @Test("the ledger says who wrote what, when and under which IDs")
    func ledger() throws {
        var desk = Desk(.sample)
        let id = try send(&desk, Self.add, new: "N1").elements[0].elements[0]["ListID"]?.text
        let write = try #require(desk.file.appliedWrites.first)
        #expect(
            write
                == AppliedWrite(
                    number: 1, application: "qbsyncd", messageSetID: "N1", requestID: "7",
                    request: "ClassAddRq", kind: "Class", id: id ?? "", moment: 1_772_550_000))
        _ = try send(&desk, Self.add)
        #expect(desk.file.appliedWrites.count == 1)
    }

    // MARK: Interruptions

    private static let two = add + add.replacing("North", with: "South").replacing("7", with: "8")

    @Test(
        "a crash loses the answer; what was applied stays, and only what was stored is known",
        arguments: [
            (Interruption.crashBeforeApplying, 0, "600"), (.crashAfterApplying(1), 1, "600"),
            (.crashAfterApplying(2), 2, "600"), (.crashBeforeStoring, 2, "600"),
            (.crashAfterStoring, 2, "0"), (.storedWithoutAnswer, 2, "9002"),
        ])
    func crash(interruption: Interruption, applied: Int, state: String) throws {
        var desk = Desk(.sample)
        let document = Self.document(Self.two, new: "N1")
        let reply = desk.session.answer(
            document, from: &desk.file, at: Desk.morning, interruption: interruption)
        guard case .refused(let refusal) = reply else {
            Issue.record("answered")
            return
        }
        #expect(refusal.hresult == "0x80010105" && desk.file.appliedWrites.count == applied)
        #expect(try code(send(&desk, "", new: "N1", old: "N1")) == state)
        if state == "0" {
            #expect(try send(&desk, Self.two, new: "N1").elements.map(\.status) == ["0", "0"])
            #expect(desk.file.appliedWrites.count == 2)
        }
    }

    @Test("an answer that could not be stored is given all the same, with 9005; asked later it is 9002")
    func notStored() throws {
        var desk = Desk(.sample)
        let answer = try send(&desk, Self.two, new: "N1", .answerNotStored)
        #expect(code(answer) == "9005" && answer.elements.map(\.status) == ["0", "0"])
        #expect(try code(send(&desk, Self.two, new: "N1")) == "9002")
        #expect(desk.file.appliedWrites.count == 2)
    }

    @Test("a file that was put back to an older state knows neither the set nor what it wrote")
    func restored() throws {
        var desk = Desk(.sample)
        let backup = desk.file
        _ = try send(&desk, Self.add, new: "N1")
        desk.file = backup
        #expect(try code(send(&desk, "", new: "N1", old: "N1")) == "600")
        #expect(desk.file.appliedWrites.isEmpty && desk.file.record("Class", named: "North") == nil)
    }
}

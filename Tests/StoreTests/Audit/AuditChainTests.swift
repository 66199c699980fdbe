import FoundationEssentials
import Testing

@testable import Store

@Suite("The audit trail's chain")
struct AuditChainTests {
    private let database: SyncDatabase

    init() throws { database = try .inMemory() }

    private func note(
        _ count: Int, action: AuditAction = .pauseConnector, subject: String = "acme"
    ) throws {
        for index in 0..<count {
            try database.transactNow {
                try $0.audit(
                    Scene.author, action, connector: "acme", subject: subject, detail: "number \(index)",
                    at: Scene.noon)
            }
        }
    }

    /// What somebody does who can write to the file, and knows how to get round the triggers.
    private func tamper(_ statements: String...) throws {
        try database.transactNow { transaction in
            for trigger in ["audit_is_tied", "audit_stays_as_it_is", "audit_stays"] {
                try transaction.execute("DROP TRIGGER IF EXISTS \(trigger)")
            }
            for statement in statements { try transaction.execute(statement) }
        }
    }

    private func verdict(expecting mark: AuditMark? = nil) throws -> AuditVerdict {
        try database.readNow { try $0.verifyAudit(expecting: mark) }
    }

    @Test("its hashes are those that another program computes")
    func witness() throws {
        try database.transactNow { transaction in
            try transaction.audit(
                Author(name: "ann", uid: 1000), .pauseConnector, connector: "acme", subject: "acme",
                detail: "until Monday", at: Scene.noon)
            try transaction.audit(
                Author(name: "token web"), .backUp, subject: "/var/büro.sqlite", at: Scene.noon)
        }
        // By Python's hashlib and struct, from the description in AuditChain.
        #expect(
            try database.readNow { try $0.audit(limit: 2) }.map {
                AuditMark(number: $0.number, hash: $0.hash).description
            } == [
                "2:a834af5ddc95d5dcf6023bbefc9ae038b4d36511b06e63c14cb201b14a0b1e81",
                "1:9c4bde6a68b1f367d61b7483c467feb000f8bfddf97ede246b8c044905bec3b4",
            ])
    }

    @Test("as it was written it is intact, and its head is its last line")
    func intact() throws {
        #expect(try verdict() == AuditVerdict())
        try note(3)
        let last = try #require(try database.readNow { try $0.audit(limit: 1) }.first)
        let head = AuditMark(number: 3, hash: last.hash)
        #expect(try verdict() == AuditVerdict(lines: 3, head: head))
        #expect(try verdict(expecting: head).hasExpected == true)
    }

    @Test(
        "whatever is changed in a line is noticed at that line",
        arguments: [
            "at = '2026-01-01T00:00:00.000Z'", "who = 'eve'", "uid = 0", "uid = NULL", "action = 'resume'",
            "connector = NULL", "connector = ''", "subject = 'acm', detail = 'enumber 1'", "detail = NULL",
            "detail = ''", "hash = zeroblob(32)", "hash = (SELECT hash FROM audit WHERE number = 1)",
        ])
    func changed(what: String) throws {
        try note(4)
        try tamper("UPDATE audit SET \(what) WHERE number = 2")
        let verdict = try verdict()
        #expect(verdict.lines == 1 && !verdict.isIntact)
        #expect(verdict.fault?.number == 2 && verdict.fault?.kind == .unfit(missing: nil))
    }

    @Test("lines that are missing are named, also the first ones")
    func missing() throws {
        try note(5)
        try tamper("DELETE FROM audit WHERE number IN (2, 3)")
        #expect(try verdict().fault?.kind == .unfit(missing: 2...3))
        #expect(try verdict().fault?.number == 4)
        try tamper("DELETE FROM audit WHERE number = 1")
        #expect(try verdict().fault?.kind == .unfit(missing: 1...3))
    }

    @Test("two lines that were given each other's numbers are noticed")
    func swapped() throws {
        try note(3)
        try tamper(
            "UPDATE audit SET number = 9 WHERE number = 1", "UPDATE audit SET number = 1 WHERE number = 2",
            "UPDATE audit SET number = 2 WHERE number = 9")
        #expect(try verdict().fault?.number == 1)
    }

    @Test("a line that somebody else wrote is told as such, and so is what comes behind it")
    func stranger() throws {
        try note(2)
        try tamper("INSERT INTO audit (at, who, action, subject) VALUES ('x', 'eve', 'pause', 'acme')")
        #expect(try verdict().fault?.kind == .withoutHash)
        try note(1)
        #expect(try verdict().fault?.number == 3, "the daemon goes on, and the fault stays")
    }

    @Test("a trail that was cut, or made anew, shows against a line that was kept elsewhere")
    func cut() throws {
        try note(5)
        let kept = try #require(try verdict().head)
        try tamper("DELETE FROM audit WHERE number > 3")
        #expect(try verdict().isIntact, "nothing in the file itself can tell")
        let verdict = try verdict(expecting: kept)
        #expect(verdict.hasExpected == false && !verdict.isIntact && verdict.fault == nil)
        try note(2, action: .resumeConnector)
        #expect(try self.verdict(expecting: kept).hasExpected == false)
    }

    @Test("what is rolled back leaves no line and no gap")
    func rolledBack() throws {
        struct Trouble: Error {}
        try note(1)
        try? database.transactNow { transaction in
            try transaction.audit(Scene.author, .backUp, subject: "x", at: Scene.noon)
            throw Trouble()
        }
        try note(1)
        #expect(try verdict().lines == 2 && verdict().isIntact)
    }

    @Test("lines of an earlier schema are tied together by the migration")
    func migrated() throws {
        let old = Scene(try SyncDatabase.inMemory(upgrading: Release1.schema + Release1.rows)).database
        let before = try old.readNow { try $0.verifyAudit() }
        #expect(before.lines > 0 && before.isIntact)
        try old.transactNow { try $0.audit(Scene.author, .backUp, subject: "x", at: Scene.noon) }
        let after = try old.readNow { try $0.verifyAudit(expecting: before.head) }
        #expect(after.lines == before.lines + 1 && after.hasExpected == true)
    }

    @Test(
        "the schema refuses to",
        arguments: [
            "change a line: UPDATE audit SET who = 'eve'", "delete a line: DELETE FROM audit",
            "take a line without a hash: INSERT INTO audit VALUES (9,'x','a',NULL,'b',NULL,'',NULL,NULL)",
            "take a short hash: INSERT INTO audit VALUES (9, 'x', 'a', NULL, 'b', NULL, '', NULL, x'00')",
        ])
    func refused(deed: String) throws {
        try note(1)
        let sql = String(deed.drop { $0 != ":" }.dropFirst(2))
        let error = #expect(throws: StoreError.self) {
            try database.transactNow { try $0.execute(sql) }
        }
        guard case .failed(let code, let message, _)? = error else { return }
        #expect(code & 0xff == 19, "\(message)")
    }

    @Test("the list is narrowed by connector and time, and paged")
    func listed() throws {
        try note(2)
        try database.transactNow { transaction in
            try transaction.audit(Scene.author, .backUp, subject: "x", at: Scene.minutes(5))
            try transaction.audit(
                Scene.author, .pauseConnector, connector: "bravo", subject: "bravo", at: Scene.minutes(9))
        }
        func numbers(_ connector: String?, _ since: Date?, before: Int64 = .max) throws -> [Int64] {
            try database.readNow {
                try $0.audit(connector: connector, since: since, before: before, limit: 9)
            }.map(\.number)
        }
        #expect(try numbers(nil, nil) == [4, 3, 2, 1] && numbers("acme", nil) == [2, 1])
        #expect(try numbers(nil, Scene.minutes(5)) == [4, 3] && numbers("acme", Scene.minutes(5)) == [])
        #expect(try numbers(nil, nil, before: 3) == [2, 1])
    }

    @Test("a mark is read as it is written, and nothing else is")
    func marks() {
        let mark = AuditMark(number: 7, hash: (0..<32).map { UInt8($0 * 8) })
        #expect(AuditMark("\(mark)") == mark)
        #expect(AuditMark(mark.description.uppercased()) == mark)
        for wrong in [
            "", "7", "7:", ":\(mark.digits)", "0:\(mark.digits)", "7:\(mark.digits)0",
            "7:\(mark.digits.dropLast())g",
        ] {
            #expect(AuditMark(wrong) == nil, "\(wrong)")
        }
    }
}

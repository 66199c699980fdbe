import QBXML
import Testing

@Suite("A status")
struct StatusTests {
    @Test(
        "has its severity by its code, not by QuickBooks' word for it",
        arguments: [
            (0, .info), (1, .info), (499, .info), (500, .warn), (600, .warn), (999, .warn), (1000, .error),
            (3210, .error), (9001, .error), (-1, .error),
        ] as [(Int, Status.Severity)])
    func severity(code: Int, severity: Status.Severity) {
        #expect(Status(code: code, message: "").severity == severity)
    }

    @Test("1 is no error: nothing was found")
    func nothingFound() {
        let status = Status(code: 1, message: "")
        #expect(status.isNothingFound)
        #expect(status.known?.whoMustAct == .nobody)
        #expect(!Status(code: 0, message: "").isNothingFound)
    }

    @Test("tells a lost iterator by its code or by QuickBooks' words")
    func lostIterator() {
        #expect(Status(code: 3391, message: "").isIteratorLost)
        #expect(Status(code: 3000, message: "The given Iterator ID is unknown.").isIteratorLost)
        #expect(!Status(code: 3000, message: "The given object ID is invalid.").isIteratorLost)
        #expect(!Status(code: 0, message: "iterator").isIteratorLost)
    }

    @Test("knows which troubles only a person in QuickBooks can end")
    func permissions() {
        for code in [3250, 3260, 3261, 3262, 3263] {
            #expect(Status(code: code, message: "").needsPermission, "\(code)")
        }
        for code in [0, 1, 500, 530, 1000, 3120, 3200, 4711] {
            #expect(!Status(code: code, message: "").needsPermission, "\(code)")
        }
    }

    @Test("has for every known code whole sentences: what it means, why, and what to do")
    func sentences() throws {
        #expect(Status.knownCodes.filter { $0 < 9100 }.count == 71)
        for code in Status.knownCodes {
            let known = try #require(Status(code: code, message: "").known)
            for text in [known.meaning, known.usualCause, known.fix] {
                #expect(text.hasSuffix(".") && text.count >= 10, "\(code): \(text)")
                #expect(text.first?.isUppercase == true, "\(code): \(text)")
            }
            #expect(!known.whoMustAct.title.isEmpty)
        }
    }

    @Test("speaks in one sentence of meaning, code, QuickBooks' own words and the way out")
    func sentence() {
        #expect(
            Status(code: 3175, message: "The object is open.").sentence == """
                The record is in use. (QuickBooks status 3175.) QuickBooks says: "The object is open." \
                Close it there; it is tried again by itself.
                """)
        #expect(
            Status(code: 4711, message: "Hm").sentence
                == #"QuickBooks answered with status 4711. QuickBooks says: "Hm""#)
        #expect(Status(code: Status.absent, message: "").sentence == "QuickBooks answered without a status.")
    }

    @Test("that nobody has described still says by its number what sort it is")
    func ranges() {
        let sorts = [
            (-1, "negative"), (499, "information"), (999, "warning"), (1999, "general error"),
            (2999, "Online Edition"), (3099, "format of a field"), (4711, "error"), (9199, "macros"),
            (9200, "beyond"),
        ]
        for (code, word) in sorts {
            let sentence = Status.range(of: code)
            #expect(sentence.contains(word) && sentence.hasSuffix("."), "\(code): \(sentence)")
        }
    }

    @Test("known from lists only says so in its cause, and one that was seen does not")
    func hearsay() {
        for code in [3065, 3130, 9003] {
            #expect(
                Status(code: code, message: "").known?.usualCause.contains("Reported by lists") == true,
                "\(code)")
        }
        for code in [0, 3180, 3200, 3391] {
            #expect(
                Status(code: code, message: "").known?.usualCause.contains("Reported") == false, "\(code)")
        }
    }

    @Test("of a message set is told apart from one of a request")
    func messageSets() {
        #expect([600, 9001, 9005].allSatisfy(Status.concernsMessageSet))
        #expect(![0, 570, 9000, 9006, 9100].contains(where: Status.concernsMessageSet))
    }

    @Test("has one meaning for all macro errors")
    func macros() {
        #expect(Status(code: 9150, message: "").known == Status(code: 9100, message: "").known)
        #expect(Status(code: 9150, message: "").known != nil)
        #expect(Status(code: 9200, message: "").known == nil)
    }
}

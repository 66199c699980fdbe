import Testing
import WebConnector

@Suite("Codes")
struct KnowledgeTests {
    @Test("of Windows are read in any case and compared as numbers")
    func hresults() {
        #expect(HResult("0x8004040A") == HResult("0X8004040a"))
        #expect(HResult(" 0x8004040A\n") == HResult(code: 0x8004_040A))
        #expect(HResult("0x8004040A")?.description == "0x8004040A")
        #expect(HResult("0x5")?.description == "0x00000005")
        for text in ["", "8004040A", "0x", "0x1FFFFFFFF", "0x+1", "0xZZ", "0x-1", "none"] {
            #expect(HResult(text) == nil, "\(text)")
        }
    }

    @Test("of Windows are read as logs and windows print them, and nothing else is taken for one")
    func spelledResults() {
        for text in [
            "0x80040400", " 0X8004040a", "80040400", "8004040A", "-2147220480", "2147746816", "-2147023174",
        ] {
            #expect(HResult(spelled: text)?.known != nil, "\(text)")
        }
        #expect(HResult(spelled: "-2147220480") == HResult("0x80040400"))
        #expect(HResult(spelled: "2147746816") == HResult("0x80040400"))
        #expect(HResult(code: 0x8004_0400).signed == -2_147_220_480)
        for text in [
            "", "-", "3180", "800404000", "4294967296", "-2147483649", "1.5", "QBWC1012", "8004040G",
        ] {
            #expect(HResult(spelled: text) == nil, "\(text)")
        }
    }

    @Test("of a call are told with their meaning, what was said, and what to do, in one text (0x80040400)")
    func resultSentences() throws {
        let known = try #require(HResult(code: 0x8004_0400).known)
        #expect(
            HResult.sentence("0x80040400", said: "It cannot be parsed.")
                == #"\#(known.meaning) (HRESULT 0x80040400.) It says: "It cannot be parsed." \#(known.fix)"#)
        #expect(HResult.sentence("0x80040400", said: "").hasSuffix("qbsyncctl check FILE."))
        #expect(HResult.sentence("0x80041234", said: "") == "The code 0x80041234 is not known here.")
        #expect(
            HResult.sentence("", said: "Hm.") == #"There was neither an answer nor a code. It says: "Hm.""#)
    }

    @Test("of Windows are all explained in whole sentences that name somebody")
    func everyResult() {
        #expect(HResult.all.count == 35)
        #expect(HResult.all.map(\.code) == HResult.all.map(\.code).sorted())
        for code in HResult.all {
            let known = code.known
            for sentence in [known?.meaning, known?.usualCause, known?.fix] {
                #expect(sentence?.hasSuffix(".") == true, "\(code): \(sentence ?? "")")
            }
        }
    }

    @Test(
        "that QuickBooks is known to give have a meaning, a cause, a fix and somebody to act",
        arguments: [
            0x8004_0400, 0x8004_0401, 0x8004_0402, 0x8004_0408, 0x8004_040A, 0x8004_040D, 0x8004_0410,
            0x8004_0414,
            0x8004_0416, 0x8004_0417, 0x8004_041A, 0x8004_041B, 0x8004_0420, 0x8004_0421, 0x8004_0422,
            0x8004_0308,
            0x8004_0154, 0x8001_0105,
        ] as [UInt32])
    func knownResults(_ code: UInt32) throws {
        let known = try #require(HResult(code: code).known)
        for sentence in [known.meaning, known.usualCause, known.fix] { #expect(sentence.hasSuffix(".")) }
    }

    @Test("that nobody has explained are not explained")
    func unknown() {
        #expect(HResult(code: 1).known == nil)
        #expect(ConnectorCode(1047).known == nil)
    }

    @Test("tell whether QuickBooks' session is gone")
    func sessions() {
        #expect(HResult(code: 0x8004_040D).endsSession)
        #expect(HResult(code: 0x8001_0105).endsSession)
        #expect(!HResult(code: 0x8004_0400).endsSession)
        #expect(!HResult(code: 0x8004_0414).endsSession)
    }

    @Test("say that another company's file is the workstation's affair, a permission the Admin's")
    func actors() {
        #expect(HResult(code: 0x8004_040A).known?.whoMustAct == .workstation)
        #expect(HResult(code: 0x8004_0420).known?.whoMustAct == .quickBooksAdmin)
        #expect(HResult(code: 0x8004_0400).known?.whoMustAct == .administrator)
        #expect(HResult(code: 0x8004_0422).known?.whoMustAct == .nobody)
    }

    @Test("of the Web Connector are all explained, once each")
    func connectorCodes() {
        let expected = [1000...1046, 1048...1048, 1051...1051, 1085...1085].flatMap { Array($0) }
        #expect(ConnectorCode.all.map(\.number) == expected)
        for code in ConnectorCode.all {
            let known = code.known
            for sentence in [known?.meaning, known?.usualCause, known?.fix] {
                #expect(sentence?.hasSuffix(".") == true, "\(code)")
            }
        }
    }

    @Test("of the Web Connector are read with or without their prefix")
    func connectorCodeTexts() {
        #expect(ConnectorCode("QBWC1039") == ConnectorCode(1039))
        #expect(ConnectorCode(" qbwc 1039 ") == ConnectorCode(1039))
        #expect(ConnectorCode("1039")?.description == "QBWC1039")
        for text in ["", "QBWC", "39", "QBWC10390", "x1039"] { #expect(ConnectorCode(text) == nil) }
    }

    @Test("of the Web Connector are told before it finds them in the same words")
    func connectorSentences() throws {
        let known = try #require(ConnectorCode(1001).known)
        #expect(ConnectorCode(1001).sentence == "\(known.meaning) (QBWC1001.) \(known.fix)")
        #expect(ConnectorCode(1047).sentence == nil)
    }

    @Test("say that a wrong password is a wrong password (CB-5)")
    func password() {
        #expect(ConnectorCode(1040).known?.meaning.contains("password") == true)
    }
}

@Suite("The Web Connector's version")
struct ClientVersionTests {
    @Test("is compared part by part")
    func order() throws {
        let ascending = try [
            "2", "2.0.0.9", "2.1.0.30", "2.2.0.71", "2.3.0.36", "2.3.0.215", "2.10", "33.0.10015.91", "34.0",
        ]
        .map { try #require(ClientVersion($0)) }
        #expect(ascending == ascending.sorted())
        #expect(Set(ascending).count == ascending.count)
    }

    @Test("counts missing parts as zero")
    func zeros() {
        #expect(ClientVersion("2.1") == ClientVersion("2.1.0.0"))
        #expect(ClientVersion("2.1")?.hashValue == ClientVersion("2.1.0.0")?.hashValue)
        #expect(ClientVersion(" 2.1.0.30\n")?.description == "2.1.0.30")
    }

    @Test("is nothing else", arguments: ["", "2.", ".2", "2..1", "two", "2.x", "-1", "+1", "99999999999"])
    func garbage(_ text: String) {
        #expect(ClientVersion(text) == nil)
    }
}

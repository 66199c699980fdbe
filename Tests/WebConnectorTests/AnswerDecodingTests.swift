import Testing
import WebConnector
import XML

@Suite("An answer of another server")
struct AnswerDecodingTests {
    private func read(_ inside: String, to operation: Operation) throws(AnswerError) -> Answer {
        try Answer(
            decoding: Array(
                """
                <?xml version="1.0" encoding="utf-8" ?>
                <env:Envelope xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                    xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:n1="http://developer.intuit.com/">
                  <env:Body>
                    \(inside)
                  </env:Body>
                </env:Envelope>
                """.utf8), to: operation)
    }

    @Test("may have nil among its strings")
    func nilStrings() throws {
        let answer = try read(
            """
            <n1:authenticateResponse>
              <n1:authenticateResult xsi:type="n1:ArrayOfString">
                <n1:string xsi:type="xsd:string">t</n1:string>
                <n1:string xsi:type="xsd:string">NONE</n1:string>
                <n1:string xsi:nil="true" xsi:type="xsd:nil"></n1:string>
                <n1:string xsi:nil="true" xsi:type="xsd:nil"></n1:string>
              </n1:authenticateResult>
            </n1:authenticateResponse>
            """, to: .authenticate)
        #expect(answer == .authenticate(Authentication(ticket: "t", directive: .noWork)))
    }

    @Test(
        "may name its words in any case",
        arguments: [("None", Directive.noWork), ("NVU", .notValidUser), ("Busy", .busy)])
    func words(_ word: String, _ directive: Directive) throws {
        let answer = try read(
            "<n1:authenticateResponse><r><s>t</s><s>\(word)</s></r></n1:authenticateResponse>",
            to: .authenticate)
        #expect(answer == .authenticate(Authentication(ticket: "t", directive: directive)))
    }

    @Test("may leave out a text, but not what a client cannot do without")
    func missingResults() throws {
        #expect(try read("<n1:clientVersionResponse/>", to: .clientVersion) == .clientVersion(""))
        #expect(try read("<n1:getLastErrorResponse/>", to: .getLastError) == .getLastError(""))
        for operation in [Operation.authenticate, .sendRequestXML, .receiveResponseXML] {
            let name = operation.rawValue
            #expect(throws: AnswerError.noResult(operation)) {
                try read("<n1:\(name)Response/>", to: operation)
            }
            #expect(throws: AnswerError.noResult(operation)) {
                try read(
                    "<n1:\(name)Response><n1:\(name)Result xsi:nil=\"true\"/></n1:\(name)Response>",
                    to: operation)
            }
        }
    }

    @Test("may surround its number with white space, but must have one")
    func numbers() throws {
        func percent(_ text: String) throws -> Answer {
            try read(
                "<n1:receiveResponseXMLResponse><return>\(text)</return></n1:receiveResponseXMLResponse>",
                to: .receiveResponseXML)
        }
        #expect(try percent("\n -1 ") == .receiveResponseXML(-1))
        #expect(throws: AnswerError.notANumber("ten")) { try percent("ten") }
    }

    @Test("may be a fault")
    func faults() {
        let fault = Fault(code: .server, text: "The <store> is full.", reference: "7A2F")
        #expect(throws: AnswerError.fault(code: "soap:Server", text: "The <store> is full. (reference 7A2F)"))
        {
            try Answer(decoding: fault.encoded(), to: .serverVersion)
        }
    }

    @Test("may be no answer to the question at all")
    func others() {
        #expect(throws: AnswerError.notAnAnswer(to: .getLastError)) {
            try read("<n1:closeConnectionResponse/>", to: .getLastError)
        }
        #expect(throws: AnswerError.notAnEnvelope) {
            try Answer(decoding: Array("<html/>".utf8), to: .getLastError)
        }
        #expect(throws: AnswerError.xml(.empty)) { try Answer(decoding: [], to: .getLastError) }
    }

    @Test("cut off at any byte is refused", arguments: EnvelopeForm.allCases)
    func truncation(_ form: EnvelopeForm) {
        for answer in AnswerTests.examples {
            let bytes = answer.encoded(as: form)
            for length in 0..<bytes.count {
                #expect(throws: AnswerError.self) {
                    try Answer(decoding: Array(bytes[..<length]), to: answer.operation)
                }
            }
        }
    }
}

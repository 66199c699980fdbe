import Testing
import WebConnector
import XML

@Suite("An answer")
struct AnswerTests {
    static let examples: [Answer] = [
        .serverVersion("qbsyncd 0.1"), .clientVersion(""), .clientVersion("O:2.3.0.36"),
        .authenticate(
            Authentication(ticket: Transcript.ticket, directive: .work(companyFile: #"C:\a & b.qbw"#))),
        .authenticate(Authentication(ticket: Transcript.ticket, directive: .work(companyFile: ""))),
        .authenticate(Authentication(ticket: "", directive: .noWork, waitSeconds: 300)),
        .authenticate(Authentication(ticket: "", directive: .notValidUser)),
        .authenticate(Authentication(ticket: "", directive: .busy, minimumIntervalSeconds: 600)),
        .authenticate(
            Authentication(ticket: "t", directive: .noWork, waitSeconds: 1, minimumIntervalSeconds: 300)),
        .sendRequestXML(Array("<?xml version=\"1.0\"?>\n<QBXML a=\"1\">M&amp;N &#233; é</QBXML>\n".utf8)),
        .sendRequestXML([]), .receiveResponseXML(0), .receiveResponseXML(100), .receiveResponseXML(-101),
        .connectionError("done"), .connectionError(""), .getLastError("NoOp"),
        .getLastError("The file <A & B> is open; try \"later\"."), .closeConnection("OK"),
        .getInteractiveURL(""),
        .interactiveDone("Done"), .interactiveRejected(""),
    ]

    @Test("survives both forms", arguments: examples, EnvelopeForm.allCases)
    func roundTrip(_ answer: Answer, _ form: EnvelopeForm) throws {
        #expect(try Answer(decoding: answer.encoded(as: form), to: answer.operation) == answer)
    }

    @Test("of each of the eleven operations is among the examples")
    func complete() {
        #expect(Set(Self.examples.map(\.operation)) == Set(Operation.allCases))
    }

    @Test("always holds its result element, complete and never nil", arguments: examples)
    func complete(_ answer: Answer) throws {
        let name = answer.operation.rawValue
        let root = try Element(parsing: answer.encoded(as: .document))
        let response = try #require(root["Body"]?[name + "Response"])
        #expect(root.namespace == "http://schemas.xmlsoap.org/soap/envelope/")
        #expect(response.namespace == "http://developer.intuit.com/")
        let result = try #require(response[name + "Result"])
        #expect(result.namespace == "http://developer.intuit.com/")
        #expect(result.attribute("nil") == nil)
        #expect(response.elements.count == 1)
        let rpc = try #require(try Element(parsing: answer.encoded(as: .rpc))["Body"]?[name + "Response"])
        #expect(rpc.namespace == "http://developer.intuit.com/")
        #expect(rpc.attribute("encodingStyle") == "http://schemas.xmlsoap.org/soap/encoding/")
        #expect(rpc.elements.map(\.name) == ["return"])
        #expect(rpc["return"]?.attribute("type") != nil)
    }

    @Test("carries qbXML escaped as text, from its first byte to its last")
    func escaping() {
        let answer = Answer.sendRequestXML(Array("<?xml version=\"1.0\"?><QBXML>M&amp;N &#233;</QBXML>".utf8))
        #expect(
            String(decoding: answer.encoded(as: .document), as: UTF8.self)
                == Transcript.enveloped(
                    #"<sendRequestXMLResponse xmlns="http://developer.intuit.com/"><sendRequestXMLResult>"#
                        + #"&lt;?xml version="1.0"?&gt;&lt;QBXML&gt;M&amp;amp;N &amp;#233;&lt;/QBXML&gt;"#
                        + "</sendRequestXMLResult></sendRequestXMLResponse>"))
    }

    @Test("in rpc names its types")
    func types() {
        let percent = String(decoding: Answer.receiveResponseXML(7).encoded(as: .rpc), as: UTF8.self)
        #expect(percent.contains(#"<return xsi:type="xsd:int">7</return>"#))
        let login = Answer.authenticate(Authentication(ticket: "t", directive: .noWork)).encoded(as: .rpc)
        #expect(
            String(decoding: login, as: UTF8.self).contains(
                #"soapenc:arrayType="xsd:string[2]"><item xsi:type="xsd:string">t</item>"#))
    }

    @Test(
        "to authenticate has as many strings as it needs",
        arguments: [
            (nil, nil, ["t", "none"]), (300, nil, ["t", "none", "300"]),
            (nil, 600, ["t", "none", "", "600"]),
            (0, 600, ["t", "none", "0", "600"]),
        ] as [(Int?, Int?, [String])])
    func strings(wait: Int?, limit: Int?, expected: [String]) throws {
        let answer = Answer.authenticate(
            Authentication(
                ticket: "t", directive: .noWork, waitSeconds: wait, minimumIntervalSeconds: limit))
        let body = try #require(try Element(parsing: answer.encoded(as: .document))["Body"])
        let result = try #require(body["authenticateResponse"]?["authenticateResult"])
        #expect(result.elements.map(\.name) == expected.map { _ in "string" })
        #expect(result.elements.map(\.text) == expected)
    }

    @Test("survives a text with characters that XML does not have")
    func impossibleText() throws {
        let answer = Answer.getLastError("QuickBooks said \u{0}\u{1B}.")
        let read = try Answer(decoding: answer.encoded(as: .document), to: .getLastError)
        #expect(read == .getLastError("QuickBooks said ??."))
    }
}

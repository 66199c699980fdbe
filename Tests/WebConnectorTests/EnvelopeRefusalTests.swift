import Testing
import WebConnector
import XML

@Suite("A body is refused")
struct EnvelopeRefusalTests {
    private func refusal(_ body: String, bodyLimit: Int = 1 << 20) -> EnvelopeError? {
        do throws(EnvelopeError) {
            _ = try EnvelopeDecoder.envelope(of: Array(body.utf8), bodyLimit: bodyLimit)
            return nil
        } catch {
            return error
        }
    }

    @Test("when it is empty")
    func empty() {
        #expect(refusal("") == .xml(.empty))
    }

    @Test("when it is XML of another kind")
    func otherXML() {
        #expect(refusal("<QBXML><Body/></QBXML>") == .notAnEnvelope)
    }

    @Test("when it names no operation")
    func noOperation() {
        #expect(refusal(Transcript.enveloped("")) == .noOperation)
        #expect(refusal("<Envelope/>") == .noOperation)
        #expect(refusal("<Envelope><Header><getLastError/></Header></Envelope>") == .noOperation)
    }

    @Test("when it names an operation that does not exist, in any case of letters")
    func unknownOperation() {
        let intuit = #"xmlns="http://developer.intuit.com/""#
        for name in ["deleteEverything", "authenticate2", "Authenticate"] {
            #expect(refusal(Transcript.enveloped("<\(name) \(intuit)/>")) == .unknownOperation(name))
        }
    }

    @Test("when the operation is in another namespace, or in none")
    func namespaces() {
        #expect(refusal(Transcript.enveloped("<authenticate/>")) == .wrongNamespace(""))
        #expect(
            refusal(Transcript.enveloped(#"<authenticate xmlns="urn:x"/>"#)) == .wrongNamespace("urn:x"))
    }

    @Test("when a parameter is given twice")
    func duplicates() {
        let body = Transcript.calling("getLastError", "<ticket>a</ticket><ticket>b</ticket>")
        #expect(refusal(body) == .duplicateParameter("ticket"))
    }

    @Test("when the qbXML within is not escaped")
    func markup() {
        let body = Transcript.calling("receiveResponseXML", "<response><QBXML/></response>")
        #expect(refusal(body) == .markupInParameter("response"))
    }

    @Test("when it has more bytes than the limit, and only then")
    func limit() {
        let body = Transcript.document[0].body
        #expect(refusal(body, bodyLimit: body.utf8.count) == nil)
        let limit = body.utf8.count - 1
        #expect(refusal(body, bodyLimit: limit) == .bodyTooLarge(limit: limit))
    }

    @Test("when it has more bytes than the limit, before all of them have come")
    func limitEarly() throws {
        var decoder = EnvelopeDecoder(bodyLimit: 100)
        try decoder.push([UInt8](repeating: UInt8(ascii: " "), count: 100))
        #expect(throws: EnvelopeError.bodyTooLarge(limit: 100)) { try decoder.push([0x20]) }
        #expect(throws: EnvelopeError.bodyTooLarge(limit: 100)) { try decoder.finish() }
    }

    @Test("when it declares entities: a billion laughs, a file, a network address")
    func entities() {
        for declaration in [
            "<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">",
            "<!ENTITY b SYSTEM \"file:///etc/passwd\">", "<!ENTITY b SYSTEM \"http://127.0.0.1:9/\">",
        ] {
            let call = Transcript.document[2].body.replacing("?>", with: "?><!DOCTYPE x [\(declaration)]>")
            #expect(refusal(call) == .xml(.doctype(line: 1)))
        }
        let undeclared = Transcript.calling("getLastError", "<ticket>&b;</ticket>")
        #expect(refusal(undeclared) == .xml(.entity(line: 1)))
    }

    @Test("when it is nested without end")
    func nesting() {
        let body = Transcript.calling("authenticate", String(repeating: "<x>", count: 1000))
        #expect(refusal(body) == .xml(.tooDeep(limit: 64, line: 1)))
    }

    @Test("when an element has attributes without end")
    func attributes() {
        let wide = (0..<1000).map { " a\($0)=\"\"" }.joined()
        let body = Transcript.enveloped(#"<authenticate xmlns="http://developer.intuit.com/"\#(wide)/>"#)
        #expect(refusal(body) == .xml(.tooManyAttributes(limit: 128, line: 1)))
    }

    @Test("with a sentence that says why")
    func sentences() {
        let errors: [EnvelopeError] = [
            .xml(.doctype(line: 1)), .notAnEnvelope, .noOperation, .unknownOperation("x"),
            .wrongNamespace("urn:x"),
            .bodyTooLarge(limit: 7), .duplicateParameter("ticket"), .markupInParameter("response"),
            .parameterTooLong("message", limit: 7),
        ]
        let sentences = errors.map(\.sentence)
        #expect(Set(sentences).count == errors.count)
        #expect(sentences.allSatisfy { $0.hasSuffix(".") })
        let long = EnvelopeError.unknownOperation(String(repeating: "x", count: 5000)).sentence
        #expect(long.count < 200, "a name from outside must not fill the journal")
    }
}

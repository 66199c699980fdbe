import Testing
import WebConnector

@Suite("An envelope")
struct EnvelopeDecodingTests {
    @Test("is read as the call it is, in its form", arguments: Transcript.all)
    func decoding(_ transcript: Transcript) throws {
        let envelope = try EnvelopeDecoder.envelope(of: transcript.bytes)
        #expect(envelope == Envelope(form: transcript.form, call: transcript.call))
    }

    @Test("is read the same however it is divided", arguments: Transcript.all)
    func division(_ transcript: Transcript) throws {
        for step in [1, 2, 3, 7, 64] {
            #expect(try envelope(transcript.bytes, step: step).call == transcript.call)
        }
    }

    @Test("cut off at any byte is refused", arguments: Transcript.all)
    func truncation(_ transcript: Transcript) {
        let whole = transcript.body.trimmingEnd
        for length in 0..<whole.utf8.count {
            #expect(throws: EnvelopeError.self, "cut off at \(length)") {
                try EnvelopeDecoder.envelope(of: Array(whole.utf8.prefix(length)))
            }
        }
    }

    @Test("binds parameters by name in any order", arguments: [EnvelopeForm.document, .rpc])
    func order(_ form: EnvelopeForm) throws {
        let parameters = [
            ("message", "m"), ("hresult", "0x1"), ("response", "r"), ("ticket", "t"), ("unheardOf", "u"),
        ]
        let expected = Call.receiveResponseXML(
            ReceiveResponse(ticket: "t", response: Array("r".utf8), hresult: "0x1", message: "m"))
        for shift in 0..<parameters.count {
            let turned = parameters[shift...] + parameters[..<shift]
            let inside = turned.map { "<\($0)>\($1)</\($0)>" }.joined()
            let rpc = "q:receiveResponseXML"
            let body =
                form == .document
                ? Transcript.calling("receiveResponseXML", inside)
                : Transcript.envelopedRPC(
                    "<\(rpc) xmlns:q=\"http://developer.intuit.com/\">\(inside)</\(rpc)>")
            let envelope = try EnvelopeDecoder.envelope(of: Array(body.utf8))
            #expect(envelope == Envelope(form: form, call: expected))
        }
    }

    @Test("without parameters has empty ones", arguments: Operation.allCases)
    func missing(_ operation: Operation) throws {
        let body = Transcript.calling(operation.rawValue, "")
        let call = try EnvelopeDecoder.envelope(of: Array(body.utf8)).call
        #expect(call.operation == operation)
        #expect(call.ticket ?? "" == "")
        if case .sendRequestXML(let request) = call { #expect(request == SendRequest(ticket: "")) }
        if case .receiveResponseXML(let received) = call { #expect(received == ReceiveResponse(ticket: "")) }
    }

    @Test(
        "with a version that is no number counts as version 0",
        arguments: ["", "x", "16.0", "99999999999999999999"])
    func garbledVersion(_ text: String) throws {
        let body = Transcript.calling(
            "sendRequestXML",
            "<qbXMLMajorVers>\(text)</qbXMLMajorVers><qbXMLMinorVers> 1 </qbXMLMinorVers>")
        guard case .sendRequestXML(let request) = try EnvelopeDecoder.envelope(of: Array(body.utf8)).call
        else {
            Issue.record("another call")
            return
        }
        #expect(request.majorVersion == 0)
        #expect(request.minorVersion == 1)
    }

    @Test("may repeat the operation's neighbours of other toolkits after it")
    func trailing() throws {
        let body = Transcript.envelopedRPC(
            #"<q:getLastError xmlns:q="http://developer.intuit.com/"><ticket>t</ticket></q:getLastError>"#
                + #"<multiRef id="1"><ticket>other</ticket></multiRef>"#)
        #expect(try EnvelopeDecoder.envelope(of: Array(body.utf8)).call == .getLastError(ticket: "t"))
    }

    @Test("may hold an answer of more than ten million characters")
    func longAnswer() throws {
        var document = Array("<QBXML>".utf8)
        document.append(contentsOf: repeatElement(UInt8(ascii: "x"), count: 11_000_000))
        document.append(contentsOf: "</QBXML>".utf8)
        let call = Call.receiveResponseXML(ReceiveResponse(ticket: "t", response: document))
        let body = call.encoded(as: .document)
        var decoder = EnvelopeDecoder(bodyLimit: 256 << 20)
        try body.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(100_000)
                rest = rest.dropFirst(piece.count)
                try decoder.push(UnsafeRawBufferPointer(rebasing: piece))
            }
        }
        #expect(try decoder.finish().call == call)
    }

    @Test("changed at random is read or refused, but never traps", arguments: 0..<20)
    func mutations(round: Int) {
        var dice = Dice(seed: UInt64(round))
        let bodies = Transcript.all.map(\.bytes)
        var refusals = 0
        for _ in 0..<100 {
            let body = dice.mutated(bodies[dice.below(bodies.count)])
            do { _ = try envelope(body, step: 1 + dice.below(body.count)) } catch { refusals += 1 }
        }
        #expect(refusals > 0)
    }
}

/// Decodes a body that arrives in pieces of `step` bytes.
func envelope(_ body: [UInt8], step: Int, bodyLimit: Int = 1 << 20) throws -> Envelope {
    var decoder = EnvelopeDecoder(bodyLimit: bodyLimit, expectedBytes: body.count)
    try body.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(step)
            rest = rest.dropFirst(piece.count)
            try decoder.push(UnsafeRawBufferPointer(rebasing: piece))
        }
    }
    return try decoder.finish()
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

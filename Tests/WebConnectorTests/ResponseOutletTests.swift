import Testing
import WebConnector

@Suite("A response that is handed out as it comes")
struct ResponseOutletTests {
    /// What came out, and the envelope without it.
    private struct Taken {
        var envelope: Envelope?
        var response: [UInt8] = []
        var isOverLimit = false
        var bytes = 0
        var soFar: ReceiveResponse?
        var refusal: EnvelopeError?
    }

    private final class Heap {
        var bytes: [UInt8] = []
    }

    /// Reads a body in pieces, each of a length that `step` gives.
    private func read(
        _ body: [UInt8], limit: Int = 1 << 20, ceiling: Int = 4 << 20, step: () -> Int
    ) -> Taken {
        let heap = Heap()
        var decoder = EnvelopeDecoder(bodyLimit: limit, ceiling: ceiling) { heap.bytes += $0 }
        var taken = Taken()
        do throws(EnvelopeError) {
            var rest = body[...]
            while !rest.isEmpty {
                let piece = rest.prefix(step())
                rest = rest.dropFirst(piece.count)
                try decoder.push(Array(piece))
            }
            taken.envelope = try decoder.finish()
        } catch {
            taken.refusal = error
        }
        taken.response = heap.bytes
        taken.isOverLimit = decoder.isOverLimit
        taken.bytes = decoder.bytes
        taken.soFar = decoder.received
        return taken
    }

    /// The call as one reads it that holds the response itself.
    private func whole(_ taken: Taken) throws -> Envelope {
        var envelope = try #require(taken.envelope)
        guard case .receiveResponseXML(var received) = envelope.call else { return envelope }
        #expect(received.response.isEmpty)
        #expect(received.responseBytes == taken.response.count)
        received = ReceiveResponse(
            ticket: received.ticket, response: taken.response, hresult: received.hresult,
            message: received.message)
        envelope.call = .receiveResponseXML(received)
        return envelope
    }

    @Test("is the same as one that is kept, however the body is divided", arguments: Transcript.all)
    func division(_ transcript: Transcript) throws {
        var dice = Dice(seed: 11)
        for round in 0..<20 {
            let taken = read(transcript.bytes) { round < 3 ? round + 1 : 1 + dice.below(300) }
            #expect(try whole(taken) == Envelope(form: transcript.form, call: transcript.call))
        }
    }

    @Test("may come before the ticket, and after everything else")
    func order() throws {
        let parameters = [
            ("ticket", "t"), ("response", "&lt;QBXML/&gt;"), ("hresult", ""), ("message", "m"),
        ]
        for shift in 0..<parameters.count {
            let turned = parameters[shift...] + parameters[..<shift]
            let inside = turned.map { "<\($0)>\($1)</\($0)>" }.joined()
            let body = Array(Transcript.calling("receiveResponseXML", inside).utf8)
            let received = ReceiveResponse(ticket: "t", response: Array("<QBXML/>".utf8), message: "m")
            #expect(try whole(read(body) { 7 }).call == .receiveResponseXML(received))
        }
    }

    @Test("cut off at any byte is refused, and what came of it is a beginning", arguments: Transcript.all)
    func truncation(_ transcript: Transcript) throws {
        let end = transcript.bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
        let complete = read(transcript.bytes) { 64 }.response
        for length in 0..<end {
            let taken = read(Array(transcript.bytes[..<length])) { 5 }
            #expect(taken.refusal != nil, "cut off at \(length)")
            #expect(complete.starts(with: taken.response))
        }
    }

    @Test("beyond the limit of the body is counted and dropped, and the call is known all the same")
    func overLimit() throws {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: 50_000)
        let call = Call.receiveResponseXML(
            ReceiveResponse(ticket: "t", response: text, hresult: "0x80040400", message: "late"))
        for form in EnvelopeForm.allCases {
            let body = call.encoded(as: form)
            let taken = read(body, limit: 20_000, ceiling: 80_000) { 1000 }
            #expect(taken.isOverLimit)
            #expect(taken.bytes == body.count)
            #expect(taken.response.count < 20_000)
            #expect(taken.envelope?.form == form)
            guard case .receiveResponseXML(let received)? = taken.envelope?.call else {
                Issue.record("another call")
                return
            }
            #expect(received.ticket == "t")
            #expect(received.hresult == "0x80040400")
            #expect(received.message == "late")
            #expect(received.responseBytes == text.count)
        }
    }

    @Test("beyond the ceiling is refused, with the ticket if that has come")
    func overCeiling() {
        let text = String(repeating: "x", count: 50_000)
        let ticketFirst = Transcript.calling(
            "receiveResponseXML", "<ticket>t</ticket><response>\(text)</response>")
        let taken = read(Array(ticketFirst.utf8), limit: 10_000, ceiling: 40_000) { 1000 }
        #expect(taken.refusal == .bodyTooLarge(limit: 40_000))
        #expect(taken.soFar?.ticket == "t")
        let ticketLast = Transcript.calling(
            "receiveResponseXML", "<response>\(text)</response><ticket>t</ticket>")
        let other = read(Array(ticketLast.utf8), limit: 10_000, ceiling: 40_000) { 1000 }
        #expect(other.refusal == .bodyTooLarge(limit: 40_000))
        #expect(other.soFar?.ticket == "")
    }

    @Test("is the only thing that may go beyond the limit")
    func otherCalls() {
        let long = String(repeating: "x", count: 30_000)
        let other = Transcript.calling("getLastError", "<ticket>\(long)</ticket>")
        #expect(
            read(Array(other.utf8), limit: 20_000) { 1000 }.refusal == .bodyTooLarge(limit: 20_000))
        let blank = String(repeating: " ", count: 30_000)
        #expect(read(Array(blank.utf8), limit: 20_000) { 1000 }.refusal == .bodyTooLarge(limit: 20_000))
    }

    @Test("leaves no other parameter room to grow")
    func otherParameters() {
        let long = String(repeating: "x", count: 5 << 20)
        for name in ["message", "hresult", "ticket"] {
            let body = Transcript.calling("receiveResponseXML", "<\(name)>\(long)</\(name)>")
            let taken = read(Array(body.utf8), limit: 16 << 20, ceiling: 64 << 20) { 100_000 }
            #expect(taken.refusal == .parameterTooLong(name, limit: 4 << 20))
        }
    }
}

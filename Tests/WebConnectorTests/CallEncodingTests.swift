import Testing
import WebConnector

@Suite("A call")
struct CallEncodingTests {
    @Test(
        "is written exactly as the Web Connector writes it", arguments: Transcript.document + Transcript.rpc)
    func bytes(_ transcript: Transcript) {
        #expect(
            String(decoding: transcript.call.encoded(as: transcript.form), as: UTF8.self) == transcript.body)
    }

    @Test("survives both forms", arguments: Transcript.all, EnvelopeForm.allCases)
    func roundTrip(_ transcript: Transcript, _ form: EnvelopeForm) throws {
        let envelope = try EnvelopeDecoder.envelope(of: transcript.call.encoded(as: form))
        #expect(envelope == Envelope(form: form, call: transcript.call))
    }

    @Test("of each of the eleven operations is among the transcripts")
    func complete() {
        #expect(Set(Transcript.document.map(\.call.operation)) == Set(Operation.allCases))
        #expect(Operation.allCases.count == 11)
    }

    @Test("has a ticket, except for the three that come before there is one")
    func tickets() {
        let without = Transcript.document.filter { $0.call.ticket == nil }.map(\.call.operation)
        #expect(without == [.serverVersion, .clientVersion, .authenticate])
        let with = Transcript.document.filter { ![nil, ""].contains($0.call.ticket) }
        #expect(with.allSatisfy { $0.call.ticket == Transcript.ticket })
        #expect(with.count == 9)
    }
}

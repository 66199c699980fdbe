internal import XML

/// Reads a call from the body of a request, piece by piece as it arrives.
///
/// Nothing of the envelope is kept but the values of its parameters, and the two that may be long (an answer
/// of QuickBooks, the opening queries) are gathered as bytes and never become a `String`.
package struct EnvelopeDecoder {
    private let bodyLimit: Int
    private let reader: Reader
    private let scanner: EnvelopeScanner

    /// `bodyLimit` in bytes. `expectedBytes` is what the head of the request promised, if it did.
    package init(bodyLimit: Int, expectedBytes: Int = 0) {
        self.bodyLimit = bodyLimit
        scanner = EnvelopeScanner(expectedBytes: min(expectedBytes, bodyLimit))
        reader = Reader(scanner, ceilings: Ceilings(bytes: bodyLimit))
    }

    package mutating func push(_ bytes: UnsafeRawBufferPointer) throws(EnvelopeError) {
        do { try reader.push(bytes) } catch { throw explained(error) }
    }

    package mutating func push(_ bytes: [UInt8]) throws(EnvelopeError) {
        do { try reader.push(bytes) } catch { throw explained(error) }
    }

    /// Says that the body is complete.
    package mutating func finish() throws(EnvelopeError) -> Envelope {
        do { try reader.finish() } catch { throw explained(error) }
        return try scanner.envelope()
    }

    /// A whole body at once.
    package static func envelope(
        of body: [UInt8], bodyLimit: Int = Ceilings.standard.bytes
    ) throws(EnvelopeError) -> Envelope {
        var decoder = EnvelopeDecoder(bodyLimit: bodyLimit, expectedBytes: body.count)
        try decoder.push(body)
        return try decoder.finish()
    }

    private func explained(_ error: any Error) -> EnvelopeError {
        switch error {
        case let error as EnvelopeError: error
        case XMLError.tooLarge: .bodyTooLarge(limit: bodyLimit)
        case let error as XMLError: .xml(error)
        default: .notAnEnvelope
        }
    }
}

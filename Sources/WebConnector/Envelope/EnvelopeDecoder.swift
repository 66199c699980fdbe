internal import XML

/// Takes the text of a `<response>`, unescaped, piece by piece; the bytes are valid only during the call.
package typealias ResponseOutlet = (UnsafeBufferPointer<UInt8>) -> Void

/// Reads a call from the body of a request, piece by piece as it arrives.
///
/// Nothing of the envelope is kept but the values of its parameters. The one that may be of any size, an
/// answer of QuickBooks, is gathered as bytes and never becomes a `String`, or goes to an outlet as it comes:
///
///     body  ──>  tags, ticket, hresult, message: kept, small
///           ──>  <response>: the outlet, as long as the body is within its limit
///                            counted only, beyond it: the ticket may still come, and the call be decided
///           ──>  beyond the ceiling: refused
package struct EnvelopeDecoder {
    private let bodyLimit: Int
    private let ceiling: Int
    private let reader: Reader
    private let scanner: EnvelopeScanner
    private let hasOutlet: Bool
    /// Bytes of the body that have come.
    package private(set) var bytes = 0

    /// `bodyLimit` in bytes. `expectedBytes` is what the head of the request promised, if it did.
    package init(bodyLimit: Int, expectedBytes: Int = 0) {
        self.bodyLimit = bodyLimit
        ceiling = bodyLimit
        hasOutlet = false
        scanner = EnvelopeScanner(expectedBytes: min(expectedBytes, bodyLimit))
        reader = Reader(scanner, ceilings: Ceilings(bytes: bodyLimit))
    }

    /// - Parameters:
    ///   - bodyLimit: bytes of a body that are taken whole.
    ///   - ceiling: bytes up to which an answer of QuickBooks that is larger is read to its end all the same,
    ///     so that it is known whose it was.
    ///   - outlet: takes the response of `receiveResponseXML`, which the call then does not hold.
    package init(bodyLimit: Int, ceiling: Int, outlet: @escaping ResponseOutlet) {
        self.bodyLimit = bodyLimit
        self.ceiling = ceiling
        hasOutlet = true
        scanner = EnvelopeScanner(expectedBytes: 0, outlet: outlet)
        reader = Reader(scanner, ceilings: Ceilings(bytes: ceiling))
    }

    /// Whether more has come than the limit allows; then the response is not whole.
    package var isOverLimit: Bool { bytes > bodyLimit }

    /// As far as it can be told yet.
    package var form: EnvelopeForm { scanner.form }

    /// What has come so far of a `receiveResponseXML`; nil for another call, or none yet. The ticket is empty
    /// until it has come.
    package var received: ReceiveResponse? {
        scanner.operation == .receiveResponseXML ? scanner.received : nil
    }

    package mutating func push(_ bytes: UnsafeRawBufferPointer) throws(EnvelopeError) {
        self.bytes += bytes.count
        scanner.isDiscarding = isOverLimit
        do { try reader.push(bytes) } catch { throw explained(error) }
        if hasOutlet, isOverLimit, scanner.operation != .receiveResponseXML {
            throw .bodyTooLarge(limit: bodyLimit)
        }
    }

    package mutating func push(_ bytes: [UInt8]) throws(EnvelopeError) {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(EnvelopeError) in try push(bytes) }
        }
        try result.get()
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
        case XMLError.tooLarge: .bodyTooLarge(limit: ceiling)
        case let error as XMLError: .xml(error)
        default: .notAnEnvelope
        }
    }
}

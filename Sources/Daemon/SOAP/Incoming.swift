import Hummingbird
import NIOCore
import Store
import WebConnector

/// A call as it came over the wire.
struct Incoming: Sendable {
    /// The answer of QuickBooks that came with it.
    enum Answer: Sendable {
        /// All of it; no bytes for a call that brings none.
        case whole(AnswerText)
        /// The body went beyond its limit, so the answer was read to its end and thrown away.
        case tooLarge(bytes: Int)
        /// A big one that nobody waits for.
        case unawaited
        /// It was read to its end, but the disk did not take it.
        case unkept(StoreError)

        var bytes: Int {
            switch self {
            case .whole(let text): text.bytes
            case .tooLarge(let bytes): bytes
            case .unawaited, .unkept: 0
            }
        }

        var isOnDisk: Bool {
            if case .whole(let text) = self { text.isOnDisk } else { false }
        }

        /// Its records are stored, so the raw text may go.
        func drop() {
            if case .whole(let text) = self { text.keep(false) }
        }
    }

    var form: EnvelopeForm
    var call: Call
    var answer: Answer
}

extension Endpoint {
    /// So many times the body's limit are read of an answer that goes beyond it, to learn whose it was: then
    /// the call can be decided, in place of a fault that would come again with every sync.
    static let ceilingFactor = 4

    /// Reads the body as it arrives.
    func read(_ request: Request) async throws -> Incoming {
        let limit = settings().bodyLimit
        let spool = database.answerSpool()
        var decoder = EnvelopeDecoder(bodyLimit: limit, ceiling: limit * Self.ceilingFactor) {
            spool.take($0)
        }
        var isAwaited: Bool?
        do {
            for try await chunk in request.body {
                try chunk.withUnsafeReadableBytes { bytes in try decoder.push(bytes) }
                if decoder.isOverLimit { spool.discard() }
                // Whoever has no ticket shall not fill the disk.
                if isAwaited == nil, spool.isOnDisk, let ticket = decoder.received?.ticket, !ticket.isEmpty {
                    isAwaited = try await database.read { try $0.awaitedExchange(ticket: ticket) != nil }
                    if isAwaited == false { spool.discard() }
                }
            }
            let envelope = try decoder.finish()
            return Incoming(
                form: envelope.form, call: envelope.call,
                answer: try Self.answer(spool, decoder, isAwaited: isAwaited ?? true))
        } catch EnvelopeError.bodyTooLarge where decoder.isOverLimit {
            // Beyond the ceiling the ticket decides, if it has come.
            guard let received = decoder.received, !received.ticket.isEmpty else {
                throw EnvelopeError.bodyTooLarge(limit: limit)
            }
            return Incoming(
                form: decoder.form, call: .receiveResponseXML(received),
                answer: .tooLarge(bytes: decoder.bytes))
        }
    }

    private static func answer(
        _ spool: AnswerSpool, _ decoder: EnvelopeDecoder, isAwaited: Bool
    ) throws -> Incoming.Answer {
        if decoder.isOverLimit { return .tooLarge(bytes: decoder.bytes) }
        guard isAwaited else { return .unawaited }
        do { return .whole(try spool.finish()) } catch let error as StoreError { return .unkept(error) }
    }
}

package import XML

/// Reads an answer of any length as it comes in, and hands out each record as it ends.
///
/// It keeps one element of an answer at a time and what it learned about names, so its memory is bounded by
/// the largest record and not by the document. `Response(decoding:)` reads with it and keeps everything.
package final class ResponseReader {
    package enum Event: Sendable {
        /// An answer with what its attributes say, and no records yet.
        case began(RequestAnswer)
        case record(Record)
        case fault(RecordFault)
        /// The end of the answer, with what stood in it beside records; see `RequestAnswer`.
        case ended(rest: [UInt8]?, ErrorRecovery?)
    }

    private let decoder: ResponseDecoder
    private let reader: Reader
    private var hasBegun = false

    /// - Parameter encoding: `.utf8` for a document that came as text within SOAP, whatever encoding it
    ///   declares; `.declared` for a file.
    /// - Parameter take: is called during `push`, with each event in the order of the document.
    package init(
        encoding: Reader.Encoding = .utf8, ceilings: Ceilings = .standard,
        _ take: @escaping (Event) -> Void
    ) {
        decoder = ResponseDecoder(take)
        reader = Reader(decoder, ceilings: ceilings, encoding: encoding)
    }

    /// For a document that came within SOAP, and whose length is known and was judged already: the reader has
    /// no limit below it.
    package convenience init(length: Int, _ take: @escaping (Event) -> Void) {
        self.init(ceilings: Ceilings(bytes: max(length, Ceilings.standard.bytes)), take)
    }

    /// Takes the next bytes, any number of them.
    package func push(_ bytes: UnsafeRawBufferPointer) throws(ResponseError) {
        var bytes = bytes
        if !hasBegun {
            // SOAP toolkits indent; an XML declaration must stand at the first byte.
            bytes = UnsafeRawBufferPointer(rebasing: bytes.drop { $0 <= Byte.space })
            hasBegun = !bytes.isEmpty
        }
        try rethrowing { try reader.push(bytes) }
    }

    package func push(_ bytes: [UInt8]) throws(ResponseError) {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(ResponseError) in try push(bytes) }
        }.get()
    }

    /// Says that there is nothing more, and throws if the document is not whole.
    ///
    /// - Returns: what the document says of itself, and what was noted; without answers.
    package func finish() throws(ResponseError) -> Response {
        try rethrowing { try reader.finish() }
        var response = decoder.heading
        response.notes = decoder.notes
        return response
    }

    /// Bytes that decoding holds beside what libxml2 does.
    var capacity: Int { decoder.capacity }

    private func rethrowing(_ work: () throws -> Void) throws(ResponseError) {
        do {
            try work()
        } catch let error as ResponseError {
            throw error
        } catch let error as XMLError {
            throw .xml(error)
        } catch {
            // Reader and decoder throw nothing else; should they, it is told as what it looks like.
            throw .xml(.malformed(line: 0, reason: "\(error)"))
        }
    }
}

extension Response {
    /// Decodes the document that `receiveResponseXML` brought.
    ///
    /// Records come with their JSON; what is wrong with a single one becomes a `RecordFault` in its answer,
    /// and what is wrong with the document is thrown.
    ///
    /// - Parameter encoding: as in `ResponseReader`.
    package init(
        decoding bytes: UnsafeRawBufferPointer, encoding: Reader.Encoding = .utf8,
        ceilings: Ceilings = .standard
    ) throws(ResponseError) {
        var answers: [RequestAnswer] = []
        let reader = ResponseReader(encoding: encoding, ceilings: ceilings) { event in
            let index = answers.count - 1
            switch event {
            case .began(let answer): answers.append(answer)
            case .record(let record): answers[index].records.append(record)
            case .fault(let fault): answers[index].faults.append(fault)
            case .ended(let rest, let recovery):
                answers[index].rest = rest
                answers[index].errorRecovery = recovery
            }
        }
        try reader.push(bytes)
        self = try reader.finish()
        self.answers = answers
    }

    package init(
        decoding bytes: [UInt8], encoding: Reader.Encoding = .utf8, ceilings: Ceilings = .standard
    ) throws(ResponseError) {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(ResponseError) in
                try Response(decoding: bytes, encoding: encoding, ceilings: ceilings)
            }
        }
        self = try result.get()
    }
}

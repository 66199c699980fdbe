package import QBXML

/// Takes the records of a big answer as they are decoded, for the transaction that stores them.
///
/// Not safe to share between threads at the same time; what `spool` and `finish` give is.
package final class RecordSpoolWriter {
    /// What was put already, and then what comes: whoever visits it waits for the writer.
    package let spool: RecordSpool
    private let file: SpoolFile
    private let progress = SpoolProgress()
    private var frames = FrameWriter()
    /// What the frames hold.
    private var records: [RecordEvent] = []
    private var written = 0
    private var failure: (any Error)?

    init(file: SpoolFile) {
        self.file = file
        spool = RecordSpool(file: file, progress: progress)
    }

    /// Nobody waits for what will not come any more: the answer could not be read to its end.
    deinit { progress.end(.failure(TakenInVain())) }

    /// An answer begins; what follows is its own.
    package func begin() {
        if failure == nil { empty() }
        progress.begin(at: written)
    }

    package func put(_ record: Record) {
        guard failure == nil else { return }
        frames.put(record)
        take(.record(record))
    }

    package func put(_ fault: RecordFault) {
        guard failure == nil else { return }
        frames.put(fault)
        take(.fault(fault))
    }

    /// - Throws: what the disk said against any of it.
    package func finish() throws -> RecordSpool {
        if failure == nil { empty() }
        if let failure {
            progress.end(.failure(failure))
            throw failure
        }
        progress.end(.success(()))
        return spool
    }

    private func take(_ event: RecordEvent) {
        records.append(event)
        if frames.bytes.count >= SpoolFile.pieceSize { empty() }
    }

    private func empty() {
        do { try frames.bytes.withUnsafeBytes { try file.append($0) } } catch { failure = error }
        written += frames.bytes.count
        frames.removeAll()
        if failure == nil, !records.isEmpty { progress.wrote(records, upTo: written) }
        records = []
    }
}

/// The records of a big answer, in a file without a name. It holds a piece of it in memory at a time.
package struct RecordSpool: RecordSource {
    private let file: SpoolFile
    private let progress: SpoolProgress

    init(file: SpoolFile, progress: SpoolProgress) {
        self.file = file
        self.progress = progress
    }

    /// May be called while the writer is at work: it waits for what comes, on the calling thread.
    package func visit(answer: Int, _ body: (RecordEvent) throws -> Void) throws {
        guard var place = try progress.start(of: answer) else { return }
        progress.come()
        defer { progress.leave() }
        var buffer: [UInt8] = []
        while let next = try progress.next(of: answer, at: place) {
            switch next {
            case .records(let records, let end):
                for record in records { try body(record) }
                place = end
            case .frames(let end):
                try visit(from: &place, to: end, &buffer, body)
            }
        }
    }

    private func visit(
        from place: inout Int, to end: Int, _ buffer: inout [UInt8], _ body: (RecordEvent) throws -> Void
    ) throws {
        if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: SpoolFile.pieceSize) }
        let wanted = min(buffer.count, end - place)
        let (taken, needed) = try buffer.withUnsafeMutableBytes { buffer in
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
            try fill(piece, from: place)
            return try visit(UnsafeRawBufferPointer(piece), body)
        }
        place += taken
        // Not even one frame was whole: the buffer grows to the largest record, and stays so.
        if taken == 0 {
            guard needed > wanted, place + needed <= end else { throw Frame.damaged }
            buffer = [UInt8](repeating: 0, count: needed)
        }
    }

    /// - Returns: how many bytes whole frames took up, and how many the next one needs.
    private func visit(
        _ bytes: UnsafeRawBufferPointer, _ body: (RecordEvent) throws -> Void
    ) throws -> (taken: Int, needed: Int) {
        var offset = 0
        while bytes.count - offset >= Frame.lengthSize {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
            let needed = Frame.lengthSize + Frame.length(rest)
            guard needed > Frame.lengthSize else { throw Frame.damaged }
            guard needed <= rest.count else { return (offset, needed) }
            var frame = Frame(UnsafeRawBufferPointer(rebasing: rest[Frame.lengthSize..<needed]))
            try body(frame.event())
            offset += needed
        }
        return (offset, Frame.lengthSize)
    }

    private func fill(_ piece: UnsafeMutableRawBufferPointer, from place: Int) throws {
        var filled = 0
        while filled < piece.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: piece[filled...])
            let count = try file.read(into: rest, at: place + filled)
            guard count > 0 else { throw Frame.damaged }
            filled += count
        }
    }
}

package import QBXML

/// Takes the records of a big answer as they are decoded, for the transaction that will store them.
///
/// Not safe to share between threads at the same time; what `finish` gives is.
package final class RecordSpoolWriter {
    private let file: SpoolFile
    private var frames = FrameWriter()
    private var written = 0
    /// Where the frames of each answer begin.
    private var starts: [Int] = []
    private var failure: (any Error)?

    init(file: SpoolFile) { self.file = file }

    /// An answer begins; what follows is its own.
    package func begin() { starts.append(written + frames.bytes.count) }

    package func put(_ record: Record) {
        frames.put(record)
        emptyIfFull()
    }

    package func put(_ fault: RecordFault) {
        frames.put(fault)
        emptyIfFull()
    }

    /// - Throws: what the disk said against any of it.
    package func finish() throws -> RecordSpool {
        if failure == nil { empty() }
        if let failure { throw failure }
        let ends = starts.dropFirst() + [written]
        return RecordSpool(file: file, answers: zip(starts, ends).map { $0..<$1 })
    }

    private func emptyIfFull() {
        if failure == nil, frames.bytes.count >= SpoolFile.pieceSize { empty() }
    }

    private func empty() {
        do { try frames.bytes.withUnsafeBytes { try file.append($0) } } catch { failure = error }
        written += frames.bytes.count
        frames.removeAll()
    }
}

/// The records of a big answer, in a file without a name. It holds one of them in memory at a time.
package struct RecordSpool: RecordSource {
    private let file: SpoolFile
    /// Where in the file the frames of each answer lie.
    private let answers: [Range<Int>]

    init(file: SpoolFile, answers: [Range<Int>]) {
        self.file = file
        self.answers = answers
    }

    package func visit(answer: Int, _ body: (RecordEvent) throws -> Void) throws {
        guard answers.indices.contains(answer) else { return }
        var place = answers[answer].lowerBound
        let end = answers[answer].upperBound
        var buffer = [UInt8](repeating: 0, count: SpoolFile.pieceSize)
        while place < end {
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

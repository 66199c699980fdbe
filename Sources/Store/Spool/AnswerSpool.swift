/// Takes an answer of QuickBooks as it comes: in memory while it is small, in a file of the spool from then
/// on.
///
/// Not safe to share between threads at the same time; what `finish` gives is.
package final class AnswerSpool {
    /// Answers up to this many bytes never see the spool; most have some tens of kilobytes.
    package static let memoryLimit = 1 << 20

    private let folder: SpoolFolder?
    private let limit: Int
    private var buffer: [UInt8] = []
    private var file: SpoolFile?
    private var written = 0
    private var isDiscarding = false
    private var failure: (any Error)?

    init(folder: SpoolFolder?, limit: Int = AnswerSpool.memoryLimit) {
        self.folder = folder
        self.limit = limit
    }

    /// Whether it has outgrown the memory: the moment to ask whether anybody waits for it.
    package var isOnDisk: Bool { file != nil }

    /// Takes the next bytes. What the disk says against it comes out at `finish`: there is nobody to throw to
    /// in the midst of an envelope.
    package func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard failure == nil, !isDiscarding else { return }
        buffer.append(contentsOf: bytes)
        guard let folder else { return }
        do {
            if file == nil, buffer.count > limit { file = try folder.answer() }
            if let file, buffer.count >= SpoolFile.pieceSize { try empty(into: file) }
        } catch {
            failure = error
            discard()
        }
    }

    /// Throws away what came and what will come.
    package func discard() {
        isDiscarding = true
        buffer = []
        file = nil
        written = 0
    }

    /// Says that there is nothing more. A file is not on the disk yet; `keepResponse` puts it there.
    package func finish() throws -> AnswerText {
        if let failure { throw failure }
        guard let file else { return .memory(buffer) }
        try empty(into: file)
        return .file(file, bytes: written)
    }

    private func empty(into file: SpoolFile) throws {
        try buffer.withUnsafeBytes { try file.append($0) }
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
        // The megabyte that it began with is not needed again.
        if buffer.capacity > 2 * SpoolFile.pieceSize { buffer = [] }
    }
}

/// An answer of QuickBooks as it came, wherever it lies.
package enum AnswerText: Sendable {
    case memory([UInt8])
    case file(SpoolFile, bytes: Int)

    package var bytes: Int {
        switch self {
        case .memory(let bytes): bytes.count
        case .file(_, let bytes): bytes
        }
    }

    /// Whether it was too big for the memory, and so is its reading.
    package var isOnDisk: Bool {
        if case .file = self { true } else { false }
    }

    /// Hands the bytes out in their order, in pieces that are valid only during the call.
    package func visit(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        switch self {
        case .memory(let bytes):
            try bytes.withUnsafeBytes { try body($0) }
        case .file(let file, let size):
            var piece = [UInt8](repeating: 0, count: SpoolFile.pieceSize)
            var offset = 0
            while offset < size {
                let count = try piece.withUnsafeMutableBytes { piece in
                    let count = try file.read(into: piece, at: offset)
                    try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
                    return count
                }
                // Somebody else's hand has cut the file; the document ends early, which its reader will say.
                if count == 0 { return }
                offset += count
            }
        }
    }
}

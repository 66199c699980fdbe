import CZlib

/// A document as it is kept: whole up to a megabyte; of a longer one the beginning and the end.
///
/// What came in is packed, before any transaction begins: a megabyte takes some ten milliseconds. What goes
/// out is known only in the transaction. There a short document is packed too, and a longer one is kept as it
/// is: writing a megabyte keeps the other calls waiting for a shorter time than packing it would.
package struct KeptDocument: Equatable, Sendable {
    package enum Packing: String, Sendable {
        case none, zlib
    }

    /// Longer ones are cut.
    package static let wholeLimit = 1 << 20
    /// Kept of a longer one.
    package static let beginning = 256 << 10
    package static let ending = 64 << 10
    /// What is packed inside a transaction: half a millisecond of work.
    static let promptLimit = 64 << 10

    /// How long it was.
    package var bytes: Int
    /// Bytes in front of what is left out.
    package var head: Int
    package var leftOut: Int
    var packing: Packing
    var body: [UInt8]

    package static let none = KeptDocument(bytes: 0, head: 0, leftOut: 0, packing: .none, body: [])

    /// An answer of QuickBooks, wherever it lies. Of a long one only the two ends are read.
    package init(received text: AnswerText) throws {
        switch text {
        case .memory(let bytes):
            self.init(cutting: bytes)
        case .file(let file, let count):
            let isWhole = count <= Self.wholeLimit
            let head = isWhole ? count : Self.beginning
            let tail = isWhole ? count..<count : count - Self.ending..<count
            let body = try Self.read(0..<head, of: file) + Self.read(tail, of: file)
            // Somebody else's hand may have cut the file.
            self.init(
                bytes: count, head: min(head, body.count), leftOut: count - body.count, packing: .none,
                body: body)
        }
        pack()
    }

    private static func read(_ range: Range<Int>, of file: SpoolFile) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let rest = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let count = try file.read(into: rest, at: range.lowerBound + filled)
                if count == 0 { break }
                filled += count
            }
        }
    }

    /// An answer that was longer than any that is taken: it was read to its end and thrown away.
    package init(thrownAway bytes: Int) {
        self.init(bytes: bytes, head: 0, leftOut: bytes, packing: .none, body: [])
    }

    /// A document that goes out.
    package init(sent bytes: [UInt8]) {
        self.init(cutting: bytes)
        if body.count <= Self.promptLimit { pack() }
    }

    private init(cutting bytes: [UInt8]) {
        let isWhole = bytes.count <= Self.wholeLimit
        let head = isWhole ? bytes.count : Self.beginning
        let body = isWhole ? bytes : Array(bytes.prefix(head) + bytes.suffix(Self.ending))
        self.init(
            bytes: bytes.count, head: head, leftOut: bytes.count - body.count, packing: .none, body: body)
    }

    init(bytes: Int, head: Int, leftOut: Int, packing: Packing, body: [UInt8]) {
        self.bytes = bytes
        self.head = head
        self.leftOut = leftOut
        self.packing = packing
        self.body = body
    }

    /// By the fastest of zlib's levels: qbXML becomes a tenth of its length by any. The window is no longer
    /// than the document: most have a few hundred bytes, and to prepare zlib's usual quarter of a megabyte
    /// for them takes twenty times as long as to pack them.
    private mutating func pack() {
        var stream = z_stream()
        let window = (9...14).first { 1 << $0 >= body.count } ?? MAX_WBITS
        guard
            deflateInit2_(
                &stream, Z_BEST_SPEED, Z_DEFLATED, window, window - 7, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return }
        defer { deflateEnd(&stream) }
        let count = body.count
        let packed = body.withUnsafeMutableBufferPointer { source in
            // What does not become shorter is not packed.
            [UInt8](unsafeUninitializedCapacity: count) { target, filled in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(count)
                filled = deflate(&stream, Z_FINISH) == Z_STREAM_END ? count - Int(stream.avail_out) : 0
            }
        }
        guard !packed.isEmpty, packed.count < count else { return }
        packing = .zlib
        body = packed
    }

    /// The document as it was, and behind a gap its end.
    ///
    /// - Returns: nil if somebody else's hand has been at the row.
    package func unpacked() -> (beginning: [UInt8], ending: [UInt8])? {
        var whole = body
        if packing == .zlib {
            whole = [UInt8](repeating: 0, count: max(0, bytes - leftOut))
            var length = UInt(whole.count)
            guard uncompress(&whole, &length, body, UInt(body.count)) == Z_OK, length == whole.count
            else { return nil }
        }
        guard whole.count == bytes - leftOut, head <= whole.count else { return nil }
        return (Array(whole[..<head]), Array(whole[head...]))
    }
}

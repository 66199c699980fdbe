import API
import Glibc

/// Where requests come from, and in which pieces they are sent.
struct RequestSource {
    /// What goes to the daemon in one call.
    struct Batch {
        var body: [UInt8]
        /// Where each request stands in the file; empty if the body is the file.
        var lines: [Int]

        /// The lines themselves.
        var texts: [ArraySlice<UInt8>] {
            let texts = body.dropFirst().dropLast().split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            // Each but the last has a comma behind it.
            return texts.enumerated().map { $0 < texts.count - 1 ? $1.dropLast() : $1 }
        }

        /// A finding about the body with its place in the file.
        ///
        /// - Parameter count: the requests of the file that stand before this piece.
        func placed(_ finding: CheckFinding, behind count: Int) -> CheckFinding {
            guard !lines.isEmpty else { return finding }
            var finding = finding
            let row = finding.line.map { $0 - 1 } ?? finding.request
            if let row, lines.indices.contains(row) { finding.line = lines[row] }
            if let request = finding.request {
                let head = "/\(request)"
                if finding.pointer == head || finding.pointer.hasPrefix(head + "/") {
                    finding.pointer = "/\(request + count)" + finding.pointer.dropFirst(head.count)
                }
                finding.request = request + count
            }
            return finding
        }
    }

    let path: String
    /// A request a line.
    let isLines: Bool
    private var reader: LineReader?
    private var isRead = false
    /// Requests in it, where that is known: it was looked through.
    private var count = 0
    /// Pieces that were looked at and cannot be read again.
    private var held: [Batch] = []

    /// So many lines go in one call.
    static let batch = 500

    init(_ path: String, isLines: Bool) throws(Failure) {
        self.path = path
        self.isLines = isLines || Self.isLines(path)
        if path == InputFile.standardInput, isatty(STDIN_FILENO) == 1 {
            throw .here(
                "Give a file with requests, or pipe them in: echo '{\"CustomerAdd\": {\"Name\": \"Elm\"}}' | "
                    + "qbsyncctl request add -")
        }
        if self.isLines { reader = try LineReader(path) }
    }

    func close() { reader?.close() }

    /// How much of the file is read, from 0 to 1; nil where nobody knows its size.
    var progress: Double? {
        guard let reader, let size = reader.size, size > 0 else { return nil }
        return min(1, Double(reader.bytesRead) / Double(size))
    }

    /// How much of it is done, from 0 to 1.
    func part(done: Int) -> Double? { count > 0 ? min(1, Double(done) / Double(count)) : nil }

    /// Shows all pieces before the first one goes out.
    ///
    /// - Parameter look: takes a piece, and how much of the file is read.
    mutating func lookThrough(_ look: (Batch, Double?) -> Void) throws(Failure) {
        let canRewind = reader?.canRewind ?? false
        var pieces: [Batch] = []
        while let batch = try read() {
            look(batch, progress)
            count += batch.lines.count
            if !canRewind { pieces.append(batch) }
        }
        // The last one is taken first.
        held = pieces.reversed()
        if canRewind { try reader?.rewind() }
    }

    /// The next piece; nil behind the last one.
    mutating func next() throws(Failure) -> Batch? {
        if let batch = held.popLast() { return batch }
        return try read()
    }

    private mutating func read() throws(Failure) -> Batch? {
        guard var lines = reader else {
            if isRead { return nil }
            isRead = true
            return Batch(body: try InputFile.bytes(of: path), lines: [])
        }
        var batch = Batch(body: [UInt8(ascii: "[")], lines: [])
        while batch.lines.count < Self.batch, let line = try lines.next() {
            if line.allSatisfy({ " \t\r".utf8.contains($0) }) { continue }
            // A line each, so that a place that is told is found again.
            if !batch.lines.isEmpty { batch.body += Array(",\n".utf8) }
            batch.body += line
            batch.lines.append(lines.number)
        }
        reader = lines
        batch.body.append(UInt8(ascii: "]"))
        return batch.lines.isEmpty ? nil : batch
    }

    /// What its name says; standard input has none.
    static func isLines(_ path: String) -> Bool { path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") }

    /// `request add [CONNECTOR] [FILE]`: a single word is the one or the other.
    static func meaning(_ first: String?, _ second: String?) -> (connector: String?, file: String) {
        guard let first else { return (nil, InputFile.standardInput) }
        if let second { return (first, second) }
        let isFile = first == InputFile.standardInput || first.contains("/") || access(first, F_OK) == 0
        let looksLikeFile = [".json", ".xml", ".qbxml", ".ndjson", ".jsonl"].contains { first.hasSuffix($0) }
        return isFile || looksLikeFile ? (nil, first) : (first, InputFile.standardInput)
    }
}

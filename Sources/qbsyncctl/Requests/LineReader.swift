import Glibc

/// The lines of a file that may be larger than what one likes to hold, or of standard input.
struct LineReader {
    private let path: String
    private let descriptor: CInt
    /// Where reading began; nil where what was read cannot be read again.
    private let start: off_t?
    private var buffer: [UInt8] = []
    private var isAtEnd = false
    /// Of the line that was read last, from 1.
    private(set) var number = 0
    /// So far.
    private(set) var bytesRead = 0

    /// No request is longer.
    private static let longestLine = 64 << 20

    init(_ path: String) throws(Failure) {
        self.path = path
        descriptor = path == InputFile.standardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFile.failure(path, errno) }
        let start = lseek(descriptor, 0, SEEK_CUR)
        self.start = start >= 0 && Self.facts(descriptor).isFile ? start : nil
    }

    func close() { if descriptor != STDIN_FILENO { Glibc.close(descriptor) } }

    /// Of the whole file; nil where nobody knows it beforehand.
    var size: Int? {
        let facts = Self.facts(descriptor)
        return facts.isFile ? facts.size : nil
    }

    private static func facts(_ descriptor: CInt) -> (isFile: Bool, size: Int) {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return (false, 0) }
        return (facts.st_mode & S_IFMT == S_IFREG, Int(facts.st_size))
    }

    var canRewind: Bool { start != nil }

    /// Back to the first line.
    mutating func rewind() throws(Failure) {
        guard let start, lseek(descriptor, start, SEEK_SET) == start else {
            throw InputFile.failure(path, errno)
        }
        (buffer, isAtEnd, number, bytesRead) = ([], false, 0, 0)
    }

    /// The mark by which programs of Windows begin a text in UTF-8.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The next line without its end, the first one without the mark of its encoding; nil behind the last one.
    mutating func next() throws(Failure) -> [UInt8]? {
        guard let line = try line() else { return nil }
        return number == 1 && line.starts(with: Self.mark) ? Array(line.dropFirst(Self.mark.count)) : line
    }

    private mutating func line() throws(Failure) -> [UInt8]? {
        var searched = 0
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer.removeSubrange(...end) }
                number += 1
                return Array(buffer[..<end])
            }
            searched = buffer.count
            if isAtEnd {
                guard !buffer.isEmpty else { return nil }
                defer { buffer = [] }
                number += 1
                return buffer
            }
            guard buffer.count <= Self.longestLine else {
                throw .here("Line \(number + 1) of \(InputFile.title(of: path)) is too long for a request.")
            }
            try fill()
        }
    }

    private mutating func fill() throws(Failure) {
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        let count = read(descriptor, &piece, piece.count)
        if count == 0 {
            isAtEnd = true
        } else if count > 0 {
            buffer += piece[..<count]
            bytesRead += count
        } else if errno != EINTR {
            throw InputFile.failure(path, errno)
        }
    }
}

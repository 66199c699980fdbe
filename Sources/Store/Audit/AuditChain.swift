import Crypto

/// How each line of the audit trail is tied to the one before it.
///
///     hash(n) = SHA-256( 01 | hash(n-1) | number | at | who | uid | action | connector | subject | detail )
///
/// The first byte is the version of this form; before the first line stand 32 zero bytes. A number is eight
/// bytes, the most significant first. A text is its length as such a number, with its UTF-8 behind it. What
/// may be NULL has a byte in front: 01, or 00 with nothing behind it. So no two lines are written alike.
///
/// Whoever can write to the file can compute all of it anew. What holds against them is a hash that is kept
/// elsewhere: the journal is told of the last one daily.
enum AuditChain {
    static let version: UInt8 = 1
    static let hashLength = 32
    /// In place of a hash before the first line.
    static let genesis = [UInt8](repeating: 0, count: hashLength)

    static func hash(of line: AuditRecord, after previous: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [version]
        bytes.reserveCapacity(256)
        bytes += previous
        put(line.number, into: &bytes)
        put(line.at, into: &bytes)
        put(line.who, into: &bytes)
        if mark(line.uid != nil, into: &bytes), let uid = line.uid { put(uid, into: &bytes) }
        put(line.action, into: &bytes)
        if mark(line.connector != nil, into: &bytes) { put(line.connector ?? [], into: &bytes) }
        put(line.subject, into: &bytes)
        if mark(line.detail != nil, into: &bytes) { put(line.detail ?? [], into: &bytes) }
        return Array(SHA256.hash(data: bytes))
    }

    private static func mark(_ isThere: Bool, into bytes: inout [UInt8]) -> Bool {
        bytes.append(isThere ? 1 : 0)
        return isThere
    }

    private static func put(_ number: Int64, into bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private static func put(_ text: [UInt8], into bytes: inout [UInt8]) {
        put(Int64(text.count), into: &bytes)
        bytes += text
    }
}

/// A line of the audit trail as the file has it, byte by byte: a hash is over what is there, not over what
/// somebody makes of it.
struct AuditRecord {
    var number: Int64
    var at: [UInt8]
    var who: [UInt8]
    var uid: Int64?
    var action: [UInt8]
    var connector: [UInt8]?
    var subject: [UInt8]
    var detail: [UInt8]?
}

extension AuditRecord {
    static let columns = "number, at, who, uid, action, connector, subject, detail"

    init(_ row: inout Row) {
        self.init(
            number: row.next(), at: row.next(), who: row.next(), uid: row.next(), action: row.next(),
            connector: row.next(), subject: row.next(), detail: row.next())
    }
}

/// A line by its number and hash: whoever keeps it elsewhere knows later whether the trail up to it is still
/// the same.
package struct AuditMark: Equatable, Sendable, CustomStringConvertible {
    package var number: Int64
    package var hash: [UInt8]

    package init(number: Int64, hash: [UInt8]) {
        self.number = number
        self.hash = hash
    }

    /// - Returns: nil unless it is `NUMBER:HASH` with 64 hexadecimal digits.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), number > 0,
            parts[1].utf8.count == 2 * AuditChain.hashLength
        else { return nil }
        var hash: [UInt8] = []
        var digits = parts[1][...]
        while !digits.isEmpty {
            let pair = digits.prefix(2)
            guard pair.allSatisfy(\.isHexDigit), let byte = UInt8(pair, radix: 16) else { return nil }
            hash.append(byte)
            digits = digits.dropFirst(2)
        }
        self.init(number: number, hash: hash)
    }

    /// The hash in hexadecimal digits.
    package var digits: String { Hexadecimal.text(hash) }

    package var description: String { "\(number):\(digits)" }
}

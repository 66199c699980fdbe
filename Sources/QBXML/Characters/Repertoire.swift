/// The characters that a company file can hold: those of Windows-1252, because QuickBooks for Windows is a
/// program of the ANSI age, without the control characters that XML does not know or nobody means.
///
/// Windows-1252 is told by what its bytes mean: 0x80 is U+20AC, so U+0080 is not in it. Text that has U+0080
/// to U+009F is nearly always Windows-1252 that somebody read as Latin-1, and is refused for what it is.
package enum Repertoire {
    package static func holds(_ scalar: Unicode.Scalar) -> Bool { objection(to: scalar) == nil }

    /// Why a company file cannot hold the character, or nil if it can.
    static func objection(to scalar: Unicode.Scalar) -> Foreign.Reason? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFF: nil
        case 0x00...0x1F, 0x7F...0x9F: .control
        // What the bytes 0x80 to 0x9F mean, in the order of their numbers here and not there.
        case 0x0152, 0x0153, 0x0160, 0x0161, 0x0178, 0x017D, 0x017E, 0x0192, 0x02C6, 0x02DC, 0x2013, 0x2014,
            0x2018...0x201A, 0x201C...0x201E, 0x2020...0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122:
            nil
        case 0xFFFE, 0xFFFF: .notAllowedInXML
        default: .outsideWindows1252
        }
    }

    /// The first character of UTF-8 text that a company file cannot hold. Allocates nothing.
    package static func firstForeign(in text: UnsafeBufferPointer<UInt8>) -> Foreign? {
        var scan = ForeignScan(text)
        return scan.next()
    }

    package static func firstForeign(in text: ArraySlice<UInt8>) -> Foreign? {
        text.withUnsafeBufferPointer { firstForeign(in: $0) }
    }

    /// Such characters in order, `limit` at most: a document in Chinese should not become a list as long as
    /// itself.
    package static func allForeign(in text: UnsafeBufferPointer<UInt8>, limit: Int) -> [Foreign] {
        Array(IteratorSequence(ForeignScan(text)).prefix(limit))
    }

    package static func allForeign(in text: ArraySlice<UInt8>, limit: Int) -> [Foreign] {
        text.withUnsafeBufferPointer { allForeign(in: $0, limit: limit) }
    }
}

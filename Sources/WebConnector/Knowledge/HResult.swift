/// A code of Windows or of QuickBooks' request processor, as `receiveResponseXML` and `connectionError` bring
/// it.
///
///     <hresult>0x80040408</hresult>
package struct HResult: Equatable, Hashable, Sendable, CustomStringConvertible {
    package var code: UInt32

    package init(code: UInt32) { self.code = code }

    /// `0x` and up to eight hexadecimal digits, in any case and with white space around. Nil for anything
    /// else.
    package init?(_ text: String) {
        let text = text.trimmed
        guard text.lowercased().hasPrefix("0x") else { return nil }
        let digits = text.dropFirst(2)
        guard digits.utf8.allSatisfy(Self.isHexDigit), let code = UInt32(digits, radix: 16) else {
            return nil
        }
        self.code = code
    }

    /// As people find it in logs and windows: the form of the wire, its eight digits alone, or the decimal
    /// number as which .NET and Visual Basic print it, signed (`-2147220480`) or not.
    package init?(spelled text: String) {
        let text = text.trimmed
        if let wire = HResult(text) {
            self = wire
        } else if text.utf8.count == 8, text.utf8.allSatisfy(Self.isHexDigit),
            let code = UInt32(text, radix: 16)
        {
            self.code = code
        } else if let number = Int32(text), number < 0 {
            code = UInt32(bitPattern: number)
        } else if let number = UInt32(text), number > UInt32(Int32.max) {
            // Smaller numbers are no failures, and nobody writes those as an HRESULT.
            code = number
        } else {
            return nil
        }
    }

    /// `0x80040408`
    package var description: String {
        let digits = String(code, radix: 16, uppercase: true)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// `-2147220472`
    package var signed: Int32 { Int32(bitPattern: code) }

    package typealias Known = Explanation

    package var known: Known? { Self.table[code] }

    /// All that is known, ascending.
    package static var all: [HResult] { table.keys.sorted().map(HResult.init(code:)) }

    /// For messages and dots: what the code of a call means, what was said with it, and what to do.
    ///
    /// - Parameters:
    ///   - written: the code as it came; it may be empty or no code at all.
    ///   - said: the message beside it, in the language of that computer.
    package static func sentence(_ written: String, said: String) -> String {
        let said = said.isEmpty ? "" : "It says: \"\(said)\""
        let parts: [String]
        if let code = HResult(written), let known = code.known {
            parts = ["\(known.meaning) (HRESULT \(code).)", said, known.fix]
        } else if written.isEmpty {
            parts = ["There was neither an answer nor a code.", said]
        } else {
            parts = ["The code \(written) is not known here.", said]
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// QuickBooks cannot read the document, and has done nothing of it.
    package var isDocumentRefused: Bool { self == HResult(Self.documentRefused) }

    package static let documentRefused = "0x80040400"

    /// Whether QuickBooks' side of the session is gone: nothing more can be asked in it, and whether the
    /// request that was under way has been carried out is not known.
    package var endsSession: Bool { Self.sessionEnding.contains(code) }

    private static let sessionEnding: Set<UInt32> = [
        0x8004_040D, 0x8001_0105, 0x8001_0108, 0x8007_06BA, 0x8007_06BE,
    ]

    /// Whether somebody or something is in the way and will have gone: a window, another company, the other
    /// mode, a start that is not over. However often it comes, it is no answer.
    package var isInTheWay: Bool { Self.obstacles.contains(code) }

    private static let obstacles: Set<UInt32> = [
        0x8004_0401, 0x8004_040A, 0x8004_0410, 0x8004_0414, 0x8004_0422, 0x8004_0424,
    ]

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}

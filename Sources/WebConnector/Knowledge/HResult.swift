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

    /// `0x80040408`
    package var description: String {
        let digits = String(code, radix: 16, uppercase: true)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    package typealias Known = Explanation

    package var known: Known? { Self.table[code] }

    /// Whether QuickBooks' side of the session is gone: nothing more can be asked in it, and whether the
    /// request that was under way has been carried out is not known.
    package var endsSession: Bool { Self.sessionEnding.contains(code) }

    private static let sessionEnding: Set<UInt32> = [
        0x8004_040D, 0x8001_0105, 0x8001_0108, 0x8007_06BA, 0x8007_06BE,
    ]

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}

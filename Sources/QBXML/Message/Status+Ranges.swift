/// What a code's number alone says, also of one that nobody has described.
extension Status {
    /// Macro errors are a range with one meaning.
    package static let macroCodes = 9100...9199

    /// Whether the code speaks of a whole message set (`messageSetStatusCode`) and not of one request.
    package static func concernsMessageSet(_ code: Int) -> Bool {
        code == 600 || (9001...9005).contains(code)
    }

    /// Intuit's table of ranges, as a sentence about the code.
    package static func range(of code: Int) -> String {
        switch code {
        case ..<0: "No status is negative."
        case 0..<500: "By its number (0 to 499) it is information: the request was carried out."
        case 500..<1000: "By its number (500 to 999) it is a warning: the request was carried out, in part."
        case 1000..<2000: "By its number (1000 to 1999) it is a general error."
        case 2000..<3000: "By its number (2000 to 2999) it is an error of the discontinued Online Edition."
        case 3000..<3100: "By its number (3000 to 3099) it is an error in the format of a field."
        case 3100..<9100: "By its number (3100 to 9099) it is an error that QuickBooks' own message names."
        case macroCodes: "By its number (9100 to 9199) it is an error about macros."
        default: "By its number it is an error, beyond the ranges that Intuit describes."
        }
    }
}

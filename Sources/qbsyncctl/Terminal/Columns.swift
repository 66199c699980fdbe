extension String {
    /// How many columns of a terminal the text takes: combining marks take none, wide letters two.
    var columns: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.columns }
    }

    /// The longest beginning that fits into `width` columns.
    func prefix(columns width: Int) -> Substring {
        var left = width
        return prefix { character in
            left -= character.columns
            return left >= 0
        }
    }
}

extension Character {
    fileprivate var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        // U+FE0F asks for the picture form of a sign, which is two columns wide.
        if unicodeScalars.contains("\u{FE0F}") { return 2 }
        return first.columns
    }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if properties.isEmojiPresentation { return 2 }
        // East Asian Wide and Fullwidth blocks (Unicode Standard Annex 11), as far as names can hold them.
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }
}

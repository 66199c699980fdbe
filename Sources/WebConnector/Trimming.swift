extension StringProtocol {
    /// Without white space at both ends: blanks, tabs and line ends. Foundation is not needed for that.
    var trimmed: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var rest = Substring(self).utf8
        while let byte = rest.first, isSpace(byte) { rest.removeFirst() }
        while let byte = rest.last, isSpace(byte) { rest.removeLast() }
        return String(Substring(rest))
    }
}

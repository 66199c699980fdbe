/// The bytes that mean something in JSON.
enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ",")
    static let at = UInt8(ascii: "@")
    static let colon = UInt8(ascii: ":")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    /// Everything below is a control character and must be escaped.
    static let space = UInt8(ascii: " ")
    static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}

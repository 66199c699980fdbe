import FoundationEssentials

/// The only source of chance in the daemon; everything below takes what it yields as an argument.
package enum Randomness {
    package static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A ticket: 128 random bits as 32 hexadecimal digits.
    package static func ticket() -> String { hexadecimal(bytes(16)) }

    /// 128 random bits in 22 characters: message sets have 23 at most.
    static func messageSetID() -> String {
        Data(bytes(16)).base64EncodedString().filter { $0 != "=" }
            .replacing("+", with: "-").replacing("/", with: "_")
    }

    /// `req_` and 128 random bits.
    static func requestID() -> String { "req_" + hexadecimal(bytes(16)) }

    /// `wh_` and 128 random bits.
    static func webhookID() -> String { "wh_" + hexadecimal(bytes(16)) }

    /// From 0 to 1, to spread what would otherwise fall together.
    static func jitter() -> Double { Double.random(in: 0...1) }

    /// A number short enough to be read over the phone; it ties what a client was told to a line in the
    /// journal.
    package static func reference() -> String { hexadecimal(bytes(5)).uppercased() }

    /// A GUID as the Web Connector writes it: version 4, upper case, in braces.
    package static func guid() -> String { "{\(UUID().uuidString)}" }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return bytes.reduce(into: "") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
}

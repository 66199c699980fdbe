import FoundationEssentials
import Store

/// The only source of chance in the daemon; everything below takes what it yields as an argument.
package enum Randomness {
    package static func bytes(_ count: Int) -> [UInt8] {
        // Eight at a time: each is a call of the kernel.
        var generator = SystemRandomNumberGenerator()
        return (0..<(count + 7) / 8).flatMap { _ in
            withUnsafeBytes(of: generator.next()) { Array($0) }
        }.prefix(count).map { $0 }
    }

    /// A ticket: 128 random bits as 32 hexadecimal digits.
    package static func ticket() -> String { Hexadecimal.text(bytes(16)) }

    /// 128 random bits in 22 characters: message sets have 23 at most.
    static func messageSetID() -> String {
        Data(bytes(16)).base64EncodedString().filter { $0 != "=" }
            .replacing("+", with: "-").replacing("/", with: "_")
    }

    /// `req_`, the millisecond in 48 bits, and 80 random bits. What comes together lies together in the
    /// indexes: a thousand random places would be a thousand pages of the database to write.
    static func requestID(at now: Date) -> String {
        let milliseconds = UInt64(max(0, now.timeIntervalSince1970 * 1000))
        let time = withUnsafeBytes(of: milliseconds.bigEndian) { Array($0.dropFirst(2)) }
        return "req_" + Hexadecimal.text(time + bytes(10))
    }

    /// `wh_` and 128 random bits.
    static func webhookID() -> String { "wh_" + Hexadecimal.text(bytes(16)) }

    /// From 0 to 1, to spread what would otherwise fall together.
    static func jitter() -> Double { Double.random(in: 0...1) }

    /// A number short enough to be read over the phone; it ties what a client was told to a line in the
    /// journal.
    package static func reference() -> String { Hexadecimal.text(bytes(5)).uppercased() }

    /// A GUID as the Web Connector writes it: version 4, upper case, in braces.
    package static func guid() -> String { "{\(UUID().uuidString)}" }
}

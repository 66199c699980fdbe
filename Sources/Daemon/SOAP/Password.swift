import Crypto
import FoundationEssentials
package import Store

/// Passwords of the Web Connector's users: made here, shown once, kept only as a keyed hash.
///
/// Nobody chooses them, so they carry 130 random bits, and a plain keyed hash is as good as a slow one:
/// guessing through 2^130 is hopeless at any speed, while a slow hash would cost each of a thousand
/// connectors 30 ms and more at every check-in.
package struct Password: Equatable, Sendable {
    /// As shown: five groups of letters and digits that cannot be mistaken for each other.
    package let text: String

    /// Crockford's alphabet in lower case: no i, l, o, u.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    private static let length = 26

    /// - Parameter random: at least 26 random bytes; five bits of each are used.
    package init(random: some Collection<UInt8>) {
        precondition(random.count >= Self.length, "a password needs 26 random bytes")
        var text = ""
        for (index, byte) in random.prefix(Self.length).enumerated() {
            if index > 0, index.isMultiple(of: 5), index < 25 { text.append("-") }
            text.append(Self.alphabet[Int(byte & 31)])
        }
        self.text = text
    }

    /// What a person types may lack the hyphens, be in capitals, or hold an `o` for a zero.
    static func normalized(_ typed: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for character in typed.lowercased() {
            switch character {
            case "-", " ", "\t", "\r", "\n": continue
            case "o": bytes.append(UInt8(ascii: "0"))
            case "i", "l": bytes.append(UInt8(ascii: "1"))
            default: bytes.append(contentsOf: Array(String(character).utf8))
            }
        }
        return bytes
    }

    /// What the store keeps of it.
    package func stored(salt: [UInt8]) -> StoredPassword {
        StoredPassword(scheme: "hmac-sha256", salt: salt, hash: Self.hash(text, salt: salt))
    }

    /// The hash to keep: HMAC-SHA256 of the normalized password under a random salt of the user.
    package static func hash(_ typed: String, salt: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: normalized(typed), using: SymmetricKey(data: salt)))
    }

    /// Compares in constant time.
    package static func matches(_ typed: String, hash: [UInt8], salt: [UInt8]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            hash, authenticating: normalized(typed), using: SymmetricKey(data: salt))
    }
}

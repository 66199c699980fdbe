import Crypto
import FoundationEssentials

/// A secret that signs deliveries, in the form of Standard Webhooks: `whsec_` and random bytes in base64.
struct WebhookSecretKey: Equatable, Sendable {
    static let prefix = "whsec_"
    /// What the convention recommends.
    static let length = 24

    let text: String
    private let bytes: [UInt8]

    init(random bytes: [UInt8]) {
        self.bytes = bytes
        text = Self.prefix + Data(bytes).base64EncodedString()
    }

    /// Nil for what we never made.
    init?(_ text: String) {
        guard text.hasPrefix(Self.prefix),
            let data = Data(base64Encoded: String(text.dropFirst(Self.prefix.count))), !data.isEmpty
        else { return nil }
        self.text = text
        bytes = Array(data)
    }

    /// `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64.
    func signature(id: String, timestamp: Int64, body: [UInt8]) -> String {
        var code = HMAC<SHA256>(key: SymmetricKey(data: bytes))
        code.update(data: Array("\(id).\(timestamp).".utf8))
        code.update(data: body)
        return "v1," + Data(code.finalize()).base64EncodedString()
    }
}

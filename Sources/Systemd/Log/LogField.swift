import Logging

/// One piece of metadata as the journal holds it: `connector` is found by `journalctl QBSYNC_CONNECTOR=acme`.
struct LogField: Equatable, Sendable {
    /// As the program wrote it: `connector`, `counts.added`.
    var key: String
    var value: String

    /// systemd's limit for the name of a field; longer ones are dropped by the journal without a word.
    static let nameLimit = 64

    /// The journal's name for it.
    ///
    /// The journal takes A-Z, 0-9 and `_`. The prefix is what makes forging impossible: a key called
    /// `priority` or `_uid` becomes QBSYNC_PRIORITY or QBSYNC__UID, never a field that journald or a reader
    /// trusts.
    var journalName: String {
        var name = "QBSYNC_"
        for byte in key.utf8.prefix(Self.nameLimit - name.utf8.count) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                name.unicodeScalars.append(Unicode.Scalar(byte - 0x20))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                name += "_"
            }
        }
        return name
    }

    /// Metadata laid flat, sorted by key. A list becomes one field per element, which is how the journal says
    /// "any of these"; a dictionary becomes `counts.added`, `counts.updated`.
    static func flattened(_ metadata: Logger.Metadata) -> [LogField] {
        var fields: [LogField] = []
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            append(key, value, to: &fields)
        }
        return fields
    }

    private static func append(_ key: String, _ value: Logger.MetadataValue, to fields: inout [LogField]) {
        switch value {
        case .string(let text):
            fields.append(LogField(key: key, value: text))
        case .stringConvertible(let value):
            fields.append(LogField(key: key, value: value.description))
        case .array(let values):
            for value in values { append(key, value, to: &fields) }
        case .dictionary(let members):
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                append(key + "." + name, value, to: &fields)
            }
        }
    }
}

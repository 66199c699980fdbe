internal import XML

/// A record as qbXML, with the places at which its children begin and end.
struct Rendering: Sendable {
    struct Part: Sendable {
        var name: String
        var range: Range<Int>
    }

    let bytes: [UInt8]
    let parts: [Part]

    init(_ record: CompanyRecord) {
        var writer = Writer(asciiOnly: true, reserving: 2048)
        var parts: [Part] = []
        parts.reserveCapacity(record.fields.count)
        for field in record.fields {
            let start = writer.bytes.count
            field.write(to: &writer)
            parts.append(Part(name: field.name, range: start..<writer.bytes.count))
        }
        bytes = writer.bytes
        self.parts = parts
    }
}

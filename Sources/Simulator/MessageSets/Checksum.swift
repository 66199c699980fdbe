/// Of the requests in a document: what stands between the tags of its message set. The head, with the IDs of
/// the message set, is left aside.
enum Checksum {
    static func ofRequests(in document: [UInt8]) -> String {
        // FNV-1a, as in `Seed`: stable across machines and runs.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in requests(in: document[...]) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }

    private static func requests(in document: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let opening = document.firstRange(of: Array("<QBXMLMsgsRq".utf8)) else { return document }
        var index = opening.upperBound
        var quote: UInt8?
        while index < document.endIndex, quote != nil || document[index] != UInt8(ascii: ">") {
            let byte = document[index]
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            index += 1
        }
        let rest = document[min(index + 1, document.endIndex)...]
        guard let closing = rest.firstRange(of: Array("</QBXMLMsgsRq".utf8)) else { return [] }
        return rest[..<closing.lowerBound]
    }
}

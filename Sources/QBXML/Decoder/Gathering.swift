/// The slow path of decoding: rewriting an object in which a name came again after another one.
///
///     {"InvoiceLineRet":[a],"InvoiceLineGroupRet":[b],"InvoiceLineRet":[c]}
///     {"InvoiceLineRet":[a,c],"InvoiceLineGroupRet":[b]}
///
/// It reads what `RecordAssembler` wrote, not JSON from anywhere: no white space between tokens, and a value
/// that begins with a bracket is a list of ours. The work is linear in the size of the object, however its
/// lines alternate.
enum Gathering {
    private struct Member {
        let key: ArraySlice<UInt8>
        /// Without the brackets of a list.
        var values: [ArraySlice<UInt8>]
        var isList: Bool
    }

    static func object(_ object: [UInt8]) -> [UInt8] {
        let members = members(of: object)
        var gathered: [UInt8] = []
        gathered.reserveCapacity(object.count + 16)
        gathered.append(Byte.openBrace)
        for (index, member) in members.enumerated() {
            if index > 0 { gathered.append(Byte.comma) }
            gathered += member.key
            gathered.append(Byte.colon)
            if member.isList { gathered.append(Byte.openBracket) }
            for (index, value) in member.values.enumerated() {
                if index > 0 { gathered.append(Byte.comma) }
                gathered += value
            }
            if member.isList { gathered.append(Byte.closeBracket) }
        }
        gathered.append(Byte.closeBrace)
        return gathered
    }

    /// In the order in which their names came first.
    private static func members(of object: [UInt8]) -> [Member] {
        var members: [Member] = []
        var places: [ArraySlice<UInt8>: Int] = [:]
        var index = 1
        while index < object.count, object[index] == Byte.quote {
            let keyEnd = end(ofStringAt: index, in: object)
            let key = object[index..<keyEnd]
            let valueStart = keyEnd + 1
            let valueEnd = end(ofValueAt: valueStart, in: object)
            let isList = object[valueStart] == Byte.openBracket
            let value = isList ? object[valueStart + 1..<valueEnd - 1] : object[valueStart..<valueEnd]
            if let place = places[key] {
                members[place].values.append(value)
                // An element that the catalog knows as single and that came twice all the same.
                members[place].isList = true
            } else {
                places[key] = members.count
                members.append(Member(key: key, values: [value], isList: isList))
            }
            index = valueEnd + 1
        }
        return members
    }

    /// Past the closing quote.
    private static func end(ofStringAt start: Int, in object: [UInt8]) -> Int {
        var index = start + 1
        while index < object.count, object[index] != Byte.quote {
            index += object[index] == Byte.backslash ? 2 : 1
        }
        return min(index + 1, object.count)
    }

    /// At the comma or brace after the value.
    private static func end(ofValueAt start: Int, in object: [UInt8]) -> Int {
        var index = start
        var depth = 0
        while index < object.count {
            switch object[index] {
            case Byte.quote:
                index = end(ofStringAt: index, in: object)
                continue
            case Byte.openBrace, Byte.openBracket:
                depth += 1
            case Byte.closeBrace, Byte.closeBracket:
                if depth == 0 { return index }
                depth -= 1
            case Byte.comma where depth == 0:
                return index
            default:
                break
            }
            index += 1
        }
        return index
    }

    /// The text of a JSON string as `JSONBuffer` escapes it.
    static func unescaped(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var bytes: [UInt8] = []
        var index = 0
        while index < text.count {
            guard text[index] == Byte.backslash, index + 1 < text.count else {
                bytes.append(text[index])
                index += 1
                continue
            }
            switch text[index + 1] {
            case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
            case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
            case UInt8(ascii: "u") where index + 5 < text.count:
                let digits = String(decoding: text[index + 2..<index + 6], as: UTF8.self)
                bytes.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
                index += 4
            default: bytes.append(text[index + 1])
            }
            index += 2
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

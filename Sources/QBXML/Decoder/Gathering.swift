/// The slow path of decoding: rewriting an object in which a name came again after another one.
///
///     {"InvoiceLineRet":[a],"InvoiceLineGroupRet":[b],"InvoiceLineRet":[c]}
///     {"InvoiceLineRet":[a,c],"InvoiceLineGroupRet":[b],
///      "$order":["InvoiceLineRet","InvoiceLineGroupRet","InvoiceLineRet"]}
///
/// `$order` names the child elements as they came, one for each. It stands only where the members alone would
/// bring them back in another order. No element can have this name.
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

    /// The members of an object in the order in which their names came first.
    private struct Members {
        var members: [Member] = []
        /// For each value of each member as it came, its member.
        var order: [Int] = []
        /// A name came again after another one, so that the members alone do not say in which order.
        var isMixed = false
        private var places: [ArraySlice<UInt8>: Int] = [:]

        mutating func add(_ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, isList: Bool) {
            if let place = places[key] {
                members[place].values.append(value)
                // An element that the catalog knows as single and that came twice all the same.
                members[place].isList = true
                if order.last != place { isMixed = true }
                order.append(place)
            } else {
                places[key] = members.count
                order.append(members.count)
                members.append(Member(key: key, values: [value], isList: isList))
            }
        }
    }

    static let orderKey = Array(#""$order""#.utf8)

    static func object(_ object: [UInt8]) -> [UInt8] {
        let found = members(of: object)
        var gathered: [UInt8] = []
        gathered.reserveCapacity(object.count + 16)
        gathered.append(Byte.openBrace)
        for (index, member) in found.members.enumerated() {
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
        if found.isMixed { gathered += order(of: found, in: object) }
        gathered.append(Byte.closeBrace)
        return gathered
    }

    private static func members(of object: [UInt8]) -> Members {
        var members = Members()
        var index = 1
        while index < object.count, object[index] == Byte.quote {
            let keyEnd = end(ofStringAt: index, in: object)
            let valueStart = keyEnd + 1
            let valueEnd = end(ofValueAt: valueStart, in: object)
            let isList = object[valueStart] == Byte.openBracket
            let value = isList ? object[valueStart + 1..<valueEnd - 1] : object[valueStart..<valueEnd]
            members.add(object[index..<keyEnd], value, isList: isList)
            index = valueEnd + 1
        }
        return members
    }

    /// `,"$order":["InvoiceLineRet","InvoiceLineGroupRet"]`, without attributes, which have no order.
    private static func order(of found: Members, in object: [UInt8]) -> [UInt8] {
        var text = [Byte.comma] + orderKey + [Byte.colon, Byte.openBracket]
        var taken = [Int](repeating: 0, count: found.members.count)
        for place in found.order {
            let member = found.members[place]
            let value = member.values[taken[place]]
            taken[place] += 1
            if object[member.key.startIndex + 1] == Byte.at { continue }
            for _ in 0..<(member.isList ? count(value, in: object) : 1) {
                if text.last != Byte.openBracket { text.append(Byte.comma) }
                text += member.key
            }
        }
        text.append(Byte.closeBracket)
        return text
    }

    /// How many values stand side by side in what was between the brackets of a list.
    private static func count(_ values: ArraySlice<UInt8>, in object: [UInt8]) -> Int {
        var count = 1
        var index = end(ofValueAt: values.startIndex, in: object)
        while index < values.endIndex {
            count += 1
            index = end(ofValueAt: index + 1, in: object)
        }
        return count
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

internal import XML

/// Reports say with attributes what other answers say with elements.
///
///     <ColData colID="4" value="5" />           {"@colID":"4","@value":"5"}
///     <ColDesc colID="1"><ColType>Blank<…       {"@colID":"1","ColType":"Blank"}
///     <Amount currency="USD">5.00</Amount>      {"@currency":"USD","#text":"5.00"}
///
/// Their values are always text, numbers included: the same attribute holds an amount in one row and a name
/// in the next.
extension RecordAssembler {
    /// Begins the innermost element's value with its attributes.
    @inline(never)
    mutating func put(_ attributes: Attributes) throws(ResponseError) {
        let element = frames[depth - 1].element
        json.put(Byte.openBrace)
        for index in 0..<attributes.count {
            let (name, value) = attributes[index]
            // Two may differ in nothing but their namespace; JSON has room for one.
            if (0..<index).contains(where: { attributes[$0].name.local == name.local }) { continue }
            let attribute = try elements.index(ofAttribute: name, of: element)
            let entry = elements.entries + attribute
            json.reserve(entry.pointee.keyLength + 4)
            if index > 0 { json.put(Byte.comma) }
            json.put(elements.keys + entry.pointee.keyStart, entry.pointee.keyLength)
            json.put(Byte.quote)
            let start = json.count
            json.putEscaped(value)
            if entry.pointee.form == .enumeration {
                elements.judge(json.text(from: start), of: attribute, in: element)
            }
            json.reserve(1)
            json.put(Byte.quote)
        }
        frames[depth - 1].attributesEnd = json.count
        frames[depth - 1].state = .attributes
    }

    /// White space alone, before anything else, is layout.
    @inline(never)
    mutating func putBesideAttributes(_ text: UnsafeBufferPointer<UInt8>) {
        if frames[depth - 1].state == .attributes {
            if text.allSatisfy({ $0 <= Byte.space }) { return }
            let key: StaticString = ##","#text":""##
            json.reserve(key.utf8CodeUnitCount)
            json.put(key.utf8Start, key.utf8CodeUnitCount)
            frames[depth - 1].state = .attributesAndText
        }
        json.putEscaped(text)
    }
}

/// What has just been assembled.
extension RecordAssembler {
    /// The entry of the element that was opened last.
    var root: Int { frames[0].element }

    /// Whether it has anything but text.
    var hasMembers: Bool { frames[0].state != .text }

    /// Its JSON.
    mutating func finishedJSON() -> [UInt8] {
        if frames[0].isScattered { gather(from: 0) }
        return json.array()
    }

    /// A field of it, read before `finishedJSON`. Nil if it is absent or empty.
    func field(_ field: RecordField) -> String? {
        let range = fields[field.rawValue]
        guard range.end > range.start else { return nil }
        let text = UnsafeBufferPointer(start: json.start + range.start, count: range.end - range.start)
        return text.contains(Byte.backslash)
            ? Gathering.unescaped(text) : String(decoding: text, as: UTF8.self)
    }
}

/// What a record carries beside its JSON, and what the answer to a write is recovered by: direct children of
/// the element.
enum RecordField: Int, CaseIterable, Sendable {
    case other, listID, txnID, fullName, name, refNumber, editSequence, timeCreated, timeModified, isActive
    case ownerID, txnNumber, externalGUID, txnDate
    /// The `ListID` in a reference to a customer, vendor or employee.
    case entityID

    /// The references to whom a transaction is with.
    static let entityReferences: Set<String> = [
        "CustomerRef", "VendorRef", "EmployeeRef", "EntityRef", "PayeeEntityRef", "OtherNameRef",
    ]

    init(element: String) {
        self =
            switch element {
            case "ListID": .listID
            case "TxnID": .txnID
            case "FullName": .fullName
            case "Name": .name
            case "RefNumber": .refNumber
            case "EditSequence": .editSequence
            case "TimeCreated": .timeCreated
            case "TimeModified": .timeModified
            case "IsActive": .isActive
            case "OwnerID": .ownerID
            case "TxnNumber": .txnNumber
            case "ExternalGUID": .externalGUID
            case "TxnDate": .txnDate
            default: .other
            }
    }
}

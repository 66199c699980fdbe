internal import XML

/*
 The hot path: one `…Ret` from XML events to the bytes of a JSON object, without a tree and without a
 `String` per element. What comes in is written down at once, as what it most likely is, and put right when
 it turns out otherwise:

     event                         written                          put right by
     <CustomerRef>                 "CustomerRef":"                  first child: the quote becomes {
       <ListID>                    {"ListID":"
       80000001-1422671082         the text, escaped
       </ListID>                   "                                a boolean or number loses its quotes
     </CustomerRef>                }
     <InvoiceLineRet>  (a list)    "InvoiceLineRet":[{              the next one continues the list,
     <InvoiceLineRet>              ,{                               anything else closes it with ]
     <InvoiceLineGroupRet>         ],"InvoiceLineGroupRet":[{
     <InvoiceLineRet>  (again)     ],"InvoiceLineRet":[{            a second list of one name: the object is
                                                                    rewritten at its end (`Gathering`)

 An element that the catalog does not know as a list and that comes twice all the same is rewritten the same
 way.

 Text inside JSON is never looked at twice, names are compared as addresses, and the memory is raw because
 some two million small steps make up an answer of 9 MB. Everything unsafe is in this file, `JSONBuffer` and
 `NameTable`; the rules that keep it right are few: room is reserved before bytes are put, a pointer into
 `frames`, `entries` or `keys` is not used after something was added to it, and `ResponseDecoder` releases
 all of it once.
*/
struct RecordAssembler {
    /// An element that has begun and not ended.
    private struct Frame {
        var name: Int
        /// Where its value begins: at the quote or the brace.
        var valueStart: Int
        var isObject: Bool
        /// A name came again after another one had come in between.
        var isScattered: Bool
        /// The child whose list is open, or -1.
        var openList: Int
        /// Which names have come: one bit for each of the first 256 names of the document. Further names
        /// share bits, which can only cause a rewriting that changes nothing.
        var seen: (UInt64, UInt64, UInt64, UInt64)
    }

    private(set) var names = NameTable()
    private var json = JSONBuffer(capacity: 16 << 10)
    private var frames: UnsafeMutablePointer<Frame>
    private var frameCapacity = 72
    private(set) var depth = 0
    /// Where the text of each `RecordField` lies in `json`; an empty range at 0 if it has not come.
    private let fields: UnsafeMutablePointer<(start: Int, end: Int)>

    init() {
        frames = .allocate(capacity: frameCapacity)
        fields = .allocate(capacity: RecordField.allCases.count)
        fields.initialize(repeating: (0, 0), count: RecordField.allCases.count)
    }

    func release() {
        names.release()
        json.release()
        frames.deallocate()
        fields.deallocate()
    }

    var isOpen: Bool { depth > 0 }

    /// Begins a record; `start`, `text` and `end` follow until `end` says that it is complete.
    mutating func open(_ name: Name) {
        json.truncate(to: 0)
        fields.update(repeating: (0, 0), count: RecordField.allCases.count)
        json.reserve(16)
        push(names.index(of: name))
    }

    mutating func start(_ name: Name) {
        let child = names.index(of: name)
        let parent = frames + (depth - 1)
        let entry = names.entries + child
        // The key, and at most a bracket, a comma, a bracket and a quote.
        json.reserve(entry.pointee.keyLength + 16)
        if parent.pointee.isObject {
            if parent.pointee.openList == child {
                json.put(Byte.comma)
                return push(child)
            }
            if parent.pointee.openList >= 0 { json.put(Byte.closeBracket) }
            json.put(Byte.comma)
        } else {
            json.truncate(to: parent.pointee.valueStart)
            json.put(Byte.openBrace)
            parent.pointee.isObject = true
        }
        note(child, in: parent)
        json.put(names.keys + entry.pointee.keyStart, entry.pointee.keyLength)
        if names.isList(child, in: parent.pointee.name) {
            json.put(Byte.openBracket)
            parent.pointee.openList = child
        } else {
            parent.pointee.openList = -1
        }
        push(child)
    }

    @inline(__always)
    private func note(_ child: Int, in parent: UnsafeMutablePointer<Frame>) {
        let bit: UInt64 = 1 << UInt64(child & 63)
        let known: UInt64
        switch child >> 6 & 3 {
        case 0:
            known = parent.pointee.seen.0
            parent.pointee.seen.0 = known | bit
        case 1:
            known = parent.pointee.seen.1
            parent.pointee.seen.1 = known | bit
        case 2:
            known = parent.pointee.seen.2
            parent.pointee.seen.2 = known | bit
        default:
            known = parent.pointee.seen.3
            parent.pointee.seen.3 = known | bit
        }
        if known & bit != 0 { parent.pointee.isScattered = true }
    }

    @inline(__always)
    private mutating func push(_ name: Int) {
        if depth == frameCapacity { growFrames() }
        (frames + depth).initialize(
            to: Frame(
                name: name, valueStart: json.count, isObject: false, isScattered: false, openList: -1,
                seen: (0, 0, 0, 0)))
        depth += 1
        json.put(Byte.quote)
    }

    /// The reader's own ceiling of depth lies below the first capacity; a caller may have set a higher one.
    @inline(never)
    private mutating func growFrames() {
        let larger = UnsafeMutablePointer<Frame>.allocate(capacity: frameCapacity * 2)
        larger.update(from: frames, count: depth)
        frames.deallocate()
        frames = larger
        frameCapacity *= 2
    }

    /// Text between children is white space in all that QuickBooks writes, and is dropped.
    @inline(__always)
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !frames[depth - 1].isObject { json.putEscaped(bytes) }
    }

    /// - Returns: whether this was the record's own end.
    mutating func end() -> Bool {
        let frame = frames + (depth - 1)
        json.reserve(4)
        if frame.pointee.isObject {
            if frame.pointee.openList >= 0 { json.put(Byte.closeBracket) }
            json.put(Byte.closeBrace)
            // The record itself is gathered after its fields are read, since gathering moves them.
            if frame.pointee.isScattered && depth > 1 { gather(from: frame.pointee.valueStart) }
        } else {
            endLeaf(frame.pointee.name, frame.pointee.valueStart)
        }
        depth -= 1
        return depth == 0
    }

    @inline(__always)
    private mutating func endLeaf(_ name: Int, _ valueStart: Int) {
        let entry = names.entries + name
        var textStart = valueStart + 1
        if entry.pointee.form == .text {
            json.put(Byte.quote)
        } else {
            textStart = endTyped(entry.pointee.form, valueStart)
        }
        if depth == 2, entry.pointee.field != .other {
            let field = fields + entry.pointee.field.rawValue
            if field.pointee.start == 0 {
                field.pointee = (textStart, textStart == valueStart ? json.count : json.count - 1)
            }
        }
    }

    /// - Returns: where the text begins: at `valueStart` if it lost its quotes.
    private mutating func endTyped(_ form: Shapes.Form, _ valueStart: Int) -> Int {
        let text = UnsafeBufferPointer(
            start: UnsafePointer(json.start) + valueStart + 1, count: json.count - valueStart - 1)
        switch form {
        case .boolean where text.isBoolean, .integer where text.isInteger:
            let length = text.count
            (json.start + valueStart).update(from: json.start + valueStart + 1, count: length)
            json.truncate(to: valueStart + length)
            return valueStart
        case .percentage:
            if text.last == UInt8(ascii: "%") { json.truncate(to: json.count - 1) }
        default:
            break
        }
        json.put(Byte.quote)
        return valueStart + 1
    }

    private mutating func gather(from start: Int) {
        let object = json.array(from: start)
        let gathered = Gathering.object(object)
        json.truncate(to: start)
        json.reserve(gathered.count)
        gathered.withUnsafeBufferPointer { bytes in
            if let first = bytes.baseAddress { json.put(first, bytes.count) }
        }
    }
}

extension RecordAssembler {
    /// Name of the `…Ret` that was opened last, as an index of `names`.
    var recordName: Int { frames[0].name }

    /// Whether the record that has just ended has any children at all.
    var hasMembers: Bool { frames[0].isObject }

    /// The JSON of the record that has just ended.
    mutating func finishedJSON() -> [UInt8] {
        if frames[0].isScattered { gather(from: 0) }
        return json.array()
    }

    /// A field of the record that has just ended, read before `finishedJSON`. Nil if it is absent or empty.
    func field(_ field: RecordField) -> String? {
        let range = fields[field.rawValue]
        guard range.end > range.start else { return nil }
        let text = UnsafeBufferPointer(start: json.start + range.start, count: range.end - range.start)
        return text.contains(Byte.backslash)
            ? Gathering.unescaped(text) : String(decoding: text, as: UTF8.self)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var isBoolean: Bool {
        count == 4 && elementsEqual("true".utf8) || count == 5 && elementsEqual("false".utf8)
    }

    /// A whole number of 32 bits in the one spelling that JSON has for it: no plus, no leading zeros, no
    /// `-0`.
    fileprivate var isInteger: Bool {
        let digits = first == UInt8(ascii: "-") ? self[1...] : self[...]
        guard (1...10).contains(digits.count), digits.allSatisfy({ Byte.digits.contains($0) }) else {
            return false
        }
        if digits.first == Byte.digits.lowerBound { return count == 1 }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - Byte.digits.lowerBound) }
        return value <= (first == UInt8(ascii: "-") ? -Int(Int32.min) : Int(Int32.max))
    }
}

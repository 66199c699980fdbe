internal import XML

/*
 The hot path: one element of an answer, mostly a `…Ret`, from XML events to the bytes of a JSON value,
 without a tree and without a `String` per element. What comes in is written down at once, as what it most
 likely is, and put right when it turns out otherwise:

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
     <ColDesc colID="1">           "ColDesc":[{"@colID":"1"         text: ,"#text":" and the text
       <ColType>                   ,"ColType":"                     (text before a child is taken back)

 An element that the catalog does not know as a list and that comes twice all the same is rewritten the same
 way.

 Text inside JSON is never looked at twice, names are compared as addresses, and the memory is raw because
 some two million small steps make up an answer of 9 MB. Everything unsafe is in this file with its
 extension, `JSONBuffer`, `ElementTable` and `Vocabulary`; the rules that keep it right are few: room is
 reserved before bytes are put, a pointer into `frames`, `entries` or `keys` is not used after something was
 added to it, and `ResponseDecoder` releases all of it once.
*/
struct RecordAssembler {
    /// An element that has begun and not ended.
    struct Frame {
        /// What an element has shown of itself.
        enum State: UInt8 {
            /// Nothing or text, in the open string at `valueStart`.
            case text
            case children
            /// Attributes, up to `attributesEnd`.
            case attributes
            /// Attributes, then an open string.
            case attributesAndText
        }

        /// Its entry in `elements`.
        var element: Int
        /// Where its value begins: at the quote or the brace.
        var valueStart: Int
        var attributesEnd: Int
        /// The entry of the child whose list is open, or -1.
        var openList: Int
        var state: State
        /// A name came again after another one had come in between.
        var isScattered: Bool
        /// Which children have come: one bit for each of the first 128 that were met in elements of this
        /// name. Further ones share bits, which can only cause a rewriting that changes nothing.
        var seen: (UInt64, UInt64)
    }

    var elements = ElementTable()
    var json = JSONBuffer(capacity: 16 << 10)
    var frames: UnsafeMutablePointer<Frame>
    private var frameCapacity = 72
    private(set) var depth = 0
    /// The entry of what the element that is assembled stands in.
    private var parentOfRoot = 0
    /// Where the text of each `RecordField` lies in `json`; an empty range at 0 if it has not come.
    let fields: UnsafeMutablePointer<(start: Int, end: Int)>

    init() {
        frames = .allocate(capacity: frameCapacity)
        fields = .allocate(capacity: RecordField.allCases.count)
        fields.initialize(repeating: (0, 0), count: RecordField.allCases.count)
    }

    func release() {
        elements.release()
        json.release()
        frames.deallocate()
        fields.deallocate()
    }

    var isOpen: Bool { depth > 0 }

    /// Bytes that it holds.
    var capacity: Int {
        json.capacity + elements.capacity + frameCapacity * MemoryLayout<Frame>.stride
    }

    /// Begins an element of the answer of entry `answer`; `start`, `text` and `end` follow until `end` says
    /// that it is complete.
    mutating func open(_ name: Name, _ attributes: Attributes, in answer: Int) throws(ResponseError) {
        json.truncate(to: 0)
        fields.update(repeating: (0, 0), count: RecordField.allCases.count)
        json.reserve(16)
        parentOfRoot = answer
        try push(elements.index(of: name, in: answer), attributes)
    }

    mutating func start(_ name: Name, _ attributes: Attributes) throws(ResponseError) {
        let parent = frames + (depth - 1)
        let child = try elements.index(of: name, in: parent.pointee.element)
        let entry = elements.entries + child
        // The key, and at most a bracket, a comma, a bracket and a quote.
        json.reserve(entry.pointee.keyLength + 16)
        if parent.pointee.state == .children {
            if parent.pointee.openList == child {
                json.put(Byte.comma)
                return try push(child, attributes)
            }
            if parent.pointee.openList >= 0 { json.put(Byte.closeBracket) }
            json.put(Byte.comma)
        } else {
            if parent.pointee.state == .text {
                json.truncate(to: parent.pointee.valueStart)
                json.put(Byte.openBrace)
            } else {
                json.truncate(to: parent.pointee.attributesEnd)
                json.put(Byte.comma)
            }
            parent.pointee.state = .children
        }
        note(entry.pointee.ordinal, in: parent)
        json.put(elements.keys + entry.pointee.keyStart, entry.pointee.keyLength)
        if entry.pointee.isList {
            json.put(Byte.openBracket)
            parent.pointee.openList = child
        } else {
            parent.pointee.openList = -1
        }
        try push(child, attributes)
    }

    @inline(__always)
    private func note(_ ordinal: Int, in parent: UnsafeMutablePointer<Frame>) {
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: ordinal & 63)
        let known: UInt64
        if ordinal & 64 == 0 {
            known = parent.pointee.seen.0
            parent.pointee.seen.0 = known | bit
        } else {
            known = parent.pointee.seen.1
            parent.pointee.seen.1 = known | bit
        }
        if known & bit != 0 { parent.pointee.isScattered = true }
    }

    @inline(__always)
    private mutating func push(_ element: Int, _ attributes: Attributes) throws(ResponseError) {
        if depth == frameCapacity { growFrames() }
        (frames + depth).initialize(
            to: Frame(
                element: element, valueStart: json.count, attributesEnd: 0, openList: -1, state: .text,
                isScattered: false, seen: (0, 0)))
        depth += 1
        if attributes.isEmpty { json.put(Byte.quote) } else { try put(attributes) }
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
        switch frames[depth - 1].state {
        case .text: json.putEscaped(bytes)
        case .children: break
        case .attributes, .attributesAndText: putBesideAttributes(bytes)
        }
    }

    /// - Returns: whether this was the end of the element that was opened.
    mutating func end() -> Bool {
        let frame = frames + (depth - 1)
        json.reserve(4)
        switch frame.pointee.state {
        case .children:
            if frame.pointee.openList >= 0 { json.put(Byte.closeBracket) }
            json.put(Byte.closeBrace)
            // The root itself is gathered after its fields are read, since gathering moves them.
            if frame.pointee.isScattered && depth > 1 { gather(from: frame.pointee.valueStart) }
        case .text:
            endLeaf(frame.pointee.element, frame.pointee.valueStart)
        case .attributesAndText:
            json.put(Byte.quote)
            json.put(Byte.closeBrace)
        case .attributes:
            json.put(Byte.closeBrace)
        }
        depth -= 1
        return depth == 0
    }

    @inline(__always)
    private mutating func endLeaf(_ element: Int, _ valueStart: Int) {
        let entry = elements.entries + element
        let form = entry.pointee.form
        let field = entry.pointee.field
        var textStart = valueStart + 1
        switch form {
        case .text:
            json.put(Byte.quote)
        case .enumeration:
            elements.judge(json.text(from: textStart), of: element, in: parent)
            json.put(Byte.quote)
        case .boolean, .integer, .percentage:
            textStart = endTyped(form, valueStart)
        }
        guard field != .other else { return }
        if depth == 2 {
            keep(field, textStart, isBare: textStart == valueStart)
        } else if depth == 3, field == .listID, (elements.entries + parent).pointee.isEntity {
            keep(.entityID, textStart, isBare: false)
        }
    }

    /// The first of several counts.
    @inline(__always)
    private func keep(_ field: RecordField, _ start: Int, isBare: Bool) {
        let place = fields + field.rawValue
        if place.pointee.start == 0 { place.pointee = (start, isBare ? json.count : json.count - 1) }
    }

    /// The entry of the element around the innermost one.
    var parent: Int { depth > 1 ? frames[depth - 2].element : parentOfRoot }

    /// - Returns: where the text begins: at `valueStart` if it lost its quotes.
    private mutating func endTyped(_ form: Shapes.Form, _ valueStart: Int) -> Int {
        let text = json.text(from: valueStart + 1)
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

    mutating func gather(from start: Int) {
        let gathered = Gathering.object(json.array(from: start))
        json.truncate(to: start)
        json.reserve(gathered.count)
        gathered.withUnsafeBufferPointer { bytes in
            if let first = bytes.baseAddress { json.put(first, bytes.count) }
        }
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

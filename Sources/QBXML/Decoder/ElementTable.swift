internal import XML

/// What the decoder knows about each element of one document, by its name and its parent's.
///
/// libxml2 interns names, so an address stands for a name: the catalog is asked once per parent, child and
/// document, and every further occurrence costs one look into a hash table of addresses. What the catalog
/// does not know is noted on the same occasion, so the notes cost the hot path nothing. Whoever owns the
/// value calls `release` once.
struct ElementTable {
    /// What the hot path needs of an element; trivial, so that reading one copies a few bytes and counts no
    /// references.
    struct Entry {
        /// Place of the element's own name in `names`: its children are looked up by it.
        var name: Int
        /// Where `"Name":` stands in `keys`.
        var keyStart: Int
        var keyLength: Int
        var form: Shapes.Form
        var field: RecordField
        var isList: Bool
        /// Whether its name is that of a record: something and `Ret`.
        var isRecord: Bool
        /// Whether it refers to a customer, vendor or employee.
        var isEntity: Bool
        /// Whether the catalog has its name anywhere. What is within an unknown element is not noted again.
        var isKnown: Bool
        /// Which of the children of its parent it is, in the order in which they were met: 0, 1, 2 …
        var ordinal: Int
        /// Its enumeration in `vocabulary`; only where `form` says so.
        var enumeration: Int
    }

    /// The element that all answers stand in, whose entry is always there.
    static let messageSet = 0

    /// Different pairs of parent and child that one document may have. The whole catalog has 3,075; more
    /// than this are not QuickBooks' doing and would only cost memory.
    static let limit = 1 << 16

    /// Notes that one document may leave.
    static let noteLimit = 100

    /// Of an unknown value, the bytes that its note repeats. The longest that the catalog knows has 37.
    private static let notedBytes = 100

    private let shapes: Shapes
    private(set) var entries: UnsafeMutablePointer<Entry>
    private var entryCapacity = 512
    private(set) var count = 0
    private(set) var names: [String] = []
    private var nameIndexes: [String: Int] = [:]
    /// By name, for elements and for attributes: how many different ones were met.
    private var childCounts: [(elements: Int, attributes: Int)] = []
    private var keyBytes = JSONBuffer(capacity: 8 << 10)
    private var vocabulary = Vocabulary()
    private(set) var notes: [Note] = []
    private var noted: Set<Note> = []

    /// Open addressing; the mask is a power of two less one, and at most half of the slots are taken.
    private var slots: UnsafeMutablePointer<Slot>
    private var mask = 1023

    private struct Slot {
        var address: UnsafePointer<UInt8>?
        /// Place of the parent's name, plus `attributeFamily` if the address is that of an attribute's name.
        var family: Int
        var index: Int
    }

    private static let attributeFamily = 1 << 32

    init(shapes: Shapes = .standard) {
        self.shapes = shapes
        entries = .allocate(capacity: entryCapacity)
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: Slot(address: nil, family: 0, index: 0), count: mask + 1)
        addEntry(Shapes.messageSet, .plain, isKnown: true, ordinal: 0)
    }

    func release() {
        entries.deallocate()
        slots.deallocate()
        keyBytes.release()
        vocabulary.release()
    }

    /// Bytes that it holds.
    var capacity: Int {
        entryCapacity * MemoryLayout<Entry>.stride + (mask + 1) * MemoryLayout<Slot>.stride
            + keyBytes.capacity + vocabulary.capacity
    }

    /// The `"Name":` bytes of all elements, one after the other. Moves when a new element is met.
    var keys: UnsafePointer<UInt8> { UnsafePointer(keyBytes.start) }

    /// The `"Name":` bytes of one.
    func key(of entry: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: keys + entries[entry].keyStart, count: entries[entry].keyLength)
    }

    func name(of entry: Int) -> String { names[entries[entry].name] }

    /// The entry of an element within the one of entry `parent`.
    @inline(__always)
    mutating func index(of name: Name, in parent: Int) throws(ResponseError) -> Int {
        try index(of: name, family: entries[parent].name, in: parent)
    }

    /// The entry of an attribute of the element of entry `element`.
    mutating func index(ofAttribute name: Name, of element: Int) throws(ResponseError) -> Int {
        try index(of: name, family: entries[element].name + Self.attributeFamily, in: element)
    }

    @inline(__always)
    private mutating func index(
        of name: Name, family: Int, in parent: Int
    ) throws(ResponseError) -> Int {
        var slot = Self.slot(name.local, family) & mask
        while let address = slots[slot].address {
            if address == name.local && slots[slot].family == family { return slots[slot].index }
            slot = (slot + 1) & mask
        }
        return try learn(name, family, in: parent)
    }

    /// Interned strings are packed closely and families are small numbers, so the low bits differ; the
    /// multiplications spread them.
    @inline(__always)
    private static func slot(_ address: UnsafePointer<UInt8>, _ family: Int) -> Int {
        let mixed =
            UInt(bitPattern: address) &* 0x9e37_79b9_7f4a_7c15
            ^ UInt(bitPattern: family) &* 0xbf58_476d_1ce4_e5b9
        return Int(truncatingIfNeeded: mixed >> 40)
    }

    // MARK: What is met for the first time

    @inline(never)
    private mutating func learn(_ name: Name, _ family: Int, in parent: Int) throws(ResponseError) -> Int {
        guard count < Self.limit else { throw .tooManyElements(limit: Self.limit) }
        if count * 2 > mask { growSlots() }
        let isAttribute = family >= Self.attributeFamily
        let text = isAttribute ? "@\(name.string)" : name.string
        let parentName = entries[parent].name
        let shape = shapes.child(text, of: names[parentName])
        if shape == nil, entries[parent].isKnown {
            note(Note(parent: names[parentName], element: text))
        }
        let ordinal: Int
        if isAttribute {
            ordinal = childCounts[parentName].attributes
            childCounts[parentName].attributes += 1
        } else {
            ordinal = childCounts[parentName].elements
            childCounts[parentName].elements += 1
        }
        place(name.local, family, at: count)
        return addEntry(
            text, shape ?? shapes.stranger(text), isKnown: shape != nil || shapes.knows(text),
            ordinal: ordinal)
    }

    @discardableResult
    private mutating func addEntry(
        _ text: String, _ shape: Shapes.Child, isKnown: Bool, ordinal: Int
    ) -> Int {
        if count == entryCapacity { growEntries() }
        var key = "\"\(text)\":"
        let keyStart = keyBytes.count
        key.withUTF8 { bytes in
            keyBytes.reserve(bytes.count)
            if let start = bytes.baseAddress { keyBytes.put(start, bytes.count) }
        }
        let entry = Entry(
            name: nameIndex(text), keyStart: keyStart, keyLength: keyBytes.count - keyStart, form: shape.form,
            field: RecordField(element: text), isList: shape.isList,
            isRecord: text.hasSuffix(Self.suffix) && text != Self.suffix,
            isEntity: RecordField.entityReferences.contains(text), isKnown: isKnown, ordinal: ordinal,
            enumeration: shape.form == .enumeration ? words(shape.enumeration) : -1)
        (entries + count).initialize(to: entry)
        count += 1
        return count - 1
    }

    static let suffix = "Ret"

    private mutating func words(_ enumeration: Int) -> Int {
        vocabulary.add(shapes.catalog.enumerations[enumeration].values.lazy.map(\.name))
    }

    private mutating func nameIndex(_ text: String) -> Int {
        if let index = nameIndexes[text] { return index }
        nameIndexes[text] = names.count
        names.append(text)
        childCounts.append((0, 0))
        return names.count - 1
    }

    private mutating func place(_ address: UnsafePointer<UInt8>, _ family: Int, at index: Int) {
        var slot = Self.slot(address, family) & mask
        while slots[slot].address != nil { slot = (slot + 1) & mask }
        slots[slot] = Slot(address: address, family: family, index: index)
    }

    private mutating func growEntries() {
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
        larger.update(from: entries, count: count)
        entries.deallocate()
        entries = larger
        entryCapacity *= 2
    }

    private mutating func growSlots() {
        let old = slots
        let oldMask = mask
        mask = mask * 2 + 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: Slot(address: nil, family: 0, index: 0), count: mask + 1)
        for slot in 0...oldMask {
            if let address = old[slot].address { place(address, old[slot].family, at: old[slot].index) }
        }
        old.deallocate()
    }

    // MARK: Notes

    /// Notes a value that the element's enumeration lacks, once. An empty element is not a value.
    ///
    /// - Parameter value: as it stands in JSON.
    @inline(__always)
    mutating func judge(_ value: UnsafeBufferPointer<UInt8>, of entry: Int, in parent: Int) {
        if value.isEmpty || vocabulary.contains(value, in: entries[entry].enumeration) { return }
        noteValue(value, of: entry, in: parent)
    }

    @inline(never)
    private mutating func noteValue(_ value: UnsafeBufferPointer<UInt8>, of entry: Int, in parent: Int) {
        guard notes.count < Self.noteLimit else { return }
        let start = UnsafeBufferPointer(rebasing: value.prefix(Self.notedBytes))
        note(Note(parent: name(of: parent), element: name(of: entry), value: Gathering.unescaped(start)))
        // From now on it passes as known.
        if value.count <= Self.notedBytes { vocabulary.add(value, to: entries[entry].enumeration) }
    }

    private mutating func note(_ note: Note) {
        if notes.count < Self.noteLimit, noted.insert(note).inserted { notes.append(note) }
    }
}

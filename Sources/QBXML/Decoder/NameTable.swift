internal import XML

/// What the decoder knows about each element name of one document.
///
/// libxml2 interns names, so an address stands for a name: the catalog is asked once per name and document,
/// and every further occurrence costs one look into a hash table of addresses. Whoever owns the value calls
/// `release` once.
struct NameTable {
    /// What the hot path needs of a name; trivial, so that reading one copies a few bytes and counts no
    /// references.
    struct Entry {
        /// Where `"Name":` stands in `keys`.
        var keyStart: Int
        var keyLength: Int
        var form: Shapes.Form
        var field: RecordField
        var mayRepeat: Bool
        /// The last parent in which it was found to be a list, and the last in which it was not.
        var listParent: Int
        var singleParent: Int
    }

    private let shapes = Shapes.standard
    private(set) var entries: UnsafeMutablePointer<Entry>
    private var entryCapacity = 256
    private(set) var count = 0
    private(set) var names: [String] = []
    private var listParents: [Set<String>] = []
    private var keyBytes = JSONBuffer(capacity: 8 << 10)

    /// Open addressing; the mask is a power of two less one, and at most half of the places are taken.
    private var places: UnsafeMutablePointer<Place>
    private var mask = 511

    private struct Place {
        var address: UnsafePointer<UInt8>?
        var index: Int
    }

    init() {
        entries = .allocate(capacity: entryCapacity)
        places = .allocate(capacity: mask + 1)
        places.initialize(repeating: Place(address: nil, index: 0), count: mask + 1)
    }

    func release() {
        entries.deallocate()
        places.deallocate()
        keyBytes.release()
    }

    /// The `"Name":` bytes of all names, one after the other. Moves when a new name is met.
    var keys: UnsafePointer<UInt8> { UnsafePointer(keyBytes.start) }

    @inline(__always)
    mutating func index(of name: Name) -> Int {
        var place = Self.slot(name.local) & mask
        while let address = places[place].address {
            if address == name.local { return places[place].index }
            place = (place + 1) & mask
        }
        return learn(name)
    }

    /// Interned strings are packed closely, so the low bits differ; the multiplication spreads them.
    @inline(__always)
    private static func slot(_ address: UnsafePointer<UInt8>) -> Int {
        Int(truncatingIfNeeded: (UInt(bitPattern: address) &* 0x9e37_79b9_7f4a_7c15) >> 40)
    }

    @inline(never)
    private mutating func learn(_ name: Name) -> Int {
        if count == entryCapacity { growEntries() }
        if count * 2 > mask { growPlaces() }
        let text = name.string
        let parents = shapes.listParents(of: text)
        var key = "\"\(text)\":"
        let keyStart = keyBytes.count
        key.withUTF8 { bytes in
            keyBytes.reserve(bytes.count)
            if let start = bytes.baseAddress { keyBytes.put(start, bytes.count) }
        }
        let entry = Entry(
            keyStart: keyStart, keyLength: keyBytes.count - keyStart, form: shapes.form(of: text),
            field: RecordField(element: text), mayRepeat: !parents.isEmpty, listParent: -1, singleParent: -1)
        (entries + count).initialize(to: entry)
        names.append(text)
        listParents.append(parents)
        place(name.local, at: count)
        count += 1
        return count - 1
    }

    private mutating func place(_ address: UnsafePointer<UInt8>, at index: Int) {
        var place = Self.slot(address) & mask
        while places[place].address != nil { place = (place + 1) & mask }
        places[place] = Place(address: address, index: index)
    }

    private mutating func growEntries() {
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
        larger.update(from: entries, count: count)
        entries.deallocate()
        entries = larger
        entryCapacity *= 2
    }

    private mutating func growPlaces() {
        let old = places
        let oldMask = mask
        mask = mask * 2 + 1
        places = .allocate(capacity: mask + 1)
        places.initialize(repeating: Place(address: nil, index: 0), count: mask + 1)
        for slot in 0...oldMask {
            if let address = old[slot].address { place(address, at: old[slot].index) }
        }
        old.deallocate()
    }

    /// Whether `child` is a list in `parent`, remembered for the next time.
    @inline(__always)
    func isList(_ child: Int, in parent: Int) -> Bool {
        let entry = entries + child
        guard entry.pointee.mayRepeat else { return false }
        if entry.pointee.listParent == parent { return true }
        if entry.pointee.singleParent == parent { return false }
        return judge(child, in: parent)
    }

    @inline(never)
    private func judge(_ child: Int, in parent: Int) -> Bool {
        let isList = listParents[child].contains(names[parent])
        if isList {
            entries[child].listParent = parent
        } else {
            entries[child].singleParent = parent
        }
        return isList
    }
}

/// The fields that a record carries beside its JSON; they are direct children of the `…Ret`.
enum RecordField: Int, CaseIterable, Sendable {
    case other, listID, txnID, fullName, name, refNumber, editSequence, timeCreated, timeModified, isActive

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
            default: .other
            }
    }
}

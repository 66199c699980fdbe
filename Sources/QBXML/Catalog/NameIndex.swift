/// The names of elements and attributes, each with a number.
///
/// A document's names are looked up once each, as bytes; from then on numbers are compared.
package struct NameIndex: Sendable {
    package struct ID: Hashable, Sendable {
        let number: Int32

        /// Stands for a name that the catalog does not have.
        static let unknown = ID(number: -1)
    }

    package private(set) var names: [String] = []
    /// Open addressing: number and a piece of the hash in each place, at most half of them taken.
    private var places: [(number: Int32, hash: UInt32)]
    private var mask: Int
    /// All names one after the other, for comparison.
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]

    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        places = Array(repeating: (-1, 0), count: size)
        mask = size - 1
    }

    package func id(of name: String) -> ID? {
        var name = name
        return name.withUTF8 { id(of: $0) }
    }

    func id(of name: UnsafeBufferPointer<UInt8>) -> ID? {
        let hash = Self.hash(name)
        var place = Int(hash) & mask
        while places[place].number >= 0 {
            if places[place].hash == hash, matches(places[place].number, name) {
                return ID(number: places[place].number)
            }
            place = (place + 1) & mask
        }
        return nil
    }

    /// The name as UTF-8, for those who write it ten thousand times.
    func bytes(of id: ID) -> ArraySlice<UInt8> {
        bytes[Int(starts[Int(id.number)])..<Int(starts[Int(id.number) + 1])]
    }

    mutating func insert(_ name: UnsafeBufferPointer<UInt8>) -> ID {
        if let known = id(of: name) { return known }
        if names.count * 2 > mask { grow() }
        let number = Int32(names.count)
        names.append(String(decoding: name, as: UTF8.self))
        bytes.append(contentsOf: name)
        starts.append(Int32(bytes.count))
        put(number, Self.hash(name))
        return ID(number: number)
    }

    private mutating func put(_ number: Int32, _ hash: UInt32) {
        var place = Int(hash) & mask
        while places[place].number >= 0 { place = (place + 1) & mask }
        places[place] = (number, hash)
    }

    private mutating func grow() {
        let old = places
        mask = mask * 2 + 1
        places = Array(repeating: (-1, 0), count: mask + 1)
        for entry in old where entry.number >= 0 { put(entry.number, entry.hash) }
    }

    @inline(__always)
    private func matches(_ number: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[Int(number)])
        guard Int(starts[Int(number) + 1]) - start == name.count else { return false }
        for index in 0..<name.count where bytes[start + index] != name[index] { return false }
        return true
    }

    /// FNV-1a: short names, and no enemy chooses them but by sending more of them than there are.
    @inline(__always)
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }
}

/// A small generator of numbers that are the same for the same seed (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

    /// One to four changes: a byte replaced, removed, doubled, or a stretch copied elsewhere.
    mutating func mutated(_ document: [UInt8]) -> [UInt8] {
        var bytes = document
        for _ in 0...below(4) where !bytes.isEmpty {
            let place = below(bytes.count)
            switch below(5) {
            case 0: bytes[place] = UInt8(below(256))
            case 1: bytes[place] = Array("<>&;\"'/=![]-?#x \0".utf8)[below(17)]
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(bytes[below(bytes.count)], at: place)
            default:
                let stretch = bytes[place..<min(bytes.count, place + below(60))]
                bytes.insert(contentsOf: Array(stretch), at: below(bytes.count))
            }
        }
        return bytes
    }
}

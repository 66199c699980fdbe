import XML

/// Writes down what a reader says, pieces of text joined.
final class Recorder: EventHandler {
    enum Event: Equatable {
        case start(String, namespace: String?, [String: String])
        case text(String)
        case end(String)
    }

    private(set) var events: [Event] = []
    /// How long each piece of text was, as it came.
    private(set) var pieces: [Int] = []
    private(set) var textBytes = 0
    private var pending: [UInt8] = []
    private let keepsText: Bool

    init(keepsText: Bool = true) { self.keepsText = keepsText }

    func start(_ name: Name, _ attributes: Attributes) {
        flush()
        var values: [String: String] = [:]
        for (name, value) in attributes { values[name.string] = String(decoding: value, as: UTF8.self) }
        events.append(.start(name.string, namespace: name.namespaceString, values))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        pieces.append(bytes.count)
        textBytes += bytes.count
        if keepsText { pending.append(contentsOf: bytes) }
    }

    func end(_ name: Name) {
        flush()
        events.append(.end(name.string))
    }

    private func flush() {
        guard !pending.isEmpty else { return }
        events.append(.text(String(decoding: pending, as: UTF8.self)))
        pending = []
    }
}

/// Reads a document, in pieces of `step` bytes if given.
func events(
    of document: [UInt8], step: Int? = nil, ceilings: Ceilings = .standard,
    encoding: Reader.Encoding = .declared, scansText: Bool = true
) throws -> [Recorder.Event] {
    let recorder = Recorder()
    try read(
        document, recorder, step: step, ceilings: ceilings, encoding: encoding, scansText: scansText)
    return recorder.events
}

func events(
    of document: String, step: Int? = nil, ceilings: Ceilings = .standard
) throws -> [Recorder.Event] {
    try events(of: Array(document.utf8), step: step, ceilings: ceilings)
}

func read(
    _ document: [UInt8], _ handler: any EventHandler, step: Int? = nil, ceilings: Ceilings = .standard,
    encoding: Reader.Encoding = .declared, scansText: Bool = true
) throws {
    let reader = Reader(handler, ceilings: ceilings, encoding: encoding, scansText: scansText)
    try document.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(step ?? rest.count)
            rest = rest.dropFirst(piece.count)
            try reader.push(UnsafeRawBufferPointer(rebasing: piece))
        }
    }
    try reader.finish()
}

/// The error of a document that must not be read, nil if it is.
func refusal(_ document: [UInt8], step: Int? = nil, ceilings: Ceilings = .standard) -> XMLError? {
    do {
        _ = try events(of: document, step: step, ceilings: ceilings)
        return nil
    } catch {
        return error as? XMLError
    }
}

func refusal(_ document: String, step: Int? = nil, ceilings: Ceilings = .standard) -> XMLError? {
    refusal(Array(document.utf8), step: step, ceilings: ceilings)
}

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

    /// One to four changes: a byte replaced, removed, doubled, or a stretch of the document copied elsewhere.
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
                let stretch = bytes[place..<min(bytes.count, place + below(40))]
                bytes.insert(contentsOf: Array(stretch), at: below(bytes.count))
            }
        }
        return bytes
    }
}

import FoundationEssentials
import QBXML

/// Which of the waiting requests travel together.
///
/// Several save time: each exchange costs QuickBooks a second or more. They stay few while nobody has
/// measured, and grow as long as a set takes less than `goal`. A question travels alone, because QuickBooks
/// keeps of questions in a set with an ID nothing but the status; two changes of one record travel apart,
/// because the second needs the `EditSequence` that the first makes; and two that give the same name to what
/// they make (`defMacro`) are no more in one set than QuickBooks takes it.
struct Batch: Equatable, Sendable {
    private(set) var writes: [Write] = []

    /// Seconds that a set should take QuickBooks: short enough for people who wait to work in between.
    static let goal = 10.0
    static let first = 10
    static let most = 100
    static let mostBytes = 1_000_000

    static func size(_ pace: OutboxFacts.Pace?) -> Int {
        guard let pace, pace.requests > 0 else { return first }
        let each = max(pace.seconds / Double(pace.requests), 0.001)
        return min(most, max(1, min(Int(goal / each), pace.requests * 2)))
    }

    /// - Parameter queue: in the order of sending; what is left out stays in its place.
    init(_ queue: [Write], pace: OutboxFacts.Pace?) {
        guard let head = queue.first else { return }
        guard head.changesBooks else {
            writes = [head]
            return
        }
        if let bundle = head.bundle {
            let tied = queue.filter { $0.bundle == bundle }
            // What is left behind takes the IDs that the macros stood for.
            writes = Array(tied.prefix(max(1, tied.compactMap(\.isolation).min() ?? tied.count)))
            return
        }
        var room = Self.size(pace)
        var bytes = 0
        var touched: Set<String> = []
        var macros: Set<String> = []
        for write in queue {
            // What travels by itself is not overtaken.
            guard write.changesBooks, write.bundle == nil else { break }
            // Those that are looked for first travel by themselves.
            if (write.doubtfulSince == nil) != (head.doubtfulSince == nil) { break }
            let limit = min(room, max(1, write.isolation ?? room))
            guard writes.count < limit else { break }
            bytes += write.body.count
            if !writes.isEmpty, bytes > Self.mostBytes { break }
            if let record = write.subject.id, !touched.insert(record).inserted { break }
            let own = write.definedMacros
            guard macros.isDisjoint(with: own) else { break }
            macros.formUnion(own)
            room = limit
            writes.append(write)
        }
    }

    var isBundle: Bool { writes.first?.bundle != nil }

    /// The document in its final bytes.
    func document(_ facts: OutboxFacts, version: Version) -> [UInt8] {
        let isRecoverable = writes.first?.changesBooks ?? false
        let head = MessageSetHead(
            version: version, onError: isBundle ? .stopOnError : .continueOnError,
            newMessageSetID: isRecoverable ? facts.freshID : nil,
            oldMessageSetID: isRecoverable ? facts.lastClosedID : nil)
        var request = MessageSetRequest(
            version: version, requests: writes.map { .checked($0.body, requestID: $0.id) })
        request.head = head
        return request.encoded()
    }
}

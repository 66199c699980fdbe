import Dispatch
import Synchronization

/// How far the records of an answer are written into their file, for whoever reads behind the writer.
///
/// While it is written, one thread at a time may visit it. What it has not reached yet is then kept in memory
/// as well, up to a megabyte or the largest record, and the writer waits when it is further ahead: so most
/// records come to the visitor as they are, and not by the file. Once it is ended, any number visit.
final class SpoolProgress: Sendable {
    /// What of an answer comes next.
    enum Next {
        /// These, which end at a place in the file.
        case records([RecordEvent], end: Int)
        /// Whole frames in the file, up to a place.
        case frames(end: Int)
    }

    private struct Piece {
        var place: Range<Int>
        var records: [RecordEvent]
    }

    private struct State {
        /// All frames before this place are whole.
        var written = 0
        /// Where the frames of each answer begin.
        var starts: [Int] = []
        var end: Result<Void, any Error>?
        var isVisited = false
        var pieces: [Piece] = []

        var isFarAhead: Bool {
            pieces.count > 1 && pieces.reduce(0) { $0 + $1.place.count } > SpoolProgress.bytesAhead
        }

        /// Nil if it has to be waited for; nothing inside if the answer ends at the place.
        mutating func next(of answer: Int, at place: Int) -> Next?? {
            pieces.removeAll { $0.place.upperBound <= place }
            let next = starts.indices.contains(answer + 1) ? starts[answer + 1] : nil
            if next == place { return .some(nil) }
            if let first = pieces.first, first.place.lowerBound == place {
                pieces.removeFirst()
                return .some(.records(first.records, end: first.place.upperBound))
            }
            let end = min(next ?? written, pieces.first?.place.lowerBound ?? written)
            return end > place ? .some(.frames(end: end)) : nil
        }
    }

    private static let bytesAhead = 4 * SpoolFile.pieceSize

    private let state = Mutex(State())
    /// For the visitor: more is written, or it is over.
    private let news = DispatchSemaphore(value: 0)
    /// For the writer: the visitor is further, or gone.
    private let room = DispatchSemaphore(value: 0)

    // MARK: The writer's

    func begin(at place: Int) { state.withLock { $0.starts.append(place) } }

    /// Waits while the visitor is too far behind.
    func wrote(_ records: [RecordEvent], upTo place: Int) {
        state.withLock { state in
            if state.isVisited { state.pieces.append(Piece(place: state.written..<place, records: records)) }
            state.written = place
        }
        news.signal()
        while state.withLock({ $0.isFarAhead }) { room.wait() }
    }

    /// Says that there is nothing more; only the first word counts.
    func end(_ result: Result<Void, any Error>) {
        state.withLock { $0.end = $0.end ?? result }
        news.signal()
    }

    // MARK: The visitor's

    func come() { state.withLock { $0.isVisited = $0.end == nil } }

    func leave() {
        state.withLock { state in
            state.isVisited = false
            state.pieces = []
        }
        room.signal()
    }

    /// Waits until an answer has begun.
    ///
    /// - Returns: where its frames begin; nil if there is no such answer.
    func start(of answer: Int) throws -> Int? {
        try waiting { $0.starts.indices.contains(answer) ? $0.starts[answer] : nil }
    }

    /// Waits until more of an answer is there.
    ///
    /// - Returns: nil if it ends at the place.
    func next(of answer: Int, at place: Int) throws -> Next? {
        let next = try waiting { $0.next(of: answer, at: place) } ?? nil
        room.signal()
        return next
    }

    /// - Returns: nil if the end came before what is looked for.
    private func waiting<Found>(_ look: (inout State) -> Found?) throws -> Found? {
        while true {
            let (found, end) = state.withLock { (look(&$0), $0.end) }
            if let found { return found }
            if let end {
                try end.get()
                return nil
            }
            news.wait()
        }
    }
}

/// What QuickBooks keeps of a message set, so that an application whose answer was lost can ask for it.
struct KeptMessageSet: Equatable, Sendable, Codable {
    /// One request's answer in short.
    struct Answer: Equatable, Sendable, Codable {
        /// `InvoiceAddRs`
        var name: String
        var requestID: String?
        var statusCode: Int
        var statusMessage: String
        /// What stood in it, as written; nil for queries, of which only the status is kept.
        var content: String?
        /// `<ErrorRecovery>` in place of that; nil where nothing was added or changed.
        var identity: String?
    }

    var application: String
    var id: String
    /// Of the requests: the same ID with others is a mistake of the application.
    var checksum: String
    /// Nil if the answer could not be stored.
    var answers: [Answer]?
}

/// What is said of error recovery in the head of a message set.
struct SetAddress: Equatable {
    /// Both sources' words for forgetting everything.
    private static let clearAll: Set = ["CLR-ALL", "ClearAllMessageSets"]
    /// One source says 24, another 23; the simulator takes the more generous.
    private static let longest = 24

    var new: String?
    var old: String?

    /// Nil for a set that nothing is stored of.
    init?(_ attributes: [String: String]) {
        new = attributes["newMessageSetID"]
        old = attributes["oldMessageSetID"]
        if new == nil, old == nil { return nil }
    }

    var isWellFormed: Bool {
        [new, old].compactMap { $0 }.allSatisfy { !$0.isEmpty && $0.count <= Self.longest }
    }

    var forgetsAll: Bool { old.map { Self.clearAll.contains($0) } ?? false }
}

/// `messageSetStatusCode`
enum SetStatus: Int {
    case fine = 0
    /// Nothing is stored under the ID: the set never came, or was forgotten.
    case nothingStored = 600
    /// The ID is known with other requests.
    case otherContent = 9001
    /// The ID is known, its answer is not.
    case answerMissing = 9002
    /// The ID is empty or too long.
    case badID = 9004
    /// The requests were run, and their answer could not be kept.
    case notStored = 9005
}

extension CompanyFile {
    func messageSet(_ id: String, of application: String) -> KeptMessageSet? {
        messageSets.first { $0.id == id && $0.application == application }
    }

    /// - Returns: whether there was something to forget.
    @discardableResult
    mutating func forgetMessageSet(_ address: SetAddress, of application: String) -> Bool {
        let count = messageSets.count
        messageSets.removeAll {
            $0.application == application && (address.forgetsAll || $0.id == address.old)
        }
        return messageSets.count < count
    }

    /// The IDs under which answers of an application are kept.
    package func messageSetIDs(of application: String) -> [String] {
        messageSets.filter { $0.application == application }.map(\.id)
    }
}

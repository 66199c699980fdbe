import FoundationEssentials
import QBXML

/*
 Requests of a database that was put back to an older copy. They wait in the copy, and may have been sent
 since, in sets of which nothing is known here any more.

 That is the doubt of a lost answer, but for the set: so a set is made of them as if it were to be sent, and
 begins where the recovery of a set stands that QuickBooks does not know (600): each request is looked for in
 the books, from the moment of the copy on. What is found is linked. If nothing is, the set goes out, for the
 first time. What cannot be told is a person's to decide. See `Recovery`.

 If the conversation ends before that, the next one asks QuickBooks for the state of the set first, as of any
 other; it has never heard of it and says so.
*/
extension Exchange {
    /// Of those about which no query can tell anything: they are a person's at once.
    static let unseen =
        "It may have been sent before the database was put back to an older copy, and no query of "
        + "QuickBooks can show whether it was. \(Recovery.decide)"

    /// Begins to look for the requests of a set that has just been made.
    ///
    /// - Returns: nil if this QuickBooks cannot be asked; then the set is closed already.
    static func lookFirst(_ index: Int, _ turn: inout Turn) -> [UInt8]? {
        while let set = turn.outbox.set {
            if let document = clearUp(set, index, &turn) { return document }
        }
        return nil
    }
}

extension Write {
    /// It may have been sent, and nobody can look for it.
    var isUnseen: Bool { doubtfulSince != nil && changesBooks && Evidence.question(about: self) == nil }
}

extension Batch {
    /// The first moment after which any of them may have been sent; nil if none was.
    var doubtfulSince: Date? { writes.compactMap(\.doubtfulSince).min() }
}

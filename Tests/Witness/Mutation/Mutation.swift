/// One change that was made to a document.
package struct Mutation: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case swap, drop, duplicate, rename, move
        case tooLong = "too long"
        case wrongWord = "wrong enumeration"
        case wrongBranch = "wrong branch"
        case bothBranches = "both branches"
        case wrongForm = "wrong format"
        case outOfRange = "out of range"
        case emptied
        case padded = "white space"
        case strayText = "stray text"
        case childInValue = "child in a value"
        case unknownElement = "unknown element"
        case foreignElement = "foreign element"
        case attributeAdded = "attribute added"
        case attributeDropped = "attribute dropped"
        case attributeChanged = "attribute changed"
        case envelope
    }

    package let kind: Kind
    /// The element around the change, in the document as it is after it.
    package let parent: String
    /// The element that was changed or put in, likewise; nil if it is gone.
    package let element: String?

    package var sentence: String { "\(kind.rawValue) at \(element ?? parent)" }
}

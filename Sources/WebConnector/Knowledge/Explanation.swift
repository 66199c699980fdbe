/// What a code means for a person, in whole sentences. Sources for all of them are one table each.
package struct Explanation: Equatable, Sendable {
    package var meaning: String
    package var usualCause: String
    package var fix: String
    package var whoMustAct: Actor

    init(_ meaning: String, cause: String, fix: String, _ whoMustAct: Actor) {
        self.meaning = meaning
        usualCause = cause
        self.fix = fix
        self.whoMustAct = whoMustAct
    }
}

/// Whose move it is.
package enum Actor: String, CaseIterable, Sendable {
    case workstation = "the person at the workstation"
    case administrator = "the administrator of qbsyncd"
    case quickBooksAdmin = "the Admin of the company file in QuickBooks"
    case nobody = "nobody: it goes on by itself"
}

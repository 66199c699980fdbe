/// What a check is to assume, and how strict it is.
package struct CheckOptions: Equatable, Sendable {
    /// What is done about characters that Windows-1252 does not have.
    package enum CharacterPolicy: String, CaseIterable, Sendable {
        case refuse, transliterate
    }

    /// The newest qbXML version that the QuickBooks in question takes.
    package var version: Version
    /// Its edition; nil when nobody knows, and then whatever any desktop edition takes is fine.
    package var edition: Edition?
    package var characters: CharacterPolicy
    /// Whether a change that would delete unlisted lines must say that it knows
    /// (`"confirm": ["unlisted-lines"]`).
    package var linesNeedConfirmation: Bool
    /// What the request takes from others already: a macro among it is as good as one defined before.
    package var links: [DraftLink] = []
    /// The most errors, and the most warnings, that are told; more help nobody. All are counted.
    package var limit: Int

    package init(
        version: Version = Catalog.newest, edition: Edition? = nil,
        characters: CharacterPolicy = .refuse, linesNeedConfirmation: Bool = false, limit: Int = 200
    ) {
        self.version = version
        self.edition = edition
        self.characters = characters
        self.linesNeedConfirmation = linesNeedConfirmation
        self.limit = limit
    }
}

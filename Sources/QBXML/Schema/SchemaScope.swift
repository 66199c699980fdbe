/// For which QuickBooks a schema speaks.
package struct SchemaScope: Equatable, Sendable {
    /// The newest qbXML version that it takes.
    package var version: Version
    /// Its edition; nil for whatever any desktop edition has.
    package var edition: Edition?

    package init(version: Version = Catalog.newest, edition: Edition? = nil) {
        self.version = version
        self.edition = edition
    }

    func includes(_ since: Release, _ editions: Editions) -> Bool {
        guard since <= Release(version), !editions.isEmpty else { return false }
        return edition.map { editions.contains(Editions($0)) } ?? true
    }

    package func includes(_ subject: SchemaSubject) -> Bool { includes(subject.since, subject.editions) }

    func includes(_ place: Place, in content: Content) -> Bool {
        guard includes(place.since, place.editions) else { return false }
        var choice = Int(place.choice)
        while choice >= 0 {
            guard content.choices[choice].since <= Release(version) else { return false }
            choice = content.choices[choice].parent
        }
        return true
    }

    /// A word that newer versions lack is there too: a newer QuickBooks takes it in a document of an older
    /// one.
    func includes(_ value: Enumeration.Value) -> Bool { value.since.map { $0 <= Release(version) } ?? true }
}

/// Which JSON a schema describes. The same content reads differently in each.
enum SchemaUse: String, CaseIterable, Sendable {
    /// Goes to QuickBooks; `null` says the same as leaving out.
    case request = "Rq"
    /// Goes to QuickBooks in a Mod, where `null` clears.
    case modification = "ModRq"
    /// Comes from QuickBooks.
    case record = "Ret"
}

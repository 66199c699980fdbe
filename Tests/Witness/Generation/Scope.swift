package import QBXML

/// Which part of the catalog documents are made of.
package struct Scope: Sendable {
    package let version: Version
    /// Whether what only the Online Edition had is in it: the old schemas have that too.
    package let hasOnline: Bool
    private let newest: Release

    package init(version: Version, hasOnline: Bool) {
        self.version = version
        self.hasOnline = hasOnline
        newest = Release(version)
    }

    /// What a desktop of any edition takes in 13.0.
    package static let desktop = Scope(version: XSDValidator.version, hasOnline: false)
    /// All that the schemas of 13.0 have.
    package static let schema = Scope(version: XSDValidator.version, hasOnline: true)

    func has(_ place: Place) -> Bool { has(place.since, place.editions) }

    func has(_ choice: Choice) -> Bool { has(choice.since, choice.editions) }

    func has(_ message: Message) -> Bool { has(message.since, message.editions) }

    func has(_ value: Enumeration.Value) -> Bool {
        (value.since.map { $0 <= newest } ?? true) && (value.until.map { newest <= $0 } ?? true)
    }

    private func has(_ since: Release, _ editions: Editions) -> Bool {
        since <= newest && (hasOnline || !editions.isEmpty)
    }
}

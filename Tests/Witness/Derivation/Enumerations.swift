internal import QBXML

/// The values of every enumeration, by the name of its element, or of its attribute behind `@`.
///
/// In the schemas an enumeration is one and the same wherever its name stands; where they differ, as for one
/// attribute, the values are joined.
struct Enumerations {
    struct Value {
        var name: String
        var isDefault = false
        /// The versions that have it.
        var versions: Set<Version> = []
    }

    private(set) var all: [String: [Value]] = [:]
    private let newest: Version?

    /// The newest schema's order comes first, and what older ones have in addition behind it.
    ///
    /// - Parameter schemas: ascending by version.
    init(of schemas: [Schema]) {
        newest = schemas.last?.version
        for schema in schemas.reversed() {
            schema.forEachPlace { _, place in
                if place.type == .enumeration { take(place.values, of: place.name, schema.version) }
                for attribute in place.attributes where !attribute.values.isEmpty {
                    take(attribute.values, of: "@" + attribute.name, schema.version)
                }
            }
        }
    }

    private mutating func take(_ values: [Schema.Value], of name: String, _ version: Version) {
        var known = all[name] ?? []
        for value in values {
            let index = known.firstIndex { $0.name == value.name } ?? known.count
            if index == known.count { known.append(Value(name: value.name)) }
            known[index].versions.insert(version)
            if value.isDefault { known[index].isDefault = true }
        }
        all[name] = known
    }

    /// `Red! Green<=13.0 Blue>=14.0`: the default, a value that went and one that came.
    func words(of name: String) -> [String] {
        let values = all[name] ?? []
        // Of an enumeration that is new itself, its place says since when there is one.
        let birth = values.compactMap { $0.versions.min() }.min()
        return values.map { value in
            var word = value.name
            if let newest, let last = value.versions.max(), last < newest {
                word += "<=\(last)"
            } else if let first = value.versions.min(), first != birth {
                word += ">=\(first)"
            }
            return value.isDefault ? word + "!" : word
        }
    }
}

/// One place where an element may stand: `RefNumber` of an `InvoiceAdd`.
///
///     RefNumber? text11 v6.0 not:AU
///
/// A trivial value, so that checking thousands of elements copies a few bytes each and counts no references;
/// what has a text (name, attributes, enumeration) is kept in the catalog under a number.
package struct Place: Sendable, Equatable {
    /// What is inside the element.
    package enum Kind: Sendable, Equatable {
        case value(ValueType)
        /// Further elements.
        case content(Content.ID)
    }

    /// The number of its name, see `Catalog.name(_:)`.
    package let name: NameIndex.ID
    package let kind: Kind
    /// How often it must stand at least: 0 or 1. Within a choice it counts for the branch that was taken.
    package let minimum: Int32
    /// How often it may stand at most; `Place.unbounded` where nobody counts.
    package let maximum: Int32
    /// The qbXML version that brought the element to this place.
    package let since: Release
    /// The desktop editions that have it; none for what only the discontinued Online Edition had.
    package let editions: Editions
    package let length: LengthLimit
    /// Its own attributes, in `Catalog.attributes`.
    let attributes: Range<Int32>
    /// The number of its values for an enumeration, else -1.
    let enumeration: Int32
    /// The smallest and greatest value, in `Catalog.bounds`, or -1.
    let bounds: Int32
    /// An ID that may be the name of a macro: the attribute `useMacro`.
    package let takesMacro: Bool
    /// The innermost choice that it belongs to, and its branch there; -1 for none.
    let choice: Int16
    let branch: Int16

    package static let unbounded = Int32.max

    package var isRequired: Bool { minimum > 0 }
    package var isList: Bool { maximum > 1 }

    package var type: ValueType? {
        if case .value(let type) = kind { type } else { nil }
    }

    package var content: Content.ID? {
        if case .content(let content) = kind { content } else { nil }
    }
}

/// The types of values, by the names that the notation has for them. What each takes is in `ValueType+Form`.
package enum ValueType: String, CaseIterable, Sendable {
    case text, id, guid, flag, int, date, time, interval, amount, price, quantity, percent, float
    case enumeration = "enum"
    /// An element without content; what it says is in its attributes.
    case empty

    /// Whether it is a decimal number, which is always text in JSON.
    package var isDecimal: Bool {
        switch self {
        case .amount, .price, .quantity, .percent, .float: true
        default: false
        }
    }
}

/// How many characters a text may have, by edition. 0 stands for no limit that is known.
package struct LengthLimit: Sendable, Equatable {
    var unitedStates: UInt16 = 0
    var canada: UInt16 = 0
    var unitedKingdom: UInt16 = 0
    var australia: UInt16 = 0

    static let none = LengthLimit()

    /// The limit in an edition. Where nobody said which edition it is, that of the United States counts, else
    /// the longest.
    package func limit(in edition: Edition?) -> Int? {
        let limit =
            switch edition {
            case .unitedStates: unitedStates
            case .canada: canada
            case .unitedKingdom: unitedKingdom
            case .australia: australia
            case nil: unitedStates > 0 ? unitedStates : max(canada, unitedKingdom, australia)
            }
        return limit > 0 ? Int(limit) : nil
    }
}

/// An edition of QuickBooks Desktop: the country that it was made for.
package enum Edition: String, CaseIterable, Sendable {
    case unitedStates = "US"
    case canada = "CA"
    case unitedKingdom = "UK"
    case australia = "AU"

    /// In a sentence: `the Canadian edition`.
    package var title: String {
        switch self {
        case .unitedStates: "the US edition"
        case .canada: "the Canadian edition"
        case .unitedKingdom: "the UK edition"
        case .australia: "the Australian edition"
        }
    }
}

package struct Editions: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package init(_ edition: Edition) {
        switch edition {
        case .unitedStates: self.init(rawValue: 1)
        case .canada: self.init(rawValue: 2)
        case .unitedKingdom: self.init(rawValue: 4)
        case .australia: self.init(rawValue: 8)
        }
    }

    package static let all = Editions(rawValue: 15)

    package var list: [Edition] { Edition.allCases.filter { contains(Editions($0)) } }
}

/// A version of qbXML in two bytes, for the tables; `Version` is the same for people.
package struct Release: Comparable, Hashable, Sendable {
    let number: UInt16

    init(major: Int, minor: Int) { number = UInt16(major * 100 + minor) }

    /// An edition's prefix is of no account: the catalog knows the common versions from 6.0 on, and older
    /// ones of the United States.
    package init(_ version: Version) {
        self.init(major: min(version.major, 600), minor: min(version.minor, 99))
    }

    package var version: Version { Version(major: Int(number) / 100, minor: Int(number) % 100) }

    static let first = Release(major: 1, minor: 0)

    package static func < (one: Release, other: Release) -> Bool { one.number < other.number }
}

/// The QuickBooks program that opens the file: what `HostQueryRq` answers.
///
/// ```xml
/// <HostRet><ProductName>QuickBooks Pro 2014</ProductName><MajorVersion>24</MajorVersion>…
/// ```
package struct QuickBooksProgram: Equatable, Sendable {
    /// Bit of `AuthFlags` in a `.qwc`: the editions that the application allows.
    package enum Edition: Int, Sendable, CaseIterable {
        case simpleStart = 1
        case pro = 2
        case premier = 4
        case enterprise = 8

        var title: String {
            switch self {
            case .simpleStart: "Simple Start"
            case .pro: "Pro"
            case .premier: "Premier"
            case .enterprise: "Enterprise Solutions"
            }
        }
    }

    package var edition: Edition
    /// The year in the product's name; the major version is the year less 1990.
    package var year: Int
    /// `US`, `CA`, `UK` or `AU`.
    package var country: String
    /// `SingleUser` or `MultiUser`.
    package var fileMode: String

    package init(
        edition: Edition = .pro, year: Int = 2023, country: String = "US", fileMode: String = "SingleUser"
    ) {
        self.edition = edition
        self.year = year
        self.country = country
        self.fileMode = fileMode
    }

    /// As a 2014 file listed them in a capture, and from then on one more with each version of the SDK.
    package var supportedVersions: [String] {
        let old = [
            "1.0", "1.1", "2.0", "2.1", "3.0", "4.0", "4.1", "5.0", "6.0", "7.0", "8.0", "9.0", "10.0",
        ]
        let later = [
            (2012, "11.0"), (2013, "12.0"), (2014, "13.0"), (2020, "14.0"), (2021, "15.0"), (2023, "16.0"),
        ]
        return old + later.filter { $0.0 <= year }.map(\.1)
    }

    /// What the Web Connector passes on as `qbXMLMajorVers` and `qbXMLMinorVers`.
    package var highestVersion: (major: Int, minor: Int) {
        let parts = (supportedVersions.last ?? "1.0").split(separator: ".").compactMap { Int($0) }
        return (parts.first ?? 1, parts.last ?? 0)
    }

    var fields: [Field] {
        var fields = [
            Field("ProductName", "QuickBooks \(edition.title) \(year)"),
            Field("MajorVersion", year - 1990), Field("MinorVersion", 0), Field("Country", country),
        ]
        fields += supportedVersions.map { Field("SupportedQBXMLVersion", $0) }
        fields += [Field("IsAutomaticLogin", false), Field("QBFileMode", fileMode)]
        return fields
    }
}

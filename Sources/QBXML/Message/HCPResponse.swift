/// What the first `sendRequestXML` of a conversation tells about host, company and preferences.
///
/// `CompanyRet` also holds tax numbers, addresses and telephone numbers: nothing of that is kept.
package struct HCPResponse: Equatable, Sendable {
    package var host: Host?
    package var company: Company?
    package var hasPreferences: Bool

    package init(host: Host?, company: Company?, hasPreferences: Bool) {
        self.host = host
        self.company = company
        self.hasPreferences = hasPreferences
    }

    /// The QuickBooks program.
    package struct Host: Equatable, Sendable {
        package var productName: String
        /// 24 is QuickBooks 2014.
        package var major: Int?
        package var minor: Int?
        package var country: String
        package var supportedVersions: [Version]
        /// `SingleUser` or `MultiUser`.
        package var fileMode: String

        package init(
            productName: String, major: Int?, minor: Int?, country: String, supportedVersions: [Version],
            fileMode: String
        ) {
            self.productName = productName
            self.major = major
            self.minor = minor
            self.country = country
            self.supportedVersions = supportedVersions
            self.fileMode = fileMode
        }
    }

    /// The company file, as far as telling it from others needs it.
    package struct Company: Equatable, Sendable {
        package var name: String
        package var dataExtensions: [DataExtension]

        package init(name: String, dataExtensions: [DataExtension]) {
            self.name = name
            self.dataExtensions = dataExtensions
        }
    }

    package struct DataExtension: Equatable, Sendable {
        package var ownerID: String
        package var name: String
        package var value: String

        package init(ownerID: String, name: String, value: String) {
            self.ownerID = ownerID
            self.name = name
            self.value = value
        }
    }
}

/// Why there is nothing to read in an HCP answer.
package enum HCPError: Error, Equatable, Sendable {
    case empty
    /// A plain sentence: Point of Sale says that it does not support the three queries.
    case sentence(String)
    case response(ResponseError)
}

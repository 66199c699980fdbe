/// The two addresses that a `.qwc` file names, taken apart as far as one must to go there.
package struct PreflightTarget: Equatable, Sendable {
    package var endpoint: Place
    package var support: Place

    package struct Place: Equatable, Sendable {
        package var url: String
        /// In lower case, IPv6 without its brackets.
        package var host: String
        package var port: Int
        package var isSecure: Bool
        /// From the first slash on, with its query.
        package var path: String

        /// Nil unless it is an address that the Web Connector could be told.
        package init?(_ url: String) {
            guard let address = WebAddress(url), !address.hasCredentials else { return nil }
            self.url = url
            (host, port, path) = (address.host, address.port, address.path)
            isSecure = address.isSecure
        }

        /// As it stands in the header `Host`: the port only where it is not the scheme's own.
        package var authority: String {
            let name = host.contains(":") ? "[\(host)]" : host
            return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
        }

        package var isLocalhost: Bool { host == "localhost" }
    }

    /// Nil if one of them is no web address; `addressFindings` says what is wrong with it.
    package init?(appURL: String, appSupport: String) {
        guard let endpoint = Place(appURL), let support = Place(appSupport) else { return nil }
        (self.endpoint, self.support) = (endpoint, support)
    }

    /// The rules of the `.qwc` file, as they are kept where the file is made.
    package static func addressFindings(appURL: String, appSupport: String) -> [PreflightFinding] {
        let found = ConnectionFile.findings(appURL: appURL, appSupport: appSupport)
        guard !found.isEmpty else {
            return [.ok(.address, "The Web Connector takes \(appURL) as an address.")]
        }
        return found.map { finding in
            PreflightFinding(
                .address, finding.weight == .refused ? .failure : .warning,
                "\(finding.element) \(finding.text)", fix: finding.remedy, mover: .administrator,
                code: finding.code)
        }
    }
}

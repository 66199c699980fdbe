/// The rules about hosts: which addresses the Web Connector takes.
extension ConnectionFile {
    /// What is wrong with two addresses by themselves, whatever else stands in the file.
    package static func findings(appURL: String, appSupport: String) -> [ConnectionFileFinding] {
        let file = ConnectionFile(
            appName: "", appURL: appURL, appDescription: "", appSupport: appSupport, userName: "",
            ownerID: "", fileID: "")
        return file.addresses
    }

    var addresses: [ConnectionFileFinding] {
        let url = WebAddress(appURL)
        let support = WebAddress(appSupport)
        return form("AppURL", appURL, url) + form("AppSupport", appSupport, support)
            + numbers(1001, "AppURL", url) + numbers(1002, "AppSupport", support)
            + security(url) + hosts(url, support) + certificate(url)
    }

    private func form(
        _ element: String, _ text: String, _ address: WebAddress?
    ) -> [ConnectionFileFinding] {
        if address?.hasCredentials == true {
            return [
                .refuse(
                    1051, element, "has a name or a password before its host.",
                    "Leave out what stands before the @: the Web Connector takes none there, and the file "
                        + "would show it to everybody.")
            ]
        }
        guard address == nil, !text.isEmpty else { return [] }
        if let port = WebAddress.impossiblePort(in: text) {
            return [
                .refuse(1051, element, "names the port \(port).", "Ports are numbers from 1 to 65535.")
            ]
        }
        return [
            .refuse(
                1051, element, "is no web address.",
                "It must be complete, as in https://sync.example.com/qbwc.")
        ]
    }

    private func numbers(_ code: Int, _ element: String, _ address: WebAddress?) -> [ConnectionFileFinding] {
        guard let address, address.isIPAddress else { return [] }
        return [.refuse(code, element, "names its host by an IP address.")]
    }

    /// The guide allows a machine's name on the local network for development; not every version is known to.
    private func security(_ url: WebAddress?) -> [ConnectionFileFinding] {
        guard let url, !url.isSecure, !url.isLocalhost else { return [] }
        if url.isMachineName {
            return [
                .advise(
                    code: 1010, "AppURL", "is not https, which is meant for development only.",
                    "Use https; some versions of the Web Connector refuse anything else but localhost.")
            ]
        }
        return [
            .refuse(1010, "AppURL", "is not https; plain http is taken for localhost only.")
        ]
    }

    /// "The same domain" is the rule's wording; the same host is the reading that holds in every version.
    private func hosts(_ url: WebAddress?, _ support: WebAddress?) -> [ConnectionFileFinding] {
        guard let url, let support, url.host != support.host else { return [] }
        return [
            .refuse(1000, "AppSupport", "is on \(support.host), but AppURL is on \(url.host).")
        ]
    }

    private func certificate(_ url: WebAddress?) -> [ConnectionFileFinding] {
        guard let certURL else { return [] }
        guard let address = WebAddress(certURL) else { return form("CertURL", certURL, nil) }
        if let url, address.host != url.host {
            return [
                .refuse(
                    1048, "CertURL", "is on \(address.host), but AppURL is on \(url.host).",
                    "Put both on one host, or leave CertURL out.")
            ]
        }
        if address.isIPAddress || !address.isSecure && !address.isLocalhost {
            return [
                .refuse(
                    1048, "CertURL", "shows no certificate that could be checked.",
                    "Use https and the host's name, or leave CertURL out.")
            ]
        }
        return []
    }
}

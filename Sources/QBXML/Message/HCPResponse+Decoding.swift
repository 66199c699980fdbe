internal import XML

extension HCPResponse {
    /// Reads `strHCPResponse`: the qbXML answer to host, company and preferences queries.
    ///
    /// Lenient: what is missing is missing, a malformed GUID stays as it is, and the order of the parts does
    /// not matter.
    package init(decoding bytes: [UInt8]) throws(HCPError) {
        guard let first = bytes.first(where: { $0 > Byte.space }) else { throw .empty }
        // Point of Sale answers in plain words that it does not support the three queries.
        guard first == UInt8(ascii: "<") else {
            throw .sentence(String(decoding: bytes, as: UTF8.self))
        }
        let root: Element
        do {
            root = try Element(parsing: Array(bytes.drop { $0 <= Byte.space }), encoding: .utf8)
        } catch {
            throw .response(.xml(error))
        }
        guard root.name == "QBXML" else { throw .response(.notQBXML(root: root.name)) }
        guard let answers = root["QBXMLMsgsRs"] else {
            throw .response(.notAnAnswer(element: root.elements.first?.name ?? "nothing"))
        }
        self.init(
            host: answers["HostQueryRs"]?["HostRet"].map(Host.init),
            company: answers["CompanyQueryRs"]?["CompanyRet"].map(Company.init),
            hasPreferences: answers["PreferencesQueryRs"]?["PreferencesRet"] != nil)
    }

    /// The FileID that the Web Connector stamped into the company file for the application with this OwnerID:
    /// the only proof that these are the right books.
    package func fileID(ownerID: String) -> String? {
        dataExtension("FileID", ownerID: ownerID)
    }

    /// Name of the Windows computer, from the lock that the Web Connector sets for the length of a session:
    /// `LOCKED:RECEPTION:631234599990000223`. Nil if it is unlocked, absent or in another form.
    package func workstation(ownerID: String) -> String? {
        guard let lock = dataExtension("AppLock", ownerID: ownerID) else { return nil }
        let parts = lock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].uppercased() == "LOCKED" else { return nil }
        let name = parts[1..<(parts.count - 1)].joined(separator: ":")
        return name.isEmpty ? nil : name
    }

    /// The clock of the Windows computer when it set the lock, in seconds since 1970. It counts in .NET's
    /// ticks, tenths of a microsecond since the year 1. Nobody says whether they are of UTC or of the wall.
    package func lockedAt(ownerID: String) -> Int? {
        guard let lock = dataExtension("AppLock", ownerID: ownerID), lock.uppercased().hasPrefix("LOCKED:"),
            let last = lock.split(separator: ":").last, let ticks = Int(last), ticks > 0
        else { return nil }
        return ticks / 10_000_000 - 62_135_596_800
    }

    private func dataExtension(_ name: String, ownerID: String) -> String? {
        company?.dataExtensions.first { $0.name == name && Identifier.equal($0.ownerID, ownerID) }?.value
    }
}

extension HCPResponse.Host {
    fileprivate init(_ host: Element) {
        self.init(
            productName: host.leaf("ProductName"), major: Int(host.leaf("MajorVersion")),
            minor: Int(host.leaf("MinorVersion")), country: host.leaf("Country"),
            supportedVersions: host.all("SupportedQBXMLVersion").compactMap { Version($0.trimmed) },
            fileMode: host.leaf("QBFileMode"))
    }
}

extension HCPResponse.Company {
    fileprivate init(_ company: Element) {
        let name = company.leaf("CompanyName")
        self.init(
            name: name.isEmpty ? company.leaf("LegalCompanyName") : name,
            dataExtensions: company.all("DataExtRet").map { extra in
                HCPResponse.DataExtension(
                    ownerID: extra.leaf("OwnerID"), name: extra.leaf("DataExtName"),
                    value: extra.leaf("DataExtValue"))
            })
    }
}

extension HCPError {
    /// What happened, for the journal.
    package var sentence: String {
        switch self {
        case .empty: "The Web Connector sent nothing about host and company."
        case .sentence(let text): "The Web Connector sent words in place of qbXML: \(text)"
        case .response(let error): error.sentence
        }
    }
}

extension Element {
    fileprivate func leaf(_ name: String) -> String { self[name]?.trimmed ?? "" }

    /// Its text without the white space around it.
    fileprivate var trimmed: String {
        var text = text.unicodeScalars[...]
        while let first = text.first, first <= " " { text.removeFirst() }
        while let last = text.last, last <= " " { text.removeLast() }
        return String(text)
    }
}

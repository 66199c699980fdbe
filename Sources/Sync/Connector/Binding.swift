package import FoundationEssentials
package import QBXML

/// The company file that a connector belongs to, once it is known.
package struct Binding: Equatable, Sendable {
    /// As the Windows machine sees it. Given by a person, or taken from the first conversation.
    package var path: String?
    package var companyName: String?
    /// Set by the first conversation that reached the file and found our stamp.
    package var boundAt: Date?

    package init(path: String? = nil, companyName: String? = nil, boundAt: Date? = nil) {
        self.path = path
        self.companyName = companyName
        self.boundAt = boundAt
    }

    /// Windows compares paths without case, and either slash separates.
    package static func samePath(_ one: String, _ other: String) -> Bool {
        normalized(one) == normalized(other)
    }

    /// The form under which two spellings of one path are equal; also what the store indexes.
    package static func normalized(_ path: String) -> String {
        var text = ""
        for character in path.lowercased() {
            let next: Character = character == "/" ? "\\" : character
            // A doubled separator inside the path means one; the two at the head of a UNC path stay.
            if next == "\\", text.hasSuffix("\\"), text.count > 1 { continue }
            text.append(next)
        }
        return text
    }

    /// The name of the service whose folder holds the path, if one does: QuickBooks files break there (PC-7).
    package static func cloudFolder(in path: String) -> String? {
        let parts = normalized(path).split(separator: "\\")
        let services: [(prefix: String, name: String)] = [
            ("dropbox", "Dropbox"), ("onedrive", "OneDrive"), ("google drive", "Google Drive"),
            ("my drive", "Google Drive"), ("googledrive", "Google Drive"), ("icloud", "iCloud Drive"),
            ("box sync", "Box"),
        ]
        for part in parts {
            if let hit = services.first(where: { part.hasPrefix($0.prefix) }) { return hit.name }
        }
        return nil
    }
}

/// Whether the file that QuickBooks has open is the connector's own: asked before any work (rule 3).
package enum IdentityVerdict: Equatable, Sendable {
    /// It is; the binding to keep from now on.
    case own(Binding)
    case wrong(WrongFile)

    /// - Parameters:
    ///   - hcp: what the Web Connector sent with the first `sendRequestXML`; nil if unreadable.
    ///   - path: `strCompanyFileName` of the same call.
    ///   - neighbours: the other connectors, to name the one that a foreign stamp or path belongs to.
    package static func judge(
        connector: Connector, hcp: HCPResponse?, path: String, neighbours: [Neighbour], now: Date
    ) -> IdentityVerdict {
        let found = FoundFile(path: path, companyName: hcp?.company?.name)
        func wrong(_ reason: WrongFile.Reason) -> IdentityVerdict {
            .wrong(WrongFile(expected: connector.binding, found: found, reason: reason))
        }
        let bound = connector.binding
        let workstation = connector.workstation ?? hcp?.workstation(ownerID: connector.identity.ownerID)
        let claimant = neighbours.first { $0.claims(path: path, on: workstation) }
        if let company = hcp?.company {
            guard let stamp = hcp?.fileID(ownerID: connector.identity.ownerID) else {
                return wrong(claimant.map { .belongs(to: $0.name) } ?? .noStamp)
            }
            guard Identifier.equal(stamp, connector.identity.fileID) else {
                let owner = neighbours.first { Identifier.equal(stamp, $0.fileID) }
                return wrong(owner.map { .belongs(to: $0.name) } ?? .otherStamp)
            }
            if let claimant { return wrong(.belongs(to: claimant.name)) }
            // The stamp travels with a copy of the file: a copy at another path is not the books we know.
            if let expected = bound.path, !path.isEmpty, !Binding.samePath(expected, path) {
                return wrong(.otherPath)
            }
            return .own(
                Binding(
                    path: bound.path ?? (path.isEmpty ? nil : path), companyName: company.name,
                    boundAt: bound.boundAt ?? now))
        }
        // Point of Sale, or a client that sent no company at all: the path is the only evidence, so there
        // must be one on either side.
        if let claimant { return wrong(.belongs(to: claimant.name)) }
        guard hcp == nil, let expected = bound.path, !path.isEmpty else { return wrong(.nothingToCompare) }
        guard Binding.samePath(expected, path) else { return wrong(.otherPath) }
        return .own(
            Binding(path: expected, companyName: bound.companyName, boundAt: bound.boundAt ?? now))
    }
}

/// Another connector, as far as telling company files apart needs it.
package struct Neighbour: Equatable, Sendable {
    package var name: String
    package var fileID: String
    package var path: String?
    package var workstation: String?

    package init(name: String, fileID: String, path: String?, workstation: String? = nil) {
        self.name = name
        self.fileID = fileID
        self.path = path
        self.workstation = workstation
    }

    /// Whether a path is this connector's file. `C:\Books\company.qbw` on two computers is two files; a path
    /// on a server is the same from everywhere, and where a computer is not known, it may be the same one.
    package func claims(path other: String, on otherWorkstation: String?) -> Bool {
        guard let path, !other.isEmpty, Binding.samePath(path, other) else { return false }
        guard !Binding.normalized(path).hasPrefix("\\\\"), let workstation, let otherWorkstation else {
            return true
        }
        return workstation.lowercased() == otherWorkstation.lowercased()
    }
}

package struct FoundFile: Equatable, Sendable {
    package var path: String
    package var companyName: String?

    package init(path: String, companyName: String?) {
        self.path = path
        self.companyName = companyName
    }
}

/// Why a conversation was ended before any work, with both names in its sentence (AT-1, PC-6).
package struct WrongFile: Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case belongs(to: String)
        case otherStamp
        case noStamp
        case otherPath
        case nothingToCompare
    }
    package var expected: Binding
    package var found: FoundFile
    package var reason: Reason

    package init(expected: Binding, found: FoundFile, reason: Reason) {
        self.expected = expected
        self.found = found
        self.reason = reason
    }

    package var sentence: String {
        let own = expected.path ?? expected.companyName ?? "its own company file"
        let other = found.path.isEmpty ? (found.companyName ?? "an unnamed company file") : found.path
        let opened = "Wrong company file: this connector belongs to \(own), but QuickBooks has \(other) open"
        switch reason {
        case .belongs(let name):
            return "\(opened), which belongs to connector \(name). One company file has one connector."
        case .otherStamp:
            return "\(opened), and that file carries the stamp of another application entry."
        case .noStamp:
            return "\(opened), and that file does not carry the stamp of this connector. "
                + "Add the .qwc file again with the right company open."
        case .otherPath:
            return "\(opened). If the file was moved, run: qbsyncctl connector rebind NAME."
        case .nothingToCompare:
            return "The Web Connector named no company file, so it cannot be told whose books these are."
        }
    }
}

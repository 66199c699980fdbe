package import Timetable

/// A wish about a connector or a user that is not granted, with everything that is wrong with it at once.
package struct ConnectorRefusal: Error, Equatable, Sendable {
    package var findings: [ConnectorFinding]

    package init(findings: [ConnectorFinding]) {
        self.findings = findings
    }
}

/// A connector or user that does not exist.
package enum UnknownName: Error, Equatable, Sendable {
    case connector(String)
    case user(String)

    package var sentence: String {
        switch self {
        case .connector(let name): "There is no connector \(name). All of them: qbsyncctl connector list."
        case .user(let name): "There is no user \(name). Users are listed by: qbsyncctl connector show NAME."
        }
    }
}

/// One thing that is wrong with a wish.
package enum ConnectorFinding: Equatable, Sendable {
    case name(String)
    case nameTaken(String)
    case wouldBecomeDefault
    case emptyTitle
    case emptyWorkstation
    case emptyCompanyFile
    case companyFileTaken(path: String, by: String)
    /// A file that is bound is moved by rebinding, so that nobody points a connector at other books in
    /// passing.
    case companyFileBound(path: String)
    case identityTaken(by: String)
    case emptyIdentity
    case rule(RuleFinding)
    case pageSize(Int)
    case overlap(Int)
    case editions(Int)
    case hold(Int)
    case user(String)
    case userTaken(String, by: String)

    /// Records in one page: below 1 is nothing, and above 10,000 an answer takes QuickBooks minutes to write.
    package static let pageSizes = 1...10_000
    /// Up to a day: QuickBooks' faulty offsets are off by an hour, the rest is for clocks that differ.
    package static let overlaps = 0...86_400
    /// In seconds: below a minute nobody is helped, and QuickBooks stays open all the while.
    package static let holds = 60...14_400

    /// The setting, as the API calls it.
    package var field: String {
        switch self {
        case .name, .nameTaken: "name"
        case .wouldBecomeDefault: "accept_default"
        case .emptyTitle: "title"
        case .emptyWorkstation: "workstation"
        case .emptyCompanyFile, .companyFileTaken, .companyFileBound: "company_file"
        case .identityTaken, .emptyIdentity: "file_id"
        case .rule(let finding): finding.field
        case .pageSize: "page_size"
        case .overlap: "overlap"
        case .editions: "editions"
        case .hold: "hold"
        case .user, .userTaken: "user"
        }
    }

    package var sentence: String {
        switch self {
        case .name(let name):
            return "\"\(name)\" is no connector name: 1 to 32 of a-z, 0-9 and -, not beginning with -."
        case .nameTaken(let name):
            return "A connector \(name) exists already."
        case .wouldBecomeDefault:
            return
                "The first connector becomes the default. It can then be neither changed back nor deleted; "
                + "say that you accept this: --accept-default."
        case .emptyTitle:
            return "The title is empty. It is what people read in QuickBooks' permission window."
        case .emptyWorkstation:
            return "The workstation is empty. Leave it out, and it is learned from the first conversation."
        case .emptyCompanyFile:
            return "The company file is empty. Leave it out, and it is learned from the first conversation."
        case .companyFileTaken(let path, let name):
            return "\(path) belongs to connector \(name). One company file has one connector."
        case .companyFileBound(let path):
            return
                "This connector is bound to \(path). If the file was moved: qbsyncctl connector rebind NAME."
        case .identityTaken(let name):
            return "Connector \(name) has this FileID. Each connector needs one of its own."
        case .emptyIdentity:
            return "OwnerID and FileID must not be empty."
        case .rule(let finding):
            return finding.sentence
        case .pageSize(let size):
            return "The page size is \(size), but it must be between \(Self.pageSizes.lowerBound) and "
                + "\(Self.pageSizes.upperBound) records."
        case .overlap(let seconds):
            return "The overlap is \(seconds) s, but it must be between 0 and "
                + "\(Span(seconds: Self.overlaps.upperBound))."
        case .hold(let seconds):
            return "A conversation cannot be held for \(Span(seconds: seconds)): off, or from 1m to 4h."
        case .editions(let bits):
            return "\(bits) is no set of QuickBooks editions."
        case .user(let name):
            return "\"\(name)\" is no user name: 1 to 64 letters, digits, and . _ @ - (ASCII)."
        case .userTaken(let name, let connector):
            return
                "User \(name) exists already, at connector \(connector). Each user belongs to one connector."
        }
    }
}

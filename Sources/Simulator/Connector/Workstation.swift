/// A Windows computer with QuickBooks, its company files, and the Web Connector.
///
/// QuickBooks opens one company file at a time, and the Web Connector updates one application at a time; both
/// rules are kept here. A person's doings are functions too: open another company, close QuickBooks, add a
/// `.qwc`.
package struct Workstation: Sendable {
    /// As Windows calls it, and as the Web Connector writes it into its lock: `FRONTDESK`.
    package let name: String
    /// The Web Connector's own version, as `clientVersion` brings it.
    package var connectorVersion: String
    /// Whether the person who is logged in is QuickBooks' Admin; needed for adding an application.
    package var isAdmin = true
    package internal(set) var companyFiles: [CompanyFile]
    /// The path of the file that QuickBooks has open; nil when QuickBooks is closed.
    package internal(set) var openPath: String?
    /// Copies of company files that somebody made.
    var backups: [CompanyFile] = []
    package internal(set) var applications: [Application] = []
    /// Sessions so far; each draws its random things from a stream of its own.
    private var sessions = 0
    private let seed: Seed

    /// - Parameter open: the path of the file that QuickBooks has open; nil leaves QuickBooks closed.
    package init(
        name: String, companyFiles: [CompanyFile], open: String? = nil,
        connectorVersion: String = "34.0.10003.41", seed: Seed = Seed(1)
    ) {
        self.name = name
        self.companyFiles = companyFiles
        self.connectorVersion = connectorVersion
        self.seed = seed.split(name)
        openPath = open
    }

    // MARK: Company files

    package func companyFile(at path: String) -> CompanyFile? {
        place(of: path).map { companyFiles[$0] }
    }

    /// Lets `edit` change the company file at a path. Returns nil when there is none.
    @discardableResult
    package mutating func withCompanyFile<T>(at path: String, _ edit: (inout CompanyFile) throws -> T)
        rethrows -> T?
    {
        guard let place = place(of: path) else { return nil }
        return try edit(&companyFiles[place])
    }

    package mutating func addCompanyFile(_ file: CompanyFile) {
        if let place = place(of: file.path) { companyFiles[place] = file } else { companyFiles.append(file) }
    }

    private func place(of path: String) -> Int? {
        companyFiles.firstIndex { Self.samePath($0.path, path) }
    }

    /// Windows compares paths without case, and either slash separates.
    static func samePath(_ one: String, _ other: String) -> Bool {
        func plain(_ path: String) -> String {
            String(path.lowercased().map { $0 == "/" ? "\\" : $0 })
        }
        return plain(one) == plain(other)
    }

    // MARK: QuickBooks

    /// The person starts QuickBooks with a file, or switches to it.
    package mutating func openCompany(_ path: String) {
        openPath = companyFile(at: path)?.path ?? path
    }

    package mutating func closeQuickBooks() {
        openPath = nil
    }

    // MARK: Applications

    package func application(_ name: String) -> Application? {
        applications.first { $0.name == name }
    }

    /// Changes what a person can set in the list: password, Auto-Run, Every_Min.
    package mutating func change(_ name: String, _ edit: (inout Application) -> Void) {
        guard let place = applications.firstIndex(where: { $0.name == name }) else { return }
        edit(&applications[place])
    }

    /// The applications that Auto-Run would start now, in the order of the list.
    package func due(at moment: Int) -> [String] {
        applications.filter { $0.isAutoRun && ($0.nextRun ?? .max) <= moment }.map(\.name)
    }

    /// When the next update of any application starts by itself, in Unix seconds.
    package var nextRun: Int? {
        applications.filter(\.isAutoRun).compactMap(\.nextRun).min()
    }

    mutating func newSessionSeed() -> Seed {
        sessions += 1
        return seed.split("session \(sessions)")
    }
}

/// Why QuickBooks could not be opened for an application.
package struct ConnectionRefusal: Error, Equatable, Sendable {
    package var hresult: String
    package var message: String

    static let couldNotAccess = ConnectionRefusal(
        hresult: "0x80040401", message: "Could not access QuickBooks.")
    static let couldNotStart = ConnectionRefusal(
        hresult: "0x80040408", message: "Could not start QuickBooks.")
    static let otherFileOpen = ConnectionRefusal(
        hresult: "0x8004040A",
        message: "QuickBooks company data file is already open and it is different from the one requested.")
    static let noFileNamed = ConnectionRefusal(
        hresult: "0x80040416",
        message: "If QuickBooks is not running, the name of the company data file must be given.")
}

/// A company file that was opened for an application.
struct Connection: Equatable, Sendable {
    let path: String
    /// QuickBooks was closed, was started in the background for this, and will be closed again.
    let startedQuickBooks: Bool
}

extension Workstation {
    /// Opens QuickBooks for an application with the file that the server named; an empty path means the one
    /// that is open now.
    mutating func connect(to path: String, unattended: Bool) throws(ConnectionRefusal) -> Connection {
        if let openPath {
            guard path.isEmpty || Self.samePath(path, openPath) else { throw .otherFileOpen }
            guard companyFile(at: openPath) != nil else { throw .couldNotAccess }
            return Connection(path: openPath, startedQuickBooks: false)
        }
        guard !path.isEmpty else { throw .noFileNamed }
        guard unattended else { throw .couldNotStart }
        guard let file = companyFile(at: path) else { throw .couldNotAccess }
        openPath = file.path
        return Connection(path: file.path, startedQuickBooks: true)
    }

    mutating func disconnect(_ connection: Connection) {
        if connection.startedQuickBooks, openPath == connection.path { openPath = nil }
    }
}

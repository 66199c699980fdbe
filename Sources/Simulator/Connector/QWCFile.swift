package import WebConnector
internal import XML

/// A `.qwc` that a person has opened in the Web Connector, before it is added.
package struct QWCFile: Equatable, Sendable {
    package let file: ConnectionFile

    package init(_ file: ConnectionFile) {
        self.file = file
    }

    /// Reads the file's bytes; what cannot be read at all was not added (1051).
    package init(reading bytes: [UInt8]) throws(AddingRefusal) {
        do {
            file = try ConnectionFile(parsing: bytes)
        } catch {
            throw AddingRefusal(code: 1051, text: error.sentence)
        }
    }

    /// The key of the entry in the Web Connector's list.
    package var name: String { file.appName }
    package var title: String { file.displayName ?? file.appName }
    package var userName: String { file.userName }

    /// What the Web Connector looks at before it fetches anything: throws its first objection, with all the
    /// others.
    package func check() throws(AddingRefusal) {
        let refusals = file.findings.filter { $0.weight == .refused }
        guard let first = refusals.first else { return }
        let sentences =
            ["\(first.element): \(first.text) \(first.remedy)"] + refusals.dropFirst().map(\.sentence)
        throw AddingRefusal(code: first.code ?? 1051, text: sentences.joined(separator: " "))
    }

    /// A page that the Web Connector fetches before it takes the file, and what its failure means. The
    /// fetching is the shell's part.
    package struct PageCheck: Equatable, Sendable {
        package var url: String
        /// HTTP statuses that will do.
        package var goodStatuses: ClosedRange<Int>
        package var unreachable: AddingRefusal
        package var badAnswer: AddingRefusal
    }

    /// In the order in which they are made.
    package var pageChecks: [PageCheck] {
        let certificate = AddingRefusal(
            code: 1048, text: "The certificate of \(file.certURL ?? file.appURL) could not be checked.")
        return [
            PageCheck(
                url: file.appSupport, goodStatuses: 200...202,
                unreachable: AddingRefusal(code: 1003, text: "\(file.appSupport) cannot be reached."),
                badAnswer: AddingRefusal(code: 1004, text: "\(file.appSupport) did not answer properly.")),
            PageCheck(
                url: file.certURL ?? file.appURL, goodStatuses: 200...204, unreachable: certificate,
                badAnswer: certificate),
        ]
    }
}

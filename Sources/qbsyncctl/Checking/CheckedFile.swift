import QBXML

/// A file that was named, and what the check says of it.
struct CheckedFile: Sendable {
    enum Content: Sendable {
        /// Nobody knows what is in it.
        case unreadable(Failure)
        /// Neither JSON nor qbXML, or not requests.
        case noRequests(DraftError)
        case checked(Checked)
    }

    /// `-` for standard input.
    let path: String
    let content: Content
    /// By line, those about a document as a whole among them.
    let findings: [Finding]

    init(_ path: String, options: CheckOptions) {
        self.path = path
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(of: path)
        } catch {
            (content, findings) = (.unreadable(error), [])
            return
        }
        do {
            let checked = Checker.check(try Draft(reading: bytes, isSequence: true), options: options)
            let around = Prolog.findings(in: bytes, checked, options: options)
            (content, findings) = (
                .checked(checked), (around + checked.findings).sorted { $0.line < $1.line }
            )
        } catch {
            (content, findings) = (.noRequests(error), [])
        }
    }

    var title: String { InputFile.title(of: path) }

    /// All of them, also those that were too many to be told.
    var errorCount: Int {
        switch content {
        case .unreadable: 0
        case .noRequests: 1
        case .checked(let checked): checked.errorCount
        }
    }

    var warningCount: Int {
        guard case .checked(let checked) = content else { return 0 }
        let around =
            findings.count { $0.severity == .warning } - checked.findings.count { $0.severity == .warning }
        return checked.warningCount + around
    }

    var isUnreadable: Bool {
        if case .unreadable = content { true } else { false }
    }

    /// The requests' names as JSON has them: `InvoiceAdd`.
    var requests: [String] {
        if case .checked(let checked) = content { checked.requests.map(\.message.title) } else { [] }
    }

    /// - Parameter isStrict: whether a warning counts like an error.
    func isFine(isStrict: Bool) -> Bool {
        !isUnreadable && errorCount == 0 && !(isStrict && warningCount > 0)
    }
}

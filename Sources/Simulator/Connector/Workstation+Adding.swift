package import FoundationEssentials
internal import WebConnector

/// Why the Web Connector did not take a `.qwc`.
package struct AddingRefusal: Error, Equatable, Sendable {
    /// QBWC's code.
    package var code: Int
    package var text: String

    package init(code: Int, text: String) {
        self.code = code
        self.text = text
    }

    /// `QBWC1039: …`
    package var sentence: String { "QBWC\(code): \(text)" }
}

extension Workstation {
    /// The person opens a `.qwc`: looked through, stamped into the open company file, entered into the list.
    ///
    /// An entry of the same AppName is replaced, as after "replace" in the question that QBWC asks.
    /// - Parameter unattended: whether the person grants access while QuickBooks is closed.
    /// - Returns: what the Web Connector or QuickBooks would remark, a sentence each.
    package mutating func add(
        _ opened: QWCFile, password: String?, autoRun: Bool = false, unattended: Bool = true, at date: Date
    ) throws(AddingRefusal) -> [String] {
        let file = opened.file
        try opened.check()
        guard let path = openPath, let company = companyFile(at: path) else {
            throw AddingRefusal(
                code: 1022, text: "QuickBooks must be running with the company file open (0x80040408).")
        }
        guard isAdmin, company.program.fileMode == "SingleUser" else {
            throw AddingRefusal(
                code: 1026,
                text: "Log in to QuickBooks as Admin in single-user mode, then add the file again.")
        }
        if let flags = file.authFlags, flags != 0, Int(flags) & company.program.edition.rawValue == 0 {
            throw AddingRefusal(
                code: 1034, text: "AuthFlags do not allow QuickBooks \(company.program.edition.title).")
        }
        if let stamp = company.stamp("FileID", ownerID: file.ownerID), !Self.sameGUID(stamp, file.fileID) {
            throw AddingRefusal(
                code: 1039,
                text: "Unique OwnerID/FileID pair value required: \(company.name) already carries \(stamp) "
                    + "under this OwnerID.")
        }
        withCompanyFile(at: path) { $0.setStamp("FileID", ownerID: file.ownerID, to: file.fileID) }
        enter(file, password: password, autoRun: autoRun, unattended: unattended, path: path, at: date)
        return file.findings.map(\.sentence)
    }

    private mutating func enter(
        _ file: ConnectionFile, password: String?, autoRun: Bool, unattended: Bool, path: String,
        at date: Date
    ) {
        var entry = Application(
            file: file, password: password, isAutoRun: autoRun, mayRunUnattended: unattended,
            companyPath: path)
        entry.schedule(after: Int(date.timeIntervalSince1970), waitSeconds: nil)
        entry.lastRun = nil
        if let place = applications.firstIndex(where: { $0.name == entry.name }) {
            applications[place] = entry
        } else {
            applications.append(entry)
        }
    }

    /// GUIDs are compared without case and braces.
    static func sameGUID(_ one: String, _ other: String) -> Bool {
        func plain(_ text: String) -> String { text.lowercased().filter { $0 != "{" && $0 != "}" } }
        return plain(one) == plain(other)
    }
}

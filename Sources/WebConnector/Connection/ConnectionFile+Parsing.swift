package import XML

/// Why a file is no `.qwc` at all. What is merely wrong in it is a finding.
package enum ConnectionFileError: Error, Equatable, Sendable {
    case xml(XMLError)
    /// The root is not `QBWCXML`.
    case notAConnectionFile
    case badValue(element: String, value: String)

    package var sentence: String {
        switch self {
        case .xml(let error): error.sentence
        case .notAConnectionFile: "The file is XML but no .qwc file: its root is not QBWCXML."
        case .badValue(let element, let value): "\(element) cannot be \"\(value.prefix(100))\"."
        }
    }
}

extension ConnectionFile {
    /// Reads a file, its elements in any order. Missing ones are empty, unknown ones are listed; `findings`
    /// names both.
    package init(parsing bytes: [UInt8]) throws(ConnectionFileError) {
        let root: Element
        do { root = try Element(parsing: bytes) } catch { throw .xml(error) }
        guard root.name == "QBWCXML" else { throw .notAConnectionFile }
        self.init(
            appName: root.value("AppName"), appID: root.value("AppID"), appURL: root.value("AppURL"),
            appDescription: root.value("AppDescription"), appSupport: root.value("AppSupport"),
            userName: root.value("UserName"), ownerID: root.value("OwnerID"), fileID: root.value("FileID"))
        // Files without QBType work; it is financial software then.
        product = try root.choice("QBType") ?? .financial
        if let scheduler = root["Scheduler"] {
            // With both, the first one counts.
            switch scheduler.elements.first?.name {
            case "RunEveryNMinutes": everyMinutes = try scheduler.number("RunEveryNMinutes")
            case "RunEveryNSeconds": everySeconds = try scheduler.number("RunEveryNSeconds")
            default: break
            }
        }
        certURL = root.optional("CertURL")
        displayName = root.optional("AppDisplayName")
        uniqueName = root.optional("AppUniqueName")
        style = try root.choice("Style")
        isReadOnly = try root.flag("IsReadOnly")
        notify = try root.flag("Notify")
        authFlags = try root.bits("AuthFlags")
        unattended = try root.choice("UnattendedModePref")
        personalData = try root.choice("PersonalDataPref")
        unknownElements = root.elements.map(\.name).filter { !Self.elementNames.contains($0) }
    }

    private static let elementNames: Set<String> = [
        "AppName", "AppID", "AppURL", "AppDescription", "AppSupport", "UserName", "OwnerID", "FileID",
        "QBType",
        "Scheduler", "Style", "IsReadOnly", "Notify", "AuthFlags", "UnattendedModePref", "PersonalDataPref",
        "CertURL", "AppDisplayName", "AppUniqueName",
    ]
}

extension Element {
    fileprivate func value(_ name: String) -> String { self[name]?.text.trimmed ?? "" }

    /// Nil if the element is missing or empty.
    fileprivate func optional(_ name: String) -> String? {
        let text = value(name)
        return text.isEmpty ? nil : text
    }

    fileprivate func choice<Choice: RawRepresentable<String>>(
        _ name: String
    ) throws(ConnectionFileError) -> Choice? {
        guard let text = optional(name) else { return nil }
        guard let choice = Choice(rawValue: text) else { throw .badValue(element: name, value: text) }
        return choice
    }

    fileprivate func number(_ name: String) throws(ConnectionFileError) -> Int? {
        guard let text = optional(name) else { return nil }
        guard let number = Int(text) else { throw .badValue(element: name, value: text) }
        return number
    }

    fileprivate func flag(_ name: String) throws(ConnectionFileError) -> Bool? {
        guard let text = optional(name) else { return nil }
        guard let flag = Bool(text.lowercased()) else { throw .badValue(element: name, value: text) }
        return flag
    }

    /// `0xF`, or a decimal number.
    fileprivate func bits(_ name: String) throws(ConnectionFileError) -> UInt8? {
        guard let text = optional(name) else { return nil }
        let isHexadecimal = text.lowercased().hasPrefix("0x")
        let digits = isHexadecimal ? text.dropFirst(2) : text[...]
        guard let bits = UInt8(digits, radix: isHexadecimal ? 16 : 10) else {
            throw .badValue(element: name, value: text)
        }
        return bits
    }
}

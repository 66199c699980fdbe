internal import XML

extension ConnectionFile {
    /// The file's text: ASCII only, the same bytes each time, optional elements only where they say
    /// something.
    package func rendered() -> String {
        var writer = Writer(asciiOnly: true)
        writer.declaration(encoding: nil)
        writer.raw("\n<QBWCXML>")
        writer.line("AppName", appName)
        writer.line("AppID", appID)
        writer.line("AppURL", appURL)
        writer.line("AppDescription", appDescription)
        writer.line("AppSupport", appSupport)
        writer.line("CertURL", certURL)
        writer.line("UserName", userName)
        writer.line("OwnerID", ownerID)
        writer.line("FileID", fileID)
        writer.line("QBType", product.rawValue)
        writer.line("AppDisplayName", displayName)
        writer.line("AppUniqueName", uniqueName)
        writer.line("Style", style?.rawValue)
        writer.line("AuthFlags", authFlags.map { "0x" + String($0, radix: 16, uppercase: true) })
        writer.line("IsReadOnly", isReadOnly.map(String.init))
        writer.line("Notify", notify.map(String.init))
        writer.line("UnattendedModePref", unattended?.rawValue)
        writer.line("PersonalDataPref", personalData?.rawValue)
        if let everyMinutes {
            writer.schedule("RunEveryNMinutes", everyMinutes)
        } else if let everySeconds {
            writer.schedule("RunEveryNSeconds", everySeconds)
        }
        writer.raw("\n</QBWCXML>\n")
        return writer.string
    }
}

extension Writer {
    fileprivate mutating func line(_ name: String, _ text: String?) {
        guard let text else { return }
        raw("\n  ")
        leaf(name, text)
    }

    fileprivate mutating func schedule(_ name: String, _ number: Int) {
        raw("\n  ")
        open("Scheduler")
        leaf(name, String(number))
        close("Scheduler")
    }
}

import API

/// A password, the only time it is shown.
enum SecretText {
    /// In a box on a terminal, so that nobody overlooks it; elsewhere as plain lines, easy to cut.
    static func lines(_ secret: Secret, boxed: Bool) -> [Line] {
        var sheet = Sheet()
        sheet.add("Connector", secret.connector)
        sheet.add("User", secret.user)
        sheet.add("Password", secret.password)
        let lines = sheet.lines(width: nil)
        guard boxed else { return lines }
        let width = lines.map(\.width).max() ?? 0
        let bar = String(repeating: "─", count: width + 2)
        return [Line("┌\(bar)┐")]
            + lines.map { Line("│ ") + $0.padded(to: width) + Line(" │") }
            + [Line("└\(bar)┘")]
    }

    static func note(_ secret: Secret) -> Line {
        Line(
            "This is the only time the password is shown; only a hash of it is kept. "
                + "Lost? Make a new one: qbsyncctl password \(secret.user)")
    }
}

import FoundationEssentials

/// What `--check-config` prints.
extension LoadedConfiguration {
    /// The findings, one a line; or that all is well.
    package var report: String {
        let rights = checkedAs.map { "\nChecked with the rights of \($0), the service's user." } ?? ""
        return verdict + rights
    }

    private var verdict: String {
        guard findings.isEmpty else { return findings.map(\.description).joined(separator: "\n") }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return hasFile ? "\(name): fine" : "There is no \(path); the defaults are fine."
    }

    /// Every setting with the value in effect and where it comes from, in a form that the daemon would read
    /// again.
    package var effectiveTOML: String { configuration.toml(origin: origin(of:)) }

    private func origin(of setting: Setting) -> String {
        switch origins[setting.name] {
        case nil: ""
        case .file: "  # from the file"
        case .environment: "  # from \(setting.variable)"
        }
    }

    /// The same for programs: `{"ok": …, "findings": […], "settings": {"listen": {"address": …}}}`.
    package var effectiveJSON: String {
        let settings = Setting.all.reduce(into: [String: [String: RawValue]]()) { sections, setting in
            sections[setting.section, default: [:]][setting.key] = setting.show(configuration)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let report = JSONReport(
            ok: isUsable, path: path, findings: findings.map(JSONReport.Finding.init), settings: settings,
            checkedAs: checkedAs)
        // Encoding texts and whole numbers cannot fail.
        return (try? encoder.encode(report)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension Configuration {
    /// - Parameter origin: a comment behind the value, or nothing.
    func toml(origin: (Setting) -> String = { _ in "" }) -> String {
        var text = ""
        var section = ""
        for setting in Setting.all {
            if setting.section != section {
                text += "\(section.isEmpty ? "" : "\n")[\(setting.section)]\n"
                section = setting.section
            }
            text += "\(setting.key) = \(setting.show(self).toml)\(origin(setting))\n"
        }
        return text
    }
}

private struct JSONReport: Encodable {
    struct Finding: Encodable {
        var severity: String
        var file: String?
        var line: Int?
        var variable: String?
        var setting: String?
        var problem: String
        var expected: String?
        var nearest: String?

        init(_ finding: ConfigurationFinding) {
            severity = finding.severity == .error ? "error" : "warning"
            switch finding.place {
            case .file(let path, let line): (file, self.line) = (path, line)
            case .environment(let name): variable = name
            }
            setting = finding.setting
            problem = finding.problem
            expected = finding.expected
            nearest = finding.nearest
        }
    }

    var ok: Bool
    var path: String
    var findings: [Finding]
    var settings: [String: [String: RawValue]]
    /// The service's user, when root let the check have that user's rights.
    var checkedAs: String?
}

import QBXML
import TOMLKit

/// The settings as they were found, with everything there is to say about them.
package struct LoadedConfiguration: Sendable {
    /// Where a value comes from; what has no entry has its default.
    package enum Origin: Equatable, Sendable {
        case file
        case environment
    }

    package internal(set) var configuration = Configuration()
    /// All of them at once, in the order of the file.
    package internal(set) var findings: [ConfigurationFinding] = []
    /// By name, `listen.address`.
    package internal(set) var origins: [String: Origin] = [:]
    package let path: String
    private var lines: SettingLines?
    /// Without one, all settings have their defaults.
    package let hasFile: Bool
    /// Whose rights root gave to the check; nil when it has those of whoever runs it.
    package var checkedAs: String?

    /// Whether the daemon may run with it.
    package var isUsable: Bool { !findings.contains { $0.severity == .error } }

    /// Reads a text, overrides it from the environment, and judges the whole. Touches nothing outside.
    ///
    /// - Parameters:
    ///   - text: the file's; nil when there is no file, which is fine.
    ///   - environment: all variables; those without our prefix are not looked at.
    package init(text: String?, path: String, environment: [String: String]) {
        self.path = path
        hasFile = text != nil
        if let text { read(text) }
        override(from: environment)
        // A value that could not be read would be judged by its default.
        if isUsable { findings += configuration.findings(at: place(of:)) }
    }

    /// - Parameter isExplicit: a person named the file, so it must be there.
    package init(path: String, isExplicit: Bool, environment: [String: String]) {
        do {
            let text = String(validating: try SmallFile.read(path), as: UTF8.self)
            self.init(text: text ?? "", path: path, environment: environment)
            if text == nil { note(.file(path: path, line: nil), nil, "the file is not valid UTF-8") }
        } catch {
            self.init(text: nil, path: path, environment: environment)
            guard isExplicit || error != .missing else { return }
            note(.file(path: path, line: nil), nil, "the file \(error.predicate)")
        }
    }

    /// Where a person finds a setting that is to blame.
    func place(of name: String) -> ConfigurationFinding.Place {
        if origins[name] == .environment, let setting = Setting.named(name) {
            return .environment(name: setting.variable)
        }
        return .file(path: path, line: lines?.lines[name])
    }

    mutating func note(
        _ place: ConfigurationFinding.Place, _ setting: String?, _ problem: String, expected: String? = nil,
        nearest: String? = nil
    ) {
        findings.append(
            ConfigurationFinding(
                place: place, setting: setting, problem: problem, expected: expected, nearest: nearest))
    }
}

extension LoadedConfiguration {
    private mutating func read(_ text: String) {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let place = ConfigurationFinding.Place.file(path: path, line: error.source.begin.line)
            return note(place, nil, "this is not TOML: \(error.description)")
        } catch {
            return note(.file(path: path, line: nil), nil, "this is not TOML: \(error)")
        }
        let lines = SettingLines(text)
        self.lines = lines
        // TOMLKit sorts the keys; a person reads from top to bottom.
        let inOrder = { (name: String) in lines.line(of: name) ?? .max }
        for section in table.keys.sorted(by: { inOrder($0) < inOrder($1) }) {
            guard let value = table[section] else { continue }
            guard Setting.sections.contains(section) else {
                noteUnknownSection(section, isTable: value.type == .table)
                continue
            }
            guard let settings = value.table else {
                note(
                    at(section), section, "it is \(RawValue(value).words)",
                    expected: "the section [\(section)]")
                continue
            }
            let names = settings.keys.map { "\(section).\($0)" }
            for name in names.sorted(by: { inOrder($0) < inOrder($1) }) {
                guard let value = settings[String(name.dropFirst(section.count + 1))] else { continue }
                take(RawValue(value), for: name, at: at(name), origin: .file)
            }
        }
    }

    private func at(_ name: String) -> ConfigurationFinding.Place {
        .file(path: path, line: lines?.line(of: name))
    }

    private mutating func take(
        _ raw: RawValue, for name: String, at place: ConfigurationFinding.Place, origin: Origin
    ) {
        guard let setting = Setting.named(name) else {
            return note(place, name, "there is no such setting", nearest: Self.nearestSetting(to: name))
        }
        do {
            try setting.apply(raw, &configuration)
            origins[name] = origin
        } catch {
            note(place, name, error.problem, expected: setting.expected, nearest: error.nearest)
        }
    }

    private mutating func noteUnknownSection(_ name: String, isTable: Bool) {
        if isTable {
            let nearest = Spelling.nearest(to: name, among: Setting.sections)
            let known = Setting.sections.map { "[\($0)]" }.joined(separator: ", ")
            note(
                at(name), "[\(name)]", "there is no such section", expected: "one of \(known)",
                nearest: nearest.map { "[\($0)]" })
        } else {
            note(
                at(name), name, "it stands above the first section, where no settings are",
                nearest: Self.nearestSetting(to: name))
        }
    }

    /// A slip of the finger within the section; the right key in the wrong section; or something like it
    /// anywhere.
    private static func nearestSetting(to name: String) -> String? {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let (section, key) = parts.count == 2 ? (parts[0], parts[1]) : ("", name)
        let own = Setting.all.filter { $0.section == section }
        if let near = Spelling.nearest(to: key, among: own.map(\.key)) { return "\(section).\(near)" }
        if let same = Setting.all.first(where: { $0.key == key }) { return same.name }
        if let near = Spelling.nearest(to: key, among: Setting.all.map(\.key)) {
            return Setting.all.first { $0.key == near }?.name
        }
        return Spelling.nearest(to: name, among: Setting.all.map(\.name))
    }
}

extension LoadedConfiguration {
    private mutating func override(from environment: [String: String]) {
        let byVariable = Dictionary(uniqueKeysWithValues: Setting.all.map { ($0.variable, $0) })
        for (variable, text) in environment.sorted(by: { $0.key < $1.key }) {
            guard variable.hasPrefix(Setting.variablePrefix), !Setting.foreignVariables.contains(variable)
            else { continue }
            let place = ConfigurationFinding.Place.environment(name: variable)
            guard let setting = byVariable[variable] else {
                let nearest = Spelling.nearest(to: variable, among: byVariable.keys.sorted())
                note(place, nil, "no setting has this name", nearest: nearest)
                continue
            }
            // What stood in the file no longer matters, and neither does what was wrong with it.
            findings.removeAll { $0.setting == setting.name }
            take(setting.valueFromEnvironment(text), for: setting.name, at: place, origin: .environment)
        }
    }
}

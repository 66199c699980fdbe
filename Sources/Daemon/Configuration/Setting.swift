/// One setting: its name, its form, and its place in the configuration. Reading, overriding, showing and
/// comparing settings all go through the one list `Setting.all`; a new setting is a property with its
/// default, a line there, and a line in the sample.
struct Setting: Sendable {
    let section: String
    let key: String
    /// What a value has to look like.
    let expected: String
    /// A reload takes the new value, but it acts only after a restart.
    let needsRestart: Bool
    let apply: @Sendable (RawValue, inout Configuration) throws(Complaint) -> Void
    let show: @Sendable (Configuration) -> RawValue
    let valueFromEnvironment: @Sendable (String) -> RawValue

    init<Value>(
        _ name: String, _ path: any WritableKeyPath<Configuration, Value> & Sendable, _ form: Form<Value>,
        needsRestart: Bool = false
    ) {
        let parts = name.split(separator: ".")
        precondition(parts.count == 2, "A setting is named section.key.")
        (section, key) = (String(parts[0]), String(parts[1]))
        expected = form.expected
        self.needsRestart = needsRestart
        apply = { raw, configuration throws(Complaint) in configuration[keyPath: path] = try form.read(raw) }
        show = { form.write($0[keyPath: path]) }
        valueFromEnvironment = form.value(fromEnvironment:)
    }

    /// `listen.address`
    var name: String { "\(section).\(key)" }

    /// `QBSYNCD_LISTEN_ADDRESS`
    var variable: String { Self.variablePrefix + "\(section)_\(key)".uppercased() }

    static let variablePrefix = "QBSYNCD_"
    /// What `qbsyncctl` reads: a person may have set it in the shell from which the daemon is checked.
    static let foreignVariables: Set = ["QBSYNCD_SERVER", "QBSYNCD_TOKEN_FILE"]

    static func named(_ name: String) -> Setting? { byName[name] }

    static let sections: [String] = all.reduce(into: []) { sections, setting in
        if sections.last != setting.section { sections.append(setting.section) }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

/// Something about the settings that a person should know, with the place to go to.
package struct ConfigurationFinding: Equatable, Sendable, CustomStringConvertible {
    package enum Severity: Equatable, Sendable {
        /// The daemon does not start with it.
        case error
        /// It starts, but something will not work as hoped.
        case warning
    }

    package enum Place: Equatable, Sendable, CustomStringConvertible {
        /// Line counted from 1; nil when no line is to blame, such as a setting left at its default.
        case file(path: String, line: Int?)
        case environment(name: String)

        package var description: String {
            switch self {
            case .file(let path, let line?): "\(path):\(line)"
            case .file(let path, nil): path
            case .environment(let name): "environment variable \(name)"
            }
        }
    }

    package var severity = Severity.error
    package var place: Place
    /// For example `listen.address`; nil when no one setting is concerned.
    package var setting: String?
    package var problem: String
    package var expected: String?
    /// The known name or value that was probably meant.
    package var nearest: String?

    /// `/etc/qbsyncd/qbsyncd.toml:7: listen.adress: there is no such setting. Did you mean listen.address?`
    package var description: String {
        var text = "\(place): "
        if severity == .warning { text += "warning: " }
        if let setting { text += "\(setting): " }
        text += problem
        if let expected {
            text += problem.hasSuffix(".") ? " Expected \(expected)" : "; expected \(expected)"
        }
        if !text.hasSuffix(".") { text += "." }
        if let nearest { text += " Did you mean \(nearest)?" }
        return text
    }
}

import Glibc

/// What the shell tells us by name.
enum Environment {
    /// Nil also for an empty value, which is how a shell takes a variable away for one command.
    static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}

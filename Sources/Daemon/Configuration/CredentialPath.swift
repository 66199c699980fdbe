import Glibc

/// A path of the settings that may be a credential of the service: `credential:tls-key` is what systemd
/// loaded by `LoadCredential=tls-key:FILE`, so that the file itself need be readable for root only.
///
///     credential:tls-key  ->  $CREDENTIALS_DIRECTORY/tls-key
enum CredentialPath {
    static let prefix = "credential:"

    /// Where the file is.
    ///
    /// - Parameter folder: systemd's for this service; nil for a process that has none.
    static func resolved(_ path: String, folder: String? = Self.folder) -> String {
        guard path.hasPrefix(prefix), let folder else { return path }
        return "\(folder)/\(path.dropFirst(prefix.count))"
    }

    /// Whether this process cannot see the file, because it is not the service.
    static func isOutOfSight(_ path: String, folder: String? = Self.folder) -> Bool {
        path.hasPrefix(prefix) && folder == nil
    }

    /// A name as systemd takes it, which is a file's.
    static func isWellFormed(_ path: String) -> Bool {
        let name = path.dropFirst(prefix.count)
        return path.hasPrefix(prefix) && !name.isEmpty && name != "." && name != ".."
            && name.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":")
            }
    }

    private static var folder: String? { getenv("CREDENTIALS_DIRECTORY").map { String(cString: $0) } }
}

extension Form where Value == String {
    /// A file that holds a secret or belongs to one.
    static let secretPath = Form.text(
        "an absolute path such as \"/etc/qbsyncd/key.pem\", or a credential such as \"credential:tls-key\""
    ) { text in
        CredentialPath.isWellFormed(text) || text.hasPrefix("/") && !text.contains("\0") ? text : nil
    } write: { path in
        path
    }
}

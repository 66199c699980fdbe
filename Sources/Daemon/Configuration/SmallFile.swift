import Glibc

/// Reads the small files that a person edits: the configuration, certificates, keys, tokens.
enum SmallFile {
    /// None of them comes near this; whoever names a disk image by mistake shall hear it soon.
    static let limit = 4 << 20

    /// - Parameter path: a file, or a credential of the service.
    static func read(_ path: String) throws(SmallFileError) -> [UInt8] {
        guard !CredentialPath.isOutOfSight(path) else { throw .outOfSight }
        let descriptor = open(CredentialPath.resolved(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SmallFileError(errno, reading: path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw SmallFileError(errno)
            }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= limit else { throw .tooLarge }
        }
    }
}

package enum SmallFileError: Error, Equatable, Sendable {
    case missing
    case notPermitted
    case isFolder
    case tooLarge
    /// A credential, asked for by a process that systemd gave none: one that a person started, or the check
    /// before a reload, which is the unit's but not its main process.
    case outOfSight
    /// The system's `errno`.
    case failed(CInt)

    init(_ code: CInt, reading path: String) {
        self.init(code)
        if self == .notPermitted, path.hasPrefix(CredentialPath.prefix) { self = .outOfSight }
    }

    init(_ code: CInt) {
        self =
            switch code {
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM: .notPermitted
            case EISDIR: .isFolder
            default: .failed(code)
            }
    }

    /// To follow the file's name: `/etc/x does not exist`.
    package var predicate: String {
        switch self {
        case .missing: "does not exist"
        case .notPermitted: "may not be read by this user"
        case .isFolder: "is a folder, not a file"
        case .tooLarge: "is larger than \(SmallFile.limit) bytes"
        case .outOfSight: "is there for the service only, by LoadCredential= in its unit"
        case .failed(let code): "cannot be read: \(String(cString: strerror(code)))"
        }
    }
}

import FoundationEssentials
import Glibc

/// A new folder that only the caller can look into. It is gone when this is.
final class PrivateFolder {
    let path: String

    init() throws {
        // What is gathered is nobody's but the caller's, from the beginning.
        umask(0o077)
        var template = Array("\(FileManager.default.temporaryDirectory.path)/qbsyncctl-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw Failure.here("No folder can be made there: \(String(cString: strerror(errno))).")
        }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

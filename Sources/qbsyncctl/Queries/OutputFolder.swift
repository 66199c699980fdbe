import FoundationEssentials
import Glibc

/// A folder for what a command writes. It is made if it is missing, but not what it would lie in: a slip of
/// the keyboard would leave a row of folders.
enum OutputFolder {
    static func prepare(_ path: String, mode: mode_t) throws(Failure) {
        if mkdir(path, mode) != 0 {
            let code = errno
            guard code == EEXIST else { throw .here("The folder \(path) cannot be made: \(why(code, path))") }
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .here("The folder \(path) cannot be used: \(String(cString: strerror(errno))).")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .here("\(path) is a file, and a folder is wanted: choose another name.")
        }
        guard access(path, W_OK | X_OK) == 0 else {
            let reason = String(cString: strerror(errno))
            throw .here("Nothing can be written to the folder \(path): \(reason).")
        }
    }

    private static func why(_ code: CInt, _ path: String) -> String {
        guard code == ENOENT, !path.isEmpty else { return "\(String(cString: strerror(code)))." }
        var parent = Substring(path)
        while parent.count > 1, parent.hasSuffix("/") { parent.removeLast() }
        parent = parent.lastIndex(of: "/").map { parent[..<$0] } ?? ""
        // A folder like /proc, in which nothing can be made, says the same of itself.
        guard !parent.isEmpty, !FileManager.default.fileExists(atPath: String(parent)) else {
            return "nothing can be made there."
        }
        return "\(parent), in which it would lie, is not there; make that first."
    }
}

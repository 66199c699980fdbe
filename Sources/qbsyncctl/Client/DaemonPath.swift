import ArgumentParser
import FoundationEssentials

/// A file on the daemon's machine. The daemon has another working folder, so it is never told a relative
/// path.
enum DaemonPath {
    static func absolute(_ path: String, _ destination: Destination) throws -> String {
        if path.hasPrefix("/") { return path }
        guard destination.isThisMachine else {
            throw ValidationError("With --server the path is one on that machine: give it from / on.")
        }
        let folder = FileManager.default.currentDirectoryPath
        return folder == "/" ? "/\(path)" : "\(folder)/\(path)"
    }
}

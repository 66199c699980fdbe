import FoundationEssentials
import Glibc

/// A program of the system, run to its end.
struct OutsideProgram: Sendable {
    var status: Int32
    var output: String
    var errors: String

    /// - Parameter folder: where what it writes lies meanwhile.
    /// - Returns: nil if there is no such program.
    static func run(_ name: String, _ arguments: [String], folder: String) -> OutsideProgram? {
        let (output, errors) = ("\(folder)/.output", "\(folder)/.errors")
        defer {
            unlink(output)
            unlink(errors)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o600)
        var pointers = ([name] + arguments).map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var child = pid_t()
        guard posix_spawnp(&child, name, &actions, nil, &pointers, environ) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return OutsideProgram(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1, output: text(output), errors: text(errors))
    }

    /// The daemon's program: the one that was installed together with this one, else whichever is found.
    static var qbsyncd: String {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = own.flatMap { path in path.lastIndex(of: "/").map { path[..<$0] + "/qbsyncd" } }
        guard let beside, access(String(beside), X_OK) == 0 else { return "qbsyncd" }
        return String(beside)
    }

    private static func text(_ path: String) -> String {
        let bytes = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}
